//! The browser: the only file that names it. Compiled for `wasm32` alone. Every function takes plain objects, calls the core and hands back plain objects.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::annotate::{self, Options};
use crate::article::Offsets;
use crate::dedup::compare::compare as compare_readings;
use crate::dedup::group::{Deduplicator as Groups, Progress};
use crate::error::Error;
use crate::limits::MAX_COMPARED;
use crate::segment::flatten;
use crate::wire::{
    AnnotatedOut, ArticleIn, CompareIn, Compared, ComparisonOut, DeduplicatorIn, GroupOut, MarkedIn, OptionsIn, ProgressOut, SegmentOut,
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wire/glosswire.d.ts");

#[wasm_bindgen]
extern "C" {
    /// `AnnotateOptions`, a plain object.
    #[wasm_bindgen(typescript_type = "AnnotateOptions")]
    pub type JsAnnotateOptions;
    /// `Annotated`, a plain object.
    #[wasm_bindgen(typescript_type = "Annotated")]
    pub type JsAnnotated;
    /// `ArticleInput[]`.
    #[wasm_bindgen(typescript_type = "ArticleInput[]")]
    pub type JsArticles;
    /// `CompareOptions`, a plain object.
    #[wasm_bindgen(typescript_type = "CompareOptions")]
    pub type JsCompareOptions;
    /// `Comparison`, a plain object.
    #[wasm_bindgen(typescript_type = "Comparison")]
    pub type JsComparison;
    /// Kinds of marks by name.
    #[wasm_bindgen(typescript_type = "string[]")]
    pub type JsKinds;
    /// `Segment[]`.
    #[wasm_bindgen(typescript_type = "Segment[]")]
    pub type JsSegments;
    /// `DeduplicatorOptions`, a plain object.
    #[wasm_bindgen(typescript_type = "DeduplicatorOptions")]
    pub type JsDeduplicatorOptions;
    /// A string or a number.
    #[wasm_bindgen(typescript_type = "string | number")]
    pub type JsId;
    /// The function that is told how far it is.
    #[wasm_bindgen(typescript_type = "OnProgress")]
    pub type JsOnProgress;
    /// `Group[]`.
    #[wasm_bindgen(typescript_type = "Group[]")]
    pub type JsGroups;
}

/// How often `onProgress` is called at most, in milliseconds: twice a frame would cost more than it tells.
const PROGRESS_EVERY: f64 = 33.0;

/// A panic ends the instance; what it was stands in the console.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or(String::new(), |at| format!(" at {}:{}", at.file(), at.line()));
        web_sys::console::error_1(&JsValue::from_str(&format!("glosswire stopped{place}; start it anew")));
    }));
}

/// Annotates one text. See `AnnotateOptions` and `Annotated`.
#[wasm_bindgen]
pub fn annotate(text: &str, options: Option<JsAnnotateOptions>) -> Result<JsAnnotated, JsValue> {
    let options = given::<OptionsIn>("options", options)?.check().map_err(throw)?;
    let annotated = annotate::annotate(text, &options).map_err(throw)?;
    for limit in &annotated.limits {
        web_sys::console::warn_1(&JsValue::from_str(&limit.why));
    }
    give(&AnnotatedOut::new(&annotated, &Offsets::new(text), &options))
}

/// Compares articles in the order in which the reader read them. See `ArticleInput` and `Comparison`.
#[wasm_bindgen]
pub fn compare(articles: JsArticles, options: Option<JsCompareOptions>) -> Result<JsComparison, JsValue> {
    let on_progress = options.as_ref().and_then(|options| property(options.as_ref(), "onProgress"));
    let terms = given::<CompareIn>("options", options)?.check().map_err(throw)?;
    let articles: Vec<ArticleIn> = given("articles", Some(articles))?;
    if articles.len() > MAX_COMPARED {
        let reason = format!("{} articles are more than the {MAX_COMPARED} that can be compared at once; group them first", articles.len());
        return Err(throw(Error::BadOption { option: "articles", reason }));
    }
    let inputs: Vec<(String, String, Options)> = articles.into_iter().map(|a| a.check(&terms)).collect::<Result<_, _>>().map_err(throw)?;
    let mut ids = rustc_hash::FxHashSet::default();
    if let Some((id, ..)) = inputs.iter().find(|(id, ..)| !ids.insert(id.as_str())) {
        return Err(throw(Error::DuplicateId { id: id.clone() }));
    }
    let mut readings = Vec::with_capacity(inputs.len());
    for (_, text, options) in &inputs {
        readings.push(annotate::read(text, options).map_err(throw)?);
    }
    let mut clock = Clock::new(on_progress);
    let comparison = compare_readings(&readings, &mut |done, of| clock.tell(Progress { done, of })).map_err(throw)?;
    let offsets: Vec<Offsets> = inputs.iter().map(|(_, text, _)| Offsets::new(text)).collect();
    let compared: Vec<Compared> = inputs
        .iter()
        .zip(&readings)
        .zip(&offsets)
        .map(|(((id, _, options), reading), offsets)| Compared { id, annotated: &reading.annotated, offsets, options })
        .collect();
    give(&ComparisonOut::new(&comparison, &compared))
}

/// Flattens the marks of an annotation into gap-free segments; `kinds` limits which marks.
#[wasm_bindgen]
pub fn segments(annotated: JsAnnotated, kinds: Option<JsKinds>) -> Result<JsSegments, JsValue> {
    let marked: MarkedIn = given_required("annotated", annotated.into())?;
    let kinds: Option<Vec<String>> = match kinds {
        Some(kinds) => Some(given_required("kinds", kinds.into())?),
        None => None,
    };
    let marks = marked.marks(kinds.as_deref());
    let segments: Vec<SegmentOut> = flatten(marked.length, &marks).iter().map(|segment| SegmentOut::new(segment, &marks)).collect();
    give(&segments)
}

