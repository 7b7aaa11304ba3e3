//! Reports: how far reported words, the words that name their source, and the cue reach in a sentence.

use crate::article::{Article, Span};

use super::cues::{Class, Form};
use super::phrases::{Cue, Manner, Phrases};

/// A reported clause outside or around marks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Report {
    /// Tokens of the reported words.
    pub content: (usize, usize),
}

/// How far after a cue its "that" may stand: "told reporters in Oslo on Friday that".
const THAT_REACH: usize = 14;

/// Longest apposition after a name, in tokens.
const APPOSITION: usize = 30;

/// The tokens that name the source: the phrase with its appositions.
pub(super) fn source(article: &Article, phrases: &Phrases, index: usize) -> (usize, usize) {
    let phrase = phrases.phrases[index];
    let (from, mut to) = (phrase.from, phrase.to);
    if phrase.kind == super::Kind::Pronoun {
        return (from, to);
    }
    let cue = phrase.cue.map(|(cue, _)| phrases.cues[cue]);
    match cue {
        // all that stands between the phrase and its verb
        Some(cue)
            if !cue.inverted
                && matches!(cue.manner, Manner::Plain | Manner::Adverb | Manner::Aux | Manner::Passive | Manner::Apposition) =>
        {
            let mut end = cue.token;
            while end > to && matches!(phrases.words[end - 1].class, Class::Adverb | Class::Aux | Class::Not | Class::Day) {
                end -= 1;
                if end > to + 1 && phrases.words[end].class == Class::Day && phrases.words[end - 1].class == Class::Prep {
                    end -= 1;
                }
            }
            while end > to && matches!(phrases.words[end - 1].class, Class::Comma | Class::Dash) {
                end -= 1;
            }
            to = to.max(end);
        }
        _ => {
            let end = article.sentences[phrase.sentence].tokens.1;
            to = past_prepositions(phrases, to, end);
            if to + 1 < end && phrases.class(Some(to)) == Class::Comma && apposes(phrases, to + 1) {
                let mut j = to + 1;
                while j < end.min(to + APPOSITION)
                    && !matches!(phrases.class(Some(j)), Class::Mark | Class::Stop | Class::Dash | Class::Colon)
                {
                    if matches!(phrases.class(Some(j)), Class::Comma) && !apposes(phrases, j + 1) {
                        break;
                    }
                    j += 1;
                }
                to = j;
            }
        }
    }
    (from, to)
}

/// End of a phrase with the prepositions and nouns that follow it.
fn past_prepositions(phrases: &Phrases, mut to: usize, end: usize) -> usize {
    while to + 1 < end && phrases.class(Some(to)) == Class::Prep {
        let next = phrases.phrases.partition_point(|p| p.from <= to);
        match phrases.phrases.get(next).filter(|p| p.from == to + 1 && p.to <= end) {
            Some(p) => to = p.to,
            None => break,
        }
    }
    to
}

/// Whether an apposition can begin here.
fn apposes(phrases: &Phrases, at: usize) -> bool {
    let Some(word) = phrases.words.get(at) else { return false };
    !word.quoted
        && (matches!(word.class, Class::Det | Class::Poss | Class::Role | Class::Unnamed | Class::Number)
            || word.class == Class::Sub
            || word.class == Class::Other && word.cue == 0)
}

