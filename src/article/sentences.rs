//! Sentences: a block cut where a reader would stop.
//!
//! A stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a name; quotation marks and brackets that
//! close after the stop belong to the sentence they close. A block without a final stop is still a sentence.

use super::Span;
use super::tokens::{self, Case, Token, TokenKind};
use crate::limits::MAX_SENTENCE;

/// A sentence of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its words, without white space at both ends.
    pub span: Span,
    /// Index of its block.
    pub block: usize,
    /// Indexes of its tokens: `tokens.0..tokens.1`.
    pub tokens: (usize, usize),
}

/// Abbreviations whose stop rarely ends a sentence: a name or number follows them.
const BEFORE_NAMES: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "fr", "sr", "sra", "st", "ste", "mt", "ft", "gen", "lt", "col", "maj", "capt", "cmdr",
    "sgt", "cpl", "pvt", "adm", "brig", "sen", "rep", "gov", "pres", "hon", "messrs", "mme", "mlle", "msgr", "insp", "supt", "amb", "sec",
    "dep", "asst", "atty", "no", "nos", "fig", "vol", "ch", "p", "pp", "art", "vs", "v", "cf", "e.g", "i.e", "eg", "ie", "viz", "approx",
    "est", "ca", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "tel", "ext", "al", "rs",
];

/// Abbreviations that may end a sentence; the word after decides.
const MAY_END: &[&str] = &[
    "inc", "corp", "co", "ltd", "llc", "plc", "bros", "jr", "sr", "ave", "blvd", "rd", "dept", "univ", "assn", "intl", "bldg", "ph.d",
    "u.s", "u.k", "u.n", "d.c", "a.m", "p.m", "e.u", "b.c", "a.d", "cos", "est", "min", "max", "hrs", "hr", "sq", "kg", "km", "lb", "lbs",
    "oz", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn",
    "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun",
];

/// Words that begin a sentence far more often than they follow an abbreviation in one, as they are written there.
const STARTERS: &[&str] = &[
    "The",
    "A",
    "An",
    "In",
    "On",
    "At",
    "It",
    "He",
    "She",
    "They",
    "We",
    "I",
    "But",
    "And",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "If",
    "When",
    "While",
    "As",
    "For",
    "However",
    "Its",
    "His",
    "Her",
    "Their",
    "Our",
    "My",
    "So",
    "After",
    "Before",
    "Since",
    "Under",
    "With",
    "Yet",
    "Some",
    "Many",
    "Most",
    "No",
    "Not",
    "What",
    "Why",
    "How",
    "Who",
    "Where",
    "You",
    "Your",
    "Asked",
    "Although",
    "Despite",
    "Meanwhile",
    "Also",
    "To",
    "From",
    "By",
    "Or",
    "One",
    "Two",
];

/// Words that go on with a sentence after "p.m.", beside names of time zones: "at 3 p.m. Monday", "at 9 a.m. Eastern".
const AFTER_HOURS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Mon",
    "Tue",
    "Wed",
    "Thu",
    "Fri",
    "Sat",
    "Sun",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
    "Eastern",
    "Central",
    "Mountain",
    "Pacific",
    "Greenwich",
    "Central",
    "Moscow",
    "Tokyo",
];

/// Verbs by which a quotation that ends in "?" or "!" is given to its speaker: "“Is it true?” Vell asked."
const SPEECH: &[&str] = &[
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "tells",
    "wrote",
    "writes",
    "added",
    "adds",
    "replied",
    "shouted",
    "cried",
    "exclaimed",
    "tweeted",
    "posted",
    "demanded",
    "wondered",
    "yelled",
    "joked",
    "quipped",
    "continued",
    "answered",
    "declared",
    "responded",
    "recalled",
];

/// Most tokens between a quotation and the verb of its speaker.
const SPEAKER_REACH: usize = 8;

