//! The document: what an article as a whole says of a name. One thing has one type throughout a text ("one sense per discourse", Gale, Church and
//! Yarowsky 1992; for names Mikheev, Moens and Grover 1999 and Krishnan and Manning 2006): a word alone that is the surname of someone named in full is a
//! person, a name that is an organisation in five places is one in the sixth, and a capital that was passed over is a name where it is one elsewhere.

use super::lexicon::Flags;
use super::words::{Capitals, Words, is_suffix};
use crate::article::TokenKind;
use crate::highlight::table::Table;
use crate::order;

/// A name as the tagger found it.
#[derive(Debug, Clone)]
pub struct Found {
    /// First token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// Index of its sentence.
    pub sentence: usize,
    /// How likely a person, an organisation, a place, as logarithms up to a constant.
    pub likely: [f32; 3],
    /// 0 person, 1 organisation, 2 place.
    pub kind: usize,
    /// How sure, 0 to 1.
    pub sure: f32,
}

/// What a string is in this text: how often which type.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    whole: [f32; 3],
    surname: f32,
    /// First words of an organisation's name.
    short: f32,
}

/// How much the rest of the text may say against a mention's own sentence.
const SAY: f32 = 5.0;
/// How much a full name says for its surname alone.
const SURNAME: f32 = 3.0;
/// How much the whole name of an organisation says for its first words alone.
const SHORT: f32 = 1.0;

/// Settles the types by the whole text, and adds what was passed over.
pub fn settle(words: &Words, found: &mut Vec<Found>) {
    let mut table = Table::with_room(found.len());
    let mut votes: Vec<Votes> = Vec::with_capacity(found.len());
    for name in found.iter() {
        let key = words.key(name.from, name.to);
        table.entry(key, &mut votes).whole[name.kind] += name.sure;
        if name.kind == 0 && name.to > name.from + 1 {
            let last = if is_suffix(words.word(name.to - 1)) && name.to > name.from + 2 { name.to - 2 } else { name.to - 1 };
            table.entry(words.key(last, last + 1), &mut votes).surname += name.sure;
        }
        if name.kind == 1 {
            for until in name.from + 1..name.to.min(name.from + 3) {
                table.entry(words.key(name.from, until), &mut votes).short += name.sure;
            }
        }
    }
    for name in found.iter_mut() {
        let Some(vote) = table.find(words.key(name.from, name.to), &votes) else { continue };
        let mut whole = vote.whole;
        whole[name.kind] -= name.sure;
        let surname = if name.to == name.from + 1 { vote.surname * SURNAME } else { 0.0 };
        let short = vote.short * SHORT;
        let total = whole.iter().sum::<f32>() + surname + short;
        if total < 0.5 {
            continue;
        }
        let mut score = name.likely;
        for (kind, score) in score.iter_mut().enumerate() {
            let says = whole[kind] + [surname, short, 0.0][kind];
            *score += SAY * says / (total + 0.5);
        }
        name.kind = (0..3).rev().max_by(|&a, &b| score[a].total_cmp(&score[b])).unwrap_or(name.kind);
    }
    let passed = passed_over(words, found, &table, &votes);
    if !passed.is_empty() {
        found.extend(passed);
        order::by(found, |name| name.from as u64);
    }
    join_services(words, found);
}

/// Joins "U.S." and "Navy": the services' official names begin with their country, while "U.S. State Department" names two things.
fn join_services(words: &Words, found: &mut Vec<Found>) {
    let article = words.article;
    for at in 1..found.len() {
        let (country, service) = (&found[at - 1], &found[at]);
        let joined = country.kind == 2
            && service.kind == 1
            && country.to == service.from
            && country.sentence == service.sentence
            && matches!(article.word(country.from), "U.S." | "US" | "U.S")
            && matches!(article.word(service.from), "Navy" | "Army" | "Air" | "Marine" | "Marines" | "Coast");
        if joined {
            found[at].from = found[at - 1].from;
            found[at - 1].to = found[at - 1].from;
        }
    }
    found.retain(|name| name.from < name.to);
}

/// Single capitals outside all names that are names elsewhere.
fn passed_over(words: &Words, found: &[Found], table: &Table, votes: &[Votes]) -> Vec<Found> {
    let article = words.article;
    let mut out = Vec::new();
    let mut names = found.iter().peekable();
    for (sentence, (start, end)) in article.sentences.iter().map(|s| s.tokens).enumerate() {
        if words.capitals[sentence] != Capitals::Usual {
            continue;
        }
        let mut at = start;
        while at < end {
            while names.next_if(|name| name.to <= at).is_some() {}
            if let Some(name) = names.peek().filter(|name| name.from <= at) {
                at = name.to;
                continue;
            }
            let capital =
                |at: usize| (start..end).contains(&at) && article.tokens[at].kind == TokenKind::Word && article.tokens[at].capital();
            if capital(at) && !capital(at + 1) && (at == start || !capital(at - 1)) {
                if let Some(vote) = table.find(words.key(at, at + 1), votes) {
                    let mut whole = vote.whole;
                    whole[0] += vote.surname;
                    let total: f32 = whole.iter().sum();
                    let kind = (0..3).rev().max_by(|&a, &b| whole[a].total_cmp(&whole[b])).unwrap_or(0);
                    let flags = words.flags(at);
                    let ordinary =
                        flags.has(Flags::ORDINARY | Flags::CALENDAR | Flags::GROUP | Flags::NO_NAME | Flags::TITLE | Flags::ROLE);
                    if total >= 1.0 && whole[kind] >= 0.8 * total && !ordinary {
                        out.push(Found { from: at, to: at + 1, sentence, likely: [0.0; 3], kind, sure: 0.6 });
                    }
                }
            }
            at += 1;
        }
    }
    out
}
