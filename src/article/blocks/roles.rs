//! Roles: from the scores of the lines to what each line is for.
//!
//! The classifier only tells body from the rest. What a line outside the body is, and which lines inside its run are captions, dates,
//! credits or links, is read off its own form; the order of the page (headline, standfirst, byline, date, body, other articles) does the rest.

use super::classify::{Forests, UNIT};
use super::cues;
use super::features::{APART, BEST_UP, DAYED, IN_FIGURE, IN_QUOTE, IN_TIME, LINKED, Look, Matrix, N_BODY, N_BYLINE, N_CAPTION, N_COMMENT};
use super::{Role, Unit, headline, opening};

/// Words of a paragraph, at least.
const PARAGRAPH_WORDS: u32 = 12;

/// Most characters of a caption.
const CAPTION: u32 = 420;

/// How sure, in quarters of log odds, the classifier must be to take a line, or a sentence, out from between two lines of the body.
const DOUBT: i32 = 2;
const DOUBT_SENTENCE: i32 = 10;
/// The same for a paragraph that follows the body.
const DOUBT_NEXT: i32 = 6;

/// Most words of a subheading.
const SUBHEADING_WORDS: u32 = 14;

/// What the form of each line alone says, where it says anything: the lines for which no classifier is asked.
pub fn forms(text: &str, units: &[Unit], matrix: &Matrix) -> Vec<Option<Role>> {
    units.iter().zip(&matrix.looks).map(|(unit, look)| by_form(unit.span.of(text), look)).collect()
}

/// The roles of all units. `scores` are those of the classifier, above 0 for body.
pub(super) fn assign(forests: &Forests, text: &str, units: &[Unit], matrix: &Matrix, scores: &[i32], furnished: bool) -> Vec<Role> {
    let looks = &matrix.looks[..];
    let n = units.len();
    let line = |row: usize| units[row].span.of(text);
    let score = |row: usize| if scores[row] > 0 { Role::Body } else { Role::Furniture };
    let form = |row: usize| by_form(line(row), &looks[row]);
    // what a line is for stands in its words, unless the page around it tells
    let outlined = matrix.outlined() && furnished;
    let role = |row: usize| match form(row) {
        _ if outlined && matrix.get(row, 0, APART) > 0 && matrix.get(row, 0, N_COMMENT) > 0 => Role::Furniture,
        Some(form) if !outlined || scores[row] <= 0 || form == Role::Caption => form,
        None if outlined && scores[row] <= 0 => by_place(matrix, row),
        _ => score(row),
    };
    let mut roles: Vec<Role> = (0..n).map(role).collect();
    fill(looks, scores, &mut roles);
    if outlined {
        named(matrix, &mut roles);
        cited(matrix, &mut roles);
    }
    posts(text, units, &mut roles);
    // marks without a word ("___", a stray quotation mark) go with the line before them
    for row in 1..n {
        if looks[row].words == 0 && roles[row - 1] == Role::Body {
            roles[row] = Role::Body;
        }
    }
    if furnished {
        teasers(text, units, looks, &mut roles);
    }
    if furnished && !outlined {
        copies(text, units, looks, &mut roles);
        links(text, units, looks, &mut roles);
        opening::reopen(forests, text, units, matrix, &mut roles);
    }
    let paragraph = |row: usize, roles: &[Role]| roles[row] == Role::Body && looks[row].stop && looks[row].words >= PARAGRAPH_WORDS;
    let Some(first) = first_paragraph(n, &roles, &paragraph) else { return roles };
    let last = (0..n).rev().find(|&row| paragraph(row, &roles)).unwrap_or(first);
    // the site's address above the body is no headline
    let title = headline::find(forests, matrix, &roles, first).filter(|&title| !looks[title].address);
    if let Some(title) = title {
        for row in 0..n {
            if row == title {
                roles[row] = Role::Headline;
                continue;
            }
            let copy = looks[row].key == looks[title].key && looks[row].words == looks[title].words;
            let above = furnished && row < title && roles[row] == Role::Body && !(looks[row].stop && looks[row].words >= 6);
            if copy || above {
                roles[row] = Role::Furniture;
            }
        }
        standfirst(looks, &mut roles, title, first);
    }
    let top = title.unwrap_or(first).saturating_sub(4);
    others(looks, &mut roles, top, last);
    inside(text, units, looks, &mut roles);
    roles
}

