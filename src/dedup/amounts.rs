//! Amounts: how the normaliser reads a number, in digits or words, with its magnitude and its currency.

use super::fingerprint::key;
use super::lexicon::{self, Class, LEXICON, raw};
use super::normalise::{Normaliser, key_of};
use super::numbers;
use super::synonyms::Few;
use super::word::Word;
use crate::article::{Span, TokenKind};
use crate::highlight::values::vulgar;

/// Words of the lexicon, by their keys, that say a number with what it counts: feasts that have a day of their own in every year, and lengths of time.
const COUNTS: &[(u32, f64, u32)] = &[
    (key_of("christmas_day"), 25.0, key_of("december")),
    (key_of("christmas_eve"), 24.0, key_of("december")),
    (key_of("boxing_day"), 26.0, key_of("december")),
    (key_of("new_year_s_eve"), 31.0, key_of("december")),
    (key_of("new_year_s_day"), 1.0, key_of("january")),
    (key_of("valentine_s_day"), 14.0, key_of("february")),
    (key_of("halloween"), 31.0, key_of("october")),
    (key_of("decade"), 10.0, key_of("year")),
    (key_of("fortnight"), 2.0, key_of("week")),
    (key_of("half_year"), 6.0, key_of("month")),
];

/// Months, behind the day: "the 14th of May".
static MONTHS: Few = Few::new(lexicon::MONTHS);

