//! Candidates: the stretches of a sentence that may be names, cut out of its runs of capitals, with what their own words tell of
//! their type.

use super::EntityType;
use super::lexicon::{self, Entry, Flags};
use super::words::{Capitals, Words, is_particle};
use crate::article::{Case, TokenKind};

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
    words: &'w Words<'a, 't>,
    sentence: usize,
    from: usize,
    end: usize,
    out: Vec<Candidate>,
}

const P: usize = EntityType::Person as usize;
const O: usize = EntityType::Organization as usize;
const L: usize = EntityType::Place as usize;
const G: usize = EntityType::Group as usize;

/// Longest run of capitals that is read as one, in tokens: more is a list without commas or a title in capitals.
const RUN: usize = 24;

/// Heads of organisations whose field may follow with "of" or "for" and go on with "and".
const FIELDED: &[&str] = &[
    "Ministry",
    "Department",
    "Office",
    "Institute",
    "Center",
    "Centre",
    "Centers",
    "Committee",
    "Council",
    "Commission",
    "Bureau",
    "Agency",
    "Association",
    "Organization",
    "Organisation",
    "Board",
    "Faculty",
    "School",
    "College",
    "Academy",
    "Foundation",
    "Federation",
    "Society",
    "Union",
    "Conference",
    "Campaign",
    "Coalition",
    "Fund",
    "Movement",
    "Party",
    "Alliance",
    "Front",
    "Court",
    "Chamber",
    "University",
    "Church",
    "Bank",
    "House",
    "Museum",
    "Army",
    "Congress",
    "Assembly",
    "Parliament",
    "League",
    "Authority",
    "Administration",
    "Network",
    "Partnership",
    "Group",
    "Forum",
    "Institutes",
    "Observatory",
    "Tribunal",
];