/// Whether lines that belong to a page, not to an article, are among the lines at all. Where none are, somebody pasted an article and
/// nothing else, and what the classifier doubts stays in it.
pub(super) fn furnished(matrix: &Matrix) -> bool {
    const EVIDENCE: u32 = cues::FURNITURE
        | cues::SECTION
        | cues::SHARE
        | cues::MINREAD
        | cues::ADVERT
        | cues::SUBSCRIBE
        | cues::LEGAL
        | cues::COMMENTS
        | cues::NAVIGATION
        | cues::TOPICS;
    /// Lines at the top that may be a menu.
    const MENU: usize = 25;
    /// As many lines that are nothing but a link are a menu, or a list of other articles.
    const LINKS: usize = 6;
    let looks = &matrix.looks;
    if matrix.outlined() && (0..looks.len()).filter(|&row| matrix.get(row, 0, LINKED) > 229 && looks[row].words <= 16).count() >= LINKS {
        return true;
    }
    let signs = looks.iter().filter(|look| (1..=6).contains(&look.words) && !look.stop && look.classes & EVIDENCE != 0).count();
    // a menu is telling in any language
    let scraps = looks.iter().filter(|look| (1..=6).contains(&look.words) && look.end == 0 && look.start != 0).count();
    // a page that begins with one, in whatever language
    let menu =
        looks.len() > 2 * MENU && looks[..MENU].iter().filter(|look| (1..=4).contains(&look.words) && look.end == 0).count() + 2 >= MENU;
    signs >= 3 && (signs * 30 >= looks.len() || scraps * 3 >= looks.len()) || menu
}

/// What the classifier doubts stays in the article where body stands close on both sides: a paragraph lost is worse than a line too many.
fn fill(looks: &[Look], scores: &[i32], roles: &mut [Role]) {
    /// Most lines between two of the body that are given back.
    const GAP: usize = 4;
    const NEVER: u32 =
        cues::SHARE | cues::RELATED | cues::READMORE | cues::MINREAD | cues::ADVERT | cues::SUBSCRIBE | cues::LEGAL | cues::TOPICS;
    let mut before: Option<usize> = None;
    for row in 0..roles.len() {
        if roles[row] != Role::Body {
            continue;
        }
        if let Some(start) = before.filter(|start| row - start <= GAP + 1) {
            for gap in start + 1..row {
                let look = &looks[gap];
                let doubt = if look.stop && look.words >= 6 { DOUBT_SENTENCE } else { DOUBT };
                if roles[gap] == Role::Furniture
                    && look.classes & (NEVER | cues::FURNITURE | cues::SECTION) == 0
                    && scores[gap] > -doubt * UNIT / 4
                {
                    roles[gap] = Role::Body;
                }
            }
        }
        before = Some(row);
    }
    // a paragraph right after one of the body, at most one other line between
    for row in 1..roles.len() {
        let look = &looks[row];
        let after = roles[row - 1] == Role::Body || row > 1 && roles[row - 2] == Role::Body;
        let paragraph = look.stop && look.words >= 15 && look.classes & (NEVER | cues::FURNITURE | cues::SECTION) == 0;
        if after && paragraph && roles[row] == Role::Furniture && scores[row] > -DOUBT_NEXT * UNIT / 4 {
            roles[row] = Role::Body;
        }
    }
}

/// What the page says a line outside the body is.
fn by_place(matrix: &Matrix, row: usize) -> Role {
    let look = &matrix.looks[row];
    let near = |column: usize, least: u8| matrix.get(row, 0, column) >= least;
    if near(APART, 1) || near(LINKED, 200) && look.words > 8 {
        Role::Furniture
    } else if look.words >= 3 && look.len <= CAPTION && (near(IN_FIGURE, 1) || near(N_CAPTION, 7)) {
        Role::Caption
    } else if look.words <= 16 && (near(IN_TIME, 7) || near(DAYED, 1) && look.digits > 0) {
        Role::Dateline
    } else if (2..=14).contains(&look.words) && !look.stop && near(N_BYLINE, 7) && look.classes & cues::SHARE == 0 {
        Role::Byline
    } else {
        Role::Furniture
    }
}

