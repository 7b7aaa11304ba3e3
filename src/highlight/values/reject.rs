//! What looks like a value and is none: phone numbers, web addresses, models and missions, streets, versions, numbers of articles and posts.

use super::bounds;
use super::counts;
use super::dates;
use super::lexicon::{Class, LEXICON};
use super::list::{List, list};
use super::numbers;
use super::sentence::Words;
use crate::article::{Case, TokenKind};

/// Most tokens that one rejected stretch takes: a longer web address is left in pieces.
const MAX_SKIP: usize = 64;

/// The value of "http" and "www" in the list of words.
const WEB: f64 = 3.0;

/// Words whose number is an id: "Section 230", "posts 542 and 543".
static NUMBERED: List = List::of(
    "section sections article articles chapter chapters page pages post posts line lines gate gates platform route routes highway flight bus room rooms \
    season seasons episode part parts volume version apartment suite box block unit channel exit kilometer kilometre km paragraph rule resolution act law bill proposition lot \
    psalm verse group pier terminal checkpoint form figure table appendix annex protocol directive pool division type class code zip model area zone sector interstate motorway \
    order case docket file formula title size marker subsection subsections clause courtroom courtrooms schedule hotline extension lane lanes row seat pmb circular pope king louis henry union local station district ward precinct building hangar runway phase tier category level",
);

/// Words before which a capital and a number make an address: "221 Baker Street".
static STREETS: List = List::of(
    "street st avenue ave road rd lane drive dr boulevard blvd square court place terrace crescent highway way row parkway plaza close",
);

/// If something that begins with the token `i` and is no value stands there: the token after it.
pub fn skip(words: &Words, i: usize) -> Option<usize> {
    if let Some(to) = address(words, i).or_else(|| digit_groups(words, i)) {
        return Some(to);
    }
    if !words.is_number(i) {
        return None;
    }
    let token = words.at(i);
    // "9/11", "24/7"
    if words.is(i + 1, "/")
        && words.touches(i + 1)
        && words.touches(i + 2)
        && words.is_number(i + 2)
        && numbers::fraction(words, i).is_none()
    {
        return dates::year_at(words, i).is_none().then_some(i + 3);
    }
    // versions and IP addresses, very long digits
    let marks = token.bytes().filter(|b| matches!(b, b'.' | b':' | b',')).count();
    let plain = numbers::digits(token);
    if plain.is_none() && (marks > 1 || token.len() > 32 || !token.contains(':')) {
        return Some(i + 1);
    }
    if let Some(to) = numbered(words, i) {
        return Some(to);
    }
    if model(words, i) || street(words, i) {
        return Some(past_parts(words, i + 1));
    }
    if let Some((_, len, bare)) = plain {
        // "020 7946 0018"
        if bare && len > 2 && token.starts_with('0') && words.is_number(i + 1) {
            return Some((i + 1..i + MAX_SKIP).find(|&at| !words.is_number(at)).unwrap_or(i + 1));
        }
        if bare && token.len() == len && (id(words, i) || named(words, i)) {
            return Some(past_parts(words, i + 1));
        }
        // a case, licence or product number: "0012345", "87654321"
        if bare && len > 1 && token.starts_with('0') && !words.among(i + 1, list!("GMT UTC hours")) || bare && len > 7 && token.len() == len
        {
            return Some(i + 1);
        }
        if len < token.len() && !suffix_known(&token[len..]) {
            return Some(i + 1);
        }
    }
    None
}

