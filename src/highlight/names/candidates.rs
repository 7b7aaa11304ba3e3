//! Candidates: the stretches of a sentence that may be names, cut out of its runs of capitals, with what their own words tell of
//! their type.

use super::EntityType;
use super::lexicon::{Entry, Flags};
use super::runs::{is_function_word, is_roman, needs_stop};
use super::words::{Capitals, Words, is_suffix};
use crate::article::Case;

/// Points for each type, in the order of [`EntityType::ALL`].
pub type Points = [i16; 8];

/// A stretch that may be a name.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// First token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// Index of its sentence.
    pub sentence: usize,
    /// What speaks for each type.
    pub points: Points,
    /// Tokens of the title right before it.
    pub title: Option<(usize, usize)>,
    /// It stands where any word would have its capital.
    pub doubtful: bool,
    /// Number of the thing in the lexicon.
    pub alias: u16,
    /// Which rule spoke first.
    pub rule: &'static str,
}

/// Cuts the candidates out of one sentence.
pub struct Cutter<'w, 'a, 't> {
    pub(super) words: &'w Words<'a, 't>,
    sentence: usize,
    pub(super) from: usize,
    pub(super) end: usize,
    out: Vec<Candidate>,
}

const P: usize = EntityType::Person as usize;
const O: usize = EntityType::Organization as usize;
const L: usize = EntityType::Place as usize;
const G: usize = EntityType::Group as usize;

impl<'w, 'a, 't> Cutter<'w, 'a, 't> {
    /// The candidates of the sentence, in order, appended to `out`.
    pub fn cut(words: &'w Words<'a, 't>, sentence: usize, out: Vec<Candidate>) -> Vec<Candidate> {
        let (from, end) = words.article.sentences[sentence].tokens;
        let mut cutter = Cutter { words, sentence, from, end, out };
        let mut at = from;
        while at < end {
            at = if cutter.begins(at) { cutter.parse(at) } else { at + 1 };
        }
        cutter.out
    }

