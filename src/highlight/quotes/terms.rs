//! Terms: what stands between marks and is nobody's words: nicknames, titles of works, names that a thing is known by.

use std::ops::Range;

use crate::article::{Article, TokenKind};

use super::cues::{Class, Guide, among, look_up};
use super::phrases::Phrases;
use super::speakers::Quoted;

/// Longest term, in words: a longer one says something.
const LONGEST: usize = 6;

/// Longest name of a thing that no noun follows, in words: "the State of the Union".
const LONGEST_NAME: usize = 4;

/// Longest foreign term that is explained after it, in words: "mano dura (iron fist)".
const LONGEST_GLOSSED: usize = 3;

/// How far before "called" a "what" may stand, in tokens.
const WHAT: usize = 7;

/// Whether a region holds a term and no quotation.
pub(super) fn is_term(article: &Article, phrases: &Phrases, quoted: &Quoted) -> bool {
    let capital = |t: Option<usize>| t.is_some_and(|t| phrases.class(Some(t)) == Class::Capital);
    let before = quoted.from.checked_sub(1).filter(|&t| t >= quoted.block.0 && !phrases.words[t].quoted);
    // Joe "Sparky" Lund, Joe T. "Sparky" Lund
    let initial = |t: usize| article.word(t) == "." && t > quoted.block.0 && capital(Some(t - 1));
    let named = capital(before) || before.is_some_and(initial);
    if quoted.words <= 2 && quoted.end == 0 && quoted.to < quoted.block.1 && named && capital(Some(quoted.to)) {
        return true;
    }
    // a title that is a heading of its own
    if quoted.alone {
        return quoted.titled;
    }
    if quoted.words <= LONGEST_GLOSSED && is_glossed(article, phrases, quoted) {
        return true;
    }
    let words = |t: usize, list: &str| t < quoted.block.1 && is_one(article, t, list);
    // "“Quiet Harbour” director Ana Vell"
    if quoted.titled && quoted.end == 0 && words(quoted.to, "director star actor actress author creator writer singer producer") {
        return true;
    }
    // "“Storm breaks the eastern mole” — Coast Desk, May 6, 2031": a list of sources
    let dated = |t: usize| {
        let month = (t.saturating_sub(4)..t).any(|t| phrases.class(Some(t)) == Class::Day);
        month && phrases.class(Some(t)) == Class::Number && article.word(t).len() == 4
    };
    if quoted.from <= quoted.block.0 + 1
        && quoted.class(phrases, quoted.to) == Class::Dash
        && quoted.block.1 - quoted.to < CITED
        && dated(quoted.block.1 - 1)
    {
        return true;
    }
    let Some(before) = before else { return false };
    // "the book “Paths of Memory: Elephants of the Southern Hills”", "under “Operation Sea Wall”"
    let first = || article.tokens[quoted.from..quoted.to].iter().find(|t| t.kind == TokenKind::Word).map_or("", |t| article.of(t.span));
    if quoted.titled && quoted.end < 3 && (works(article, phrases, before) || quoted.words > 1 && among(first(), "operation project")) {
        return true;
    }
    if quoted.words > LONGEST {
        return false;
    }
    is_named(article, phrases, quoted, before)
        || quoted.titled && is_titled(article, phrases, quoted, before)
        || is_told_after(article, phrases, quoted)
        // "the album “Marée haute”": not every language writes titles with capitals
        || quoted.capital && quoted.end == 0 && quoted.words < LONGEST && works(article, phrases, before)
}

/// Longest name and date of where a title was published, in tokens.
const CITED: usize = 14;

/// Whether the word at a token is one of these.
#[inline(never)]
fn is_one(article: &Article, token: usize, words: &str) -> bool {
    among(article.word(token), words)
}

/// Whether one of these words stands within some tokens.
#[inline(never)]
fn any_one(article: &Article, mut tokens: Range<usize>, words: &str) -> bool {
    tokens.any(|token| is_one(article, token, words))
}

