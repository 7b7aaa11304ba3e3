//! Normalising: a sentence as the words that carry its facts, in forms in which harmless differences are gone.
//!
//! Gone are case, quotation marks, spelling, the form of numbers, function words, variants of the lexicon, and the passive: "B was
//! hit by A" becomes "A hit B". What is left keeps its place in the text.

use super::capitals;
use super::fingerprint;
use super::keys::Keys;
use super::lexicon::{self, Class, LEXICON, Phrase, Written, raw};
use super::offices;
use super::stem::stem;
use super::synonyms::Few;
use super::voice::Passive;
use super::word::{Joint, Word};
use crate::article::{Article, Case, Span, Token, TokenKind};

/// Words that carry facts which one sentence may have; what comes after them is not compared word by word.
pub(crate) const MAX_WORDS: usize = 400;

/// Lengths of time, which stand before "earlier" and "later".
static LENGTHS: Few = Few::new("year month week day hour minute decade century");

/// Reads one sentence after the other.
pub(crate) struct Normaliser<'a> {
    pub(super) article: &'a Article<'a>,
    names: &'a Keys,
    /// Per token of the sentence: its key as written.
    keys: Vec<u32>,
    pub(super) out: &'a mut Vec<Word>,
    /// First token of the sentence.
    from: usize,
    /// First word of the sentence, and of the clause.
    pub(super) first: usize,
    pub(super) clause: usize,
    /// Where a form of "be" stood last.
    pub(super) be: Option<usize>,
    pub(super) passive: Option<Passive>,
    opens: bool,
    joined: Joint,
    lead: u32,
    /// A currency sign that waits for its number.
    pub(super) currency: Option<Span>,
    /// Whether a minus waits for its number.
    pub(super) minus: bool,
    headline: bool,
}

/// Appends the words of the sentence with this index. `names` are those of [`names`].
#[inline(never)]
pub(crate) fn sentence(article: &Article, index: usize, names: &Keys, out: &mut Vec<Word>) {
    let (from, to) = article.sentences[index].tokens;
    let first = out.len();
    let key = |token: &Token| raw(article.of(token.span), token.case == Case::Upper);
    let mut reader = Normaliser {
        article,
        names,
        keys: article.tokens[from..to].iter().map(key).collect(),
        from,
        first,
        clause: first,
        be: None,
        passive: None,
        opens: true,
        joined: Joint::None,
        lead: 0,
        currency: None,
        minus: false,
        headline: capitals::all_capitals(article, &article.tokens[from..to]),
        out,
    };
    let mut at = from;
    while at < to && reader.out.len() < first + MAX_WORDS {
        at = reader.read(at, from, to);
    }
    reader.end_passive();
    offices::judge(&mut out[first..]);
    if let Some(last) = out.get_mut(first..).and_then(<[Word]>::last_mut) {
        last.closes = true;
    }
}