/// Where the page calls something the body of an article and hardly a line of it was taken for one, the article is a list or a table: all of it is taken.
fn named(matrix: &Matrix, roles: &mut [Role]) {
    /// Characters that make a body.
    const LEAST: u32 = 200;
    let inside = |row: &usize| matrix.get(*row, 0, N_BODY) > 1 && matrix.get(*row, 0, APART) == 0 && matrix.get(*row, 0, LINKED) < 128;
    let rows: Vec<usize> = (0..roles.len()).filter(inside).collect();
    let len = |row: &&usize| matrix.looks[**row].len;
    let all: u32 = rows.iter().map(|row| len(&row)).sum();
    let taken: u32 = rows.iter().filter(|row| roles[**row] == Role::Body).map(|row| len(&row)).sum();
    if all >= LEAST && taken * 5 < all {
        for row in rows {
            roles[row] = Role::Body;
        }
    }
}

/// Posts that are cited between two paragraphs and end in their writer: "— Ana Vell (@anavell) May 6, 2031".
fn posts(text: &str, units: &[Unit], roles: &mut [Role]) {
    /// Most lines of a post, and most from its end to the next paragraph.
    const LINES: usize = 4;
    for row in 1..roles.len() {
        let line = units[row].span.of(text);
        if !line.starts_with(['—', '–']) || !line.contains("(@") {
            continue;
        }
        let before = (row.saturating_sub(LINES)..row).rev().find(|&other| roles[other] == Role::Body);
        let goes_on = (row + 1..roles.len().min(row + 1 + LINES)).any(|other| roles[other] == Role::Body);
        if let Some(before) = before.filter(|_| goes_on) {
            roles[before + 1..=row].fill(Role::Body);
        }
    }
}

/// What a page cites between two paragraphs (a post of somebody, a passage of a document) belongs to the article, whatever its words look like.
fn cited(matrix: &Matrix, roles: &mut [Role]) {
    let mut before = None;
    for row in 0..roles.len() {
        if roles[row] != Role::Body {
            continue;
        }
        if let Some(start) = before {
            let cites = |gap: &usize| matrix.get(*gap, 0, IN_QUOTE) > 1 && matrix.get(*gap, 0, BEST_UP) == 0;
            for gap in (start + 1..row).filter(cites) {
                roles[gap] = Role::Body;
            }
        }
        before = Some(row);
    }
}

/// Captions stand on a page several times: as the picture's description, under it, in its gallery. A line that comes again close by is
/// one, and so is one that the next line begins with.
fn copies(text: &str, units: &[Unit], looks: &[Look], roles: &mut [Role]) {
    /// How close copies stand, in lines.
    const CLOSE: usize = 6;
    for row in 0..roles.len() {
        let look = &looks[row];
        if roles[row] != Role::Body || look.words < 3 {
            continue;
        }
        let again = look.copies > 1
            && (look.copies > 2 && !look.stop
                || (row.saturating_sub(CLOSE)..looks.len().min(row + CLOSE + 1)).any(|i| i != row && looks[i].key == look.key));
        let line = units[row].span.of(text);
        let longer = look.words >= 6
            && units.get(row + 1).is_some_and(|next| next.span.of(text).starts_with(line) && next.span.len() < line.len() + 80);
        if again {
            roles[row] = Role::Caption;
        } else if longer {
            roles[row] = Role::Caption;
            roles[row + 1] = Role::Caption;
        }
    }
}

/// A text that breaks off ("...", "[…]") above a line that says where the rest of it stands is the beginning of another article.
fn teasers(text: &str, units: &[Unit], looks: &[Look], roles: &mut [Role]) {
    for row in 1..roles.len() {
        let line = units[row].span.of(text);
        let reads =
            ["read", "continue", "full"].iter().any(|start| line.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)));
        let more = reads && looks[row].opening & cues::READMORE != 0 && looks[row].words <= 4 && roles[row] != Role::Body;
        let before = units[row - 1].span.of(text).trim_end_matches(']');
        let breaks = roles[row - 1] == Role::Body && (before.ends_with('…') || before.ends_with("..."));
        // its title stands above it, and the article above that
        let apart = row > 1 && roles[row - 2] != Role::Body && roles[..row - 2].contains(&Role::Body);
        if more && breaks && apart {
            roles[row - 1] = Role::Related;
        }
    }
}

