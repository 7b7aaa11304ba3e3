//! Phrases: the noun phrases outside quotation marks that could name a speaker, and the cues with their subjects.
//!
//! No parser: phrases are runs of words by class, and the subject of a verb is the phrase beside it, past adverbs, auxiliaries, appositions and brackets.

use crate::article::{Article, Case, TokenKind};

use super::cues::{Class, Form, look_up};
use super::marks::Region;

/// What a token is for attribution.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// What it does.
    pub class: Class,
    /// Class of cue, 0 for none.
    pub cue: u8,
    /// Form as a verb.
    pub form: Form,
    /// Whether it has a capital.
    pub capital: bool,
    /// Whether it stands between quotation marks.
    pub quoted: bool,
}

/// What kind of phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// "he".
    Pronoun,
    /// Holds a name.
    Name,
    /// "the minister", "a spokesman".
    Role,
    /// "officials".
    Unnamed,
    /// "the report", "the ministry".
    Paper,
    /// Any other with a determiner.
    Common,
    /// Any other without.
    Bare,
}

/// A noun phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase {
    /// First token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// What it is.
    pub kind: Kind,
    /// Index of its sentence.
    pub sentence: usize,
    /// Index of the cue whose subject it is, and whether it stands after it.
    pub cue: Option<(usize, bool)>,
}

/// A verb that may report speech.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    /// Its token.
    pub token: usize,
    /// Its sentence.
    pub sentence: usize,
    /// Index of the phrase that is its subject.
    pub subject: Option<usize>,
    /// Whether the subject follows it.
    pub inverted: bool,
    /// What stands between subject and verb.
    pub manner: Manner,
}

/// How a cue stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Right after the subject.
    Plain,
    /// After "has", "will", or before "saying" after "is".
    Aux,
    /// After a form of "be", as a participle: "was asked".
    Passive,
    /// After "to".
    Infinitive,
    /// After an adverb or a day.
    Adverb,
    /// After an apposition or brackets.
    Apposition,
    /// With the subject's other verb before it: "X smiled and said".
    Chained,
    /// After a preposition, or as a noun.
    Other,
}

/// The words of an article with their phrases and cues.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// One a token of the article.
    pub words: Vec<Word>,
    /// In order.
    pub phrases: Vec<Phrase>,
    /// In order.
    pub cues: Vec<Cue>,
    /// For each token, how many tokens before it stand outside marks.
    pub outside: Vec<u32>,
}

/// How far, in tokens, the subject of a verb may stand before it.
const SUBJECT_REACH: usize = 40;

/// Longest phrase, in tokens.
const LONGEST_PHRASE: usize = 16;

impl Phrases {
    /// Reads the article outside its quoted regions.
    pub fn read(article: &Article, regions: &[Region]) -> Phrases {
        let mut all = Phrases { words: vec![Word::default(); article.tokens.len()], ..Phrases::default() };
        all.outside = Vec::with_capacity(article.tokens.len() + 1);
        all.classify(article, regions);
        for (index, sentence) in article.sentences.iter().enumerate() {
            if article.blocks[sentence.block].role.set_aside() {
                continue;
            }
            let first = all.phrases.len();
            all.chunk(article, index, sentence.tokens);
            all.find_cues(article, index, sentence.tokens, first);
        }
        all
    }

    /// The class of a token, `Mark` where there is none.
    pub fn class(&self, token: Option<usize>) -> Class {
        token.and_then(|t| self.words.get(t)).map_or(Class::Stop, |w| if w.quoted { Class::Mark } else { w.class })
    }

    fn classify(&mut self, article: &Article, regions: &[Region]) {
        let mut region = regions.iter().peekable();
        let mut outside = 0;
        for sentence in &article.sentences {
            let aside = article.blocks[sentence.block].role.set_aside();
            let (from, to) = sentence.tokens;
            let words = article.tokens[from..to].iter().filter(|t| t.kind == TokenKind::Word);
            let shouting = { words.clone().filter(|t| t.capital()).count() * 3 > words.count() * 2 };
            for index in from..to {
                self.outside.push(outside);
                let token = &article.tokens[index];
                while region.next_if(|r| r.outer.end() <= token.span.start()).is_some() {}
                if region.peek().is_some_and(|r| r.outer.meets(token.span)) {
                    self.words[index].quoted = true;
                    continue;
                }
                outside += 1;
                if !aside {
                    self.words[index] = word(article, index, index == from, shouting);
                }
            }
        }
        self.outside.push(outside);
    }