/// Gathers thousands of articles and groups copies. It keeps a sketch of each, not the text.
#[wasm_bindgen]
pub struct Deduplicator(Groups);

#[wasm_bindgen]
impl Deduplicator {
    /// An empty one. `threshold`: the containment, from 0 to 1, above which two articles are one.
    #[wasm_bindgen(constructor)]
    pub fn new(options: Option<JsDeduplicatorOptions>) -> Result<Deduplicator, JsValue> {
        let options: DeduplicatorIn = given("options", options)?;
        Groups::new(options.threshold).map(Deduplicator).map_err(throw)
    }

    /// Adds an article under an id of its own.
    pub fn add(&mut self, id: JsId, text: &str) -> Result<(), JsValue> {
        let id: JsValue = id.into();
        let id = id.as_string().or_else(|| id.as_f64().map(|number| number.to_string()));
        let id = id.ok_or_else(|| throw(Error::BadOption { option: "id", reason: "an id is a string or a number".into() }))?;
        self.0.add(&id, text).map_err(throw)
    }

    /// Memory that what was added takes, in bytes, near enough.
    #[wasm_bindgen(getter)]
    pub fn memory(&self) -> usize {
        self.0.memory()
    }

    /// How many articles were added.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> usize {
        self.0.size()
    }

    /// The groups of two and more. `onProgress({ done, of, ms })` may return false to stop.
    pub fn groups(&self, on_progress: Option<JsOnProgress>) -> Result<JsGroups, JsValue> {
        let mut clock = Clock::new(on_progress.map(JsValue::from));
        let groups = self.0.groups(&mut |progress| clock.tell(progress)).map_err(throw)?;
        let groups: Vec<GroupOut> = groups.iter().map(GroupOut::new).collect();
        give(&groups)
    }
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    crate::version().to_string()
}

/// Calls `onProgress` now and then, and knows how long it has been.
struct Clock {
    on_progress: Option<js_sys::Function>,
    clock: Option<web_sys::Performance>,
    began: f64,
    told: f64,
}

impl Clock {
    fn new(on_progress: Option<JsValue>) -> Clock {
        let clock = property(&js_sys::global(), "performance").map(JsCast::unchecked_into::<web_sys::Performance>);
        let began = clock.as_ref().map_or(0.0, web_sys::Performance::now);
        Clock { on_progress: on_progress.and_then(|f| f.dyn_into().ok()), clock, began, told: f64::NEG_INFINITY }
    }

    /// False when the caller wants to stop. The first and the last call always go through.
    fn tell(&mut self, progress: Progress) -> bool {
        let Some(on_progress) = &self.on_progress else { return true };
        let now = self.clock.as_ref().map_or(0.0, web_sys::Performance::now);
        if now - self.told < PROGRESS_EVERY && progress.done < progress.of {
            return true;
        }
        self.told = now;
        let Ok(told) = give::<JsValue>(&ProgressOut::new(progress, now - self.began)) else { return true };
        match on_progress.call1(&JsValue::NULL, &told) {
            Ok(answer) => answer.as_bool() != Some(false),
            Err(_) => false,
        }
    }
}

/// A property of an object that is neither undefined nor null.
fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// What the caller gave, read as `T`; nothing given is the default.
fn given<T: DeserializeOwned + Default>(option: &'static str, value: Option<impl Into<JsValue>>) -> Result<T, JsValue> {
    match value.map(Into::into) {
        Some(value) if !value.is_undefined() && !value.is_null() => given_required(option, value),
        _ => Ok(T::default()),
    }
}

fn given_required<T: DeserializeOwned>(option: &'static str, value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| throw(Error::BadOption { option, reason: error.to_string() }))
}

/// A plain object of `value`: no `Map`, no BigInt.
fn give<T: JsCast>(value: &impl Serialize) -> Result<T, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map(JsCast::unchecked_into).map_err(JsValue::from)
}

/// The error as JavaScript sees it: an `Error` with `name` and `code`.
fn throw(error: Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    thrown.set_name("GlosswireError");
    // a plain object takes any property
    let _ = js_sys::Reflect::set(&thrown, &JsValue::from_str("code"), &JsValue::from_str(error.code()));
    thrown.into()
}

/// Looks for names in a text over and over, and gives how many were found in all: what the benchmark times. The first reading of the text is part of
/// every call, so that a call with no rounds tells what to take off.
#[cfg(feature = "measure")]
#[wasm_bindgen(js_name = tagNames)]
pub fn tag_names(text: &str, rounds: u32) -> usize {
    use crate::highlight::names::{model::BUILT_IN, tagger, words::Words};
    let article = crate::Article::read(text, None);
    (0..rounds).map(|_| tagger::tag(&Words::of(&article), &BUILT_IN).len()).sum()
}

/// Compares texts over and over, and gives how many sentences the comparisons had in all: what the benchmark times. The texts are annotated once in every
/// call, so that a call with no rounds tells what to take off.
///
/// # Errors
///
/// Throws what [`compare`] would.
#[cfg(feature = "measure")]
#[wasm_bindgen(js_name = compareOften)]
pub fn compare_often(texts: Vec<String>, rounds: u32) -> Result<usize, JsValue> {
    let readings: Result<Vec<_>, _> = texts.iter().map(|text| annotate::read(text, &Options::default())).collect();
    let readings = readings.map_err(throw)?;
    let once = || {
        compare_readings(&readings, &mut |_, _| true)
            .map(|comparison| comparison.articles.iter().map(|one| one.sentences.len()).sum::<usize>())
    };
    (0..rounds).map(|_| once().map_err(throw)).sum()
}
