//! Reports: how far reported words, the words that name their source, and the cue reach in a sentence.

use crate::article::{Article, Span};

use super::cues::{Class, Form};
use super::phrases::{Kind, Phrases, Word};
use super::subjects::{Cue, Manner};

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
    if phrase.kind == Kind::Pronoun {
        // "Ana Vane, who said": with whom it means
        return (antecedent(article, phrases, index).map_or(from, |whom| phrases.phrases[whom].from), to);
    }
    let cue = phrase.cue.map(|(cue, _)| phrases.cues[cue]);
    match cue {
        // all that stands between the phrase and its verb
        Some(cue)
            if !cue.inverted
                && matches!(cue.manner, Manner::Plain | Manner::Adverb | Manner::Aux | Manner::Passive | Manner::Apposition) =>
        {
            let mut end = cue.token;
            let between = |word: &Word| word.helps() || word.class == Class::Day;
            while end > to && between(&phrases.words[end - 1]) {
                end -= 1;
                if end > to && phrases.words[end].class == Class::Day && phrases.words[end - 1].class == Class::Prep {
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
            // "according to documents obtained by the Post"
            while to + 2 < end && phrases.is_done(article, to) {
                let by = past_prepositions(phrases, to + 1, end);
                if by == to + 1 {
                    break;
                }
                to = by;
            }
            if to + 1 < end
                && phrases.class(Some(to)) == Class::Comma
                && (apposes(phrases, to + 1) || role_named(phrases, phrase.to, to + 1))
            {
                // "the mayor, Ana Vane, the port would close": the name alone
                let name = role_named(phrases, phrase.to, to + 1);
                let (mut j, mut relative) = (to + 1, false);
                while j < end.min(to + APPOSITION)
                    && !matches!(phrases.class(Some(j)), Class::Mark | Class::Stop | Class::Dash | Class::Colon)
                {
                    match phrases.class(Some(j)) {
                        Class::Comma if name || !apposes(phrases, j + 1) => break,
                        Class::Sub => relative = true,
                        // "according to the ministry, two men were arrested" is no apposition
                        Class::Aux if !relative => return (from, to),
                        _ => {}
                    }
                    j += 1;
                }
                // "According to the ministry, the firm closed the port": no comma ends it
                let opens = cue.is_some_and(|cue| cue.token <= article.sentences[cue.sentence].tokens.0 + 1 && cue.passes_on(article));
                let closed = phrases.class(Some(j)) == Class::Comma && !matches!(phrases.class(Some(j + 1)), Class::Join | Class::Sub);
                if !opens || closed {
                    to = j;
                }
            }
        }
    }
    (from, to)
}

/// The phrase that "who" means, itself the phrase `index`: that before it, or a role which that belongs to: "the mayor of the port, who", but "an aide to
/// Ana Vane, who".
pub(super) fn antecedent(article: &Article, phrases: &Phrases, index: usize) -> Option<usize> {
    let who = phrases.phrases[index];
    let near = index.checked_sub(1).map(|i| phrases.phrases[i]).filter(|p| p.sentence == who.sentence && p.to + 2 > who.from)?;
    if !phrases.words[who.from].relative {
        return None;
    }
    let owner = index.checked_sub(2).filter(|&i| {
        let owner = phrases.phrases[i];
        let role =
            matches!(owner.kind, Kind::Role | Kind::Unnamed) && owner.to + 1 == near.from && phrases.class(Some(owner.to)) == Class::Prep;
        role && (near.kind != Kind::Name || matches!(article.word(owner.to), "of" | "in" | "at" | "from"))
    });
    owner.or(Some(index - 1))
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

/// Whether a name follows a role: "his spokesman, Ana Vane".
fn role_named(phrases: &Phrases, end: usize, at: usize) -> bool {
    phrases.class(Some(end - 1)) == Class::Role && phrases.class(Some(at)) == Class::Capital
}

/// Whether an apposition can begin here.
fn apposes(phrases: &Phrases, at: usize) -> bool {
    let Some(word) = phrases.words.get(at) else { return false };
    !word.quoted
        && (matches!(word.class, Class::Det | Class::Poss | Class::Role | Class::Unnamed | Class::Number)
            || word.class == Class::Sub
            || word.class == Class::Other && word.cue == 0 && !(word.bends && phrases.class(Some(at + 1)) == Class::Sub))
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
    // "..., he said on Friday, in a speech that was interrupted": a comma behind the cue and its setting
    let set_apart = || {
        let set = past_setting(article, phrases, cue.token + 1, last);
        set > cue.token + 1 && set < last && phrases.class(Some(set)) == Class::Comma
    };
    if comma_before && front > first + 5 && set_apart() {
        return Some(Report { content: (first, front - 1) });
    }
    // "..., he said in an interview": nothing but a place and time after the cue
    if comma_before
        && front > first + 2
        && after.1 - after.0 < SETTING
        && phrases.class(Some(cue.token + 1)) == Class::Prep
        && settles(phrases, cue.token + 1, last)
    {
        return Some(Report { content: (first, front - 1) });
    }
    // "After warning that the port might close, Ana Vane left": up to the comma before the subject
    let fronted = subject.filter(|s| !cue.inverted && s.0 > cue.token).map_or(last, |s| s.0 - 1);
    let end = content_end(article, phrases, cue, after.0, fronted.min(last));
    (after.0 < end).then_some(Report { content: (after.0, end) })
}

/// Longest setting after a cue, in tokens.
const SETTING: usize = 10;

/// Whether nothing but prepositions with their nouns stands there.
fn settles(phrases: &Phrases, mut at: usize, last: usize) -> bool {
    while at < last {
        let next = past_prepositions(phrases, at, last);
        if next > at {
            at = next;
        } else if matches!(phrases.class(Some(at)), Class::Day | Class::Comma | Class::Number)
            || phrases.class(Some(at)) == Class::Prep && phrases.class(Some(at + 1)) == Class::Day
        {
            at += 1;
        } else {
            return false;
        }
    }
    true
}

/// Where the reported words end: before a clause that the article tells in its own voice.
fn content_end(article: &Article, phrases: &Phrases, cue: &Cue, start: usize, last: usize) -> usize {
    let class = phrases.words[cue.token].cue;
    let last = last.min(start + LONGEST_REPORT);
    for at in start + 1..last {
        match phrases.class(Some(at)) {
            Class::Dash => return at,
            // "admitted taking the money but insisted it was a loan"
            Class::Join if chains(phrases, cue, at + 1) => return at,
            Class::Comma => {
                let next = phrases.words.get(at + 1).copied().unwrap_or_default();
                let word = if at + 1 < last { article.word(at + 1) } else { "" };
                let ends = match next.class {
                    _ if next.quoted => next.capital,
                    // "…, the president has said" ends the sentence
                    _ if said_last(phrases, at + 1, last) => true,
                    // "but she noted that", "and Vane said"
                    Class::Join => {
                        class > 2
                            || word == "but"
                            || phrases.cues[phrases.cues.partition_point(|c| c.token <= at)..]
                                .iter()
                                .take_while(|c| c.token < at + JOINED)
                                .any(|c| c.subject.is_some() && phrases.words[c.token].cue <= 2)
                    }
                    // objects of "praised", "rejected" end with their clause
                    Class::Sub => class > 2 || matches!(word, "although" | "though" | "while" | "as" | "after"),
                    _ if next.cue != 0 && (next.form == Form::Ing || next.cue <= 2 && next.form != Form::Base) => true,
                    Class::Det | Class::Adverb | Class::Prep => class > 2,
                    // "the videos do not show it, he said"
                    Class::Pronoun => phrases.words.get(at + 2).is_some_and(|w| w.cue == 1 || w.class == Class::Aux && class > 2),
                    _ => false,
                };
                if ends {
                    return at;
                }
            }
            _ => {}
        }
    }
    last
}

/// Whether the subject of a cue says something else by the verb at `at`.
fn chains(phrases: &Phrases, cue: &Cue, at: usize) -> bool {
    let next = phrases.cues.get(phrases.cues.partition_point(|c| c.token < at)).filter(|c| c.token == at);
    let speaks = |c: &Cue| matches!(phrases.words[c.token].cue, 1 | 2) && phrases.words[c.token].form == phrases.words[cue.token].form;
    next.is_some_and(|c| c.manner == Manner::Chained && c.subject == cue.subject && speaks(c))
}

/// Whether nothing follows but who says all that: a subject that begins at `at`, with its verb.
fn said_last(phrases: &Phrases, at: usize, last: usize) -> bool {
    phrases.cues[phrases.cues.partition_point(|c| c.token <= at)..]
        .iter()
        .take_while(|c| c.token < last)
        .any(|c| phrases.words[c.token].cue == 1 && c.token + 4 > last && c.subject.is_some_and(|s| phrases.phrases[s].from == at))
}

/// Longest reported clause, in tokens: longer ones are lists, or no sentences.
const LONGEST_REPORT: usize = 200;

/// How soon after a join a new cue must stand.
const JOINED: usize = 8;

/// Where the reported words begin after a cue: behind the listener and what stands before "that".
fn content_start(article: &Article, phrases: &Phrases, cue: &Cue, behind: usize, last: usize) -> usize {
    let mut at = behind;
    let word = |t: usize| article.word(t);
    let class = phrases.words[cue.token].cue;
    let tells = ["tell", "told", "tells", "telling", "inform", "informed", "assured", "reminded", "warned"];
    let tells = tells.iter().any(|t| word(cue.token).eq_ignore_ascii_case(t));
    // "said on Tuesday in Oslo that", but not "said the ship that"
    let leads =
        tells || matches!(phrases.class(Some(behind)), Class::Prep | Class::Day | Class::Object | Class::Comma | Class::Sub | Class::Colon);
    for j in behind..last.min(behind + if leads { THAT_REACH } else { 0 }) {
        match phrases.class(Some(j)) {
            // "said in a speech that was interrupted": that is the speech
            Class::Sub if word(j).eq_ignore_ascii_case("that") && phrases.class(Some(j + 1)) == Class::Aux && j > behind => break,
            Class::Sub if word(j).eq_ignore_ascii_case("that") && (class <= 2 || j == behind) => return j,
            // "asked for more time, arguing that"
            _ if j > behind && phrases.words[j].cue != 0 && phrases.words[j].form == Form::Ing => break,
            // "told “The Morning Hour” that"
            Class::Mark if tells && phrases.words[j].quoted => {}
            Class::Mark | Class::Stop | Class::Dash | Class::Sub | Class::Aux => break,
            Class::Colon => return j + 1,
            _ => {}
        }
    }
    // "told reporters the", "told the BBC on Friday the"
    if tells {
        let next = phrases.phrases.partition_point(|p| p.from < at);
        if let Some(p) = phrases.phrases.get(next).filter(|p| p.from == at) {
            at = p.to;
        } else if phrases.class(Some(at)) == Class::Object {
            at += 1;
        }
    }
    // "called for", "worried about": the preposition belongs to the cue
    if at + 1 < last && at == cue.token + 1 && particle(article, phrases, cue, last) {
        // "hit back, saying"
        let stops = matches!(phrases.class(Some(at + 1)), Class::Comma | Class::Dash | Class::Stop);
        return if stops { last } else { at + 1 };
    }
    at = past_setting(article, phrases, at, last);
    while at < last && matches!(phrases.class(Some(at)), Class::Day | Class::Comma) {
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
pub(super) fn trimmed(article: &Article, phrases: &Phrases, (from, mut to): (usize, usize)) -> (usize, usize) {
    while to > from && (phrases.words[to - 1].class == Class::Stop && !phrases.words[to - 1].quoted || article.word(to - 1) == ".") {
        to -= 1;
    }
    (from, to)
}

/// The span of some tokens, or none if there are none.
pub(super) fn span(article: &Article, (from, to): (usize, usize)) -> Option<Span> {
    (from < to && to <= article.tokens.len()).then(|| article.span(from..to))
}

/// The words of a cue: the verb with its auxiliaries and adverbs, what governs it ("declined to say"), its preposition ("called for"), and where or
/// when it was said ("said in a statement", "said Tuesday").
pub(super) fn cue_span(article: &Article, phrases: &Phrases, index: usize) -> Span {
    let cue = &phrases.cues[index];
    let floor = cue.subject.map_or(cue.token, |s| phrases.phrases[s].to.min(cue.token));
    let mut from = cue.token;
    if cue.manner == Manner::Infinitive && from >= 2 && phrases.cues[..index].last().is_some_and(|c| c.token + 2 == from) {
        from -= 2;
    }
    // "went on to say", "to say"
    if from > floor && cue.manner == Manner::Infinitive && article.word(from - 1) == "to" {
        let near = cue.subject.is_some() && from - floor <= LONGEST_LEAD;
        let plain = |t: usize| matches!(phrases.class(Some(t)), Class::Other | Class::Aux | Class::Adverb | Class::Not | Class::Prep);
        from = if near && (floor..from).all(plain) { floor } else { from - 1 };
    }
    while from > floor && phrases.words[from - 1].helps() {
        from -= 1;
    }
    let end = article.sentences[cue.sentence].tokens.1;
    let to = cue.token + 1 + usize::from(particle(article, phrases, cue, end));
    let to = if cue.inverted { to } else { past_setting(article, phrases, to, end) };
    article.span(from..to.min(end).max(cue.token + 1))
}

/// Longest run from a subject to the verb that it reports by, in tokens: "has also gone on to".
const LONGEST_LEAD: usize = 5;

/// Whether the word after a cue is one that belongs to it: a preposition, or the second word of "hit back".
fn particle(article: &Article, phrases: &Phrases, cue: &Cue, end: usize) -> bool {
    let next = cue.token + 1;
    let word = phrases.words[cue.token];
    if next >= end || word.two || cue.passes_on(article) {
        return next < end;
    }
    // "objected to the plan", but "wants to go"
    let thing = || {
        let class = phrases.class(Some(next + 1));
        matches!(class, Class::Det | Class::Poss | Class::Object | Class::Capital | Class::Role | Class::Unnamed | Class::Genitive)
    };
    phrases.class(Some(next)) == Class::Prep
        && match article.word(next) {
            "to" => thing(),
            "of" | "about" | "against" | "for" | "out" => true,
            _ => word.cue > 2,
        }
}

/// End of "in a statement", "on Tuesday", "Friday" that begins at `at`, or `at`.
fn past_setting(article: &Article, phrases: &Phrases, at: usize, end: usize) -> usize {
    let class = |t: usize| if t < end { phrases.class(Some(t)) } else { Class::Stop };
    let after = at + usize::from(class(at) == Class::Prep && article.word(at) != "of");
    if class(after) == Class::Day {
        return after + 1;
    }
    if after > at {
        let next = phrases.phrases.partition_point(|p| p.from < after);
        if let Some(p) =
            phrases.phrases.get(next).filter(|p| p.from == after && p.kind == super::Kind::Paper && p.to - p.from <= SHORT_SETTING)
        {
            return p.to;
        }
    }
    at
}

/// Longest setting that counts as part of a cue, in tokens: "a written statement".
const SHORT_SETTING: usize = 3;