/// Whether a word outside marks is the name of a kind of work.
fn works(article: &Article, phrases: &Phrases, token: usize) -> bool {
    !phrases.words[token].quoted && look_up(article.word(token)).is_some_and(|e| e.guide == Guide::Work)
}

/// Whether what follows says what a few words are: "added to “The Book of Names”, a register kept", "a “crisis procedure,” the step that lets a firm", "“dead
/// water,” as growers call it", "in “The Lamp Seller” (1956)"; but neither "“Dead tired,” a grower said" nor "“so tired”, the grower said".
fn is_told_after(article: &Article, phrases: &Phrases, quoted: &Quoted) -> bool {
    let class = |t: usize| quoted.class(phrases, t);
    if quoted.titled
        && class(quoted.to) == Class::Bracket
        && class(quoted.to + 1) == Class::Number
        && class(quoted.to + 2) == Class::Bracket
    {
        return article.word(quoted.to + 1).len() == 4;
    }
    let follow = |reach: usize, words: &str| any_one(article, quoted.to..quoted.block.1.min(quoted.to + reach), words);
    // "to “ring up” in sailors' jargon", "with “Tides” on the backs of their jerseys"
    let place = |word: &str| quoted.end == 0 && quoted.to < quoted.block.1 && article.word(quoted.to) == word;
    if place("in") && follow(4, "jargon slang parlance lingo")
        || place("on") && quoted.words <= LONGEST_NAME && follow(6, "shirt shirts t-shirt t-shirts caps jersey jerseys")
    {
        return true;
    }
    let at = quoted.to + usize::from(quoted.end == 0);
    if quoted.end > 1 || quoted.end == 0 && !matches!(class(quoted.to), Class::Comma | Class::Dash) || quoted.words > LONGEST_TOLD {
        return false;
    }
    // "as growers call the layer", "as the toll is known", but not "as calls grew"
    if class(at) == Class::Sub && article.word(at) == "as" {
        let within = || (at + 1..at + NAMING).take_while(|&t| class(t) != Class::Stop && class(t) != Class::Comma);
        let call = within().find(|&t| is_one(article, t, "call calls"));
        return within().any(|t| is_one(article, t, "known"))
            || call.is_some_and(|t| matches!(class(t + 1), Class::Det | Class::Object | Class::Pronoun));
    }
    // "the “band system”, under which"
    let bound = matches!(quoted.class_before(phrases), Class::Det | Class::Poss);
    if bound && class(at) == Class::Prep && class(at + 1) == Class::Sub && article.word(at + 1) == "which" {
        return true;
    }
    let next = phrases.phrases.partition_point(|p| p.from < at);
    let silent = phrases.phrases.get(next).is_some_and(|p| p.from == at && p.cue.is_none());
    // "from “Clown of the Alps”, the children's book Vane wrote"
    let work = quoted.titled && (at + 1..at + GLOSS).take_while(|&t| class(t) != Class::Stop).any(|t| works(article, phrases, t));
    // "called the vote “a disgrace,” the strongest words yet" is no name
    let near = quoted.block.0.max(quoted.from.saturating_sub(JUDGED))..quoted.from;
    let judged = near.clone().any(|t| matches!(phrases.words[t].cue, 1..=3))
        || near.into_iter().next_back().is_some_and(|t| article.word(t) == "as");
    let named = quoted.titled || !quoted.capital && !judged;
    (silent || work) && named && class(at) == Class::Det && class(at + 1) == Class::Other
}

/// How far before a name no verb of saying or judging stands, in tokens.
const JUDGED: usize = 5;

/// Longest name that what follows tells, in words.
const LONGEST_TOLD: usize = 5;

/// How far before "as" a "known" may stand, in tokens: "known to generations of divers and sailors as".
const NAMING: usize = 10;

/// How many names of one thing are gone back over.
const ALTERNATIVES: usize = 3;