/// Heads of places that take "of".
const PLACES_OF: &[&str] =
    &["Gulf", "Strait", "Straits", "Bay", "Isle", "Republic", "Kingdom", "Cape", "Sea", "Church", "Horn", "Commonwealth"];

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

    fn word(&self, at: usize) -> &'t str {
        self.words.word(at)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        at < self.end && self.word(at) == word
    }

    fn capital(&self, at: usize) -> bool {
        at < self.end && self.words.article.tokens[at].capital()
    }

    fn flags(&self, at: usize) -> Flags {
        self.words.flags(at)
    }

    fn mode(&self) -> Capitals {
        self.words.capitals[self.sentence]
    }

    /// Whether nothing stands between this token and the one before.
    fn glued(&self, at: usize) -> bool {
        at < self.end && !self.words.article.spaced(at)
    }

    fn begins(&self, at: usize) -> bool {
        if self.capital(at) {
            // "pro-Beijing" is an attitude
            let prefixed = at >= self.from + 2 && self.is(at - 1, "-") && self.glued(at) && self.glued(at - 1);
            return !(prefixed && matches!(self.word(at - 2), "pro" | "anti" | "non" | "post" | "pre" | "ex" | "Pro" | "Anti" | "un"));
        }
        // "al-Qaida"
        matches!(self.word(at), "al" | "el") && self.is(at + 1, "-") && self.glued(at + 1) && self.glued(at + 2) && self.capital(at + 2)
    }

    /// The end of the run of capitals that begins at `at`.
    fn run(&self, mut at: usize) -> usize {
        let (first, stop) = (at, self.end.min(at + RUN));
        if !self.capital(at) {
            at += 1;
        }
        while at < stop {
            let next = at + 1;
            let token = self.words.article.tokens[at];
            if self.capital(at) {
                if at > first && token.case == Case::Title && token.span.len() <= 5 && is_function_word(self.word(at)) {
                    break;
                }
                at = next;
                continue;
            }
            let more = match token.kind {
                TokenKind::Punct => match self.word(at) {
                    "-" | "‑" | "‐" => self.glued(at) && self.glued(next) && (self.capital(next) || self.is_syllable(at)),
                    // after an initial or a short form: "J. K.", "St. Louis", "Gen. Park"
                    "." => {
                        let before = self.words.article.tokens[at - 1];
                        self.glued(at) && self.capital(next) && (before.span.len() <= 1 || self.takes_stop(at - 1))
                    }
                    "&" => self.capital(next),
                    _ => false,
                },
                TokenKind::Word => {
                    let word = self.word(at);
                    is_particle(word)
                        && at > self.from
                        && (self.capital(next)
                            || (self.is(next, "-") && self.glued(next) && self.capital(next + 1))
                            || (next < stop && is_particle(self.word(next)) && self.capital(next + 1)))
                }
                _ => false,
            };
            if !more {
                break;
            }
            at = if token.kind == TokenKind::Punct && next < stop && self.word(at) != "&" && !self.capital(next) { next + 1 } else { next };
        }
        at
    }

    /// "Tai" in "Cheng Chung-tai": the lower-case end of a given name behind a family name, not "based" or "backed".
    fn is_syllable(&self, hyphen: usize) -> bool {
        let at = hyphen + 1;
        if at >= self.end || hyphen < self.from + 2 || !self.capital(hyphen - 2) || self.words.article.tokens[at].case != Case::Lower {
            return false;
        }
        let word = self.word(at);
        (2..=6).contains(&word.len())
            && (word == "bin" || !is_particle(word))
            && !lexicon::word(word).has(Flags::ORDINARY | Flags::ROLE)
            && !word.ends_with("ed")
            && !self.is(at + 1, "-")
    }

    fn takes_stop(&self, at: usize) -> bool {
        let flags = self.flags(at);
        flags.has(Flags::TITLE) && self.word(at).len() <= 5
            || matches!(self.word(at), "St" | "Ste" | "Mt" | "Ft" | "Jr" | "Sr" | "Wm" | "Geo" | "Ch")
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
                    title = (stop < end).then_some((title.map_or(at, |t| t.0), stop));
                    at = stop;
                    continue;
                }
            }
            let forename = single && flags.has(Flags::FIRST) && to < end && self.like_surname(to);
            if flags.has(Flags::GROUP) && !(forename && org.is_none()) && !(title.is_some() && flags.has(Flags::FIRST | Flags::SURNAME)) {
                let until = org.filter(|&o| o > to && self.takes_nationality(to, o));
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

    /// "Russian Foreign Ministry": the nationality belongs to the name if what follows is more than a bare head.
    fn takes_nationality(&self, from: usize, to: usize) -> bool {
        to - from >= 1
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

    /// The end of an organisation's name that begins at `at` in the run up to `end`, if its words have a head.
    fn organization(&self, at: usize, end: usize) -> Option<usize> {
        let mut last = None;
        for index in at..end {
            if index > at
                && self.flags(index).has(Flags::TITLE | Flags::CALENDAR)
                && !self.flags(index).has(Flags::ORG_HEAD | Flags::ORG_MODIFIER | Flags::SURNAME)
            {
                break;
            }
            if self.words.article.tokens[index].case == Case::Lower || !self.capital(index) {
                continue;
            }
            let flags = self.flags(index);
            if flags.has(Flags::ORG_HEAD | Flags::ORG_SUFFIX) && (index > at || self.joins(index + 1)) {
                last = Some(index);
            }
        }
        let last = last?;
        // a head alone needs what it joins
        let mut to = last + 1;
        if !self.flags(last).has(Flags::ORG_SUFFIX) {
            to = self.joined(last, to);
        }
        // "Foods, Inc."
        if self.is(to, ",")
            && to + 1 < self.end
            && self.flags(to + 1).has(Flags::ORG_SUFFIX)
            && self.capital(to + 1)
            && self.word(to + 1).len() <= 4
        {
            to += 2;
        }
        (to > at + 1).then_some(to)
    }

    /// Whether "of" or "for" and a capital follow.
    fn joins(&self, at: usize) -> bool {
        (self.is(at, "of") || self.is(at, "for") || self.is(at, "on"))
            && (self.capital(at + 1) || (self.is(at + 1, "the") && self.capital(at + 2)))
    }

    /// The end of a name after "of X", "for X and Y", "at X" behind its head.
    fn joined(&self, head: usize, to: usize) -> usize {
        let word = self.word(head);
        let mut end = to;
        if (FIELDED.contains(&word) || self.is(end, "for")) && self.joins(end) {
            let from = end + 1 + usize::from(self.is(end + 1, "the"));
            end = self.field(from);
            // "of Health and Human Services", "for Security and Cooperation in Europe"
            let mut parts = 0;
            while parts < 3
                && (self.is(end, "and") || self.is(end, "&") || (self.is(end, ",") && self.list_goes_on(end)))
                && self.capital(end + 1)
            {
                let flags = self.flags(end + 1);
                let other = Flags::COUNTRY | Flags::GROUP | Flags::FIRST | Flags::TITLE | Flags::CALENDAR | Flags::ORG;
                if flags.has(other) && !flags.has(Flags::ORG_MODIFIER)
                    || self.organization_follows(end + 1)
                    || self.flags(from).has(Flags::PLACE)
                {
                    break;
                }
                end = self.field(end + 1);
                parts += 1;
            }
            if parts > 0 && self.is(end, "in") && self.capital(end + 1) && self.flags(end + 1).has(Flags::PLACE) {
                end = self.words.phrase(end + 1, self.end).0;
            }
            if word == "University" && self.is(end, "at") && self.capital(end + 1) {
                end = self.field(end + 1);
            }
        }
        end
    }

    /// ", Science and Technology": one more item and an "and".
    fn list_goes_on(&self, at: usize) -> bool {
        self.capital(at + 1) && self.is(at + 2, "and") && self.capital(at + 3)
    }

    fn organization_follows(&self, at: usize) -> bool {
        (at..self.end.min(at + 4)).take_while(|&i| self.capital(i)).any(|i| FIELDED.contains(&self.word(i)))
    }

    /// The end of the capitals that name a field or place.
    fn field(&self, from: usize) -> usize {
        let phrase = self.words.phrase(from, self.end);
        if phrase.0 > from + 1 && phrase.1.flags.has(Flags::PLACE | Flags::ORG) {
            return phrase.0;
        }
        let mut at = from;
        while at < self.end.min(from + 6)
            && self.capital(at)
            && !self.flags(at).has(Flags::CALENDAR)
            && !(at > from && self.flags(at).has(Flags::TITLE) && !self.flags(at).has(Flags::ORG_MODIFIER))
        {
            at += 1;
        }
        at.max(from + 1).min(self.end)
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
                && !(forename && flags.has(name) && (next >= end || matches!(self.word(next), "Jr" | "Sr" | "II" | "III")))
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

    /// Whether the words can be a name at all.
    fn worth(&self, at: usize, to: usize, titled: bool) -> bool {
        if to == at + 1 {
            let token = self.words.article.tokens[at];
            if token.span.len() <= 1 || self.word(at).ends_with('.') && !titled && token.span.len() <= 2 {
                return false;
            }
        }
        let names = Flags::FIRST | Flags::SURNAME;
        match self.mode() {
            Capitals::Usual => true,
            // in a headline only what is known, or known from the article's own sentences
            _ => titled || (at..to).any(|i| self.capital(i) && (self.flags(i).has(names) || self.words.habit(i).upper > 0)),
        }
    }

    /// What the words themselves tell of the type.
    fn shape(&self, at: usize, to: usize) -> Points {
        let mut points = [0; 8];
        let tokens = &self.words.article.tokens[at..to];
        let count = tokens.iter().filter(|t| t.capital()).count();
        let (first, last) = (self.flags(at), self.flags(to - 1));
        let initial = (at + 1..to).any(|i| self.is(i, ".")) || tokens.iter().skip(1).any(|t| t.capital() && t.span.len() == 1);
        if first.has(Flags::FIRST) {
            points[P] += if count > 1 { 6 } else { 2 };
        }
        if last.has(Flags::SURNAME) {
            points[P] += if count > 1 { 3 } else { 2 };
        }
        if initial && count > 1 {
            points[P] += 4;
        }
        if tokens.iter().any(|t| t.case == Case::Lower) {
            points[P] += 3;
        }
        if matches!(self.word(to - 1), "Jr" | "Sr" | "II" | "III") && count > 1 {
            points[P] += 6;
        }
        if (at..to).any(|i| self.is(i, "&")) {
            points[O] += 6;
        }
        if count > 1 && last.has(Flags::PLACE_HEAD) {
            points[L] += if last.has(Flags::SURNAME) && first.has(Flags::FIRST) { 3 } else { 6 };
        }
        if count > 1 && first.has(Flags::PLACE_PREFIX) && !first.has(Flags::FIRST) {
            points[L] += 4;
        }
        if PLACES_OF.contains(&self.word(to - 1)) && self.is(to, "of") {
            points[L] += 2;
        }
        let token = tokens[0];
        if count == 1 {
            let word = self.word(at);
            match token.case {
                Case::Upper
                    if self.mode() == Capitals::Usual && word.len() <= 7 && word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.') =>
                {
                    points[O] += 3
                }
                Case::Mixed if matches!(word.get(..2), Some("Mc" | "Ma" | "O'" | "De" | "Di" | "La" | "Le" | "Fi" | "Va" | "D'")) => {
                    points[P] += 2
                }
                Case::Mixed => points[O] += 2,
                _ => {}
            }
            add(&mut points, ending(word));
        } else if count <= 3 {
            let plain = |i: usize| self.flags(i).has(Flags::ORDINARY) && !self.flags(i).has(Flags::FIRST | Flags::SURNAME);
            if !plain(to - 1) {
                points[P] += 2;
            } else if (at..to).all(|i| plain(i) || !self.capital(i)) {
                points[O] += 1;
            } else {
                points[O] += 2;
            }
            add(&mut points, ending(self.word(to - 1)));
        } else {
            points[O] += 1;
        }
        points
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

fn add(points: &mut Points, more: Option<(usize, i16)>) {
    if let Some((kind, sure)) = more {
        points[kind] += sure;
    }
}

/// Words that never begin a name nor stand in one with a capital.
fn is_function_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &["The", "A", "An", "This", "That", "These", "Those", "His", "Her", "Its", "Their", "Our", "My", "Your", "He", "She", "It", "They", "We", "You", "In", "On", "At", "Of", "For", "By", "From", "With", "And", "But", "Or", "As", "If", "When", "While", "After", "Before", "To", "Is", "Was", "Are", "Were", "Has", "Have", "Had", "Not", "No", "Yes", "What", "Who", "Why", "How", "Where", "Which", "There", "Here", "Over", "Into"];
    WORDS.contains(&word)
}

/// "II", "XIV": the number of a king or pope.
fn is_roman(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Short forms of states that are other words without their stop.
fn needs_stop(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &["Del", "Miss", "Mass", "Ill", "Ind", "Ore", "Wash", "Pa", "Va", "Md", "Mo", "Ga", "La", "Ala", "Conn", "Kan", "Mont", "Ky", "Vt"];
    WORDS.contains(&word)
}

/// What the ending of a word tells, if anything.
fn ending(word: &str) -> Option<(usize, i16)> {
    const PERSON: &[&str] = &[
        "ov", "ova", "ev", "eva", "sky", "skyy", "skiy", "ski", "enko", "vic", "vich", "ovic", "oglu", "shvili", "dze", "nen", "sson",
        "ssen", "ez", "yan", "chuk", "stein", "berg", "mann",
    ];
    const PLACE: &[&str] = &[
        "stan", "burg", "burgh", "ville", "shire", "land", "grad", "abad", "pur", "town", "ford", "ham", "istan", "polis", "wood", "mouth",
    ];
    if word.len() < 5 {
        return None;
    }
    if PERSON.iter().any(|e| word.ends_with(e)) {
        return Some((P, 2));
    }
    PLACE.iter().any(|e| word.ends_with(e)).then_some((L, 1))
}