/// "Related", alone on its line, and right below it, without a blank line, two or more titles: links to other articles, also in the middle of this one.
fn links(text: &str, units: &[Unit], looks: &[Look], roles: &mut [Role]) {
    const HEADS: u32 = cues::SECTION | cues::RELATED;
    let below = |row: usize| text[units[row - 1].span.end()..units[row].span.start()].matches('\n').count() == 1;
    for head in 0..roles.len() {
        if looks[head].classes & HEADS != HEADS || looks[head].words > 4 || roles[head] != Role::Furniture {
            continue;
        }
        let title = |row: &usize| !looks[*row].stop && (3..=SUBHEADING_WORDS).contains(&looks[*row].words) && below(*row);
        let titles = (head + 1..roles.len()).take_while(title).count();
        if titles >= 2 {
            roles[head + 1..=head + titles].fill(Role::Related);
        }
    }
}

/// The first paragraph that another body line follows soon.
fn first_paragraph(n: usize, roles: &[Role], paragraph: &dyn Fn(usize, &[Role]) -> bool) -> Option<usize> {
    let mut rows = (0..n).filter(|&row| paragraph(row, roles));
    let first = rows.next()?;
    let mut before = first;
    for row in rows {
        if row - before <= 8 {
            return Some(before);
        }
        before = row;
    }
    Some(first)
}

/// What the form of a line alone says, if anything.
pub(super) fn by_form(line: &str, look: &Look) -> Option<Role> {
    if look.classes & cues::FURNITURE != 0 {
        Some(Role::Furniture)
    } else if is_pointer(line, look) {
        Some(Role::Related)
    } else if is_date(line, look) {
        Some(Role::Dateline)
    } else if is_byline(line, look) {
        Some(Role::Byline)
    } else if is_caption(line, look) {
        Some(Role::Caption)
    } else {
        None
    }
}

/// "Related: ...", "Related - ...", "Read more: ...", also glued to what follows: "RelatedHarbour ...".
fn is_pointer(line: &str, look: &Look) -> bool {
    const CUES: u32 = cues::RELATED | cues::READMORE;
    if look.words > 30 {
        return false;
    }
    let head: String = line.chars().take(28).collect();
    if look.opening & CUES != 0 && [":", " - ", " – ", " — ", " | "].iter().any(|sign| head.contains(sign)) {
        return true;
    }
    // a small letter, then a capital, inside the first word, and what stands before it is a cue
    let first = head.split_whitespace().next().unwrap_or("");
    let glue = first.char_indices().zip(first.chars().skip(1)).find(|((_, a), b)| a.is_lowercase() && b.is_uppercase());
    glue.is_some_and(|((at, a), _)| cues::of(&first[..at + a.len_utf8()]).opening & CUES != 0)
}

/// A picture's credit written at the end of its caption, with or without a space before: "... at the lock.Credit: Ana Vell".
fn ends_in_credit(line: &str) -> bool {
    const LABELS: [&str; 10] = ["credit", "credits", "photo", "image", "picture", "foto", "bild", "crédito", "crédit", "source"];
    let Some((before, name)) = line.rsplit_once(':') else { return false };
    let label = before.trim_end().to_lowercase();
    name.len() < 60 && name.len() > 1 && LABELS.iter().any(|known| label.ends_with(known)) && !before.ends_with(['.', '!', '?'])
}

/// A line that is a date and little else.
fn is_date(line: &str, look: &Look) -> bool {
    look.date && look.words <= 16 && {
        let tally = cues::tally(line, cues::MONTH | cues::WEEKDAY | cues::TIME | cues::TOPNEWS);
        // "The trial starts on Monday, March 3."
        tally.numbers > 0 && tally.other <= if look.stop { 0 } else { 2 }
    }
}

/// "By Ana Vell", "Ana Vell, staff writer".
fn is_byline(line: &str, look: &Look) -> bool {
    let most = if look.date { 30 } else { 14 };
    if look.opening & cues::BYLINE == 0 || look.words < 2 || look.words > most || look.stop && look.words > 8 {
        return false;
    }
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or("");
    let mut next = words.next().unwrap_or("");
    if next == "by" {
        // "Analysis by Ana Vell, Harbour Desk", but not "Review by State Auditor Finds Funds Misspent"
        next = words.next().unwrap_or("");
        let short = next.ends_with(',') || words.next().is_none_or(|last| last.ends_with(',') || words.next().is_none());
        if !short {
            return false;
        }
    }
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    capital(first) | first.starts_with("by") && capital(next) && u32::from(look.title) * 10 >= 255 * 5
}