impl Normaliser<'_> {
    /// Reads the token at `at`, or the phrase or number that begins there; where to go on.
    fn read(&mut self, at: usize, from: usize, to: usize) -> usize {
        let token = self.article.tokens[at];
        let text = self.article.of(token.span);
        match token.kind {
            TokenKind::Possessive => self.owner(),
            TokenKind::Quote => self.mark(false),
            TokenKind::Number => return self.number(at, to),
            TokenKind::Word => return self.word(at, from, to),
            TokenKind::Punct | TokenKind::Symbol => match text {
                "%" | "‰" => self.push(const { key_of("percent") }, Class::Plain, token.span),
                "$" | "€" | "£" | "¥" => self.currency = Some(token.span),
                "&" | "+" => self.joined = Joint::And,
                // "Norsk <NRSK.S>"
                "<" => return self.ticker(at, to).unwrap_or(at + 1),
                "," | ";" | ":" | "(" | ")" | "[" | "]" | "—" | "–" | "--" => self.mark(text == ":"),
                "-" | "\u{2212}" if is_minus(self.article, at, to) => self.minus = true,
                "-" if self.article.spaced(at) => self.mark(false),
                _ => {}
            },
        }
        at + 1
    }

    /// Where a sign of a share that stands in brackets at `at` ends, with its exchange: "<NRSK.S>".
    fn ticker(&self, at: usize, to: usize) -> Option<usize> {
        let end = (at + 2..to.min(at + 5)).find(|&end| self.text(end) == ">")?;
        let sign = self.article.of(self.article.span(at + 1..end));
        (sign.contains('.') && sign.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.')).then_some(end + 1)
    }

    /// "Orlund's parliament" is "the parliament of Orlund".
    fn owner(&mut self) {
        let first = self.first;
        for (back, word) in self.out[first..].iter_mut().rev().enumerate() {
            if back > 0 && word.class != Class::Name {
                break;
            }
            if word.lead == 0 {
                word.lead = const { key_of("of") };
            }
            if word.opens {
                break;
            }
        }
    }

    /// A break: a comma, a bracket, a quotation mark.
    fn mark(&mut self, label: bool) {
        self.end_passive();
        let labels = &self.out[self.first..];
        if label && !labels.is_empty() && labels.iter().all(|word| word.class == Class::Label) {
            self.out.truncate(self.first);
        }
        if let Some(last) = self.out.get_mut(self.first..).and_then(<[Word]>::last_mut) {
            last.closes = true;
        }
        (self.opens, self.minus) = (true, false);
        self.lead = 0;
        self.clause = self.out.len();
        self.be = None;
    }

    pub(super) fn push(&mut self, key: u32, class: Class, span: Span) {
        // "is suing" is none
        let passive =
            matches!(class, Class::Plain | Class::Bearing) && self.be == Some(self.out.len()) && !self.article.of(span).ends_with("ing");
        self.out.push(Word { key, fact: 0, lead: self.lead, class, opens: self.opens, closes: false, passive, joined: self.joined, span });
        (self.opens, self.joined, self.lead) = (false, Joint::None, 0);
    }

    /// The last word read of the sentence.
    pub(super) fn last(&self) -> Option<&Word> {
        self.out[self.first..].last()
    }

    /// The last word read, if nothing but a blank stands between it and `span`.
    pub(super) fn right_before(&self, span: Span) -> Option<&Word> {
        self.last().filter(|word| word.span.end() + 1 >= span.start())
    }

    /// The key of the token at `at` as it is written; 0 behind the sentence.
    pub(super) fn key(&self, at: usize) -> u32 {
        self.keys.get(at.wrapping_sub(self.from)).copied().unwrap_or(0)
    }

    /// The text of the token at `at`; empty behind the last.
    pub(super) fn text(&self, at: usize) -> &str {
        self.article.tokens.get(at).map_or("", |token| self.article.of(token.span))
    }

    fn word(&mut self, at: usize, from: usize, to: usize) -> usize {
        let token = self.article.tokens[at];
        let text = self.article.of(token.span);
        let raw_key = self.key(at);
        let known = LEXICON.find(raw_key);
        // "US$2.5 billion"
        if text.len() <= 3 && at + 1 < to && self.article.word(at + 1) == "$" && !self.article.spaced(at + 1) {
            return at + 1;
        }
        if let Some(end) = self.parted(at, to).or_else(|| self.same_time(at, to)).or_else(|| self.half_of_day(at, to)) {
            return end;
        }
        let phrase = known.and_then(|known| self.phrase(known, at, to));
        // but "two times" is twice
        if let (None, Some((worth, whole))) = (phrase, known.and_then(|known| known.number)) {
            return self.number_words(at, to, worth, whole);
        }
        if text.eq_ignore_ascii_case("minus") && self.figure(at + 1) {
            self.minus = true;
            return at + 1;
        }
        // "is due to start" tells of a time, not of a cause
        if self.be == Some(self.out.len()) && text.eq_ignore_ascii_case("due") {
            self.push(const { key_of("will") }, Class::Modal, token.span);
            return at + 1;
        }
        if let Some((phrase, end)) = phrase {
            let span = self.article.span(at..end);
            self.known(phrase.entry.class, phrase.entry.key, span, text, end);
            return end;
        }
        // "don't", "we'll", "they've": the part after the apostrophe decides
        let plain = text.bytes().all(|byte| byte != b'\'' && byte.is_ascii());
        let apostrophe = if plain || token.case == Case::Mixed { None } else { text.find(['\'', '\u{2019}', '\u{02BC}']) };
        if let Some(apostrophe) = apostrophe.filter(|&i| i > 0) {
            let (stem_part, tail) = text.split_at(apostrophe);
            let tail = tail.trim_start_matches(['\'', '\u{2019}', '\u{02BC}']);
            match tail {
                "t" | "T" => {
                    if matches!(stem_part, "won" | "Won") {
                        self.push(const { key_of("will") }, Class::Modal, token.span);
                    } else {
                        let base = if matches!(stem_part, "can" | "Can") {
                            stem_part
                        } else {
                            stem_part.strip_suffix(['n', 'N']).unwrap_or(stem_part)
                        };
                        self.single(base, token, at, from, to);
                    }
                    self.push(const { key_of("not") }, Class::Negation, token.span);
                    return at + 1;
                }
                "ll" | "re" | "ve" | "m" | "d" => {
                    self.single(stem_part, token, at, from, to);
                    match tail {
                        "ll" => self.push(const { key_of("will") }, Class::Modal, token.span),
                        // "he'd go", but "he'd gone"
                        "d" if !self.participle(at + 1) => self.push(const { key_of("would") }, Class::Modal, token.span),
                        _ => {}
                    }
                    return at + 1;
                }
                _ => {}
            }
        }
        if matches!(text, "cannot" | "Cannot") {
            self.push(const { key_of("can") }, Class::Modal, token.span);
            self.push(const { key_of("not") }, Class::Negation, token.span);
            return at + 1;
        }
        self.single(text, token, at, from, to);
        at + 1
    }

    /// Whether what stands beside the token at `at` tells that it is a month: "1 May", "in May 2020".
    fn dated(&self, at: usize) -> bool {
        let tokens = &self.article.tokens;
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        [before, tokens.get(at + 1)].into_iter().flatten().any(|token| token.kind == TokenKind::Number)
            || at > 0 && matches!(self.text(at - 1), "in" | "In" | "since" | "until" | "last" | "next" | "early" | "late")
    }

    /// The longest phrase of the lexicon that begins at `at`, and the token after it.
    fn phrase(&self, first: &Written, at: usize, to: usize) -> Option<(&'static Phrase, usize)> {
        LEXICON.phrases(first).iter().find_map(|phrase| {
            let mut next = at + 1;
            for &key in &phrase.rest {
                // "vice-president"
                next += usize::from(self.text(next) == "-" && !self.article.spaced(next));
                if next >= to || self.key(next) != key {
                    return None;
                }
                next += 1;
            }
            Some((phrase, next))
        })
    }

    /// One word that is no number and no phrase.
    fn single(&mut self, text: &str, token: Token, at: usize, from: usize, to: usize) {
        let raw_key = if text.len() == token.span.len() { self.key(at) } else { raw(text, token.case == Case::Upper) };
        // "PM Vane", "6 PM"
        if text == "PM" && !(at > from && self.article.tokens[at - 1].kind == TokenKind::Number) {
            self.push(const { key_of("prime_minister") }, Class::Title, token.span);
            return;
        }
        // "until fall", "last fall"
        let season = || at > from && matches!(self.text(at - 1), "until" | "this" | "last" | "next" | "since" | "early" | "late" | "by");
        if text == "fall" && season() {
            self.push(const { key_of("autumn") }, Class::Date, token.span);
            return;
        }
        // the first word of a sentence is a name if it is one elsewhere, or if a name goes on with it
        let goes_on =
            at == from && self.article.tokens.get(at + 1).is_some_and(|next| at + 1 < to && next.capital() && next.span.len() > 1);
        let capital = token.capital() && (self.names.holds(raw_key) || (!self.headline && (at > from || goes_on)));
        if let Some(entry) = LEXICON.word(raw_key) {
            // "the WHO"
            if token.case == Case::Upper && text.len() > 1 && !self.headline && matches!(entry.class, Class::Glue | Class::Pronoun) {
                self.push(stem(text), Class::Name, token.span);
                return;
            }
            // "may" the verb and "May" the month; "Will", "March" and "Bush" as names
            if capital && at > from && !self.headline && entry.class == Class::Modal && token.case == Case::Title {
                let class = if text == "May" && self.dated(at) { Class::Date } else { Class::Name };
                self.push(entry.key, class, token.span);
                return;
            }
            let class =
                if capital && matches!(entry.class, Class::Plain | Class::Say | Class::Bearing) { Class::Name } else { entry.class };
            self.known(class, entry.key, token.span, text, at + 1);
            return;
        }
        let stem_key = stem(text);
        match LEXICON.stem(stem_key) {
            Some(entry) if !capital => self.known(entry.class, entry.key, token.span, text, at + 1),
            _ => self.push(stem_key, if capital { Class::Name } else { Class::Plain }, token.span),
        }
    }

    /// A word of the lexicon. `next` is the token after it.
    fn known(&mut self, class: Class, key: u32, span: Span, text: &str, next: usize) {
        if self.count(class, key, span) {
            return;
        }
        // "five years earlier"
        if matches!(text, "earlier" | "later") && self.right_before(span).is_some_and(|word| LENGTHS.holds(word.key)) {
            self.push(key, Class::Date, span);
            return;
        }
        if class == Class::Glue {
            self.glue(key, text, next);
            return;
        }
        if matches!(class, Class::Relator | Class::Weighty) {
            // "landslides set off by rain": the particle belongs to the verb
            if !matches!(text, "up" | "down" | "out" | "off") {
                self.end_passive();
            }
            // "61 out of 120 seats"
            if text == "out" && self.text(next) == "of" && self.last().is_some_and(|word| word.class == Class::Number) {
                return;
            }
            // "over 500" is a bound, not a direction
            let bound = match text {
                "over" | "Over" | "above" | "Above" => Some("more_than"),
                "under" | "Under" | "below" | "Below" => Some("less_than"),
                _ => None,
            };
            // "hand over four letters"
            let handed = || self.last().is_some_and(|word| word.key == const { key_of("hand") } || word.key == const { key_of("take") });
            if let Some(bound) = bound.filter(|_| !handed() && self.figure(next)) {
                self.push(key_of(bound), Class::Scope, span);
                return;
            }
            self.push(key, class, span);
            self.lead = key;
            // "before he was stopped by guards": a clause of its own; "born after 1980" is none
            if class == Class::Weighty && !self.figure(next) {
                (self.clause, self.be) = (self.out.len(), None);
            }
            return;
        }
        if matches!(text, "some" | "Some") && self.figure(next) {
            self.push(const { key_of("around") }, Class::Scope, span);
            return;
        }
        self.push(key, class, span);
        if class == Class::Say {
            self.clause = self.out.len();
        }
    }

    /// A function word: remembered for what it tells about its neighbours.
    fn glue(&mut self, key: u32, text: &str, next: usize) {
        match text {
            "is" | "are" | "was" | "were" | "been" | "being" | "be" => self.be = Some(self.out.len()),
            "and" | "or" | "And" | "Or" => {
                self.end_passive();
                self.joined = if matches!(text, "and" | "And") { Joint::And } else { Joint::Or };
            }
            "that" | "which" | "who" | "whom" | "whose" => {
                // "from which", "with whom"
                self.lead = 0;
                self.end_passive();
                self.clause = self.out.len();
                self.be = None;
            }
            "by" | "By" => {
                let figure = self.figure(next) || self.text(next).ends_with("ing") || {
                    self.article.tokens.get(next).is_some_and(|token| token.kind != TokenKind::Word)
                };
                // "landslides caused by rain"
                let reduced = self.be.is_none() && self.out.len() > self.clause && !figure;
                if let Some(verb) = self.out[self.first..].last_mut().filter(|verb| reduced && verb.class == Class::Plain) {
                    verb.passive |= verb.span.of(self.article.text).ends_with("ed");
                }
                if let Some(verb) =
                    self.be.take().filter(|&verb| verb > self.clause && (1..=3).contains(&(self.out.len().wrapping_sub(verb))) && !figure)
                {
                    self.passive = Some(Passive { subject: self.clause, verb, agent: self.out.len() });
                }
                self.lead = key;
            }
            "in" | "on" | "at" | "for" | "with" | "as" | "In" | "On" | "At" | "For" | "With" | "As" | "of" | "to" | "during" | "into"
            | "via" | "while" | "when" | "where" | "because" | "since" | "although" | "though" | "than" => {
                // "cleared by a jury of stealing"
                if text != "of" || self.text(next).ends_with("ing") {
                    self.end_passive();
                }
                // "because of"
                // so does "than on wells"
                if (text != "of" || self.lead != const { key_of("because") }) && self.lead != const { key_of("than") } {
                    self.lead = key;
                }
            }
            _ if key == const { key_of("because") } => {
                self.end_passive();
                self.lead = key;
            }
            _ => {}
        }
    }
}