/// Cuts one block into sentences and their tokens and appends both.
#[inline(never)]
pub fn split(text: &str, span: Span, block: usize, tokens: &mut Vec<Token>, sentences: &mut Vec<Sentence>) {
    let first = tokens.len();
    tokens::split(text, span, tokens);
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        let cut = ends_after(text, tokens, start, at).or_else(|| too_long(tokens, start, at));
        let Some(last) = cut else {
            at += 1;
            continue;
        };
        push(text, block, tokens, start, last + 1, sentences);
        start = last + 1;
        at = start;
    }
    if start < tokens.len() {
        push(text, block, tokens, start, tokens.len(), sentences);
    }
}

fn push(text: &str, block: usize, tokens: &[Token], from: usize, to: usize, sentences: &mut Vec<Sentence>) {
    let span = Span::at(text, tokens[from].span.start(), tokens[to - 1].span.end());
    sentences.push(Sentence { span, block, tokens: (from, to) });
}

fn too_long(tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    (tokens[at].span.end() - tokens[start].span.start() > MAX_SENTENCE).then_some(at)
}

/// If the token `at` ends the sentence that began at `start`: the index of its last token, closing marks included.
fn ends_after(text: &str, tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    let token = &tokens[at];
    let mark = token.span.of(text);
    let (stop, mut dot) = match token.kind {
        TokenKind::Punct => (
            matches!(mark, "." | "!" | "?" | "..." | "…" | "。" | "！" | "？" | "؟" | "।" | "۔" | "....") || mark.starts_with(".."),
            mark == ".",
        ),
        // "U.S." at the end of a sentence has its stop inside
        TokenKind::Word => (mark.ends_with('.'), mark.ends_with('.')),
        _ => (false, false),
    };
    if !stop {
        return None;
    }
    // "!?" and "..." run on
    let mut last = at;
    while last + 1 < tokens.len() && touches(tokens, last) && matches!(tokens[last + 1].span.of(text), "!" | "?" | "." | "..." | "…") {
        last += 1;
        dot = false;
    }
    // closing marks directly behind the stop
    let stop_at = last;
    let mut closed = false;
    while last + 1 < tokens.len() && closes(text, tokens, start, last) {
        last += 1;
        closed = true;
    }
    let Some(next) = tokens.get(last + 1) else { return Some(last) };
    let glued = touches(tokens, last);
    let word = opening_word(text, tokens, last + 1);
    if glued && mark.is_ascii() {
        // "example.com", "p.m.Wednesday", "end.Next": only the last is a sentence end, and only after a lower-case word
        let before = at.checked_sub(1).filter(|&i| i >= start).map(|i| &tokens[i]);
        let spliced = before.is_some_and(|b| b.kind == TokenKind::Word && b.span.len() > 2 && !b.capital())
            && starts_capital(next.span.of(text))
            && next.span.len() > 1;
        return (spliced || (closed && starts_capital(word))).then_some(last);
    }
    // what follows in lower case goes on: "!" inside a title, "..." in a pause, a quotation before "he said"
    if word.chars().next().is_some_and(char::is_lowercase) {
        return None;
    }
    if matches!(next.span.of(text), "," | ";" | ":" | "-" | "–" | "—" | "--" | ")" | "/" | "|") {
        return None;
    }
    if closed && !dot && credited(text, tokens, last + 1) {
        return None;
    }
    if dot && stop_at == at && !closed {
        let (abbreviation, name_stop) = before_stop(text, tokens, start, at);
        if name_stop {
            return None;
        }
        if abbreviation {
            let begins = STARTERS.contains(&word) || matches!(next.kind, TokenKind::Quote) || after_hours(mark, next, word);
            return begins.then_some(last);
        }
    }
    Some(last)
}

/// Whether a capital word after "p.m." begins a new sentence.
fn after_hours(mark: &str, next: &Token, word: &str) -> bool {
    let hours = matches!(mark, "a.m." | "p.m." | "A.M." | "P.M.");
    hours && next.kind == TokenKind::Word && next.case != Case::Upper && !AFTER_HOURS.contains(&word)
}