    pub(super) fn word(&self, at: usize) -> &'t str {
        self.words.word(at)
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        at < self.end && self.word(at) == word
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        at < self.end && self.words.article.tokens[at].capital()
    }

    pub(super) fn flags(&self, at: usize) -> Flags {
        self.words.flags(at)
    }

    pub(super) fn mode(&self) -> Capitals {
        self.words.capitals[self.sentence]
    }

    /// Whether nothing stands between this token and the one before.
    pub(super) fn glued(&self, at: usize) -> bool {
        at < self.end && !self.words.article.spaced(at)
    }

    /// Reads one run from the left, and gives the token to go on from.
    fn parse(&mut self, mut at: usize) -> usize {
        let mut end = self.run(at).max(at + 1);
        let mut title: Option<(usize, usize)> = None;
        while at < end {
            if !self.begins(at) {
                at += 1;
                continue;
            }
            let (to, entry) = self.words.phrase(at, self.end);
            if to > end {
                end = if to < self.end && self.capital(to) { self.run(to) } else { to };
            }
            let single = to == at + 1;
            let mut flags = entry.flags;
            if single && needs_stop(self.word(at)) && !self.is(to, ".") {
                flags.0 &= !Flags::PLACE;
            }
            let opens = self.words.opens(at, self.from) || self.mode() != Capitals::Usual;
            let org = self.organization(at, end);
            if single && self.is_closed_class(at) {
                at += 1;
                title = None;
                continue;
            }
            if single && opens && self.words.ordinary(at) {
                let modifier = flags.has(Flags::ORG_MODIFIER) && org.is_some_and(|o| o > at + 1);
                let role = flags.has(Flags::TITLE | Flags::ROLE) && at + 1 < end;
                let named = flags.has(Flags::FIRST)
                    && self.capital(at + 1)
                    && !self.words.ordinary(at + 1)
                    && !self.flags(at + 1).has(Flags::PLACE | Flags::ORG);
                let prefix = flags.has(Flags::PLACE_PREFIX) && self.capital(at + 1) && self.flags(at + 1).has(Flags::PLACE);
                let known = flags.has(Flags::PLACE | Flags::GROUP) && !flags.has(Flags::ORDINARY);
                if !(modifier || role || named || prefix || known) {
                    at += 1;
                    title = None;
                    continue;
                }
            }
            if flags.has(Flags::CALENDAR)
                && single
                && !(flags.has(Flags::FIRST) && self.capital(to) && !self.flags(to).has(Flags::CALENDAR))
            {
                at = to;
                title = None;
                continue;
            }
            // titles and roles before a name
            if flags.has(Flags::TITLE | Flags::ROLE) {
                let stop = to + usize::from(self.is(to, ".") && self.glued(to));
                let first_next = stop < end && self.flags(stop).has(Flags::FIRST);
                let abbreviated = stop > to || self.word(at).len() <= 3;
                match org {
                    Some(until) if until > to && !first_next && !abbreviated => {
                        self.emit(at, until, O, 6, "organization head", None, Entry::default());
                        at = until;
                        end = end.max(self.run_or(until));
                        continue;
                    }
                    _ => {}
                }
                let forename = stop == to && stop + 1 == end && flags.has(Flags::FIRST) && single && self.like_surname(stop);
                if stop >= end
                    && single
                    && title.is_none()
                    && !self.words.opens(at, self.from)
                    && self.mode() == Capitals::Usual
                    && stop == to
                {
                    // "Cardinal" may be a surname that the article tells elsewhere
                    self.push(at, to, [0; 8], "surname of a full name", None, Entry::default());
                }
                let surname = forename || title.is_some() && flags.has(Flags::SURNAME | Flags::FIRST) && stop >= end;
                let heads_place = stop < end && !first_next && !abbreviated && self.flags(end - 1).has(Flags::PLACE_HEAD) && end - at <= 3;
                if !surname && !heads_place {
                    let first = title.map_or(at, |t| t.0);
                    if stop >= end
                        && let Some(name) = self.after_field(stop)
                    {
                        // "Secretary of Energy Hana Wirth"
                        title = Some((first, name));
                        at = name;
                        end = self.run(name);
                        continue;
                    }
                    title = (stop < end).then_some((first, stop));
                    at = stop;
                    continue;
                }
            }
            let forename = single && flags.has(Flags::FIRST) && to < end && self.like_surname(to);
            if flags.has(Flags::GROUP) && !(forename && org.is_none()) && !(title.is_some() && flags.has(Flags::FIRST | Flags::SURNAME)) {
                let until = org.filter(|&o| o > to);
                match until {
                    Some(until) => {
                        self.emit(at, until, O, 6, "organization head", None, Entry::default());
                        at = until;
                        end = end.max(self.run_or(until));
                    }
                    None => {
                        if self.event(at, end) {
                            return end;
                        }
                        self.emit(at, to, G, 8, "lexicon", None, entry);
                        at = to;
                    }
                }
                title = None;
                continue;
            }
            let known = Flags::PLACE | Flags::ORG | Flags::PRODUCT | Flags::EVENT | Flags::LAW | Flags::WORK;
            let person = (title.is_some() && flags.has(Flags::SURNAME | Flags::FIRST) && single) || forename;
            let hyphened =
                single && self.is(to, "-") && to < end && flags.has(Flags::CITY) && !self.flags(to + 1).has(Flags::PLACE | Flags::GROUP);
            if flags.has(known) && !person && !hyphened {
                at = self.known(at, to, end, entry, org);
                end = end.max(self.run_or(at));
                title = None;
                continue;
            }
            if let Some(until) = org.filter(|_| !(title.is_some() && flags.has(Flags::FIRST))) {
                self.emit(at, until, O, 6, "organization head", None, Entry::default());
                at = until;
                end = end.max(self.run_or(until));
                title = None;
                continue;
            }
            at = self.unknown(at, end, &mut title);
        }
        end
    }

    fn run_or(&self, at: usize) -> usize {
        if self.capital(at) { self.run(at) } else { at }
    }

    /// Words that never begin a name, whatever their capital.
    fn is_closed_class(&self, at: usize) -> bool {
        let flags = self.flags(at);
        if flags.has(Flags::ORG_MODIFIER) && self.organization(at, self.run(at)).is_some() {
            return false;
        }
        if flags.has(Flags::NO_NAME) && !flags.has(Flags::PLACE_PREFIX | Flags::ORG | Flags::PLACE | Flags::FIRST) {
            return true;
        }
        is_function_word(self.word(at))
    }

    fn like_surname(&self, at: usize) -> bool {
        let flags = self.flags(at);
        self.capital(at)
            && !flags.has(
                Flags::TITLE
                    | Flags::ROLE
                    | Flags::COUNTRY
                    | Flags::GROUP
                    | Flags::ORG_HEAD
                    | Flags::ORG_SUFFIX
                    | Flags::CALENDAR
                    | Flags::PLACE_HEAD,
            )
            && self.words.article.tokens[at].case != Case::Upper
            && (flags.has(Flags::SURNAME) || flags.0 & !(Flags::PREFIX) == 0)
    }

    /// Where the name begins after "of" and the field of a title.
    fn after_field(&self, of: usize) -> Option<usize> {
        if !self.joins(of) {
            return None;
        }
        let from = of + 1 + usize::from(self.is(of + 1, "the"));
        let end = self.run(from);
        let name = (from + 1..end.min(from + 6)).find(|&i| self.capital(i) && self.flags(i).has(Flags::FIRST) && i + 1 < end)?;
        (!self.flags(from).has(Flags::FIRST)).then_some(name)
    }

    /// Emits an event or law if the run is one as a whole.
    fn event(&mut self, at: usize, end: usize) -> bool {
        let flags = self.flags(end - 1);
        if end - at < 2
            || end - at > 6
            || flags.has(Flags::SURNAME | Flags::FIRST)
            || self.mode() != Capitals::Usual
            || self.flags(at).has(Flags::FIRST)
        {
            return false;
        }
        let (kind, rule) = match () {
            () if flags.has(Flags::EVENT_HEAD) => (EntityType::Event, "event head"),
            () if flags.has(Flags::LAW_HEAD) => (EntityType::Law, "law head"),
            () => return false,
        };
        self.emit(at, end, kind as usize, 6, rule, None, Entry::default());
        true
    }

    /// A phrase of the lexicon, with what it grows to; gives the token to go on from.
    fn known(&mut self, at: usize, to: usize, end: usize, entry: Entry, org: Option<usize>) -> usize {
        let flags = entry.flags;
        if flags.has(Flags::COUNTRY) && (self.is(to, "dollar") || self.is(to, "dollars")) {
            return to;
        }
        if let Some(until) = org.filter(|&o| o > to) {
            self.emit(at, until, O, 6, "organization head", None, Entry::default());
            return until;
        }
        if to < end {
            if self.event(at, end) {
                return end;
            }
            let (next_to, next) = self.words.phrase(to, end);
            // "Houston Rockets", but not "Moscow NATO"
            if flags.has(Flags::PLACE)
                && next.flags.has(Flags::ORG)
                && !next.flags.has(Flags::MEDIA)
                && next_to <= end
                && self.words.article.tokens[to].case != Case::Upper
            {
                self.emit(at, next_to, O, 7, "team", None, next);
                return next_to;
            }
            if flags.has(Flags::ORG) && self.words.article.tokens[at].case == Case::Upper && self.mode() == Capitals::Usual {
                // "KPMG Peat Marwick"
                let more = (to..end).take_while(|&i| self.flags(i).0 == 0 && self.words.article.tokens[i].case == Case::Title).count();
                if more > 0 {
                    self.emit(at, to + more, O, 6, "known organization and more", None, Entry::default());
                    return to + more;
                }
            }
            let last = self.flags(end - 1);
            if flags.has(Flags::PLACE | Flags::ORG)
                && last.has(Flags::PLACE_HEAD)
                && !last.has(Flags::ORG)
                && end - to <= 2
                && self.mode() == Capitals::Usual
            {
                self.emit(at, end, L, 5, "place head", None, Entry::default());
                return end;
            }
        }
        let kind = match () {
            () if flags.has(Flags::PLACE) && flags.has(Flags::ORG) => L,
            () if flags.has(Flags::PLACE) => L,
            () if flags.has(Flags::EVENT) => EntityType::Event as usize,
            () if flags.has(Flags::ORG) => O,
            () if flags.has(Flags::PRODUCT) => EntityType::Product as usize,
            () if flags.has(Flags::LAW) => EntityType::Law as usize,
            () => EntityType::Work as usize,
        };
        let sure = if flags.has(Flags::COUNTRY) || to > at + 1 {
            10
        } else if flags.has(Flags::FIRST | Flags::SURNAME | Flags::ORDINARY) {
            if entry.alias != 0 { 6 } else { 3 }
        } else {
            7
        };
        self.emit(at, to, kind, sure, "lexicon", None, entry);
        to
    }

    /// A stretch that the lexicon does not know as a whole; gives the token to go on from.
    fn unknown(&mut self, at: usize, end: usize, title: &mut Option<(usize, usize)>) -> usize {
        let mut to = at + 1;
        let forename = self.flags(at).has(Flags::FIRST) || self.flags(at).has(Flags::SURNAME) || title.is_some();
        while to < end {
            if !self.capital(to) {
                to += 1;
                continue;
            }
            let (next, entry) = self.words.phrase(to, end);
            let flags = entry.flags;
            let name = Flags::SURNAME | Flags::FIRST;
            let role = flags.has(Flags::TITLE | Flags::ROLE)
                && !(forename && flags.has(name) && (next >= end || is_suffix(self.word(next))))
                && !(to == at + 1 && next == end && self.flags(at).has(Flags::FIRST) && next == to + 1);
            let glued = self.glued(to);
            let other = flags.has(Flags::CALENDAR | Flags::GROUP | Flags::COUNTRY | Flags::NO_NAME) && !flags.has(name)
                || (flags.has(Flags::PLACE | Flags::ORG)
                    && !flags.has(name)
                    && (next > to + 1 || self.words.article.tokens[to].case == Case::Upper));
            let foreign = to == at + 1
                && next == end
                && self.flags(at).has(Flags::FIRST)
                && flags.has(Flags::GROUP | Flags::COUNTRY)
                && self.mode() == Capitals::Usual;
            let numbered = self.flags(to - 1).has(Flags::FIRST) && is_roman(self.word(to));
            if (role || other) && !glued && !foreign && !numbered {
                break;
            }
            if self.mode() != Capitals::Usual && self.words.ordinary(to) && !flags.has(name) {
                break;
            }
            to = next;
        }
        let mut last = to;
        while last > at + 1 && !self.capital(last - 1) && !self.is_syllable(last - 2) {
            last -= 1;
        }
        let role_next = to < end && self.words.phrase(to, end).1.flags.has(Flags::TITLE | Flags::ROLE);
        let acronym = last == at + 1 && self.words.article.tokens[at].case == Case::Upper && self.mode() == Capitals::Usual;
        if role_next && !self.flags(at).has(Flags::FIRST) && !acronym && title.is_none() {
            // "Finance Minister Orla Denn": the field is part of the title; without a name after it there is no name at all
            let stop = self.words.phrase(to, end).0;
            let stop = stop + usize::from(self.is(stop, ".") && self.glued(stop));
            if self.words.habit(at).upper == 0 || last == at + 1 {
                *title = (stop < end).then_some((at, stop));
                return stop;
            }
        }
        let taken = title.take();
        if taken.is_none() && to == end && self.event(at, last) {
            return to;
        }
        let mut points = self.shape(at, last);
        let rule = if taken.is_some() {
            points[P] += 8;
            "title"
        } else {
            "shape"
        };
        if self.worth(at, last, taken.is_some()) {
            self.push(at, last, points, rule, taken, Entry::default());
        }
        to
    }

    #[allow(clippy::too_many_arguments)]
    fn emit(&mut self, at: usize, to: usize, kind: usize, sure: i16, rule: &'static str, title: Option<(usize, usize)>, entry: Entry) {
        let mut points = [0; 8];
        points[kind] = sure;
        // a word of two kinds: what else it may be
        if to == at + 1 {
            let flags = entry.flags;
            if flags.has(Flags::FIRST | Flags::SURNAME) && !flags.has(Flags::COUNTRY) {
                points[P] += 2;
            }
            if flags.has(Flags::ORG) && kind != O {
                points[O] += 2;
            }
        }
        self.push(at, to, points, rule, title, entry);
    }

    fn push(&mut self, at: usize, to: usize, points: Points, rule: &'static str, title: Option<(usize, usize)>, entry: Entry) {
        let doubtful = (self.words.opens(at, self.from) || self.mode() != Capitals::Usual) && to == at + 1;
        self.out.push(Candidate { from: at, to, sentence: self.sentence, points, title, doubtful, alias: entry.alias, rule });
    }
}