    /// Cuts the phrases of a sentence.
    fn chunk(&mut self, article: &Article, sentence: usize, (from, to): (usize, usize)) {
        let mut at = from;
        while at < to {
            let word = self.words[at];
            if word.quoted {
                at += 1;
                continue;
            }
            let end = match word.class {
                Class::Pronoun => at + 1,
                Class::Det | Class::Poss | Class::Capital | Class::Number | Class::Role | Class::Unnamed | Class::Paper | Class::Other => {
                    self.run(article, at, to)
                }
                _ => at,
            };
            if end > at {
                let kind = self.kind(at, end);
                self.phrases.push(Phrase { from: at, to: end, kind, sentence, cue: None });
                at = end;
            } else {
                at += 1;
            }
        }
    }

    /// End of the phrase that begins at `at`.
    fn run(&self, article: &Article, at: usize, to: usize) -> usize {
        use Class::*;
        let limit = to.min(at + LONGEST_PHRASE);
        let (mut j, mut noun) = (at, at);
        while j < limit {
            let word = self.words[j];
            if word.quoted {
                break;
            }
            let before = (j > at).then(|| self.words[j - 1].class);
            let noun_place = matches!(before, Some(Det | Poss | Genitive | Link));
            match word.class {
                Det | Poss if j == at || matches!(before, Some(Det)) => {}
                _ if word.cue != 0 && !noun_place => {
                    // "reports" and "people's demand" are nouns only where a noun must stand
                    if !(matches!(word.class, Paper) && j == at && word.form != Form::Past) {
                        break;
                    }
                    noun = j + 1;
                }
                Capital | Role | Unnamed | Paper | Number => noun = j + 1,
                Other => {
                    if matches!(before, Some(Capital)) && !self.noun_ahead(j, limit) {
                        break;
                    }
                    let text = article.word(j);
                    if text.ends_with("ed") && before.is_some() && !noun_place {
                        break;
                    }
                    if matches!(before, Some(Unnamed | Role | Paper)) && !self.noun_ahead(j, limit) {
                        break;
                    }
                    noun = j + 1;
                }
                Link | Genitive if j > at => {}
                // "Mr. Vane", "J. Vane"
                Stop if j > at
                    && article.word(j) == "."
                    && self.words[j - 1].capital
                    && j + 1 < limit
                    && self.words[j + 1].capital
                    && !self.words[j + 1].quoted => {}
                // "Bank of England", "secretary of state Marco Rubio"
                Prep if noun == j && j > at && article.word(j).eq_ignore_ascii_case("of") => {}
                _ => break,
            }
            j += 1;
        }
        noun
    }

    /// Whether a name or role follows within two words: "campaign spokesman".
    fn noun_ahead(&self, at: usize, limit: usize) -> bool {
        (at..limit.min(at + 3))
            .map(|k| &self.words[k])
            .take_while(|w| !w.quoted && w.cue == 0)
            .any(|w| matches!(w.class, Class::Role | Class::Unnamed | Class::Paper))
    }

    fn kind(&self, from: usize, to: usize) -> Kind {
        let words = &self.words[from..to];
        let has = |class: Class| words.iter().any(|w| w.class == class);
        if words[0].class == Class::Pronoun {
            Kind::Pronoun
        } else if has(Class::Capital) || words.iter().skip(1).any(|w| w.capital && w.class == Class::Role) {
            Kind::Name
        } else if has(Class::Role) {
            Kind::Role
        } else if has(Class::Unnamed) {
            Kind::Unnamed
        } else if has(Class::Paper) {
            Kind::Paper
        } else if matches!(words[0].class, Class::Det | Class::Poss) {
            Kind::Common
        } else {
            Kind::Bare
        }
    }

