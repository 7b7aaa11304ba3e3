//! Phrases: the noun phrases outside quotation marks that could name a speaker. No parser: they are runs of words by class.

use crate::article::{Article, Case, Token, TokenKind};

use super::cues::{Class, FEELING, Form, STANCE, among, look_up, look_up_two};
use super::marks::Region;
use super::subjects::Cue;

/// What a token is for attribution.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// What it does.
    pub class: Class,
    /// Class of cue, 0 for none.
    pub cue: u8,
    /// Sort of cue, finer than its class.
    pub sort: u8,
    /// Whether the next word belongs to the cue: "hit back".
    pub two: bool,
    /// Form as a verb.
    pub form: Form,
    /// Whether it has a capital.
    pub capital: bool,
    /// Whether it stands between quotation marks.
    pub quoted: bool,
    /// Whether it looks like a participle: "wearing", "briefed".
    pub bends: bool,
    /// Whether it is "who".
    pub relative: bool,
    /// Whether it is "once" or "since", which may stand before a verb as an adverb does.
    pub passing: bool,
}

impl Word {
    /// Whether it stands between a subject and its verb and belongs to neither alone: "has", "not", "also", "once".
    pub fn helps(&self) -> bool {
        self.passing || matches!(self.class, Class::Aux | Class::Adverb | Class::Not)
    }

    /// Its class as a cue of speech: as it is, and 0 for a stance or feeling, which the model of speakers does not know.
    pub fn says(&self) -> u8 {
        if self.cue < STANCE { self.cue } else { 0 }
    }
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
    /// Whether its first word looks like a participle.
    pub bends: bool,
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
    /// How much of what the cues tell is speech, in sixteenths, 7 at most: reports have more of it than reviews and guides.
    pub speech: u8,
    /// For each token, how many tokens before it stand outside marks.
    pub outside: Vec<u32>,
}

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
        let said = all.cues.iter().filter(|cue| all.words[cue.token].cue == 1).count();
        all.speech = (said * 16 / all.cues.len().max(1)).min(7) as u8;
        all
    }

    /// The class of a token, `Mark` where there is none.
    #[inline(never)]
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
                    let mut word = word(article, index, index == from, shouting);
                    if word.cue != 0 {
                        self.take_back(article, index, (from, to), &mut word);
                    }
                    self.words[index] = word;
                }
            }
        }
        self.outside.push(outside);
    }

    /// Takes back that a word of a sentence is a cue where its neighbours tell that it is none.
    fn take_back(&self, article: &Article, index: usize, (from, to): (usize, usize), word: &mut Word) {
        let before = &self.words[from..index];
        let is = |at: usize, text: &str| (from..to).contains(&at) && article.word(at).eq_ignore_ascii_case(text);
        let begins = |start: &str| article.word(index).get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start));
        // "continued to deny"
        let goes_on = word.cue == 1 && is(index + 1, "to") && begins("continu");
        if goes_on {
            word.class = Class::Aux;
        }
        // "is confident", but not "a confident man"
        let attribute = word.cue == FEELING && !is_predicate(article, before, from);
        // "back" after "hit"
        let second = before.last().is_some_and(|w| w.two);
        // "as opposed to", "as compared with"
        let compares = index > from && is(index - 1, "as") && (is(index, "opposed") || is(index, "compared"));
        // "state television", but "officials state that"
        let states = is(index, "state")
            && !is(index + 1, "that")
            && !matches!(before.last().map(|w| w.class), Some(Class::Prep | Class::Aux | Class::Pronoun));
        // "a business account"
        let account = is(index, "account") && !is(index + 1, "for");
        // "shares declined 3 percent"
        let falls = begins("declin") && index + 1 < to && article.tokens[index + 1].kind == TokenKind::Number;
        if goes_on || attribute || second || compares || states || account || falls {
            word.cue = 0;
        }
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
                Class::Paper if at > from && self.reports(article, at, to) => at,
                Class::Pronoun => at + 1,
                Class::Det | Class::Poss | Class::Capital | Class::Number | Class::Role | Class::Unnamed | Class::Paper | Class::Other => {
                    self.run(article, at, to)
                }
                _ => at,
            };
            if end > at {
                let kind = self.kind(at, end);
                self.phrases.push(Phrase { from: at, to: end, kind, sentence, cue: None, bends: self.words[at].bends });
                at = end;
            } else {
                at += 1;
            }
        }
    }

    /// Whether "reports" is a verb here: "Reuters reports", "the agency reports that", but neither "police reports" nor "Reuters reports say".
    fn reports(&self, article: &Article, at: usize, to: usize) -> bool {
        let before = &self.words[at - 1];
        let who = !before.quoted && matches!(before.class, Class::Capital | Class::Pronoun | Class::Role | Class::Paper);
        let next = self.words.get(at + 1).filter(|_| at + 1 < to);
        // ", reports Reuters"
        let inverted = (before.quoted || before.class == Class::Comma) && next.is_some_and(|next| next.class == Class::Capital);
        article.word(at) == "reports"
            && (who || inverted)
            && !among(article.word(at - 1), "news media press police court company army military government")
            && next.is_none_or(|next| next.cue == 0 && next.class != Class::Aux)
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
            // "a first estimate", "the latest report": after such a word the base form of a verb is a noun
            let adjective =
                || matches!(article.word(j - 1), "first" | "second" | "third" | "new" | "latest" | "initial" | "preliminary" | "recent");
            // "judge says", "federal judge ruled": of two verbs side by side the first is a noun
            // "presiding judge Ana Vane"
            let titles = || word.class == Role && self.words.get(j + 1).is_some_and(|w| j + 1 < to && !w.quoted && w.class == Capital);
            let acts = || self.words.get(j + 1).is_some_and(|w| j + 1 < to && w.cue == 1 && matches!(w.form, Form::Third | Form::Past));
            let noun_place = matches!(before, Some(Det | Poss | Genitive | Link))
                || word.form == Form::Base && (j > at && adjective() || word.cue != 0 && (acts() || j > at && titles()));
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
}

