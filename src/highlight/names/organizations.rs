//! Names of organisations by their words: a head such as "Ministry" or "Inc", and what "of", "for", "at" and "and" join to it.

use super::candidates::Cutter;
use super::few::Few;
use super::lexicon::Flags;
use super::words::Capitals;
use crate::article::Case;

/// Heads of organisations whose field may follow with "of" or "for" and go on with "and".
#[rustfmt::skip]
static FIELDED: Few = Few::of(&[
    "Ministry", "Department", "Office", "Institute", "Center", "Centre", "Centers", "Committee", "Council", "Commission", "Bureau",
    "Agency", "Association", "Organization", "Organisation", "Board", "Faculty", "School", "College", "Academy", "Foundation",
    "Federation", "Society", "Union", "Conference", "Campaign", "Coalition", "Fund", "Movement", "Party", "Alliance", "Front", "Court",
    "Chamber", "University", "Church", "Bank", "House", "Museum", "Army", "Congress", "Assembly", "Parliament", "League", "Authority",
    "Administration", "Network", "Partnership", "Group", "Forum", "Institutes", "Observatory", "Tribunal",
]);

impl Cutter<'_, '_, '_> {
    /// The end of an organisation's name that begins at `at` in the run up to `end`, if its words have a head.
    pub(super) fn organization(&self, at: usize, end: usize) -> Option<usize> {
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
            // among capitals everywhere an ordinary word is no part of a name
            if self.mode() != Capitals::Usual && self.words.ordinary(index) && !flags.has(Flags::ORG_HEAD | Flags::ORG_MODIFIER) {
                break;
            }
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
    pub(super) fn joins(&self, at: usize) -> bool {
        (self.is(at, "of") || self.is(at, "for") || self.is(at, "on"))
            && (self.capital(at + 1) || (self.is(at + 1, "the") && self.capital(at + 2)))
    }

    /// The end of a name after "of X", "for X and Y", "at X" behind its head.
    fn joined(&self, head: usize, to: usize) -> usize {
        let word = self.word(head);
        let mut end = to;
        if (FIELDED.has(word) || self.is(end, "for")) && self.joins(end) {
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
        (at..self.end.min(at + 4)).take_while(|&i| self.capital(i)).any(|i| FIELDED.has(self.word(i)))
    }

    /// The end of the capitals that name a field or place.
    pub(super) fn field(&self, from: usize) -> usize {
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
}
