//! Features: what can be seen of a line without understanding it, as one row of small numbers.
//!
//! Every feature is a byte, made with integer arithmetic only, so that a page is judged alike on every machine. The set follows what
//! boilerplate detection has found telling: length, density of function words, punctuation and position (Kohlschütter et al. 2010,
//! "Boilerplate detection using shallow text features"; Pomikálek 2011, jusText), here over lines of plain text with their neighbours,
//! blank lines and cue words.

use super::Unit;
use super::cues::{self, CLASSES};
use super::headline;
use super::markup::{self, Frame};
use super::running::Running;
use super::scan::scan;
use crate::article::Outline;
use rustc_hash::FxHashMap;

/// Bytes of a line that are looked at; of a longer one the first so many, its length and its end.
const SEEN: usize = 2_000;

/// Neighbours on each side that a classifier may look at.
pub const REACH: usize = 6;

/// A line is long, most likely a paragraph, from this length with a sentence end.
const LONG: u32 = 100;

/// Farthest distance told apart, in lines.
const FAR: usize = 60;

macro_rules! columns {
    ($($name:ident)*) => {
        /// Names of the columns, in order; those of the cue classes follow as `cue 0`, `cue 1` and so on.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];
        // those filled in a row are not all named again
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, dead_code)]
        #[derive(Clone, Copy)]
        enum Column { $($name),* }
        $(#[allow(dead_code)] pub(super) const $name: usize = Column::$name as usize;)*
    };
}
columns! {
    LEN WORDS STOP COLON ELLIPSIS START SENTENCES COMMAS FUNCTION TITLE CAPS DIGITS WORDLEN GLUED PIPES FOREIGN QUOTES ASKS
    CUES CONTACT PRICE DATE CLOCK COPIES EARLIER OVERLAP WEIGHT BLANK_BEFORE BLANK_AFTER POSITION PASSED COUNT INDEX REST SHARE IS_LONG
    LONG_B5 LONG_A5 LONG_B10 LONG_A10 LONG_B20 LONG_A20 RATIO_B5 RATIO_A5 RATIO_B10 RATIO_A10 RATIO_B20 RATIO_A20
    LONG_BEFORE LONG_AFTER LONG_SHARE BLANKS NEAR_LONG_B NEAR_LONG_A NEAR_SECTION_B NEAR_RELATED_B NEAR_RELATED_A NEAR_COMMENTS_B
    NEAR_COMMENTS_A NEAR_LEGAL_B NEAR_LEGAL_A NEAR_BYLINE_B NEAR_BYLINE_A NEAR_DATE_B NEAR_DATE_A NEAR_SUBSCRIBE_B NEAR_SUBSCRIBE_A TITLE_WEIGHT FROM_TITLE LONG_SINCE_TITLE
    HEADING FROM_HEADING LONG_SINCE_HEADING BODY_SINCE_HEADING OF_HEADING OF_BODY BODY_WEIGHT
    SCORE SCORE_BEFORE SCORE_AFTER MEAN_B3 MEAN_A3 MEAN_B8 MEAN_A8 MEAN_B16 MEAN_A16 IN_BEST RUN_MASS FROM_BEST IN_POSITION RUNS PAGE_MEAN
    LINKED KEPT DAYED IN_H1 IN_H2 IN_H3 IN_P IN_LI IN_QUOTE IN_FIGURE IN_NAV IN_HEADER IN_FOOTER IN_ASIDE IN_ARTICLE IN_MAIN IN_FORM IN_TABLE
    IN_BOLD IN_TIME IN_SECTION IN_ADDRESS
    N_COMMENT N_RELATED N_SHARE N_SIGNUP N_ADVERT N_NAVIGATION N_FOOTER N_HEADER N_SIDE N_CAPTION N_MEDIA N_BYLINE N_DATE N_META N_TAGS N_TITLE
    N_DECK N_BODY N_ARTICLE N_OVERLAY N_QUOTE N_HIDDEN N_LIST
    JUMP_B JUMP_A SAME_B SAME_A TREE_DEPTH MASS_1 DENSE_1 LINKS_1 LINES_1 MASS_2 DENSE_2 LINKS_2 LINES_2 MASS_3 DENSE_3 LINKS_3 LINES_3
    SIG_COUNT SIG_MASS SIG_LEN SIG_LINKS MAIN_UP MAIN_DOWN APART HEAD_UP HEAD_DOWN FROM_HEAD
    MEAN_BOX1 MEAN_BOX2 MEAN_BOX3 BODY_BOX1 BODY_BOX2 MEAN_SIG BODY_SIG BEST_UP BEST_DOWN
}