/// Whether what stands after the first words of a sentence is told of its subject: "is confident", "isn't very sure", "I'm glad".
fn is_predicate(article: &Article, before: &[Word], from: usize) -> bool {
    const DEGREES: [&str; 5] = ["so", "more", "less", "too", "pretty"];
    let skipped = |k: &usize| matches!(before[*k].class, Class::Adverb | Class::Not) || DEGREES.contains(&article.word(from + k));
    let Some(verb) = (0..before.len()).rev().find(|k| !skipped(k)) else { return false };
    let text = article.word(from + verb);
    match before[verb].class {
        Class::Aux => before[verb].form == Form::Third || ["is", "are", "was", "were"].iter().any(|be| text.starts_with(be)),
        Class::Pronoun => ["'m", "’m", "'re", "’re", "'s", "’s"].iter().any(|end| text.ends_with(end)),
        _ => false,
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
            let alone = look_up(text).unwrap_or_default();
            let next = article.tokens.get(index + 1).filter(|_| alone.leads);
            let two = next.and_then(|next| look_up_two(text, article.of(next.span)));
            let entry = two.unwrap_or(alone);
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
            // "Jan Vos", "April Moss"
            let named = |next: &Token| next.kind == TokenKind::Word && next.capital() && look_up(article.of(next.span)).is_none();
            let will = class == Class::Aux && text == "Will" && !first;
            if (class == Class::Day || will) && capital && article.tokens.get(index + 1).is_some_and(named) {
                class = Class::Capital;
            }
            let cue = if capital && !first && !shouting { 0 } else { entry.cue };
            if cue == 0 && entry.cue != 0 && class == Class::Other && capital {
                class = Class::Capital;
            }
            // forms of "be" make passives; "who" begins a clause about the noun before it
            let relative = class == Class::Sub && ["who", "which", "that"].iter().any(|w| w.eq_ignore_ascii_case(text));
            let be =
                class == Class::Aux && ["is", "are", "was", "were", "be", "been", "being"].iter().any(|w| w.eq_ignore_ascii_case(text));
            let form = if be || relative { Form::Third } else { entry.form };
            if token.case == Case::Upper && class != Class::Pronoun && text.len() > 1 && !shouting {
                class = Class::Capital;
            }
            let bends = !capital && text.len() > 4 && (text.ends_with("ing") || text.ends_with("ed"));
            let relative = "who".eq_ignore_ascii_case(text);
            let passing = class == Class::Sub && (text == "once" || text == "since");
            return Word { passing, class, cue, sort: entry.sort, two: two.is_some(), form, capital, quoted: false, bends, relative };
        }
    };
    Word { class, capital, ..Word::default() }
}
