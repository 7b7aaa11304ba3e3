//! Trains the classifier of body lines: see `src/article/blocks/MODEL.md`.

use crate::boost::{self, Plan, Samples, Tree};
use crate::page::{self, Page};
use glosswire::article::blocks::features::{self, COLUMNS, Matrix, NAMES, REACH};
use glosswire::article::blocks::forms;
use glosswire::{Options, Role};
use std::error::Error;

/// A page ready for training: its matrix, labels, weights of lines, and the group whose pages are never split over folds.
struct Ready {
    matrix: Matrix,
    labels: Vec<bool>,
    weights: Vec<f32>,
    titles: Vec<bool>,
    group: usize,
}

/// Cells of a window.
const WINDOW: usize = (2 * REACH + 1) * COLUMNS;

fn column(name: &str) -> usize {
    NAMES.iter().position(|n| *n == name).expect("a column of the features")
}

/// Which cells each pass may ask for: of the line itself all, of neighbours what belongs to one line.
fn allowed(cell: usize, second: bool) -> bool {
    let (offset, col) = ((cell / COLUMNS).abs_diff(REACH), cell % COLUMNS);
    let score = column("SCORE");
    let stacked = (score..NAMES.len()).contains(&col);
    let of_line = col <= column("BLANK_AFTER") || col >= NAMES.len() || col == column("IS_LONG");
    match offset {
        0 => !stacked || second,
        _ if stacked => second && col == score,
        1..=3 => of_line,
        _ => false,
    }
}

fn samples(pages: &[&Ready], second: bool) -> Samples {
    let mut data = Samples { columns: vec![Vec::new(); WINDOW], label: Vec::new(), weight: Vec::new() };
    for page in pages {
        data.label.extend(&page.labels);
        data.weight.extend(&page.weights);
    }
    for cell in (0..WINDOW).filter(|&cell| allowed(cell, second)) {
        let offset = (cell / COLUMNS) as isize - REACH as isize;
        let values = &mut data.columns[cell];
        for page in pages {
            values.extend((0..page.labels.len()).map(|row| page.matrix.get(row, offset, cell % COLUMNS)));
        }
    }
    data
}

fn scores(model: &(i16, Vec<Tree>), page: &Ready, second: bool) -> Vec<i32> {
    let data = samples(&[page], second);
    (0..page.labels.len()).map(|i| (boost::score(model.0, &model.1, &data.columns, i) * 16.0) as i32).collect()
}

/// Variants of a page that readers paste too: the whole page; the article alone, with and without blank lines; its first part, its end.
fn variants(page: &Page) -> Vec<(Page, f32)> {
    let gold: Vec<&str> = page.gold.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let alone = |id: &str, lines: &[&str], joint: &str| {
        let text = lines.join(joint);
        Page { id: format!("{}{id}", page.id), gold: text.clone(), text, title: String::new() }
    };
    vec![
        (page.clone(), 1.0),
        (alone("/alone", &gold, "\n\n"), 0.4),
        (alone("/tight", &gold, "\n"), 0.4),
        (alone("/head", &gold[..gold.len().div_ceil(3)], "\n\n"), 0.2),
        (alone("/tail", &gold[gold.len() / 2..], "\n"), 0.2),
    ]
}

/// The parts of a page around and inside its article.
struct Frame {
    above: String,
    article: String,
    below: String,
    /// Lines inside the article that do not belong to it.
    strange: Vec<String>,
}

fn frame(page: &Page) -> Option<Frame> {
    let units = page.units();
    let labels = page.labels(&units);
    let first = labels.iter().position(|&l| l)?;
    let last = labels.iter().rposition(|&l| l)?;
    let (start, end) = (units[first].span.start(), units[last].span.end());
    let strange = (first..last).filter(|&i| !labels[i]).map(|i| units[i].span.of(&page.text).to_string()).collect();
    let frame = Frame {
        above: page.text[..start].to_string(),
        article: page.text[start..end].to_string(),
        below: page.text[end..].to_string(),
        strange,
    };
    (first >= 5 && labels.len() - last > 5).then_some(frame)
}

/// Pages put together from the frame of one page and the article of another, and from a frame and a report.
fn mixed(pages: &[Page], reports: &[Page]) -> Vec<(Page, usize)> {
    let frames: Vec<(usize, Frame)> = pages.iter().enumerate().filter_map(|(i, page)| Some((i, frame(page)?))).collect();
    let mut out = Vec::new();
    for (k, (_, own)) in frames.iter().enumerate() {
        let (other, round) = &frames[(k * 7 + 3) % frames.len()];
        let gold = pages[frames[k].0].gold.clone();
        let article = &own.article;
        out.push((
            Page { id: format!("mix{k}"), text: format!("{}{article}{}", round.above, round.below), gold, title: String::new() },
            *other,
        ));
    }
    for (k, report) in reports.iter().enumerate() {
        let (other, round) = &frames[(k * 5 + 1) % frames.len()];
        let joint = ["\n\n", "\n", "\n\n", "\n \n"][k % 4];
        let mut lines: Vec<&str> = report.text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        // short reports, too: the longest text of a page may be its comments
        lines.truncate([4, usize::MAX, usize::MAX, usize::MAX, 12, usize::MAX][k % 6]);
        let title = lines.first().map_or("", |line| line.trim_end_matches('.')).to_string();
        let mut text = round.above.clone();
        for (i, line) in lines.iter().enumerate() {
            if i > 0 {
                text += joint;
            }
            if i > 1 && !round.strange.is_empty() && (i + k) % 5 == 0 {
                text += &round.strange[(i / 5 + k) % round.strange.len()];
                text += joint;
            }
            text += if i == 0 { &title } else { line };
        }
        text += &round.below;
        // the first line is the headline
        let gold = lines.get(1..).unwrap_or_default().join("\n");
        out.push((Page { id: format!("report{k}"), text, gold, title }, *other));
    }
    out
}

