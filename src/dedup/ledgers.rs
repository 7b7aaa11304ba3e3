//! Ledgers: the people, quotations, figures and dates of several articles, side by side.

use super::comparison::*;
use super::fingerprint::{mix, words};
use crate::annotate::Reading;
use crate::highlight::{Entity, EntityType, Quote, QuoteForm, ValueForm, ValueKind};
use rustc_hash::FxHashMap;

/// Words of a quotation that are looked at; longer ones are told apart by their beginning.
const MAX_QUOTE: usize = 400;
/// Quotations that one run of three words leads to.
const MAX_ROWS: usize = 16;
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
    let mut by_surname: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (article, reading) in readings.iter().enumerate() {
        for entity in reading.annotated.entities.iter().filter(|entity| entity.kind == EntityType::Person) {
            let Some(surname) = entity.name.split_whitespace().next_back().map(str::to_lowercase) else { continue };
            let known = by_surname.entry(surname).or_default();
            let at = same_person(&people, known, entity, article).unwrap_or_else(|| {
                known.push(people.len());
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
    let mut fits = known.iter().copied().filter(|&at| {
        let here = people[at].entities.iter().any(|&(other, _)| other == article);
        !here && names_agree(&people[at].name, &entity.name)
    });
    let first = fits.next()?;
    let exact = |at: &usize| people[*at].name.eq_ignore_ascii_case(&entity.name);
    if exact(&first) {
        return Some(first);
    }
    match (fits.clone().find(exact), fits.next()) {
        (Some(at), _) => Some(at),
        (None, None) => Some(first),
        (None, Some(_)) => None,
    }
}

/// Whether two names with the same surname may be one: a surname alone, the same first name, or its initial.
fn names_agree(a: &str, b: &str) -> bool {
    let first = |name: &str| {
        let mut words = name.split_whitespace();
        let first = words.next()?.trim_end_matches('.').to_lowercase();
        words.next().map(|_| first)
    };
    match (first(a), first(b)) {
        (Some(x), Some(y)) => x == y || (x.chars().count().min(y.chars().count()) == 1 && x.chars().next() == y.chars().next()),
        _ => true,
    }
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
    words.windows(3).map(|w| mix(w[0].rotate_left(40) ^ w[1].rotate_left(20) ^ w[2]))
}

/// One row per quotation; the same words cut or worded otherwise stand in one row.
fn quotes(readings: &[Reading], people: &[Person]) -> Vec<QuoteRow> {
    let of: FxHashMap<(usize, u32), usize> =
        people.iter().enumerate().flat_map(|(at, person)| person.entities.iter().map(move |&entity| (entity, at))).collect();
    let mut rows: Vec<QuoteRow> = Vec::new();
    let mut wordings: Vec<Vec<u64>> = Vec::new();
    let mut exact: FxHashMap<Vec<u64>, usize> = FxHashMap::default();
    let mut index: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (article, reading) in readings.iter().enumerate() {
        for (number, quote) in reading.annotated.quotes.iter().enumerate() {
            let (Some(first), Some(last)) = (quote.content.first(), quote.content.last()) else { continue };
            if quote.form == QuoteForm::Indirect {
                continue;
            }
            let occurrence = Occurrence { place: Place { article, span: first.join(*last) }, quote: number };
            let entity = |id: u32| reading.annotated.entities.iter().find(|entity| entity.id == id);
            let speaker = quote.speaker.and_then(|id| match of.get(&(article, id)) {
                Some(&at) => Some(people[at].name.clone()),
                None => entity(id).map(|entity| entity.name.clone()),
            });
            let wording = quoted(reading, quote);
            let row = exact.get(&wording).copied().or_else(|| like(&wording, &wordings, &index));
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
                    for triple in triples(&wording) {
                        let known = index.entry(triple).or_default();
                        if known.len() < MAX_ROWS && known.last() != Some(&rows.len()) {
                            known.push(rows.len());
                        }
                    }
                    exact.insert(wording.clone(), rows.len());
                    wordings.push(wording);
                    rows.push(QuoteRow { speaker, speaker_kind: quote.speaker_kind, occurrences: vec![occurrence], differs: false });
                }
            }
        }
    }
    rows
}

/// The row whose wording is most like this one, if enough.
fn like(wording: &[u64], wordings: &[Vec<u64>], index: &FxHashMap<u64, Vec<usize>>) -> Option<usize> {
    let mut shared: Vec<usize> = triples(wording).filter_map(|triple| index.get(&triple)).flatten().copied().collect();
    shared.sort_unstable();
    let rows = shared.chunk_by(|a, b| a == b).map(|run| (run[0], run.len()));
    let (row, count) = rows.max_by_key(|&(row, count)| (count, std::cmp::Reverse(row)))?;
    let shorter = wording.len().min(wordings[row].len()).saturating_sub(2);
    (count as f64 >= SAME_QUOTE * shorter as f64).then_some(row)
}

/// Whether one wording stands whole in the other.
fn part_of(a: &[u64], b: &[u64]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.is_empty() || long.windows(short.len()).any(|window| window == short)
}

/// One row per counted thing that more than one article gives.
fn values(readings: &[Reading]) -> Vec<ValueRow> {
    let mut rows: Vec<ValueRow> = Vec::new();
    let mut at: FxHashMap<String, usize> = FxHashMap::default();
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
            let row = *at.entry(what.to_lowercase()).or_insert_with(|| {
                rows.push(ValueRow { what, figures: Vec::new(), agree: true });
                rows.len() - 1
            });
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
    let mut sets: Vec<Vec<(u64, Option<u64>)>> = Vec::new();
    for of_one in figures.chunk_by(|a, b| a.place.article == b.place.article) {
        let mut set: Vec<_> = of_one.iter().map(|f| (f.amount.to_bits(), f.to.map(f64::to_bits))).collect();
        set.sort_unstable();
        set.dedup();
        sets.push(set);
    }
    sets.windows(2).all(|two| two[0] == two[1])
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
    entries.sort_by(|a, b| a.iso.cmp(&b.iso));
    entries
}
