//! Variants: pages as readers paste them too, made from the pages that are known.

use crate::page::Page;
use std::ops::Range;

/// One in so many reports is used.
const REPORTS: usize = 5;

/// The weight of a page put together from two, against 1 for a page as it was.
const MIXED: f32 = 0.5;

/// The whole page; the article alone, with and without blank lines; its first part, its end.
pub fn of_text(page: &Page) -> Vec<(Page, f32)> {
    let gold: Vec<&str> = page.gold.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let alone = |lines: &[&str], joint: &str| {
        let text = lines.join(joint);
        Page { gold: text.clone(), text, title: String::new(), ..page.without_outline() }
    };
    vec![
        (page.without_outline(), 1.0),
        (alone(&gold, "\n\n"), 0.4),
        (alone(&gold, "\n"), 0.4),
        (alone(&gold[..gold.len().div_ceil(3)], "\n\n"), 0.2),
        (alone(&gold[gold.len() / 2..], "\n"), 0.2),
    ]
}

/// The parts of a page around and inside its article.
struct Frame {
    site: String,
    above: String,
    /// Where its headline stands in what is above, with its copies.
    headings: Vec<Range<usize>>,
    article: String,
    below: String,
    /// Lines inside the article that do not belong to it.
    strange: Vec<String>,
    gold: String,
}

fn frame(page: &Page) -> Option<Frame> {
    let units = page.units();
    let labels = page.labels(&units);
    let first = labels.iter().position(|&l| l)?;
    let last = labels.iter().rposition(|&l| l)?;
    let (start, end) = (units[first].span.start(), units[last].span.end());
    let titles = units[..first].iter().zip(page.titles(&units)).filter(|(_, title)| *title);
    let strange = (first..last).filter(|&i| !labels[i]).map(|i| units[i].span.of(&page.text).to_string()).collect();
    let frame = Frame {
        site: page.site.clone(),
        above: page.text[..start].to_string(),
        headings: titles.map(|(unit, _)| unit.span.start()..unit.span.end()).collect(),
        article: page.text[start..end].to_string(),
        below: page.text[end..].to_string(),
        strange,
        gold: page.gold.clone(),
    };
    (first >= 5 && labels.len() - last > 5).then_some(frame)
}

impl Frame {
    /// Its headline, where it stands above the article.
    fn heading(&self) -> Option<&str> {
        self.headings.first().map(|at| &self.above[at.clone()])
    }

    /// What is above, with another headline in the place of its own.
    fn headed(&self, title: &str) -> String {
        let mut text = self.above.clone();
        for at in self.headings.iter().rev() {
            text.replace_range(at.clone(), title);
        }
        text
    }
}

/// Pages put together from the frame of one page and the article of another, and from a frame and a report; reports alone.
pub fn mixed(pages: &[Page], reports: &[Page]) -> Vec<(Page, f32)> {
    let frames: Vec<Frame> = pages.iter().filter_map(frame).collect();
    let made =
        |site: &str, text: String, gold: String, title: String| Page { site: site.to_string(), text, gold, title, ..Page::default() };
    let mut out = Vec::new();
    for (k, own) in frames.iter().enumerate() {
        let round = &frames[(k * 7 + 3) % frames.len()];
        let title = own.heading().filter(|_| round.heading().is_some()).unwrap_or("");
        let above = if title.is_empty() { round.above.clone() } else { round.headed(title) };
        let text = format!("{above}{}{}", own.article, round.below);
        out.push((made(&round.site, text, own.gold.clone(), title.to_string()), MIXED));
    }
    for (k, report) in reports.iter().step_by(REPORTS).enumerate() {
        let round = &frames[(k * 5 + 1) % frames.len()];
        let joint = ["\n\n", "\n", "\n\n", "\n \n"][k % 4];
        let mut lines: Vec<&str> = report.text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
        // short reports, too: the longest text of a page may be its comments
        lines.truncate([4, usize::MAX, usize::MAX, usize::MAX, 12, usize::MAX][k % 6]);
        let title = lines.first().map_or("", |line| line.trim_end_matches('.')).to_string();
        // the first line is the headline: where that of the page was, else right above
        let body = lines.get(1..).unwrap_or_default();
        let mut text = if round.heading().is_some() { round.headed(&title) } else { format!("{}{title}{joint}", round.above) };
        for (i, line) in body.iter().enumerate() {
            if i > 0 {
                text += joint;
            }
            if i > 0 && !round.strange.is_empty() && (i + 1 + k) % 5 == 0 {
                text += &round.strange[((i + 1) / 5 + k) % round.strange.len()];
                text += joint;
            }
            text += line;
        }
        text += &round.below;
        // a headline in no one's place would teach that none has a byline below it
        let title = if round.heading().is_some() { title } else { String::new() };
        out.push((made(&round.site, text, body.join("\n"), title), MIXED));
        if k % 4 == 0 {
            out.push((made(&report.id, report.text.clone(), report.text.clone(), String::new()), 0.3));
        }
    }
    out
}

/// Marked-up pages: the whole page; the article alone; its first part; the article in the words of another.
pub fn of_outline(pages: &[Page]) -> Vec<(Page, f32)> {
    let mut out = Vec::new();
    for (k, page) in pages.iter().enumerate() {
        let Some(outlined) = page.outlined() else { continue };
        let labels = outlined.labels_of_lines();
        let body = labels.iter().filter(|&&l| l).count();
        let mut left = body.div_ceil(3);
        let head: Vec<bool> = labels
            .iter()
            .map(|&l| {
                left -= usize::from(l && left > 0);
                l && left > 0
            })
            .collect();
        out.push((outlined.only(&labels), 0.3));
        if body > 8 {
            out.push((outlined.only(&head), 0.15));
        }
        let other = &pages[(k * 7 + 3) % pages.len()];
        out.push((outlined.in_words_of(&other.gold, &labels), 0.3));
        out.push((outlined, 1.0));
    }
    out
}