/// Columns of a row: those with a name and one for each class of cues.
pub const COLUMNS: usize = NAMES.len() + CLASSES;

/// The column of a cue class.
const CUE: usize = NAMES.len();

/// A line as the features see it; what later steps need of it besides its row.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    /// Length in characters, wide ones as three.
    pub(super) len: u32,
    /// Words.
    pub(super) words: u32,
    /// Ends with a sentence's stop.
    pub(super) stop: bool,
    /// Holds a full date, or a day and month.
    pub(super) date: bool,
    /// Is the address of a page and nothing else.
    pub(super) address: bool,
    /// Digits among the characters, in 255ths.
    pub(super) digits: u8,
    /// Words with a capital, in 255ths.
    pub(super) title: u8,
    /// Cue classes in it, as bits.
    pub(super) classes: u32,
    /// Cue classes at its start.
    pub(super) opening: u32,
    /// Hash of its words.
    pub(super) key: u64,
    /// Lines with the same words before this one.
    pub(super) earlier: u32,
    /// Lines with the same words in all.
    pub(super) copies: u32,
    /// How it begins; see [`start_kind`].
    pub(super) start: u8,
    /// Bits of marks at its end; see [`end_marks`].
    pub(super) end: u8,
    /// Share of its content words that other long lines have too, in 255ths.
    pub(super) overlap: u8,
}

/// The features of one line.
pub(super) type Row = [u8; COLUMNS];

/// A page as a matrix: one row a line, with [`REACH`] empty rows before and after.
pub struct Matrix {
    cells: Vec<Row>,
    pub(super) looks: Vec<Look>,
    /// The longer words of all lines, and where those of each line begin.
    content: Vec<u32>,
    bounds: Vec<usize>,
    /// The elements around the lines, where the page is known.
    pub(super) frame: Option<Frame>,
}

impl Matrix {
    /// Rows of lines.
    pub fn rows(&self) -> usize {
        self.looks.len()
    }

    /// The value of a column in the row `offset` rows from `row`.
    pub fn get(&self, row: usize, offset: isize, column: usize) -> u8 {
        self.cells[(row + REACH).wrapping_add_signed(offset)][column]
    }

    /// All cells from [`REACH`] rows before `row` on.
    pub(super) fn window(&self, row: usize) -> &[u8] {
        self.cells[row..row + 2 * REACH + 1].as_flattened()
    }

    /// Whether the page around the lines is known.
    pub fn outlined(&self) -> bool {
        self.frame.is_some()
    }

    /// The longer words of a row's line.
    pub(super) fn content(&self, row: usize) -> &[u32] {
        &self.content[self.bounds[row]..self.bounds[row + 1]]
    }

    /// Whether the line of a row is long, most likely a paragraph.
    pub(super) fn is_long(&self, row: usize) -> bool {
        self.get(row, 0, IS_LONG) == 1
    }

    pub(super) fn row(&mut self, row: usize) -> &mut Row {
        &mut self.cells[row + REACH]
    }
}

/// Eight steps an octave: 0, 8 for 2, 16 for 4, up to 255.
pub(super) fn scale(n: u64) -> u8 {
    let n = n + 1;
    let octave = n.ilog2();
    let step = if octave >= 3 { (n >> (octave - 3)) & 7 } else { (n << (3 - octave)) & 7 };
    (u64::from(octave) * 8 + step).min(255) as u8
}

