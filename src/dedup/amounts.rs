//! Amounts: how the normaliser reads a number, in digits or words, with its magnitude and its currency.

use super::fingerprint::key;
use super::lexicon::{self, Class, LEXICON, raw};
use super::normalise::{Normaliser, key_of};
use super::numbers;
use super::synonyms::Few;
use crate::article::{Span, TokenKind};

/// Words of the lexicon that say a number with what it counts: feasts that have a day of their own in every year, and lengths of time.
const COUNTS: &[(&str, f64, &str)] = &[
    ("christmas_day", 25.0, "december"),
    ("christmas_eve", 24.0, "december"),
    ("boxing_day", 26.0, "december"),
    ("new_year_s_eve", 31.0, "december"),
    ("new_year_s_day", 1.0, "january"),
    ("valentine_s_day", 14.0, "february"),
    ("halloween", 31.0, "october"),
    ("decade", 10.0, "year"),
    ("fortnight", 2.0, "week"),
    ("half_year", 6.0, "month"),
];

/// Months, behind the day: "the 14th of May".
static MONTHS: Few = Few::new(lexicon::MONTHS);

impl Normaliser<'_> {
    /// Reads a word that says a number with what it counts; false if it does not. "A decade" is ten years, "two decades" are left as they are.
    pub(super) fn count(&mut self, class: Class, key: u32, span: Span) -> bool {
        if class != Class::Date || self.right_before(span).is_some_and(|word| word.class == Class::Number) {
            return false;
        }
        let Some(&(_, number, unit)) = COUNTS.iter().find(|(word, ..)| key == key_of(word)) else { return false };
        self.push(numbers::key_of(number), Class::Number, span);
        self.push(key_of(unit), Class::Date, span);
        true
    }

    /// A number in digits or words, with its magnitude and currency.
    pub(super) fn number(&mut self, at: usize, to: usize) -> usize {
        let tokens = &self.article.tokens;
        let text = self.article.of(tokens[at].span);
        let Some((worth, letters)) = numbers::digits(text) else {
            self.push(raw(text, false), Class::Number, tokens[at].span);
            return at + 1;
        };
        let (mut sum, mut part, mut next, mut span) = (0.0, worth, at + 1, tokens[at].span);
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
                let month = self.last().is_some_and(|word| word.class == Class::Date) || MONTHS.holds(key_of(self.text(behind)));
                let key = if month { numbers::key_of(worth) } else { numbers::key_of_whole(worth) };
                self.push(key, Class::Number, span);
                return next;
            }
            "bn" | "b" => part *= 1e9,
            "tn" => part *= 1e12,
            "mn" => part *= 1e6,
            // "£12m", "12m passengers", but "a wall of 12m"
            "m" if self.currency.is_some() || self.counted(next, to) => part *= 1e6,
            "k" => part *= 1e3,
            "p" => unit = Some(key_of("pence")),
            "am" => unit = Some(key_of("a.m")),
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

    /// The number with the minus that waited for it.
    fn signed(&mut self, worth: f64) -> f64 {
        if std::mem::take(&mut self.minus) { -worth } else { worth }
    }

    /// The currency sign stands before the number, the word after it: both are put after.
    pub(super) fn money(&mut self) {
        if let Some(span) = self.currency.take() {
            let key = match self.article.of(span) {
                "$" => key_of("dollar"),
                "€" => key_of("euro"),
                "£" => key_of("pound"),
                _ => key_of("yen"),
            };
            self.push(key, Class::Plain, span);
        }
    }

    /// The number word at `at`, if one stands there.
    pub(super) fn number_word(&self, at: usize, to: usize) -> Option<(f64, bool)> {
        let token = self.article.tokens.get(at).filter(|token| at < to && token.kind == TokenKind::Word)?;
        numbers::word(raw(self.article.of(token.span), false))
    }

    pub(super) fn number_words(&mut self, at: usize, to: usize, worth: f64, whole: bool) -> usize {
        let tokens = &self.article.tokens;
        // "thirties" is "30s"
        if worth >= 20.0 && self.article.of(tokens[at].span).ends_with("ties") {
            self.push(numbers::key_of(worth), Class::Number, tokens[at].span);
            self.push(key(b"s"), Class::Plain, tokens[at].span);
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
            matches!(text, "people" | "cubic" | "square") || text.len() > 3 && text.ends_with('s') && !text.ends_with("ss")
        })
    }

    /// Whether a figure begins at token `at`: digits, money, a number word, "half", "a dozen".
    pub(super) fn figure(&self, at: usize) -> bool {
        let tokens = &self.article.tokens;
        tokens.get(at).is_some_and(|token| match self.article.of(token.span) {
            "$" | "€" | "£" | "half" => true,
            "a" | "an" => tokens.get(at + 1).is_some_and(|next| {
                let raw_key = raw(self.article.of(next.span), false);
                numbers::word(raw_key).is_some_and(|(_, whole)| !whole)
                    || LEXICON.word(raw_key).is_some_and(|entry| entry.class == Class::Date)
            }),
            _ => token.kind == TokenKind::Number || self.number_word(at, tokens.len()).is_some(),
        })
    }
}
