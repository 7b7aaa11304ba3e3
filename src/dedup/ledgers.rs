//! Ledgers: the people, quotations, figures and dates of several articles, side by side.

use super::comparison::*;
use super::fingerprint::{follow, mix, text, triple, words};
use super::postings::Postings;
use crate::annotate::Reading;
use crate::highlight::{Entity, EntityType, Quote, QuoteForm, ValueForm, ValueKind};
use crate::order;
use rustc_hash::FxHashMap;

/// Words of a quotation that are looked at; longer ones are told apart by their beginning.
const MAX_QUOTE: usize = 400;
/// Quotations that one run of three words leads to.
const MAX_ROWS: u32 = 16;
/// People of one surname among whom a new one is looked for.
const MAX_NAMESAKES: u32 = 64;
/// Share of the runs of three words of the shorter quotation that the longer must have to be the same quotation.
const SAME_QUOTE: f64 = 0.5;

/// Completes a comparison with its ledgers.
pub(crate) fn fill(readings: &[Reading], articles: Vec<ComparedArticle>) -> Comparison {
    let people = people(readings);
    let quote_ledger = quotes(readings, &people);
    Comparison { articles, people, quote_ledger, value_ledger: values(readings), timeline: timeline(readings) }
}

/// Persons, merged over the articles: by full name, or by surname where only one of that surname fits.
fn people(readings: &[Reading]) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut namesakes = Postings::default();
    for (article, reading) in readings.iter().enumerate() {
        for entity in reading.annotated.entities.iter().filter(|entity| entity.kind == EntityType::Person) {
            let Some(surname) = entity.name.split_whitespace().next_back().map(text) else { continue };
            let mut known: Vec<usize> = namesakes.get(surname).into_iter().flatten().collect();
            known.reverse();
            let at = same_person(&people, &known, entity, article).unwrap_or_else(|| {
                namesakes.put(surname, people.len(), MAX_NAMESAKES);
                people.push(Person {
                    name: entity.name.clone(),
                    descriptions: Vec::new(),
                    kind: entity.kind,
                    mentions: Vec::new(),
                    entities: Vec::new(),
                });
                people.len() - 1
            });
            add(&mut people[at], article, entity);
        }
    }
    people
}

/// Which of the people with its surname an entity is. Two entities of one article are two people.
fn same_person(people: &[Person], known: &[usize], entity: &Entity, article: usize) -> Option<usize> {
    let mut only = None;
    let mut several = false;
    for &at in known {
        let person = &people[at];
        if person.entities.iter().any(|&(other, _)| other == article) || !names_agree(&person.name, &entity.name) {
            continue;
        }
        if person.name.eq_ignore_ascii_case(&entity.name) {
            return Some(at);
        }
        several = only.is_some();
        only = Some(at);
    }
    only.filter(|_| !several)
}

/// Whether two names with the same surname may be one: a surname alone, the same first name, or its initial.
fn names_agree(a: &str, b: &str) -> bool {
    let first = |name: &str| name.trim().find(char::is_whitespace).unwrap_or(0);
    let (x, y) = (a[..first(a)].trim_end_matches('.'), b[..first(b)].trim_end_matches('.'));
    let initial = |name: &str| name.chars().next().map_or(0, char::len_utf8);
    let (i, j) = (initial(x), initial(y));
    let initials = (i == x.len() || j == y.len()) && text(&x[..i]) == text(&y[..j]);
    x.is_empty() || y.is_empty() || text(x) == text(y) || initials
}

fn add(person: &mut Person, article: usize, entity: &Entity) {
    if entity.name.split_whitespace().count() > person.name.split_whitespace().count() {
        person.name.clone_from(&entity.name);
    }
    for description in &entity.descriptions {
        if !person.descriptions.iter().any(|known| known.eq_ignore_ascii_case(description)) {
            person.descriptions.push(description.clone());
        }
    }
    person.entities.push((article, entity.id));
    person.mentions.extend(entity.mentions.iter().map(|mention| (Place { article, span: mention.span }, mention.form)));
}

/// A quotation as the hashes of its words.
fn quoted(reading: &Reading, quote: &Quote) -> Vec<u64> {
    let mut out = Vec::new();
    for &part in &quote.content {
        words(reading.article.of(part), |word| {
            if out.len() < MAX_QUOTE {
                out.push(word);
            }
        });
    }
    out
}

fn triples(words: &[u64]) -> impl Iterator<Item = u64> + '_ {
    words.windows(3).map(|w| triple(w[0], w[1], w[2]))
}