/// Whether the words before give the region as a name: "known as the", "so-called", "nicknamed", "what traders call".
fn is_named(article: &Article, phrases: &Phrases, quoted: &Quoted, mut before: usize) -> bool {
    let low = quoted.block.0;
    let is = |t: usize, words: &str| is_one(article, t, words);
    // "nicknamed “Sparky” or “the lamp”"
    for _ in 0..ALTERNATIVES {
        let mut other = before;
        while is(before, "or and") && other > low && phrases.words[other - 1].quoted {
            other -= 1;
        }
        if other == before || other == low {
            break;
        }
        before = other - 1;
    }
    if before > low && is(before, "the a an") {
        before -= 1;
    }
    if is(before, "so-called nicknamed codenamed entitled titled alias nickname christened baptised baptized") {
        return true;
    }
    let earlier = before.checked_sub(1).filter(|&t| t >= low);
    let class = |t: usize| phrases.class(Some(t));
    let within = |reach: usize, words: &str| any_one(article, low.max(before.saturating_sub(reach))..before, words);
    // "the word “ghost”", "the call sign “Heron”"
    let told = is(before, "word term name nickname pseudonym") && earlier.is_some_and(|t| class(t) == Class::Det)
        || is(before, "words") && within(3, "add adds added adding bear bears bore bearing carry carrying remove removed printed painted")
        || is(before, "with") && within(2, "diagnosed")
        || is(before, "including") && quoted.titled
        // "won a medal for “quiet service”"
        || is(before, "for") && within(3, "medal award prize trophy") && within(LONGEST, "won win wins received awarded given earned")
        || is(before, "sign") && earlier.is_some_and(|t| is(t, "call"));
    // "marked “Emergency Water”", "a group named “Tea”"; but "it was labelled “Mostly True”"
    let judged = earlier.is_some_and(|t| class(t) == Class::Aux);
    let labelled = quoted.titled && !judged && is(before, "named marked labelled labeled stamped");
    // "under a sign that said “No Way Through”", "a banner reading"
    let signs = |t: usize| is(t, "sign signs banner banners placard placards poster plaque sticker");
    let says = is(before, "said says read reads reading saying");
    let signed = says && earlier.is_some_and(|t| signs(t) || is(t, "that which") && t > low && signs(t - 1));
    if told || labelled || signed || is_coined(article, phrases, quoted, before) {
        return true;
    }
    // "its name means “the place that breathes”", "translates as"
    let word = |t: usize| is(t, "name names word words phrase term");
    if is(before, "means meaning") && (low.max(before.saturating_sub(4))..before).any(word)
        || is(before, "as") && earlier.is_some_and(|t| is(t, "translates translated translating roughly"))
    {
        return true;
    }
    if is(before, "as") {
        // "known as", "known to generations of divers as", "introduced himself as", "introduced her as", "identified only as"
        return (low.max(before.saturating_sub(NAMING))..before)
            .rev()
            .take_while(|&t| !matches!(phrases.class(Some(t)), Class::Comma | Class::Aux))
            .any(|t| {
                let near = before - t;
                is(t, "known nicknamed himself herself itself themselves")
                    || near <= 3 && is(t, "knew introduced identified")
                    || near <= LONGEST && quoted.titled && is(t, "classified listed registered designated")
            });
    }
    if !is(before, "called call calls dubbed") {
        return false;
    }
    // "what he called" are his words, "what traders call" is a name
    match (low.max(before.saturating_sub(WHAT))..before).rev().find(|&t| is(t, "what whom")) {
        Some(what) => {
            let own = |t: usize| {
                phrases.words[t].capital
                    || matches!(phrases.class(Some(t)), Class::Role | Class::Unnamed | Class::Paper | Class::Poss)
                    || is(t, "he she it")
            };
            !is(what, "whom") && !(what + 1..before).any(own)
        }
        None => true,
    }
}