/// A credit at the end or the beginning: "... in Velden. / AP", "(Ana Vell/Reuters)", "Photo: Ana Vell".
fn is_caption(line: &str, look: &Look) -> bool {
    if look.len > CAPTION || look.classes & (cues::PHOTO | cues::AGENCY) == 0 || look.words < 2 {
        return false;
    }
    let cue = |part: &str| cues::of(part).classes & cues::PHOTO != 0;
    let tail = line.rfind(['/', '(', '|', '[', '©']).map_or("", |at| line[at..].trim_start_matches(['/', '(', '|', '[', '©', ' ']));
    // "The mayor of Velden is pictured."
    let shown = look.words <= 24 && ["is pictured.", "are pictured.", "is shown.", "are shown."].iter().any(|end| line.ends_with(end));
    let credit = tail.len() < 60 && (line.ends_with([')', ']']) || !look.stop) && cues::of(tail).classes & cues::AGENCY != 0;
    let head: String = line.chars().take(24).collect();
    let label =
        head.split_once(':').is_some_and(|(label, _)| cue(label)) || look.opening & cues::PHOTO != 0 && look.words <= 12 && !look.stop;
    shown || credit || label || !look.stop && ends_in_credit(line)
}

/// A sentence under the headline that something other than the body follows.
fn standfirst(looks: &[Look], roles: &mut [Role], title: usize, first: usize) {
    let Some(row) = (title + 1..looks.len().min(title + 5)).find(|&row| looks[row].key != looks[title].key) else { return };
    let look = &looks[row];
    let apart = |role: Role| matches!(role, Role::Byline | Role::Dateline | Role::Caption | Role::Furniture);
    let next = roles.get(row + 1).copied().unwrap_or(Role::Body);
    if row <= first && matches!(roles[row], Role::Body | Role::Furniture) && (6..=45).contains(&look.words) && look.stop && apart(next) {
        roles[row] = Role::Standfirst;
    }
}

/// Lines outside the body: what stands far from the article is no byline or caption of it; headlines of others are related.
fn others(looks: &[Look], roles: &mut [Role], top: usize, last: usize) {
    let mut listing = false;
    for row in 0..roles.len() {
        let far = row < top || row > last + 3;
        if far && matches!(roles[row], Role::Byline | Role::Dateline | Role::Caption) {
            roles[row] = Role::Furniture;
        }
        let look = &looks[row];
        if look.classes & cues::SECTION != 0 && far {
            listing = true;
        } else if roles[row] == Role::Body {
            listing = false;
        } else if roles[row] == Role::Furniture && look.classes & (cues::FURNITURE | cues::LEGAL | cues::SUBSCRIBE) == 0 {
            let heading = look.words >= 4 && look.len < 200 && look.copies < 4;
            if heading && (listing || look.words >= 6) && (row < top || row > last) && !look.date {
                roles[row] = Role::Related;
            }
        }
    }
}

/// Lines inside the body: subheadings and lists.
fn inside(text: &str, units: &[Unit], looks: &[Look], roles: &mut [Role]) {
    let n = roles.len();
    let bullet = |row: usize| is_bullet(units[row].span.of(text));
    for row in 0..n {
        if roles[row] != Role::Body {
            continue;
        }
        let look = &looks[row];
        let listed = |other: usize| matches!(roles[other], Role::Body | Role::List) && bullet(other);
        if bullet(row) && (row > 0 && listed(row - 1) || row + 1 < n && listed(row + 1)) {
            roles[row] = Role::List;
            continue;
        }
        let goes_on = row + 1 < n && matches!(roles[row + 1], Role::Body) && looks[row + 1].words > look.words;
        let began = row > 0 && roles[..row].iter().rev().take(6).any(|r| matches!(r, Role::Body | Role::List | Role::Subheading));
        let short = (1..=SUBHEADING_WORDS).contains(&look.words) && look.len < 110;
        let heading = look.end & 3 == 0 && matches!(look.start, 0..=3) || look.end == 1 && text[..units[row].span.end()].ends_with('?');
        if short && heading && goes_on && began {
            roles[row] = Role::Subheading;
        }
    }
}

/// Whether a line begins as an item of a list: "- ", "• ", "1. ".
fn is_bullet(line: &str) -> bool {
    let mark = line.chars().next().unwrap_or(' ');
    if matches!(mark, '-' | '–' | '—' | '*' | '•' | '·' | '▪' | '■' | '●' | '►' | '‣') {
        return line[mark.len_utf8()..].starts_with([' ', '\t', '\u{A0}']);
    }
    let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    digits > 0 && line[digits..].starts_with(['.', ')']) && line[digits + 1..].starts_with([' ', '\t'])
}