    /// Finds the cues of a sentence and their subjects among its phrases (from index `first`).
    fn find_cues(&mut self, article: &Article, sentence: usize, (from, to): (usize, usize), first: usize) {
        let mut inside = first;
        for token in from..to {
            let word = self.words[token];
            if word.cue == 0 || word.quoted {
                continue;
            }
            while inside < self.phrases.len() && self.phrases[inside].to <= token {
                inside += 1;
            }
            if self.phrases.get(inside).is_some_and(|p| p.from <= token) {
                continue;
            }
            if article.word(token).eq_ignore_ascii_case("according") {
                let next = self.phrases[inside..].iter().position(|p| p.from >= token + 2).map(|i| i + inside);
                if let Some(next) = next.filter(|&i| self.phrases[i].from == token + 2) {
                    self.phrases[next].cue.get_or_insert((self.cues.len(), true));
                    self.cues.push(Cue { token, sentence, subject: Some(next), inverted: true, manner: Manner::Other });
                }
                continue;
            }
            let (subject, manner) = self.subject(token, from, first);
            let mut cue = Cue { token, sentence, subject, inverted: false, manner };
            // "said Vane", after a quotation or a comma
            let after_break = token == from || matches!(self.class(token.checked_sub(1)), Class::Mark | Class::Comma | Class::Dash);
            if (subject.is_none() || after_break) && matches!(word.form, Form::Past | Form::Third) && word.cue <= 2 {
                let skip = usize::from(self.class(Some(token + 1)) == Class::Adverb);
                let next = self.phrases[inside..].iter().take(2).position(|p| p.from == token + 1 + skip).map(|i| i + inside);
                if next.is_some()
                    && after_break
                    && (subject.is_none() || manner != Manner::Apposition || self.class(token.checked_sub(1)) == Class::Mark)
                {
                    cue.subject = next;
                    cue.inverted = true;
                    cue.manner = Manner::Plain;
                }
            }
            let number = self.cues.len();
            if let Some(subject) = cue.subject {
                let phrase = &mut self.phrases[subject];
                // the first finite verb of a subject tells most
                if phrase.cue.is_none() {
                    phrase.cue = Some((number, cue.inverted));
                }
            }
            self.cues.push(cue);
        }
    }

    /// The phrase before `token` that is its subject.
    fn subject(&self, token: usize, from: usize, first: usize) -> (Option<usize>, Manner) {
        use Class::*;
        let mut manner = Manner::Plain;
        let low = from.max(token.saturating_sub(SUBJECT_REACH));
        let mut k = token;
        while k > low {
            let before = self.words[k - 1];
            if before.quoted {
                return (None, Manner::Other);
            }
            match before.class {
                Adverb | Not => manner = if manner == Manner::Plain { Manner::Adverb } else { manner },
                Aux => {
                    let passive = before.form == Form::Third && matches!(self.words[token].form, Form::Past | Form::Participle);
                    if manner != Manner::Passive {
                        manner = if passive { Manner::Passive } else { Manner::Aux };
                    }
                }
                Day if !matches!(manner, Manner::Aux | Manner::Passive) => {
                    manner = Manner::Adverb;
                    if k >= 2 + low && self.words[k - 2].class == Prep {
                        k -= 1;
                    }
                }
                Prep => return (None, if self.words[token].form == Form::Base { Manner::Infinitive } else { Manner::Other }),
                _ => break,
            }
            k -= 1;
        }
        if k == low {
            return (None, Manner::Other);
        }
        match self.words[k - 1].class {
            Comma | Dash | Bracket => {
                let found = self.past_apposition(k - 1, low, first);
                (found, if found.is_some() { Manner::Apposition } else { Manner::Other })
            }
            Join | Sub => {
                // "X smiled and said": the subject of the verb before; "X, who said"
                let found = self.ending_at(k - 1, first).or_else(|| self.past_comma(k - 1, first));
                if self.words[k - 1].class == Sub {
                    (found.map(|p| self.head(p, first)), Manner::Other)
                } else {
                    (self.chained(k - 1, low, first), Manner::Chained)
                }
            }
            _ => (self.ending_at(k, first).map(|p| self.head(p, first)), manner),
        }
    }

    fn past_comma(&self, at: usize, first: usize) -> Option<usize> {
        (at > 0 && self.words[at - 1].class == Class::Comma).then(|| self.ending_at(at - 1, first)).flatten()
    }