/// `part` of `whole` in 255ths.
pub(super) fn share(part: u64, whole: u64) -> u8 {
    // dividing 64 bits takes several times as long, and pages are seldom that long
    match (u32::try_from(whole * 255), part.min(whole) as u32) {
        (Ok(0), _) => 0,
        (Ok(_), part) => (part * 255 / whole as u32) as u8,
        (Err(_), _) => (part.min(whole) * 255 / whole) as u8,
    }
}

pub(super) fn cap(n: u32) -> u8 {
    n.min(255) as u8
}

/// Classes whose presence makes a short line suspect.
const SUSPECT: u32 = cues::SHARE
    | cues::RELATED
    | cues::READMORE
    | cues::MINREAD
    | cues::ADVERT
    | cues::SUBSCRIBE
    | cues::LEGAL
    | cues::TOPICS
    | cues::NAVIGATION
    | cues::FURNITURE
    | cues::SECTION;

/// How a line begins: 0 a bullet or other mark, 1 a digit, 2 a letter without case, 3 a capital, 4 a quotation mark, 5 a small letter.
fn start_kind(c: char) -> u8 {
    match c {
        '0'..='9' => 1,
        '"' | '“' | '„' | '«' | '‘' | '\'' | '「' => 4,
        _ if c.is_lowercase() => 5,
        _ if c.is_uppercase() => 3,
        _ if c.is_alphanumeric() => 2,
        _ => 0,
    }
}