/// If the number at `i` is that of a room, a version, a team by age or a case: the token after it.
fn numbered(words: &Words, i: usize) -> Option<usize> {
    let token = words.at(i);
    // "Courtroom 8C", "version 2.1"
    let lettered = token.ends_with(|c: char| c.is_ascii_uppercase())
        && words.among_before(i, 1, list!("courtroom room gate flat apartment unit suite ward cell"));
    // "KAVACH 4.0"
    let shouted =
        token.contains('.') && token.len() <= 4 && i > words.from && words.case(i - 1) == Case::Upper && words.at(i - 1).len() > 3;
    if lettered || words.among_before(i, 1, list!("version versions")) || shouted && matches!(words.at(i + 1), "" | "." | "," | ";" | ")") {
        return Some(i + 1);
    }
    // "Under-21"
    if words.dash(i.wrapping_sub(1))
        && words.touches(i)
        && words.among_before(i, 2, list!("under over"))
        && i >= words.from + 2
        && words.capital(i - 2)
    {
        return Some(i + 1);
    }
    // the case "17-cr-00482", but not "a 20-to-30 minute wait"
    if words.dash(i + 1)
        && words.is_word(i + 2)
        && words.at(i + 2).len() <= 3
        && words.dash(i + 3)
        && words.is_number(i + 4)
        && words.at(i + 4).len() > 3
        && (i + 1..i + 5).all(|at| words.touches(at))
    {
        return Some(i + 5);
    }
    None
}

/// Past the other parts of a model's number: "737-800".
fn past_parts(words: &Words, mut i: usize) -> usize {
    let end = i + MAX_SKIP;
    while i < end && words.dash(i) && words.touches(i) && words.touches(i + 1) && words.is_number(i + 1) {
        i += 2;
    }
    // "subsection 36(3)"
    if words.is(i, "(") && words.touches(i) && words.is_number(i + 1) && words.is(i + 2, ")") {
        i += 3;
    }
    i
}

fn suffix_known(suffix: &str) -> bool {
    LEXICON.unit(suffix).is_some()
        || numbers::suffix_scale(suffix, true).is_some()
        || matches!(
            suffix.to_ascii_lowercase().as_str(),
            "st" | "nd" | "rd" | "th" | "am" | "pm" | "a" | "p" | "s" | "x" | "pc" | "c" | "f" | "½" | "¼" | "¾" | "q"
        )
        || LEXICON.currency(suffix).is_some()
        || LEXICON.code(suffix).is_some()
}

/// A web address or an e-mail address: everything up to the next white space.
fn address(words: &Words, i: usize) -> Option<usize> {
    let start = words.value(i, Class::Lead) == Some(WEB) && words.touches(i + 1)
        || words.among(i + 1, list!("@ _ =")) && words.touches(i + 1) && words.touches(i + 2)
        || words.among(i, list!("@ #")) && words.touches(i + 1) && words.is_word(i + 1)
        || words.is(i + 1, ".")
            && words.touches(i + 1)
            && words.touches(i + 2)
            && words.among(i + 2, list!("com org net gov edu uk de fr int info eu tv"));
    if !start {
        return None;
    }
    let mut to = i + 1;
    while to < i + MAX_SKIP && words.touches(to) {
        to += 1;
    }
    Some(to)
}

/// Phone numbers and other groups of digits: three or more parts with hyphens, "+44 20 ...", "(555) 123-4567", "555-0123".
fn digit_groups(words: &Words, i: usize) -> Option<usize> {
    if words.is(i, "+") && words.is_number(i + 1) && words.touches(i + 1) && !words.touches(i) && !words.at(i + 1).contains(['.', ',']) {
        let mut to = i + 2;
        while to < i + MAX_SKIP && (words.is_number(to) || words.dash(to) || words.among(to, list!("( )")) && words.is_number(to + 1)) {
            to += 1;
        }
        return (to > i + 3).then_some(to);
    }
    // "(02) 8651-7800", "(555) 123-4567"
    let second = i + 4 + usize::from(words.dash(i + 4));
    if words.is(i, "(")
        && words.is_number(i + 1)
        && (2..=4).contains(&words.at(i + 1).len())
        && words.is(i + 2, ")")
        && words.is_number(i + 3)
        && (second > i + 4 || words.at(i + 1).starts_with('0'))
        && words.is_number(second)
    {
        return Some(second + 1);
    }
    if !words.is_number(i) {
        return None;
    }
    let bare = |at: usize| words.is_number(at) && words.at(at).bytes().all(|b| b.is_ascii_digit());
    let (mut parts, mut to) = (1, i + 1);
    while to < i + MAX_SKIP && words.dash(to) && words.touches(to) && words.touches(to + 1) && words.is_number(to + 1) {
        parts += 1;
        to += 2;
    }
    let phone = parts == 2
        && bare(i)
        && bare(i + 2)
        && words.at(i).len() == 3
        && words.at(i + 2).len() == 4
        && (words.at(i + 2).starts_with('0')
            || (1..=4).any(|n| words.among_before(i, n, list!("call tel telephone phone hotline dial fax"))));
    (parts >= 3 || phone).then_some(to).or_else(|| called(words, i, bare))
}