impl Normaliser<'_> {
    /// Reads a word that says a number with what it counts; false if it does not. "A decade" is ten years, "two decades" are left as they are.
    pub(super) fn count(&mut self, class: Class, key: u32, span: Span) -> bool {
        if class != Class::Date {
            return false;
        }
        // "two decades", but "the first half of the year"
        let numbered = self.right_before(span).filter(|word| word.class == Class::Number);
        let ordinal = |word: &Word| numbers::word(raw(word.span.of(self.article.text), false)).is_some_and(|(_, whole)| whole);
        if numbered.is_some_and(|word| !ordinal(word)) {
            return false;
        }
        let Some(&(_, number, unit)) = COUNTS.iter().find(|(word, ..)| key == *word) else { return false };
        self.push(numbers::key_of(number), Class::Number, span);
        self.push(unit, Class::Date, span);
        // "the first half of the year", "the first six months of the year"
        if span.of(self.article.text).ends_with("the year") {
            self.push(const { key_of("year") }, Class::Date, span);
        }
        true
    }

    /// The text of the token at `at`; empty from `to` on.
    fn text_before(&self, at: usize, to: usize) -> &str {
        if at < to { self.text(at) } else { "" }
    }

    /// Reads a part of a large number, or a length with a half, that begins at `at`; where to go on: "a quarter of a million", "a year and a half".
    pub(super) fn parted(&mut self, at: usize, to: usize) -> Option<usize> {
        let text = |at: usize| self.text_before(at, to);
        if matches!(text(at), "a" | "an" | "A" | "An") && text(at + 2) == "and" && text(at + 3) == "a" && text(at + 4) == "half" {
            let (amount, unit) = match text(at + 1) {
                "year" => (18.0, "month"),
                "day" => (36.0, "hour"),
                "hour" => (90.0, "minute"),
                "minute" => (90.0, "second"),
                _ => return None,
            };
            let span = self.article.span(at..at + 5);
            self.push(numbers::key_of(amount), Class::Number, span);
            self.push(key_of(unit), Class::Date, span);
            return Some(at + 5);
        }
        let from = at + usize::from(matches!(text(at), "a" | "A"));
        let part = match text(from) {
            "quarter" | "Quarter" => 0.25,
            "half" | "Half" => 0.5,
            _ => return None,
        };
        let size = from + 1 + usize::from(text(from + 1) == "of");
        let size = size + usize::from(text(size) == "a");
        let worth = match text(size) {
            "million" => 1e6,
            "billion" => 1e9,
            "trillion" => 1e12,
            _ => return None,
        };
        self.push(numbers::key_of(part * worth), Class::Number, self.article.span(at..size + 1));
        self.money();
        Some(size + 1)
    }

    /// Reads "the same month last year" as "a year earlier"; where to go on.
    pub(super) fn same_time(&mut self, at: usize, to: usize) -> Option<usize> {
        let text = |at: usize| self.text_before(at, to);
        if text(at) != "same" || !matches!(text(at + 1), "month" | "period" | "quarter" | "week" | "day" | "time" | "point" | "stage") {
            return None;
        }
        let from = at + 2 + usize::from(matches!(text(at + 2), "of" | "in" | "the")) + usize::from(text(at + 3) == "the");
        let end = match (text(from), text(from + 1), text(from + 2)) {
            ("last" | "previous" | "prior", "year", _) => from + 2,
            ("a", "year", "earlier" | "ago" | "before") => from + 3,
            ("year", "before" | "earlier", _) => from + 2,
            _ => return None,
        };
        self.push(const { key_of("year_before") }, Class::Date, self.article.span(at..end));
        Some(end)
    }

    /// Reads "in the morning" or the like behind an hour; where to go on.
    pub(super) fn half_of_day(&mut self, at: usize, to: usize) -> Option<usize> {
        let text = |at: usize| self.text_before(at, to);
        let (half, end) = match text(at) {
            "in" if text(at + 1) == "the" => match text(at + 2) {
                "morning" => (const { key_of("a.m") }, at + 3),
                "afternoon" | "evening" => (const { key_of("p.m") }, at + 3),
                _ => return None,
            },
            "at" if text(at + 1) == "night" => (const { key_of("p.m") }, at + 2),
            _ => return None,
        };
        let hour = self.last().filter(|word| word.class == Class::Number)?;
        let clock = (1..=12).any(|n| hour.key == numbers::key_of(f64::from(n)));
        let beside = at > 0 && self.article.tokens[at - 1].span.end() <= hour.span.end();
        if !clock || !beside {
            return None;
        }
        self.push(half, Class::Plain, self.article.span(at..end));
        Some(end)
    }

    /// A number in digits or words, with its magnitude and currency.
    pub(super) fn number(&mut self, at: usize, to: usize) -> usize {
        let tokens = &self.article.tokens;
        let text = self.article.of(tokens[at].span);
        let Some((worth, letters)) = numbers::digits(text) else {
            self.push(raw(text, false), Class::Number, tokens[at].span);
            return at + 1;
        };
        // "5½"
        let (half, letters) = vulgar(letters).map_or((0.0, letters), |half| (half, ""));
        let (mut sum, mut part, mut next, mut span) = (0.0, worth + half, at + 1, tokens[at].span);
        let mut unit = None;
        match letters.to_ascii_lowercase().as_str() {
            "" => {
                while let Some((size, false)) = self.number_word(next, to) {
                    if size < 100.0 && size != 12.0 || !numbers::add(&mut sum, &mut part, size) {
                        break;
                    }
                    span = span.join(tokens[next].span);
                    next += 1;
                }
            }
            "st" | "nd" | "rd" | "th" => {
                // "May 14th", "14th May", "the 14th of May"
                let behind = next + usize::from(self.text(next) == "of");
                if self.text(next) == "anniversary" {
                    self.jubilee(worth, span);
                    return next;
                }
                let month = self.last().is_some_and(|word| word.class == Class::Date) || MONTHS.holds(key_of(self.text(behind)));
                let key = if month { numbers::key_of(worth) } else { numbers::key_of_whole(worth) };
                self.push(key, Class::Number, span);
                return next;
            }
            "bn" | "b" => part *= 1e9,
            "tn" => part *= 1e12,
            "mn" => part *= 1e6,
            // "£12m", "12m passengers", but "a wall of 12m"
            "m" if self.currency.is_some() || self.counted(next, to) || self.text(next) == "of" => part *= 1e6,
            "k" => part *= 1e3,
            "p" => unit = Some(const { key_of("pence") }),
            "am" => unit = Some(const { key_of("a.m") }),
            other => unit = Some(LEXICON.word(raw(other, false)).map_or_else(|| key(other.as_bytes()), |entry| entry.key)),
        }
        let worth = self.signed(sum + part);
        self.push(numbers::key_of(worth), Class::Number, span);
        if let Some(unit) = unit {
            self.push(unit, Class::Plain, span);
        }
        self.money();
        next
    }

    /// "The 50th anniversary" is told of 50 years.
    fn jubilee(&mut self, years: f64, span: Span) {
        self.push(numbers::key_of(years), Class::Number, span);
        self.push(const { key_of("year") }, Class::Date, span);
    }

    /// The number with the minus that waited for it.
    fn signed(&mut self, worth: f64) -> f64 {
        if std::mem::take(&mut self.minus) { -worth } else { worth }
    }

    /// The currency sign stands before the number, the word after it: both are put after.
    pub(super) fn money(&mut self) {
        if let Some(span) = self.currency.take() {
            let key = match self.article.of(span) {
                "$" => const { key_of("dollar") },
                "€" => const { key_of("euro") },
                "£" => const { key_of("pound") },
                _ => const { key_of("yen") },
            };
            self.push(key, Class::Plain, span);
        }
    }

    /// The number word at `at`, if one stands there.
    pub(super) fn number_word(&self, at: usize, to: usize) -> Option<(f64, bool)> {
        numbers::word(self.key(at)).filter(|_| at < to)
    }

    pub(super) fn number_words(&mut self, at: usize, to: usize, worth: f64, whole: bool) -> usize {
        let tokens = &self.article.tokens;
        // "thirties" is "30s"
        if worth >= 20.0 && self.article.of(tokens[at].span).ends_with("ties") {
            self.push(numbers::key_of(worth), Class::Number, tokens[at].span);
            self.push(key(b"s"), Class::Plain, tokens[at].span);
            return at + 1;
        }
        // "a quarter of", "last quarter"
        if whole && self.article.of(tokens[at].span).eq_ignore_ascii_case("quarter") && self.text(at + 1) != "of" {
            self.push(super::stem::stem("quarter"), Class::Plain, tokens[at].span);
            return at + 1;
        }
        // "the first of August"
        if whole && worth > 0.0 && self.text(at + 1) == "of" && MONTHS.holds(key_of(self.text(at + 2))) {
            self.push(numbers::key_of(worth), Class::Number, tokens[at].span);
            return at + 1;
        }
        if whole && worth > 0.0 && self.text(at + 1) == "anniversary" {
            self.jubilee(worth, tokens[at].span);
            return at + 1;
        }
        if whole {
            self.push(numbers::key_of_whole(worth), Class::Number, tokens[at].span);
            return at + 1;
        }
        let (mut sum, mut part, mut next, mut end) = (0.0, 0.0, at + 1, at + 1);
        numbers::add(&mut sum, &mut part, worth);
        while next < to {
            let between = self.article.of(tokens[next].span);
            // "twenty-one", "one hundred and five"
            if between == "-" || (between == "and" && part >= 100.0 && self.number_word(next + 1, to).is_some()) {
                next += 1;
                continue;
            }
            // "three and a half thousand"
            if between == "and" && self.article.of(self.article.span(next..to.min(next + 3))) == "and a half" {
                part += 0.5;
                next += 3;
                end = next;
                continue;
            }
            match self.number_word(next, to) {
                Some((more, false)) if numbers::add(&mut sum, &mut part, more) => {
                    next += 1;
                    end = next;
                }
                // "twenty-first", "five-hundredth"
                Some((last, true)) if last > 0.0 && self.text(next - 1) == "-" => {
                    let worth = if last >= 100.0 { (sum + part) * last } else { sum + part + last };
                    self.push(numbers::key_of_whole(worth), Class::Number, self.article.span(at..next + 1));
                    return next + 1;
                }
                _ => break,
            }
        }
        let worth = self.signed(sum + part);
        self.push(numbers::key_of(worth), Class::Number, self.article.span(at..end));
        self.money();
        end
    }

    /// Whether a plural stands at token `at`, as what is counted by the number before it.
    fn counted(&self, at: usize, to: usize) -> bool {
        let token = self.article.tokens.get(at).filter(|token| at < to && token.kind == TokenKind::Word);
        token.is_some_and(|token| {
            let text = self.article.of(token.span);
            // "3.4m Swiss francs"
            let coin = matches!(
                self.text(at + 1),
                "francs" | "dollars" | "pounds" | "crowns" | "kronor" | "kroner" | "rand" | "pesos" | "lira" | "rupees"
            );
            coin || matches!(text, "people" | "cubic" | "square") || text.len() > 3 && text.ends_with('s') && !text.ends_with("ss")
        })
    }

    /// Whether a figure begins at token `at`: digits, money, a number word, "half", "a dozen".
    pub(super) fn figure(&self, at: usize) -> bool {
        let tokens = &self.article.tokens;
        tokens.get(at).is_some_and(|token| match self.article.of(token.span) {
            "$" | "€" | "£" | "half" => true,
            "a" | "an" => tokens.get(at + 1).is_some_and(|next| {
                let raw_key = self.key(at + 1);
                matches!(self.article.of(next.span), "second" | "third" | "quarter" | "fifth" | "half" | "tenth")
                    || numbers::word(raw_key).is_some_and(|(_, whole)| !whole)
                    || LEXICON.word(raw_key).is_some_and(|entry| entry.class == Class::Date)
            }),
            _ => token.kind == TokenKind::Number || self.number_word(at, tokens.len()).is_some(),
        })
    }
}
