//! Trains the classifier of body lines: see `src/article/blocks/MODEL.md`.

use crate::boost::{self, Plan, Samples, Tree};
use crate::page::{self, Page};
use crate::{score, variants};
use glosswire::Role;
use glosswire::article::blocks::features::{self, COLUMNS, Matrix, NAMES, REACH};
use glosswire::article::blocks::{Model, divide, divide_by, forms, stack};
use glosswire::article::lines;
use std::error::Error;

/// A page ready for training: its matrix, labels, weights of lines, and the group whose pages are never split over folds.
struct Ready {
    matrix: Matrix,
    labels: Vec<bool>,
    weights: Vec<f32>,
    titles: Vec<bool>,
    group: u64,
}

/// Cells of a window.
const WINDOW: usize = (2 * REACH + 1) * COLUMNS;

fn column(name: &str) -> usize {
    NAMES.iter().position(|n| *n == name).expect("a column of the features")
}

/// Which cells each pass may ask for: of the line itself all, of neighbours what belongs to one line.
fn allowed(cell: usize, what: For, second: bool) -> bool {
    let (offset, col) = ((cell / COLUMNS).abs_diff(REACH), cell % COLUMNS);
    let between = |from: &str, to: &str| (column(from)..=column(to)).contains(&col);
    // a page's headings are marked as such: a guess at the headline adds nothing to them
    if what == For::Page && between("HEADING", "BODY_WEIGHT") {
        return false;
    }
    let stacked = between("HEADING", "PAGE_MEAN") || between("MEAN_BOX1", "BEST_DOWN");
    let of_line = col <= column("BLANK_AFTER") || col >= NAMES.len() || col == column("IS_LONG");
    let of_place = between("LINKED", "IN_FORM") || between("JUMP_B", "SAME_A");
    match offset {
        0 => !stacked || second,
        _ if stacked => second && col == column("SCORE"),
        1..=2 => of_line || of_place,
        3 => of_line,
        _ => false,
    }
}

fn samples(pages: &[&Ready], what: For, second: bool) -> Samples {
    let mut data = Samples { columns: vec![Vec::new(); WINDOW], label: Vec::new(), weight: Vec::new() };
    for page in pages {
        data.label.extend(&page.labels);
        data.weight.extend(&page.weights);
    }
    for cell in (0..WINDOW).filter(|&cell| allowed(cell, what, second)) {
        let offset = (cell / COLUMNS) as isize - REACH as isize;
        let mut values: Vec<u8> = Vec::with_capacity(data.label.len());
        for page in pages {
            values.extend((0..page.labels.len()).map(|row| page.matrix.get(row, offset, cell % COLUMNS)));
        }
        // a column that never differs tells nothing
        if values.iter().any(|&value| value != values[0]) {
            data.columns[cell] = values;
        }
    }
    data
}

/// Samples of the pages whose headline is known, and which lines are the headline.
fn titled(pages: &[&Ready], what: For, second: bool) -> Samples {
    const PAGE: f32 = 50.0;
    let pages: Vec<&Ready> = pages.iter().copied().filter(|page| page.titles.contains(&true)).collect();
    let mut data = samples(&pages, what, second);
    data.label = pages.iter().flat_map(|page| page.titles.iter().copied()).collect();
    let weigh = |page: &Ready, wanted: bool| PAGE / page.titles.iter().filter(|title| !wanted || **title).count() as f32;
    data.weight = pages.iter().flat_map(|page| page.titles.iter().map(|&title| weigh(page, title))).collect();
    data
}

fn scores(model: &(i16, Vec<Tree>), page: &Ready) -> Vec<i32> {
    let cell = |row: usize, cell: usize| page.matrix.get(row, (cell / COLUMNS) as isize - REACH as isize, cell % COLUMNS);
    (0..page.labels.len()).map(|row| (boost::score(model.0, &model.1, |column| cell(row, column)) * 16.0) as i32).collect()
}

/// How much more a page marked by a person counts.
const BY_HAND: f32 = 3.0;