/// One row per quotation; the same words cut or worded otherwise stand in one row.
fn quotes(readings: &[Reading], people: &[Person]) -> Vec<QuoteRow> {
    let mut of: FxHashMap<u64, u32> = FxHashMap::default();
    for (at, person) in people.iter().enumerate() {
        for &(article, entity) in &person.entities {
            of.insert(order::pair(article, entity as usize), at as u32);
        }
    }
    let mut rows: Vec<QuoteRow> = Vec::new();
    let mut wordings: Vec<Vec<u64>> = Vec::new();
    let mut exact: FxHashMap<u64, u32> = FxHashMap::default();
    let mut index = Postings::default();
    for (article, reading) in readings.iter().enumerate() {
        for (number, quote) in reading.annotated.quotes.iter().enumerate() {
            let (Some(first), Some(last)) = (quote.content.first(), quote.content.last()) else { continue };
            if quote.form == QuoteForm::Indirect {
                continue;
            }
            let occurrence = Occurrence { place: Place { article, span: first.join(*last) }, quote: number };
            let entity = |id: u32| reading.annotated.entities.iter().find(|entity| entity.id == id);
            let speaker = quote.speaker.and_then(|id| match of.get(&order::pair(article, id as usize)) {
                Some(&at) => Some(people[at as usize].name.clone()),
                None => entity(id).map(|entity| entity.name.clone()),
            });
            let speaker = speaker.or_else(|| quote.speaker_name.clone());
            let wording = quoted(reading, quote);
            let whole = wording.iter().fold(0, |all, &word| follow(all, word));
            let row = exact.get(&whole).map(|&row| row as usize).or_else(|| like(&wording, &wordings, &index));
            // a word or two that two people say is no quotation of one by the other
            let row = row.filter(|&row| wording.len() > 3 || rows[row].speaker == speaker);
            match row {
                Some(row) => {
                    rows[row].differs |= !part_of(&wording, &wordings[row]);
                    if rows[row].speaker.is_none() && speaker.is_some() {
                        (rows[row].speaker, rows[row].speaker_kind) = (speaker, quote.speaker_kind);
                    }
                    rows[row].occurrences.push(occurrence);
                }
                None => {
                    triples(&wording).for_each(|triple| index.put(triple, rows.len(), MAX_ROWS));
                    exact.insert(whole, rows.len() as u32);
                    wordings.push(wording);
                    rows.push(QuoteRow { speaker, speaker_kind: quote.speaker_kind, occurrences: vec![occurrence], differs: false });
                }
            }
        }
    }
    rows
}

/// The row whose wording is most like this one, if enough.
fn like(wording: &[u64], wordings: &[Vec<u64>], index: &Postings) -> Option<usize> {
    let mut shared: Vec<u64> = Vec::new();
    for rows in triples(wording).filter_map(|triple| index.get(triple)) {
        shared.extend(rows.map(|row| row as u64));
    }
    order::keys(&mut shared);
    let (mut row, mut count) = (0, 0);
    for run in shared.chunk_by(|a, b| a == b) {
        if run.len() > count {
            (row, count) = (run[0] as usize, run.len());
        }
    }
    let shorter = wording.len().min(wordings.get(row)?.len()).saturating_sub(2);
    (count > 0 && count as f64 >= SAME_QUOTE * shorter as f64).then_some(row)
}

/// Whether one wording stands whole in the other.
fn part_of(a: &[u64], b: &[u64]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.is_empty() || long.windows(short.len()).any(|window| window == short)
}

/// One row per counted thing that more than one article gives.
fn values(readings: &[Reading]) -> Vec<ValueRow> {
    let mut rows: Vec<ValueRow> = Vec::new();
    let mut at: FxHashMap<u64, u32> = FxHashMap::default();
    for (article, reading) in readings.iter().enumerate() {
        for (number, value) in reading.annotated.values.iter().enumerate() {
            let what = match value.kind {
                ValueKind::Money => value.currency.clone(),
                ValueKind::Percent if value.form == Some(ValueForm::PercentagePoints) => Some("percentage point".to_string()),
                ValueKind::Percent => Some("percent".to_string()),
                ValueKind::Quantity | ValueKind::Number => value.counts.clone().or_else(|| value.unit.clone()),
                _ => None,
            };
            let (Some(what), Some(amount)) = (what, value.amount) else { continue };
            let row = *at.entry(text(&what)).or_insert(rows.len() as u32) as usize;
            if row == rows.len() {
                rows.push(ValueRow { what, figures: Vec::new(), agree: true });
            }
            rows[row].figures.push(Figure {
                place: Place { article, span: value.span },
                value: number,
                amount,
                to: value.to,
                bound: value.bound,
            });
        }
    }
    rows.retain(|row| row.figures.first().map(|f| f.place.article) != row.figures.last().map(|f| f.place.article));
    for row in &mut rows {
        row.agree = agree(&row.figures);
    }
    rows
}

/// Whether every article gives the same amounts.
fn agree(figures: &[Figure]) -> bool {
    let mut before: Option<Vec<u64>> = None;
    for of_one in figures.chunk_by(|a, b| a.place.article == b.place.article) {
        let mut amounts: Vec<u64> = of_one.iter().map(|f| follow(mix(f.amount.to_bits()), f.to.map_or(0, f64::to_bits))).collect();
        order::keys(&mut amounts);
        amounts.dedup();
        if before.is_some_and(|before| before != amounts) {
            return false;
        }
        before = Some(amounts);
    }
    true
}

/// Sentences with a date, in date order; those of one date in the order of the articles.
fn timeline(readings: &[Reading]) -> Vec<TimelineEntry> {
    let mut entries: Vec<TimelineEntry> = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        let mut last = None;
        for value in reading.annotated.values.iter().filter(|value| value.kind == ValueKind::Date) {
            let (Some(iso), Some(sentence)) = (&value.iso, reading.article.sentence_at(value.span.start())) else { continue };
            if reading.article.role(sentence).set_aside() || last == Some((sentence, iso)) {
                continue;
            }
            last = Some((sentence, iso));
            let span = reading.article.sentences[sentence].span;
            entries.push(TimelineEntry { iso: iso.clone(), place: Place { article, span }, date: value.span });
        }
    }
    // the longest, an interval of two days, has 21 characters
    for from in [KEYED, 0] {
        order::by(&mut entries, |entry| date_key(&entry.iso, from));
    }
    entries
}

/// Characters of a date that one key holds.
const KEYED: usize = 16;

/// A key by which dates written as in ISO 8601 are in order from character `from` on, of sixteen characters.
fn date_key(iso: &str, from: usize) -> u64 {
    let rank = |byte: u8| match byte {
        b'-' => 1,
        b'/' => 2,
        b'0'..=b'9' => 3 + byte - b'0',
        _ => 13,
    };
    (from..from + KEYED).fold(0, |key, at| key << 4 | u64::from(iso.as_bytes().get(at).map_or(0, |&byte| rank(byte))))
}