/// How a line ends: bit 0 a sentence's stop (closing marks may follow), bit 1 a colon, bit 2 an ellipsis.
fn end_marks(text: &str) -> u8 {
    let mut chars = text.chars().rev().take(6).skip_while(|c| matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»' | '“' | '」' | ' '));
    match chars.next() {
        Some('.') => 1 | if chars.next() == Some('.') { 4 } else { 0 },
        Some('…') => 5,
        Some('!' | '?' | '。' | '؟' | '！' | '？' | '।' | '۔') => 1,
        Some(':' | '：') => 2,
        _ => 0,
    }
}

/// The first [`SEEN`] bytes of a line, to a character's end.
fn seen(text: &str) -> &str {
    if text.len() <= SEEN {
        return text;
    }
    let mut end = SEEN;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Looks at every line of a page.
pub fn matrix(text: &str, units: &[Unit], outline: Option<&Outline>) -> Matrix {
    let n = units.len();
    let mut m = Matrix {
        cells: vec![[0; COLUMNS]; n + 2 * REACH],
        looks: Vec::with_capacity(n),
        content: Vec::new(),
        bounds: vec![0],
        frame: None,
    };
    let mut words: Vec<u32> = Vec::new();
    let mut content: Vec<u32> = Vec::new();
    let mut count: FxHashMap<u64, u32> = FxHashMap::default();
    let mut running: Running = Running::default();
    for (row, unit) in units.iter().enumerate() {
        let line = unit.span.of(text);
        words.clear();
        let from = content.len();
        let part = seen(line);
        let s = scan(part, &mut words, &mut content);
        m.bounds.push(content.len());
        let found = cues::find(&words);
        let nwords = words.len() as u32;
        let end = end_marks(line);
        let rest = (line.len() - part.len()) as u32;
        let mut look = Look {
            len: s.wide + rest,
            words: nwords + rest / 6,
            stop: end & 1 != 0,
            classes: found.classes,
            opening: found.opening,
            digits: share(u64::from(s.digits), u64::from(s.chars)),
            title: share(u64::from(s.capitals), u64::from(nwords)),
            start: line.chars().next().map_or(0, start_kind),
            end,
            ..Look::default()
        };
        look.address = nwords > 1 && line.contains('.') && !line.contains(char::is_whitespace);
        look.date = s.digits > 0 && found.classes & cues::MONTH != 0 && words.contains(&cues::NUMBER) || s.numeric_date >= 2;
        look.key = words
            .iter()
            .fold(0xcbf2_9ce4_8422_2325, |key: u64, w| (key.rotate_left(7) ^ u64::from(*w)).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        if nwords > 0 {
            let seen_before = count.entry(look.key).or_insert(0);
            look.earlier = *seen_before;
            *seen_before += 1;
        }
        let long = look.len > LONG && look.stop;
        if long {
            for &word in &content[from..] {
                running.add(word, row as u32);
            }
        }
        let per_word = |n: u32| share(u64::from(n), u64::from(nwords));
        let cells = m.row(row);
        for (column, value) in [
            (LEN, scale(u64::from(look.len))),
            (WORDS, cap(look.words)),
            (STOP, u8::from(look.stop)),
            (COLON, end >> 1 & 1),
            (ELLIPSIS, end >> 2 & 1),
            (START, look.start),
            (SENTENCES, cap(s.sentences)),
            (COMMAS, cap(s.commas)),
            (FUNCTION, per_word(found.functions)),
            (TITLE, look.title),
            (CAPS, per_word(s.upper)),
            (DIGITS, look.digits),
            (WORDLEN, cap((s.letters + s.digits) * 8 / nwords.max(1))),
            (GLUED, cap(s.glued)),
            (PIPES, cap(s.pipes)),
            (FOREIGN, share(u64::from(s.foreign), u64::from(s.chars))),
            (QUOTES, cap(s.quotes)),
            (ASKS, cap(s.asks)),
            (CUES, (found.classes & SUSPECT).count_ones() as u8),
            (CONTACT, cap(s.contact)),
            (PRICE, cap(s.price)),
            (DATE, u8::from(look.date)),
            (CLOCK, cap(s.clock)),
            (IS_LONG, u8::from(long)),
        ] {
            cells[column] = value;
        }
        for (class, cell) in cells[CUE..].iter_mut().enumerate() {
            *cell = (found.classes >> class & 1) as u8;
        }
        m.looks.push(look);
    }
    m.content = content;
    for row in 0..n {
        let (overlap, weight) = running.told(m.content(row), m.is_long(row));
        let look = &mut m.looks[row];
        look.copies = count.get(&look.key).copied().unwrap_or(0);
        look.overlap = overlap;
        let cells = &mut m.cells[row + REACH];
        cells[COPIES] = cap(look.copies);
        cells[EARLIER] = cap(look.earlier);
        (cells[OVERLAP], cells[WEIGHT]) = (overlap, weight);
    }
    place(&mut m, units);
    nearest(&mut m);
    title(&mut m);
    if let Some(outline) = outline {
        markup::fill(&mut m, units, outline);
    }
    m
}

/// Fills how much each line looks like the headline, and where the lines stand to the one that looks most like it.
fn title(m: &mut Matrix) {
    let n = m.rows();
    let weights: Vec<i32> = (0..n).map(|row| headline::weigh(&m.looks, row).unwrap_or(-400)).collect();
    let most = weights.iter().copied().max().unwrap_or(0);
    let best = weights.iter().position(|&weight| weight == most).unwrap_or(0);
    let mut since = 0;
    for (row, weight) in weights.iter().enumerate() {
        let cells = m.row(row);
        cells[TITLE_WEIGHT] = ((weight + 400) / 4).clamp(0, 255) as u8;
        let from = (row as i64 - best as i64).clamp(-100, 100);
        cells[FROM_TITLE] = (from + 128) as u8;
        cells[LONG_SINCE_TITLE] = scale(since);
        since += if row > best { u64::from(cells[IS_LONG]) } else { 0 };
    }
}

/// Fills what depends on where a line stands: blank lines around it, how much has passed, paragraphs before and after it.
fn place(m: &mut Matrix, units: &[Unit]) {
    let n = units.len();
    let mut chars = vec![0u64; n + 1];
    let mut long = vec![0u64; n + 1];
    for row in 0..n {
        let len = u64::from(m.looks[row].len);
        chars[row + 1] = chars[row] + len;
        long[row + 1] = long[row] + if m.get(row, 0, IS_LONG) == 1 { len } else { 0 };
    }
    let gaps = (1..n).filter(|&row| units[row].first > units[row - 1].last + 1).count();
    let blanks = share(gaps as u64, n as u64);
    for row in 0..n {
        let before = if row == 0 { units[0].first } else { units[row].first - units[row - 1].last - 1 };
        let after = units.get(row + 1).map_or(0, |next| next.first - units[row].last - 1);
        let cells = &mut m.cells[row + REACH];
        cells[BLANK_BEFORE] = before.min(4) as u8;
        cells[BLANK_AFTER] = after.min(4) as u8;
        cells[POSITION] = share(row as u64, n as u64);
        cells[PASSED] = share(chars[row], chars[n]);
        cells[COUNT] = scale(n as u64);
        cells[INDEX] = scale(row as u64);
        cells[REST] = scale((n - row) as u64);
        cells[SHARE] = share(u64::from(m.looks[row].len), chars[n]);
        cells[LONG_BEFORE] = share(long[row], long[n]);
        cells[LONG_AFTER] = share(long[n] - long[row + 1], long[n]);
        cells[LONG_SHARE] = share(long[n], chars[n]);
        cells[BLANKS] = blanks;
        for (width, amount_b, amount_a, ratio_b, ratio_a) in [
            (5, LONG_B5, LONG_A5, RATIO_B5, RATIO_A5),
            (10, LONG_B10, LONG_A10, RATIO_B10, RATIO_A10),
            (20, LONG_B20, LONG_A20, RATIO_B20, RATIO_A20),
        ] {
            let (low, high) = (row.saturating_sub(width), (row + width + 1).min(n));
            let (b, a) = (long[row] - long[low], long[high] - long[row + 1]);
            cells[amount_b] = scale(b);
            cells[amount_a] = scale(a);
            cells[ratio_b] = share(b, chars[row] - chars[low]);
            cells[ratio_a] = share(a, chars[high] - chars[row + 1]);
        }
    }
}

/// Fills the distances to the nearest lines of several kinds.
fn nearest(m: &mut Matrix) {
    const NONE: usize = usize::MAX;
    type Kind = fn(&Look, bool) -> bool;
    let kinds: [(usize, usize, Kind); 8] = [
        (NEAR_LONG_B, NEAR_LONG_A, |_, long| long),
        (NEAR_SECTION_B, NONE, |l, _| l.classes & cues::SECTION != 0),
        (NEAR_RELATED_B, NEAR_RELATED_A, |l, _| l.classes & cues::RELATED != 0 && l.len < 60),
        (NEAR_COMMENTS_B, NEAR_COMMENTS_A, |l, _| l.classes & cues::COMMENTS != 0 && l.len < 60),
        (NEAR_LEGAL_B, NEAR_LEGAL_A, |l, _| l.classes & cues::LEGAL != 0),
        (NEAR_BYLINE_B, NEAR_BYLINE_A, |l, _| l.classes & cues::BYLINE != 0 && l.len < 90),
        (NEAR_DATE_B, NEAR_DATE_A, |l, _| l.date && l.len < 90),
        (NEAR_SUBSCRIBE_B, NEAR_SUBSCRIBE_A, |l, _| l.classes & cues::SUBSCRIBE != 0),
    ];
    let n = m.rows();
    for (before, after, kind) in kinds {
        for (column, backward) in [(before, false), (after, true)] {
            let mut far = FAR;
            for at in (0..n).filter(|_| column != NONE) {
                let row = if backward { n - 1 - at } else { at };
                let cells = &mut m.cells[row + REACH];
                cells[column] = far as u8;
                far = if kind(&m.looks[row], cells[IS_LONG] == 1) { 1 } else { (far + 1).min(FAR) };
            }
        }
    }
}