/// A number that is to be called: "call the service on 132 500", "dial 211", "hotline 1555".
fn called(words: &Words, i: usize, bare: impl Fn(usize) -> bool) -> Option<usize> {
    let calls = list!(
        "call calls calling phone phoning ring ringing dial dialling dialing text texting tel telephone hotline helpline whatsapp fax enquiries"
    );
    let beside = words.among_before(i, 1, calls) || words.among_before(i, 1, list!(":")) && words.among_before(i, 2, calls);
    // "text RESULT to 55019", "dial #7119"
    let to = || words.among_before(i, 1, list!("to")) && (2..=4).any(|n| words.among_before(i, n, list!("text texting sms")));
    let hash = || words.among_before(i, 1, list!("# *")) && words.among_before(i, 2, calls);
    let is = || {
        words.among_before(i, 1, list!("is"))
            && (words.among_before(i, 2, list!("hotline helpline"))
                || words.among_before(i, 2, list!("line number")) && words.is_number(i + 1))
    };
    let free = || words.among(i, list!("1300 1800 0800")) && bare(i + 1) && words.at(i + 1).len() == 3;
    let on = || {
        words.among_before(i, 1, list!("on at"))
            && (2..=6).any(|n| words.among_before(i, n, calls) || words.among_before(i, n, list!("reached")))
    };
    let grouped = words.at(i).starts_with('0') && words.is_number(i + 1);
    if !bare(i)
        || !(3..=8).contains(&words.at(i).len()) && !grouped
        || counts::plural_at(words, i + 1)
        || words.among(i + 1, list!("GMT UTC hours hrs"))
        || words.class(i + 1) == Class::Scale
        || LEXICON.unit(words.at(i + 1)).is_some()
        || !(beside || to() || hash() || is() || free() || on())
    {
        return None;
    }
    let groups = (i + 1..i + MAX_SKIP).take_while(|&at| bare(at) && (2..=4).contains(&words.at(at).len())).count();
    Some(i + 1 + groups)
}

/// "F-16", "DT - 668", "COVID-19", "STS-135", "G7-20": letters, a hyphen, digits.
fn model(words: &Words, i: usize) -> bool {
    if !words.dash(i.wrapping_sub(1)) || i < words.from + 2 {
        return false;
    }
    // the flight "6E-5178"
    let glued = words.touches(i) && words.touches(i - 1);
    if glued && words.is_number(i - 2) && words.at(i - 2).ends_with(|c: char| c.is_ascii_uppercase()) {
        return true;
    }
    if !words.is_word(i - 2) {
        return false;
    }
    let name = words.at(i - 2);
    let capital = name.bytes().any(|b| b.is_ascii_uppercase());
    if words.touches(i) && words.touches(i - 1) {
        // "mid-2016", "post-1945", "pre-2020", "sub-3", "Sweden-1" are dates and figures; the rest is a name
        let prefix = words.among(i - 2, list!("mid pre post sub under over non early late ex inter to from about and or"));
        return !prefix
            && words.class(i - 2) != Class::Month
            && !words.is(i - 1, "—")
            && !words.is(i - 1, "–")
            && (capital || words.at(i).len() < 4);
    }
    // with spaces: "DT - 668"
    words.is(i - 1, "-")
        && !words.touches(i)
        && words.case(i - 2) == Case::Upper
        && name.len() <= 4
        && words.at(i).len() >= 2
        && !words.is_word(i + 1)
}