fn ready(page: &Page, weight: f32, group: usize) -> Option<Ready> {
    let units = page.units();
    if units.is_empty() {
        return None;
    }
    let labels = page.labels(&units);
    if !labels.contains(&true) {
        return None;
    }
    let matrix = features::matrix(&page.text, &units);
    let lens: Vec<f32> = units.iter().map(|u| u.span.of(&page.text).split_whitespace().count() as f32).collect();
    let total: f32 = lens.iter().sum::<f32>().max(1.0);
    let n = units.len() as f32;
    // lines whose form settles their role are not asked for
    let forms = forms(&page.text, &units, &matrix);
    let weights = lens
        .iter()
        .zip(&forms)
        .map(|(len, form)| if form.is_some() { 0.0 } else { (0.3 / n + 0.7 * len / total) * 200.0 * weight })
        .collect();
    Some(Ready { matrix, labels, weights, titles: page.titles(&units), group })
}

/// Trains both passes and writes the weights.
pub fn train(path: &str, reports: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let number = |name: &str, default: f32| std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default);
    let plan = Plan {
        trees: number("TREES", 60.0) as usize,
        depth: number("DEPTH", 4.0) as usize,
        rate: number("RATE", 0.15),
        ridge: number("RIDGE", 5.0),
        least: number("LEAST", 5.0),
        columns: number("COLS", 0.3),
        seed: number("SEED", 1.0) as u64 * 7919 + 1,
    };
    let mut pages: Vec<Ready> = Vec::new();
    let raw = page::read(path)?;
    // neighbours in the list are often of one site
    let group = |index: usize| index / 4;
    for (index, page) in raw.iter().enumerate() {
        for (variant, weight) in variants(page) {
            pages.extend(ready(&variant, weight * number("VARIANTS", 1.0).max(if weight == 1.0 { 1.0 } else { 0.0 }), group(index)));
        }
    }
    let every = number("EVERY", 6.0) as usize;
    let reports: Vec<Page> = page::read(reports)?.into_iter().step_by(every).collect();
    for (page, index) in mixed(&raw, &reports) {
        pages.extend(ready(&page, number("MIXED", 0.5), group(index)));
    }
    for (index, report) in reports.iter().enumerate().step_by(4) {
        let page = Page { id: String::new(), text: report.text.clone(), gold: report.text.clone(), title: String::new() };
        pages.extend(ready(&page, 0.3, group(index)));
    }
    eprintln!("{} pages, {} lines", pages.len(), pages.iter().map(|p| p.labels.len()).sum::<usize>());
    const FOLDS: usize = 4;
    let mut first: Vec<Vec<i32>> = vec![Vec::new(); pages.len()];
    for fold in 0..FOLDS {
        let learn: Vec<&Ready> = pages.iter().filter(|p| p.group % FOLDS != fold).collect();
        let model = boost::boost(&samples(&learn, false), plan);
        for (index, page) in pages.iter().enumerate().filter(|(_, p)| p.group % FOLDS == fold) {
            first[index] = scores(&model, page, false);
        }
    }
    let model1 = boost::boost(&samples(&pages.iter().collect::<Vec<_>>(), false), plan);
    for (page, scores) in pages.iter_mut().zip(&first) {
        features::second_pass(&mut page.matrix, scores);
    }
    let model2 = boost::boost(&samples(&pages.iter().collect::<Vec<_>>(), true), plan);
    let titled: Vec<&Ready> = pages.iter().filter(|p| p.titles.contains(&true)).collect();
    eprintln!("{} pages with their headline", titled.len());
    let mut data = samples(&titled, true);
    data.label = titled.iter().flat_map(|p| p.titles.iter().copied()).collect();
    data.weight = titled
        .iter()
        .flat_map(|p| {
            p.titles.iter().map(|&t| if t { 50.0 / p.titles.iter().filter(|t| **t).count() as f32 } else { 50.0 / p.titles.len() as f32 })
        })
        .collect();
    let plan3 = Plan { trees: number("TITLE_TREES", 50.0) as usize, depth: 3, ..plan };
    let model3 = boost::boost(&data, plan3);
    let mut bytes = Vec::new();
    pack(&model1, plan, &mut bytes);
    pack(&model2, plan, &mut bytes);
    pack(&model3, plan3, &mut bytes);
    eprintln!("{} bytes", bytes.len());
    std::fs::write(out, bytes)?;
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

/// Writes the body and the headline that the library finds in each page, and prints how much of it is set aside.
pub fn bodies(path: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let _ = Options::default();
    let mut rows = String::new();
    for page in page::read(path)? {
        let lines = glosswire::article::lines::split(&page.text);
        let blocks = glosswire::article::blocks::divide(&page.text, &lines, None);
        let of =
            |wanted: &[Role]| -> Vec<&str> { blocks.iter().filter(|b| wanted.contains(&b.role)).map(|b| b.span.of(&page.text)).collect() };
        let roles: Vec<_> = blocks.iter().map(|b| serde_json::json!([b.role.name(), b.span.of(&page.text)])).collect();
        let row = serde_json::json!({
            "id": page.id, "body": of(&[Role::Body, Role::Subheading, Role::List]).join("\n"),
            "title": of(&[Role::Headline]).first(), "roles": roles,
        });
        rows += &row.to_string();
        rows.push('\n');
    }
    std::fs::write(out, rows)?;
    Ok(())
}