fn ready(page: &Page, weight: f32) -> Option<Ready> {
    let units = page.units();
    if units.is_empty() {
        return None;
    }
    let labels = page.labels(&units);
    if !labels.contains(&true) {
        return None;
    }
    let matrix = features::matrix(&page.text, &units, page.outline.as_ref());
    let lens: Vec<f32> = units.iter().map(|u| u.span.of(&page.text).split_whitespace().count() as f32).collect();
    let total: f32 = lens.iter().sum::<f32>().max(1.0);
    let n = units.len() as f32;
    let weight = if page.by_hand { weight * BY_HAND } else { weight };
    // lines whose form settles their role are not asked for, but of a page
    let forms = forms(&page.text, &units, &matrix);
    // programs take captions for the article, people don't
    let caption = |row: usize| ["IN_FIGURE", "N_CAPTION"].iter().any(|name| matrix.get(row, 0, column(name)) > 0);
    let asked = |row: usize| match &page.outline {
        None => forms[row].is_none(),
        Some(_) => forms[row] != Some(Role::Caption) && (page.by_hand || !caption(row)),
    };
    let weigh = |row: usize| if asked(row) { (0.3 / n + 0.7 * lens[row] / total) * 200.0 * weight } else { 0.0 };
    let weights = (0..units.len()).map(weigh).collect();
    Some(Ready { matrix, labels, weights, titles: page.titles(&units), group: hash(&page.site) })
}

/// A number for a name, the same on every machine.
fn hash(name: &str) -> u64 {
    let mixed = name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    mixed ^ mixed >> 29
}

/// What a set of forests is for.
#[derive(Clone, Copy, PartialEq)]
enum For {
    Text,
    Page,
}

/// Trains one set of forests: both passes and the headline's.
fn set(what: For, raw: &[Page], reports: &[Page]) -> Vec<u8> {
    const FOLDS: u64 = 4;
    let (trees, rate) = if what == For::Text { (110, 0.08) } else { (100, 0.1) };
    let rows = if what == For::Text { 0.5 } else { 1.0 };
    let plan = Plan { trees, depth: 4, rate, ridge: 10.0, least: 10.0, columns: 0.3, rows, seed: 7920 };
    let made = match what {
        For::Text => raw.iter().flat_map(variants::of_text).chain(variants::mixed(raw, reports)).collect(),
        For::Page => variants::of_outline(raw),
    };
    let mut pages: Vec<Ready> = made.iter().filter_map(|(page, weight)| ready(page, *weight)).collect();
    let plan_title = Plan { trees: if what == For::Text { 80 } else { 60 }, depth: 3, ..plan };
    let plan_heading = Plan { trees: if what == For::Text { 40 } else { 0 }, rate: 0.15, ..plan_title };
    let mut passed: Vec<(Vec<i32>, Vec<i32>)> = vec![Default::default(); pages.len()];
    for fold in 0..FOLDS {
        let learn: Vec<&Ready> = pages.iter().filter(|p| p.group % FOLDS != fold).collect();
        let model = boost::boost(&samples(&learn, what, false), plan);
        let heading = boost::boost(&titled(&learn, what, false), plan_heading);
        for (index, page) in pages.iter().enumerate().filter(|(_, p)| p.group % FOLDS == fold) {
            passed[index] = (scores(&model, page), scores(&heading, page));
        }
    }
    let all: Vec<&Ready> = pages.iter().collect();
    let (model1, heading) = (boost::boost(&samples(&all, what, false), plan), boost::boost(&titled(&all, what, false), plan_heading));
    for (page, (scores, headings)) in pages.iter_mut().zip(&passed) {
        stack::second_pass(&mut page.matrix, scores, headings);
    }
    let all: Vec<&Ready> = pages.iter().collect();
    let model2 = boost::boost(&samples(&all, what, true), plan);
    let title = boost::boost(&titled(&all, what, true), plan_title);
    let mut bytes = Vec::new();
    pack(&model1, plan, &mut bytes);
    pack(&heading, plan_heading, &mut bytes);
    pack(&model2, plan, &mut bytes);
    pack(&title, plan_title, &mut bytes);
    eprintln!("{} pages, {} bytes", pages.len(), bytes.len());
    bytes
}