/// Whether a speaker's name in capitals and a verb of speech begin at `from`, as after a quotation: "Mayor Ana Vell asked".
fn credited(text: &str, tokens: &[Token], from: usize) -> bool {
    for (index, token) in tokens.iter().enumerate().skip(from).take(SPEAKER_REACH) {
        if token.kind == TokenKind::Word && !token.capital() {
            return index > from && SPEECH.contains(&token.span.of(text));
        }
        let stop = token.span.of(text) == ".";
        if !(token.kind == TokenKind::Word || stop) {
            return false;
        }
    }
    false
}

/// Whether the next token follows this one without white space.
fn touches(tokens: &[Token], at: usize) -> bool {
    tokens[at].span.end() == tokens[at + 1].span.start()
}

/// Whether the token after `last` closes a quotation or bracket that belongs to the sentence ending here.
fn closes(text: &str, tokens: &[Token], start: usize, last: usize) -> bool {
    let mark = tokens[last + 1].span.of(text);
    if !touches(tokens, last) {
        // a straight mark after a space closes only if one is open: `he said. "` at the end of a block
        return matches!(mark, "\"" | "''" | "”") && last + 2 == tokens.len() && open_marks(text, tokens, start, last);
    }
    match mark {
        ")" | "]" | "”" | "’" | "»" | "''" | "’’" | "」" => true,
        "\"" | "'" | "“" => {
            last + 2 >= tokens.len() || !touches(tokens, last + 1) || matches!(tokens[last + 2].kind, TokenKind::Quote | TokenKind::Punct)
        }
        _ => false,
    }
}

fn open_marks(text: &str, tokens: &[Token], start: usize, last: usize) -> bool {
    let doubles = tokens[start..=last]
        .iter()
        .filter(|t| t.kind == TokenKind::Quote && tokens::is_double_quote(t.span.of(text).chars().next().unwrap_or(' ')));
    doubles.count() % 2 == 1
}

/// The first word at or after `at`, past opening marks.
fn opening_word<'t>(text: &'t str, tokens: &[Token], at: usize) -> &'t str {
    let mut index = at;
    while index + 1 < tokens.len()
        && index < at + 3
        && (tokens[index].kind == TokenKind::Quote || matches!(tokens[index].span.of(text), "(" | "["))
    {
        index += 1;
    }
    tokens[index].span.of(text)
}