/// Whether the words up to `before` tell that people call something by the region: "dubbed it", "they call it", "crews call that section".
fn is_coined(article: &Article, phrases: &Phrases, quoted: &Quoted, before: usize) -> bool {
    let low = quoted.block.0;
    let is = |t: usize, words: &str| is_one(article, t, words);
    let earlier = |words: &str| before > low && is(before - 1, words);
    let within = |reach: usize, words: &str| any_one(article, low.max(before.saturating_sub(reach))..before, words);
    let class = phrases.class(Some(before));
    let object = matches!(class, Class::Object | Class::Pronoun);
    let thing = matches!(class, Class::Other | Class::Unnamed | Class::Paper);
    // "the Burma Road"
    let words = || article.tokens[quoted.from..quoted.to].iter().filter(|t| t.kind == TokenKind::Word);
    let first = words().next().map_or("", |t| article.of(t.span));
    let articled = || (2..=LONGEST_NAME).contains(&words().count()) && among(first, "the") && words().skip(1).all(|t| t.capital());
    // "dubbed it the “Steamroller” bill", "nicknamed her “the Nightingale”", "students have dubbed the new invoices “ransom notes”"
    (object || is(before, "her")) && earlier("dubbed nicknamed christened codenamed")
        || thing && quoted.words <= LONGEST_NAME && within(4, "dubbed nicknamed christened")
        // "named their boat “Robin”"
        || thing && quoted.titled && before > low && matches!(phrases.class(Some(before - 1)), Class::Poss | Class::Det) && within(2, "named")
        // "they call it “Milo”", "staff called it “the Burma Road”", "crews call that section “the Washboard”"
        || object && quoted.titled && earlier("call")
        || is(before, "it them") && earlier("called call") && articled()
        || (thing || class == Class::Role) && within(3, "call") && (quoted.titled || articled())
}

/// How far before a title who plays in it may stand, in tokens.
const SHOWN: usize = 10;

/// Whether somebody plays in what has this title, or sings it: "his role in “Once Upon a Harbour”", "sang “The Long Pier”".
fn shows(article: &Article, quoted: &Quoted, before: usize) -> bool {
    let low = quoted.block.0.max(article.sentences[quoted.sentences.0].tokens.0).max(before.saturating_sub(SHOWN));
    let is = |t: usize, words: &str| is_one(article, t, words);
    is(before, "in") && any_one(article, low..before, "role starred stars") || is(before, "sang sing sings singing")
}

/// How far after a term its explanation ends, in tokens.
const GLOSS: usize = 6;

/// Whether the words after the region say what it means: "“jerebu”, or haze,", "“mano dura” (iron fist)".
fn is_glossed(article: &Article, phrases: &Phrases, quoted: &Quoted) -> bool {
    let word = |t: usize| if t < quoted.block.1 { article.word(t) } else { "" };
    let at = quoted.to + usize::from(word(quoted.to) == ",");
    let apart = at > quoted.to || quoted.end == 1;
    if apart && word(at) == "or" {
        return (at + 2..at + GLOSS).any(|t| word(t) == ",");
    }
    // neither "(his word)" nor "(R-Ohio)"
    let class = |t: usize| phrases.class(Some(t));
    let plain = |t: usize| word(t) != ")" && (class(t) == Class::Other || quoted.titled && class(t) == Class::Capital);
    word(quoted.to) == "(" && plain(quoted.to + 1) && (word(quoted.to + 2) == ")" || plain(quoted.to + 2) && word(quoted.to + 3) == ")")
}

/// Whether a region written like a title is one: "the film", "her page", "the project", "the federal “Kurzarbeit” scheme".
fn is_titled(article: &Article, phrases: &Phrases, quoted: &Quoted, before: usize) -> bool {
    let near = (quoted.block.0.max(before.saturating_sub(1))..=before).any(|t| works(article, phrases, t));
    let binds = |t: usize| matches!(phrases.class(Some(t)), Class::Det | Class::Poss | Class::Genitive);
    let bound = binds(before);
    let noun = quoted.noun_follows(phrases);
    let bent = phrases.class(Some(before)) == Class::Other && before > quoted.block.0 && binds(before - 1);
    // "the recent “Great Flood,”"
    near || bent && (noun && quoted.end == 0 || quoted.words > 1 && quoted.words <= LONGEST_NAME && quoted.end <= 2)
        || quoted.words > 1 && shows(article, quoted, before)
        || bound && quoted.words > 1 && matches!(quoted.end, 0..=2) && (noun || quoted.words <= LONGEST_NAME)
}