/// The key of a word of the lexicon's files.
pub(super) const fn key_of(word: &str) -> u32 {
    lexicon::ascii(word, false)
}

/// One number for a whole sentence as it is written, but for case, spacing and punctuation other than a minus.
pub(crate) fn exact(article: &Article, index: usize) -> u64 {
    fingerprint::text(article.of(article.sentences[index].span)) ^ minus(article, index)
}

/// One number for the figures below zero of a sentence, 0 where it has none: "-12 degrees" is another fact than "12 degrees".
#[inline(never)]
pub(super) fn minus(article: &Article, index: usize) -> u64 {
    let (from, to) = article.sentences[index].tokens;
    let sign = |at: &usize| matches!(article.word(*at), "-" | "\u{2212}") && is_minus(article, *at, to);
    (from..to).filter(sign).fold(0, |all, at| fingerprint::follow(all, (at - from + 1) as u64))
}

/// Whether the dash or minus sign at `at` makes a number negative: a blank stands before it, and a number, or a sum with its sign, is written onto it.
fn is_minus(article: &Article, at: usize, to: usize) -> bool {
    let touches = |at: usize| at < to && !article.spaced(at);
    let number = at + 1 + usize::from(touches(at + 1) && matches!(article.word(at + 1), "$" | "€" | "£" | "¥"));
    article.spaced(at) && touches(number) && article.tokens[number].kind == TokenKind::Number
}