fn starts_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// What stands before the stop at `at`: (an abbreviation that may end a sentence, one that does not).
fn before_stop(text: &str, tokens: &[Token], start: usize, at: usize) -> (bool, bool) {
    let inside = tokens[at].kind == TokenKind::Word;
    let index = if inside { at } else { at.wrapping_sub(1) };
    if index < start || index >= tokens.len() || (!inside && !touches(tokens, index)) {
        return (false, false);
    }
    let token = &tokens[index];
    let word = token.span.of(text).trim_end_matches('.');
    if token.kind == TokenKind::Number || word.len() > 8 {
        // "1." at the start of a block numbers a list item
        return (false, token.kind == TokenKind::Number && index == start && word.len() <= 2);
    }
    if inside {
        return (true, false);
    }
    // an initial: "J. Smith", "George W. Bush"; but "Vitamin C. The"
    let mut letters = word.chars();
    if letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() {
        let next = tokens.get(at + 1).map_or("", |t| t.span.of(text));
        return if word != "I" && !STARTERS.contains(&next) { (false, true) } else { (true, false) };
    }
    let lower = word.to_lowercase();
    let capital = starts_capital(word);
    if BEFORE_NAMES.contains(&lower.as_str()) {
        // "no." ends a sentence unless a number follows; "mar." and "art." are words unless capital
        let next_number = tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number);
        return match lower.as_str() {
            "no" | "nos" | "fig" | "vol" | "p" | "pp" | "ch" | "art" | "est" | "ext" | "al" | "sec" => (false, next_number),
            "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" => {
                (capital && !next_number, capital && next_number)
            }
            "v" | "vs" | "cf" | "e.g" | "i.e" | "eg" | "ie" | "viz" | "approx" | "ca" => (false, true),
            _ => (false, capital),
        };
    }
    (MAY_END.contains(&lower.as_str()) && (capital || matches!(lower.as_str(), "hrs" | "kg" | "km" | "lbs" | "sq")), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let (mut tokens, mut out) = (Vec::new(), Vec::new());
        split(text, Span::at(text, 0, text.len()), 0, &mut tokens, &mut out);
        out.iter().map(|s| s.span.of(text)).collect()
    }

    #[test]
    fn ends_where_a_reader_stops() {
        let table: &[(&str, &[&str])] = &[
            ("It rained. The gate held.", &["It rained.", "The gate held."]),
            ("Mr. Ves met Dr. Orlund. They talked.", &["Mr. Ves met Dr. Orlund.", "They talked."]),
            ("He left the U.S. The next day he wrote.", &["He left the U.S.", "The next day he wrote."]),
            ("The U.S. Senate voted.", &["The U.S. Senate voted."]),
            ("J. K. Marl wrote it. George W. Tarn read it.", &["J. K. Marl wrote it.", "George W. Tarn read it."]),
            ("“We will go on.” She left.", &["“We will go on.”", "She left."]),
            ("\"We will go on.\" She left.", &["\"We will go on.\"", "She left."]),
            ("\"Why?\" he asked. \"Because.\"", &["\"Why?\" he asked.", "\"Because.\""]),
            ("“Stop!” she said.", &["“Stop!” she said."]),
            ("It cost $4.5 million. It was 3.2 km long", &["It cost $4.5 million.", "It was 3.2 km long"]),
            ("At 5 p.m. on Monday. At 6 p.m. It closed.", &["At 5 p.m. on Monday.", "At 6 p.m.", "It closed."]),
            ("Acme Inc. said so. Acme Corp. The end.", &["Acme Inc. said so.", "Acme Corp.", "The end."]),
            ("Really?! Yes... Well.", &["Really?!", "Yes...", "Well."]),
            ("(It was late.) He slept.", &["(It was late.)", "He slept."]),
            ("It was on Jan. 3 in Wash. state.", &["It was on Jan. 3 in Wash. state."]),
            ("He said no. Then he left.", &["He said no.", "Then he left."]),
            ("The gate on March 4, 2025. / Courier Photo", &["The gate on March 4, 2025. / Courier Photo"]),
            ("See example.com for more.", &["See example.com for more."]),
            ("It ended.Then it began.", &["It ended.", "Then it began."]),
            ("他来了。她走了。", &["他来了。", "她走了。"]),
            ("She is the No. 10 seed. He is No. 3.", &["She is the No. 10 seed.", "He is No. 3."]),
            ("St. Louis beat St. Paul. Ft. Orlund lost.", &["St. Louis beat St. Paul.", "Ft. Orlund lost."]),
            (
                "It began at 3 p.m. Monday. It ended at 5 p.m. Police came.",
                &["It began at 3 p.m. Monday.", "It ended at 5 p.m.", "Police came."],
            ),
            ("He left at 9 a.m. EST. She stayed.", &["He left at 9 a.m. EST.", "She stayed."]),
            ("“Is it true?” Vell asked. “Yes!”", &["“Is it true?” Vell asked.", "“Yes!”"]),
            ("“It is late,” she said. “We go.” Nobody moved.", &["“It is late,” she said.", "“We go.”", "Nobody moved."]),
            ("“We go.”“Where?”", &["“We go.”", "“Where?”"]),
            ("He said: “We go. We stay.” Then he left.", &["He said: “We go.", "We stay.”", "Then he left."]),
            ("She waited ... and left. Then ... nothing.", &["She waited ... and left.", "Then ... nothing."]),
            ("“Well ...” he said. It was over...", &["“Well ...” he said.", "It was over..."]),
            ("The rise was 3.5 percent. In 2029 it was 2.", &["The rise was 3.5 percent.", "In 2029 it was 2."]),
            ("The U.N. Security Council met. The U.K. voted.", &["The U.N. Security Council met.", "The U.K. voted."]),
            ("She moved to the U.S. He stayed.", &["She moved to the U.S.", "He stayed."]),
            ("Sen. J. Tarn, D-Ore., and Rep. A. B. Ves, R-Tex., agreed.", &["Sen. J. Tarn, D-Ore., and Rep. A. B. Ves, R-Tex., agreed."]),
            ("Gov. Marl Jr. spoke. Lt. Col. Ves listened.", &["Gov. Marl Jr. spoke.", "Lt. Col. Ves listened."]),
            ("VELDEN, Nov. 5 (Wire) - It rained.", &["VELDEN, Nov. 5 (Wire) - It rained."]),
            ("It was founded in Sept. The war came in Oct. 1931.", &["It was founded in Sept.", "The war came in Oct. 1931."]),
            ("They sell fish, bread, etc. Prices rose.", &["They sell fish, bread, etc.", "Prices rose."]),
            ("Fish vs. Bread is a case. See fig. 3 and p. 12.", &["Fish vs. Bread is a case.", "See fig. 3 and p. 12."]),
            ("(See page 3.) [He laughed.] It ended.", &["(See page 3.)", "[He laughed.]", "It ended."]),
            ("It cost $5. Nobody paid.", &["It cost $5.", "Nobody paid."]),
            ("“He said ‘go.’” She went.", &["“He said ‘go.’”", "She went."]),
            ("\"He said 'go.'\" She went.", &["\"He said 'go.'\"", "She went."]),
            ("Yahoo! said it would close. Who? Me.", &["Yahoo! said it would close.", "Who?", "Me."]),
            (
                "The firm, Vell & Co., closed. Marl Corp. said it would too.",
                &["The firm, Vell & Co., closed.", "Marl Corp. said it would too."],
            ),
            ("Visit www.velden.example. Read more.", &["Visit www.velden.example.", "Read more."]),
            ("Vitamin C. The doctor agreed.", &["Vitamin C.", "The doctor agreed."]),
            ("It was Plan B. They tried it.", &["It was Plan B.", "They tried it."]),
            ("1. Fish. 2. Bread.", &["1. Fish.", "2. Bread."]),
            ("¿Viene? ¡Sí! Ya está.", &["¿Viene?", "¡Sí!", "Ya está."]),
            ("“Why now?” Dr. Ana Ves asked. “Now!” They left.", &["“Why now?” Dr. Ana Ves asked.", "“Now!”", "They left."]),
            ("“No,” Dr. Ves said.", &["“No,” Dr. Ves said."]),
            ("He was 61. “I am old,” he said.", &["He was 61.", "“I am old,” he said."]),
            ("It opened Jan. 3. It closed in Dec. 2030.", &["It opened Jan. 3.", "It closed in Dec. 2030."]),
            ("The boat, the S.S. Marl, sank. Capt. Tarn lived.", &["The boat, the S.S. Marl, sank.", "Capt. Tarn lived."]),
            ("A Ph.D. student wrote it. She has a Ph.D. He does not.", &["A Ph.D. student wrote it.", "She has a Ph.D.", "He does not."]),
        ];
        let wrong: Vec<_> = table.iter().filter(|(text, expected)| sentences(text) != *expected).map(|(text, _)| sentences(text)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_run_without_a_stop_is_cut_at_a_word() {
        let text = "word ".repeat(10_000);
        let got = sentences(&text);
        assert!(got.len() > 4 && got.iter().all(|s| s.len() <= MAX_SENTENCE + 8));
    }
}