/// Both sets, each in a thread of its own.
fn both(raw: &[Page], reports: &[Page]) -> Vec<u8> {
    std::thread::scope(|scope| {
        let text = scope.spawn(|| set(For::Text, raw, reports));
        let page = set(For::Page, raw, reports);
        [text.join().expect("the other set"), page].concat()
    })
}

/// Trains on all pages and writes the weights.
pub fn train(path: &str, reports: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let bytes = both(&page::read(path)?, &page::read(reports)?);
    eprintln!("{} bytes", bytes.len());
    std::fs::write(out, bytes)?;
    Ok(())
}

/// Trains once for each fold of the sites without it, from plain text or from markup, and writes what is then found in the pages of the fold.
pub fn check(what: &str, path: &str, reports: &str, out: &str) -> Result<(), Box<dyn Error>> {
    const FOLDS: u64 = 6;
    let what = if what == "page" { For::Page } else { For::Text };
    let (raw, reports) = (page::read(path)?, page::read(reports)?);
    // another hash than that of the inner folds, or some of them would be empty
    let fold_of = |page: &Page| hash(&page.site) / 7 % FOLDS;
    let rows = |fold: u64| -> String {
        let learn: Vec<Page> = raw.iter().filter(|page| fold_of(page) != fold).cloned().collect();
        let bytes = set(what, &learn, &reports);
        let model = Model::read(&[bytes.clone(), bytes].concat()).expect("weights fit the features they were made from");
        let page = |page: &Page| if what == For::Page { page.outlined().unwrap_or_else(|| page.clone()) } else { page.without_outline() };
        raw.iter().filter(|page| fold_of(page) == fold).map(|each| found(&page(each), Some(&model))).collect()
    };
    let found: String = std::thread::scope(|scope| {
        let rows = &rows;
        let halves = [0, 1].map(|half| scope.spawn(move || (half..FOLDS).step_by(2).map(rows).collect::<String>()));
        halves.map(|half| half.join().expect("every fold is judged")).concat()
    });
    println!("{}", score::told(&raw, &found));
    std::fs::write(out, found)?;
    Ok(())
}

fn pack(model: &(i16, Vec<Tree>), plan: Plan, bytes: &mut Vec<u8>) {
    bytes.extend([plan.depth as u8, model.1.len() as u8]);
    bytes.extend(model.0.to_le_bytes());
    for tree in &model.1 {
        for &(cell, most) in &tree.nodes {
            bytes.extend([(cell / COLUMNS) as u8, (cell % COLUMNS) as u8, most]);
        }
        bytes.extend(tree.leaves.iter().map(|&leaf| leaf as u8));
    }
}

/// What is found in a page, as a row for a scorer.
fn found(page: &Page, model: Option<&Model>) -> String {
    let lines = lines::split(&page.text);
    let outline = page.outline.as_ref();
    let blocks = match model {
        Some(model) => divide_by(model, &page.text, &lines, None, outline),
        None => divide(&page.text, &lines, None, outline),
    };
    let of = |wanted: &[Role]| -> Vec<&str> { blocks.iter().filter(|b| wanted.contains(&b.role)).map(|b| b.span.of(&page.text)).collect() };
    let roles: Vec<_> = blocks.iter().map(|b| serde_json::json!([b.role.name(), b.span.of(&page.text)])).collect();
    let row = serde_json::json!({
        "id": page.id, "body": of(&[Role::Body, Role::Subheading, Role::List]).join("\n"),
        "title": of(&[Role::Headline]).first(), "roles": roles,
    });
    format!("{row}\n")
}

/// Writes the body and the headline that the library finds in the text of each page.
pub fn bodies(path: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let rows: String = page::read(path)?.iter().map(|page| found(page, None)).collect();
    std::fs::write(out, rows)?;
    Ok(())
}