/// The reported words of a cue in its sentence. `stop` ends the search: the next cue with a subject of its own that begins a clause.
pub(super) fn reported(article: &Article, phrases: &Phrases, cue: &Cue) -> Option<Report> {
    let sentence = &article.sentences[cue.sentence];
    let (first, last) = trimmed(article, phrases, sentence.tokens);
    let subject = cue.subject.map(|s| source(article, phrases, s));
    let behind = subject.filter(|_| cue.inverted).map_or(cue.token + 1, |s| s.1.max(cue.token + 1));
    let after = (content_start(article, phrases, cue, behind, last), last);
    let front = subject.filter(|_| !cue.inverted).map_or(cue.token, |s| s.0.min(cue.token));
    // what stands after the cue is nothing, or begins with a comma: the report stands before it
    let nothing = after.0 >= last || cue.inverted && phrases.class(Some(behind)) == Class::Comma && behind < last;
    if cue.inverted && !nothing && phrases.words[cue.token].form == Form::Base {
        // "According to X, ..."
        if cue.token <= first + 1 {
            return (after.0 < after.1).then_some(Report { content: after });
        }
    }
    let comma_before = front > first && matches!(phrases.class(Some(front - 1)), Class::Comma | Class::Mark | Class::Dash) || cue.inverted;
    if (nothing || cue.inverted) && comma_before && front > first {
        let mut end = front;
        while end > first && matches!(phrases.class(Some(end - 1)), Class::Comma | Class::Dash) {
            end -= 1;
        }
        return (end > first).then_some(Report { content: (first, end) });
    }
    (after.0 < after.1).then_some(Report { content: after })
}

/// Where the reported words begin after a cue: behind the listener and what stands before "that".
fn content_start(article: &Article, phrases: &Phrases, cue: &Cue, behind: usize, last: usize) -> usize {
    let mut at = behind;
    let word = |t: usize| article.word(t);
    for j in behind..last.min(behind + THAT_REACH) {
        match phrases.class(Some(j)) {
            Class::Sub if word(j).eq_ignore_ascii_case("that") => return j,
            Class::Mark | Class::Stop | Class::Dash | Class::Sub | Class::Aux => break,
            Class::Colon => return j + 1,
            _ => {}
        }
    }
    // "told reporters the", "told the BBC on Friday the"
    let tells = ["tell", "told", "tells", "telling", "inform", "informed", "assured", "reminded", "warned"];
    if tells.iter().any(|t| word(cue.token).eq_ignore_ascii_case(t)) {
        let next = phrases.phrases.partition_point(|p| p.from < at);
        if let Some(p) = phrases.phrases.get(next).filter(|p| p.from == at) {
            at = p.to;
        } else if phrases.class(Some(at)) == Class::Object {
            at += 1;
        }
    }
    while at < last && matches!(phrases.class(Some(at)), Class::Day | Class::Comma | Class::Adverb) {
        at += 1;
    }
    if at + 1 < last && phrases.class(Some(at)) == Class::Prep && phrases.class(Some(at + 1)) == Class::Day {
        at += 2;
        if phrases.class(Some(at)) == Class::Comma {
            at += 1;
        }
    }
    at
}

/// A sentence without its final stop.
fn trimmed(article: &Article, phrases: &Phrases, (from, mut to): (usize, usize)) -> (usize, usize) {
    while to > from && (phrases.words[to - 1].class == Class::Stop && !phrases.words[to - 1].quoted || article.word(to - 1) == ".") {
        to -= 1;
    }
    (from, to)
}

/// The span of some tokens, or none if there are none.
pub(super) fn span(article: &Article, (from, to): (usize, usize)) -> Option<Span> {
    (from < to && to <= article.tokens.len()).then(|| article.span(from..to))
}

/// The words of a cue: the verb with its auxiliaries and adverbs, "according to" whole.
pub(super) fn cue_span(article: &Article, phrases: &Phrases, cue: usize) -> Span {
    let cue = &phrases.cues[cue];
    let floor = cue.subject.map_or(cue.token, |s| phrases.phrases[s].to.min(cue.token));
    let mut from = cue.token;
    while from > floor && matches!(phrases.class(Some(from - 1)), Class::Aux | Class::Adverb | Class::Not) {
        from -= 1;
    }
    let to =
        cue.token + if phrases.class(Some(cue.token + 1)) == Class::Prep && phrases.words[cue.token].form == Form::Base { 2 } else { 1 };
    article.span(from..to.min(article.tokens.len()))
}
