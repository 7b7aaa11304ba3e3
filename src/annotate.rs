//! Annotate: one text in, everything a reader wants to see in it out. The stages run in the order in which data flows.

use crate::article::{Article, Block, Outline, Role, Sentence};
use crate::dedup::repeats::{self, Repeat};
use crate::error::Error;
use crate::highlight::{Correction, Entity, Published, Quote, Term, TermHit, Value, corrections, key, names, quotes, terms, values};
use crate::limits::{Limit, MAX_TEXT};

/// What the caller knows beside the text.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day the article was published, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// The reader's own words and patterns.
    pub terms: Vec<Term>,
    /// What the reader corrected.
    pub corrections: Vec<Correction>,
    /// Roles of the lines, one a line, where a paste or the reader has settled them.
    pub roles: Option<Vec<Role>>,
    /// The page that the lines were copied from, where it is known.
    pub outline: Option<Outline>,
}

/// What was found in a text. Every span is in bytes of that text.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotated {
    /// Length of the text in bytes.
    pub length: usize,
    /// The date by which others were resolved.
    pub published: Option<Published>,
    /// Blocks in order.
    pub blocks: Vec<Block>,
    /// Sentences in order.
    pub sentences: Vec<Sentence>,
    /// Named things, in order of first mention.
    pub entities: Vec<Entity>,
    /// Figures, in order.
    pub values: Vec<Value>,
    /// Quotations, in order.
    pub quotes: Vec<Quote>,
    /// Passages said before in the same text.
    pub repeats: Vec<Repeat>,
    /// Indexes into `sentences`, most telling first.
    pub key_sentences: Vec<usize>,
    /// Hits of the reader's own terms, in order.
    pub terms: Vec<TermHit>,
    /// What was cut short; empty when nothing was.
    pub limits: Vec<Limit>,
}

/// An article with what was found in it: what a comparison works on.
#[derive(Debug, Clone)]
pub struct Reading<'t> {
    /// The text with its structure.
    pub article: Article<'t>,
    /// What was found.
    pub annotated: Annotated,
}

/// Reads a text and finds everything.
///
/// # Errors
/// [`Error::TooLong`] above [`MAX_TEXT`]; [`Error::BadPattern`] and [`Error::BadOption`] for options that can't be used. No text of a
/// permitted length is an error.
pub fn read<'t>(text: &'t str, options: &Options) -> Result<Reading<'t>, Error> {
    if text.len() > MAX_TEXT {
        return Err(Error::TooLong { len: text.len(), max: MAX_TEXT });
    }
    if let Some(day) = options.published.as_deref().filter(|day| !values::is_day(day)) {
        return Err(Error::BadOption { option: "published", reason: format!("{day:?} is not a day written YYYY-MM-DD") });
    }
    options.corrections.iter().try_for_each(Correction::check)?;
    let finder = terms::Finder::new(&options.terms)?;
    let mut article = Article::read_page(text, options.roles.as_deref(), options.outline.as_ref());
    corrections::roles(&mut article, &options.corrections);
    let told = options.outline.as_ref().and_then(|page| page.day(&article.lines, &article.blocks));
    let published = values::published(&article, options.published.as_deref().or(told));
    let mut values = values::find(&article, published.as_ref());
    corrections::values(&article, &mut values, &options.corrections);
    let mut entities = names::find(&article, &values);
    if !options.corrections.is_empty() {
        corrections::names(&article, &mut entities, &options.corrections);
    }
    let mut quotes = quotes::find(&article, &mut entities);
    corrections::quotes(&article, &mut quotes, &entities, &options.corrections);
    let repeats = repeats::find(&article);
    let mut limits = article.limits(options.roles.is_none());
    let terms = finder.find(&article, &mut limits);
    let mut annotated = Annotated {
        length: text.len(),
        published,
        blocks: article.blocks.clone(),
        sentences: article.sentences.clone(),
        entities,
        values,
        quotes,
        repeats,
        key_sentences: Vec::new(),
        terms,
        limits,
    };
    annotated.key_sentences = key::find(&article, &annotated);
    Ok(Reading { article, annotated })
}

/// Finds everything in a text: [`read`] without the structure that only comparisons need.
///
/// # Errors
/// As [`read`].
pub fn annotate(text: &str, options: &Options) -> Result<Annotated, Error> {
    read(text, options).map(|reading| reading.annotated)
}
