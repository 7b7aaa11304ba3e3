//! The boundary, in a real browser: plain objects, UTF-16 offsets, errors with codes, the browser's clock. `api.test.mjs` asks the same of the package.
#![cfg(target_arch = "wasm32")]

use glosswire::wasm::{Deduplicator, annotate, compare, segments, version};
use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "😀 Tarrow gate’s cost: $6.8B.\r\nNext line.";

/// Whether the JavaScript expression `says` is true of `it` and `text`.
fn holds(says: &str, it: &JsValue) -> bool {
    let function = Function::new_with_args("it, text", &format!("return ({says})"));
    function.call2(&JsValue::NULL, it, &TEXT.into()).expect("it does not throw").as_bool() == Some(true)
}

fn json<T: JsCast>(text: &str) -> T {
    JSON::parse(text).expect("valid JSON").unchecked_into()
}

fn code(error: JsValue) -> String {
    assert!(holds("it instanceof Error && it.name === 'GlosswireError' && it.message.length > 10", &error));
    Reflect::get(&error, &"code".into()).expect("a property").as_string().expect("a string")
}

#[wasm_bindgen_test]
fn an_annotation_is_a_plain_object_in_utf16() {
    let annotated: JsValue = annotate(TEXT, None).expect("no text is an error").into();
    assert!(holds("Object.getPrototypeOf(it) === Object.prototype && Array.isArray(it.blocks)", &annotated));
    assert!(holds("it.length === text.length", &annotated));
    assert!(holds("text.slice(it.blocks[1].start, it.blocks[1].end) === 'Next line.'", &annotated));
    let plain = "(function plain(x) { return x === null || typeof x !== 'object' ? typeof x !== 'bigint' : !(x instanceof Map) && Object.values(x).every(plain) })(it)";
    assert!(holds(plain, &annotated));
    let flat: JsValue = segments(annotated.unchecked_into(), None).expect("an annotation").into();
    assert!(holds("it.map((s) => text.slice(s.start, s.end)).join('') === text", &flat));
}

#[wasm_bindgen_test]
fn errors_have_a_code() {
    let refuse = |options: &str| code(annotate(TEXT, Some(json(options))).err().expect("a bad option"));
    assert_eq!(refuse(r#"{"published": "yesterday"}"#), "badOption");
    assert_eq!(refuse(r#"{"lines": [{"role": "hero"}]}"#), "badOption");
    assert_eq!(refuse(r#"{"corrections": [{"say": "is", "text": "x", "type": "planet"}]}"#), "badOption");
    assert_eq!(refuse(r#"{"terms": [{"id": "t", "label": "T", "pattern": "(a"}]}"#), "badPattern");
    let twice = compare(json(r#"[{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]"#), None);
    assert_eq!(code(twice.err().expect("an id given twice")), "duplicateId");
}

#[wasm_bindgen_test]
fn progress_has_the_time_and_stops() {
    let story =
        "The gate in the Tarrow estuary failed to close on Monday night, letting the sea into the old harbour of the town. ".repeat(4);
    let mut pile = Deduplicator::new(None).expect("the default threshold");
    for id in ["a", "b"] {
        pile.add(JsValue::from_str(id).unchecked_into(), &story).expect("a new id");
    }
    assert_eq!(code(pile.add(JsValue::from_str("a").unchecked_into(), &story).expect_err("a known id")), "duplicateId");
    assert_eq!(pile.size(), 2);
    let watch = Function::new_with_args("p", "globalThis.told = p; return true");
    let groups: JsValue = pile.groups(Some(watch.unchecked_into())).expect("nobody stopped it").into();
    assert!(holds("it.length === 1 && it[0].members.length === 2 && it[0].members[0].id === it[0].keep", &groups));
    let told = Reflect::get(&js_sys::global(), &"told".into()).expect("a property");
    assert!(holds("it.done === it.of && it.ms >= 0 && it.ms < 60000", &told));
    let stop = Function::new_no_args("return false");
    assert_eq!(code(pile.groups(Some(stop.unchecked_into())).err().expect("it was stopped")), "stopped");
}

#[wasm_bindgen_test]
fn the_version_is_told() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
