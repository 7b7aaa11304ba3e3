//! Values: dates, times, durations, money, percentages, quantities and numbers, each with what it is worth.

//!
//! The text is read once, sentence by sentence (`scan`); every reader looks a bounded number of words ahead and back, so that the whole is linear in the
//! text. `lexicon` holds what the words are worth, `numbers`, `dates`, `relative`, `times` and `money` read the forms, `figures` puts a number
//! together with what stands around it, `counts` says what is counted, `bounds` how exactly it is meant, `reject` what is no value at all, and
//! `own_date` finds the article's own date.

mod bounds;
mod calendar;
mod counts;
mod dates;
mod figures;
mod home;
mod lengths;
mod lexicon;
mod list;
mod measures;
mod money;
mod numbers;
mod own_date;
mod periods;
mod ranks;
mod reject;
mod relative;
mod scan;
mod sentence;
mod shares;
mod times;
mod when;

pub(crate) use numbers::vulgar;

use crate::article::{Article, Span};

/// What kind of value a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValueKind {
    /// A day, month, year, or longer stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time, also an age.
    Duration,
    /// An amount of money.
    Money,
    /// Percent, percentage points, basis points.
    Percent,
    /// A number with a unit or with what it counts.
    Quantity,
    /// Any other number.
    Number,
    /// A rank in an order: "third".
    Ordinal,
}

impl ValueKind {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            ValueKind::Date => "date",
            ValueKind::Time => "time",
            ValueKind::Duration => "duration",
            ValueKind::Money => "money",
            ValueKind::Percent => "percent",
            ValueKind::Quantity => "quantity",
            ValueKind::Number => "number",
            ValueKind::Ordinal => "ordinal",
        }
    }

    /// The kind with this name, if there is one.
    pub fn named(name: &str) -> Option<ValueKind> {
        use ValueKind::*;
        [Date, Time, Duration, Money, Percent, Quantity, Number, Ordinal].into_iter().find(|kind| kind.name() == name)
    }
}

/// How exactly a figure is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// As it stands.
    Exact,
    /// "about", "some", "nearly".
    About,
    /// "at least".
    AtLeast,
    /// "at most", "up to".
    AtMost,
    /// "more than", "over".
    MoreThan,
    /// "less than", "under".
    LessThan,
    /// From one figure to another.
    Range,
}

impl Bound {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::About => "about",
            Bound::AtLeast => "atLeast",
            Bound::AtMost => "atMost",
            Bound::MoreThan => "moreThan",
            Bound::LessThan => "lessThan",
            Bound::Range => "range",
        }
    }
}

/// A form in which a number is told, where it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueForm {
    /// "3-1".
    Score,
    /// "52-48".
    Vote,
    /// "a third".
    Fraction,
    /// "one in three".
    Ratio,
    /// "tenfold".
    Multiple,
    /// "the 54-year-old".
    Age,
    /// "number 3".
    Rank,
    /// "50 basis points".
    BasisPoints,
    /// "two percentage points".
    PercentagePoints,
}

impl ValueForm {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            ValueForm::Score => "score",
            ValueForm::Vote => "vote",
            ValueForm::Fraction => "fraction",
            ValueForm::Ratio => "ratio",
            ValueForm::Multiple => "multiple",
            ValueForm::Age => "age",
            ValueForm::Rank => "rank",
            ValueForm::BasisPoints => "basisPoints",
            ValueForm::PercentagePoints => "percentagePoints",
        }
    }
}

/// An amount in a unit of the SI.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// How many.
    pub amount: f64,
    /// Of what: "m", "kg", "m/s".
    pub unit: String,
}

/// A figure of the article with its value. Which fields apply to which kind is told in API.md.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The words, by the rules of API.md.
    pub span: Span,
    /// What kind it is.
    pub kind: ValueKind,
    /// Dates and times, ISO 8601; none when it can't be resolved.
    pub iso: Option<String>,
    /// Other readings of a date whose day and month are in doubt.
    pub alternatives: Vec<String>,
    /// Whether a date was relative to another.
    pub resolved: bool,
    /// Zone of a time, as written or as an offset.
    pub zone: Option<String>,
    /// The number.
    pub amount: Option<f64>,
    /// Second end of a range, or second half of a score.
    pub to: Option<f64>,
    /// Unit of a quantity or duration.
    pub unit: Option<String>,
    /// The same in SI units.
    pub si: Option<Measure>,
    /// Lemma of what is counted.
    pub counts: Option<String>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// Unit of a unit price.
    pub per: Option<String>,
    /// How exactly it is meant.
    pub bound: Bound,
    /// In what form it is told, where that matters.
    pub form: Option<ValueForm>,
    /// Which rule decided.
    pub rule: &'static str,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

impl Value {
    /// A value of which nothing is known but where it stands and what it is.
    #[inline(never)]
    pub fn new(span: Span, kind: ValueKind, rule: &'static str) -> Value {
        Value {
            span,
            kind,
            iso: None,
            alternatives: Vec::new(),
            resolved: false,
            zone: None,
            amount: None,
            to: None,
            unit: None,
            si: None,
            counts: None,
            currency: None,
            per: None,
            bound: Bound::Exact,
            form: None,
            rule,
            confidence: 0.9,
        }
    }
}

/// The date by which relative dates are resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// `YYYY-MM-DD`.
    pub iso: String,
    /// Where the article says so; none when it was given.
    pub span: Option<Span>,
}

/// The date of the article: the given one (`YYYY-MM-DD`, checked by the caller), else its own date line.
pub fn published(article: &Article, given: Option<&str>) -> Option<Published> {
    if let Some(iso) = given {
        return Some(Published { iso: iso.to_string(), span: None });
    }
    let (day, span) = own_date::find(article)?;
    Some(Published { iso: calendar::Period::Day(day).iso(), span: Some(span) })
}

/// Whether `iso` is a day of the calendar, `YYYY-MM-DD`.
pub fn is_day(iso: &str) -> bool {
    calendar::parse(iso).is_some()
}

/// Finds the values of the article, in order, none overlapping another.
#[inline(never)]
pub fn find(article: &Article, published: Option<&Published>) -> Vec<Value> {
    scan::find(article, published)
}