    /// The phrase whose last token is before `end`.
    fn ending_at(&self, end: usize, first: usize) -> Option<usize> {
        let upto = first + self.phrases[first..].partition_point(|p| p.to <= end);
        (upto > first && self.phrases[upto - 1].to == end).then(|| upto - 1)
    }

    /// The head of a phrase in a chain of prepositions: "a spokesman for the ministry".
    fn head(&self, mut phrase: usize, first: usize) -> usize {
        for _ in 0..4 {
            let from = self.phrases[phrase].from;
            if from == 0 || self.words[from - 1].class != Class::Prep || self.words[from - 1].quoted {
                break;
            }
            match self.ending_at(from - 1, first) {
                Some(before) if self.phrases[before].kind != Kind::Pronoun => phrase = before,
                _ => break,
            }
        }
        phrase
    }

    /// The phrase before an apposition or brackets that end with the mark at `close`.
    fn past_apposition(&self, close: usize, low: usize, first: usize) -> Option<usize> {
        let mut found: Option<usize> = None;
        for k in (low..close).rev() {
            let word = self.words[k];
            if word.quoted || word.class == Class::Stop && found.is_some() {
                break;
            }
            if matches!(word.class, Class::Comma | Class::Dash | Class::Bracket) {
                if let Some(phrase) = self.ending_at(k, first) {
                    let phrase = self.head(phrase, first);
                    let better = |old: usize| self.phrases[old].kind != Kind::Name && self.phrases[phrase].kind == Kind::Name;
                    if found.is_none_or(better) {
                        found = Some(phrase);
                    }
                }
            }
        }
        found
    }

    /// The subject of the verb before a join: the first phrase of the clause.
    fn chained(&self, join: usize, low: usize, first: usize) -> Option<usize> {
        let mut clause = low;
        for k in (low..join).rev() {
            let word = self.words[k];
            if word.quoted || matches!(word.class, Class::Sub | Class::Dash | Class::Colon) {
                clause = k + 1;
                break;
            }
        }
        let from = first + self.phrases[first..].partition_point(|p| p.from < clause);
        self.phrases[from..]
            .iter()
            .take_while(|p| p.to <= join)
            .position(|p| p.from == 0 || self.words[p.from - 1].class != Class::Prep)
            .map(|i| i + from)
    }
}

/// Classifies one token.
fn word(article: &Article, index: usize, first: bool, shouting: bool) -> Word {
    let token = &article.tokens[index];
    let text = article.of(token.span);
    let capital = token.capital();
    let class = match token.kind {
        TokenKind::Number => Class::Number,
        TokenKind::Possessive => Class::Genitive,
        TokenKind::Quote => Class::Mark,
        TokenKind::Symbol => Class::Symbol,
        TokenKind::Punct => match text {
            "," => Class::Comma,
            ":" => Class::Colon,
            "-" | "/" | "&" => Class::Link,
            ";" | "—" | "–" | "―" | "--" | "---" => Class::Dash,
            "(" | ")" | "[" | "]" => Class::Bracket,
            _ => Class::Stop,
        },
        TokenKind::Word => {
            let entry = look_up(text).unwrap_or_default();
            let mut class = entry.class;
            // "Will Vane", "May": a capital inside a sentence makes a name of a guiding word, but not of "I" or of words in a headline
            if class == Class::Other && entry.cue == 0 {
                class = if capital {
                    Class::Capital
                } else if text.len() > 4 && text.ends_with("ly") {
                    Class::Adverb
                } else {
                    Class::Other
                };
            }
            let cue = if capital && !first && !shouting { 0 } else { entry.cue };
            if cue == 0 && entry.cue != 0 && class == Class::Other && capital {
                class = Class::Capital;
            }
            // forms of "be" make passives
            let be =
                class == Class::Aux && ["is", "are", "was", "were", "be", "been", "being"].iter().any(|w| w.eq_ignore_ascii_case(text));
            let form = if be { Form::Third } else { entry.form };
            if token.case == Case::Upper && class != Class::Pronoun && text.len() > 1 && !shouting {
                class = Class::Capital;
            }
            return Word { class, cue, form, capital, quoted: false };
        }
    };
    Word { class, capital, ..Word::default() }
}