fn street(words: &Words, i: usize) -> bool {
    // "210 E. 4th Ave."
    let quarter = words.among(i + 1, list!("n s e w ne nw se sw")) && words.capital(i + 1);
    let at = words.past_stop(i + 2);
    quarter && (at..at + 3).any(|at| words.among(at, &STREETS) && words.capital(at))
        || (1..=3).any(|n| words.among(i + n, &STREETS) && words.capital(i + n) && (1..n).all(|m| words.capital(i + m)) && n > 1)
}

/// The number of an article, a post, a season: an id, not a count.
fn id(words: &Words, i: usize) -> bool {
    let lead = |at: usize| -> bool {
        let Some(at) = at.checked_sub(1) else { return false };
        words.among(at, &NUMBERED)
    };
    let touching_plural = counts::plural_at(words, i + 1)
        || words.is(i + 1, "%")
        || LEXICON.unit(words.at(i + 1)).is_some()
        || words.class(i + 1) == Class::Scale;
    let year = dates::year_at(words, i).is_some_and(|year| (1900..2100).contains(&year));
    // "the Companies Act 1997", but "Circular 2017-011"
    let law = words.among_before(i, 1, list!("act acts order rules regulations"));
    if year && (law || !words.capital(i.wrapping_sub(1))) {
        return false;
    }
    // "posts 542 and 543", "Articles 5, 6 and 7"
    let mut at = i;
    for _ in 0..3 {
        if lead(at) {
            return !touching_plural || words.among_before(at, 1, list!("section article chapter page flight resolution"));
        }
        match at
            .checked_sub(2)
            .filter(|&before| words.is_number(before) && (words.among(at - 1, list!("and or to")) || words.among(at - 1, list!(", - – /"))))
        {
            Some(before) => at = before,
            None => return false,
        }
    }
    false
}

/// Whether a bare number ends a name: "Internet Explorer 6", "Apollo 11", "Movimento 5 Stelle".
fn named(words: &Words, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).filter(|&at| words.has(at)) else { return false };
    if dates::year_at(words, i).is_some_and(|year| (1500..2100).contains(&year)) {
        return false;
    }
    let next = i + 1;
    if words.class(next) == Class::Scale
        || LEXICON.unit(words.at(next)).is_some()
        || LEXICON.unit(words.at(words.past_dash(next))).is_some()
    {
        return false;
    }
    if words.among(next, list!("% :")) || words.among(next, list!("percent per pc pct a.m. p.m. am pm GMT old euros dollars pounds")) {
        return false;
    }
    // "the 747": the maker's number alone, only of the well-known sort
    if words.among(i, list!("747 737 777 787 767 757 380 911"))
        && words.among_before(i, 1, list!("the a boeing airbus"))
        && !counts::plural_at(words, next)
    {
        return true;
    }
    let name =
        words.capital(before) && words.kind(before) == Some(TokenKind::Word) && words.class(before) == Class::Plain && !words.touches(i);
    if !name || LEXICON.counting(&words.at(before).to_lowercase()).is_some() || LEXICON.code(words.at(before)).is_some() {
        return false;
    }
    // the first word of a sentence has its capital from there
    let opens = before == words.from || matches!(words.kind(before - 1), Some(TokenKind::Quote)) || words.is(before - 1, ":");
    let word = words.at(before);
    if opens && (bounds::before(words, i).is_some() || ["ly", "ed", "ing", "s"].iter().any(|end| word.ends_with(end))) {
        return false;
    }
    // a score, an age, a count: "Sweden 1 – 0", "Reds 3, Blues 1", "Friday 12 people"
    let joined = (words.dash(next) || words.is(next, ",")) && words.is_number(next + 1)
        || words.among_before(before, 1, list!(",")) && before >= words.from + 2 && words.is_number(before - 2);
    !joined
        && !counts::plural_at(words, next)
        && (!words.is_word(next) || words.capital(next) || counts::noun(words, next, false).is_none())
}
