//! Context: what the words around a candidate tell of its type. Points for and against, from the patterns of news English.

use super::EntityType;
use super::candidates::Candidate;
use super::few::Few;
use super::lexicon::{self, Flags};
use super::words::Words;
use crate::article::TokenKind;

const P: usize = EntityType::Person as usize;
const O: usize = EntityType::Organization as usize;
const L: usize = EntityType::Place as usize;

/// What persons do in news, and organisations too.
#[rustfmt::skip]
static SAYS: Few = Few::of(&[
    "said", "says", "told", "added", "asked", "replied", "insisted", "noted", "argued", "explained", "recalled", "warned", "declared",
    "claimed", "admitted", "denied", "announced", "stressed", "acknowledged", "testified", "wrote", "predicted", "complained", "joked",
    "concluded", "suggested", "agreed", "urged", "vowed", "pledged", "promised", "criticized", "criticised", "emphasized", "confirmed",
    "tweeted", "commented", "remarked",
]);

/// What only persons do.
#[rustfmt::skip]
static ACTS: Few = Few::of(&[
    "resigned", "died", "married", "smiled", "laughed", "nodded", "shrugged", "testified", "graduated", "retired", "himself", "herself",
    "who", "whose", "born", "arrested", "sang", "wept", "starred", "scored", "pleaded", "apologized", "apologised",
]);

/// Nouns before or behind the name of an organisation.
#[rustfmt::skip]
static COMPANY: Few = Few::of(&[
    "company", "firm", "maker", "giant", "group", "newspaper", "magazine", "agency", "network", "broadcaster", "bank", "airline",
    "party", "organization", "organisation", "club", "team", "charity", "union", "retailer", "daily", "weekly", "station",
    "manufacturer", "carrier", "conglomerate", "website", "startup", "militia", "movement", "faction", "rebels", "militants", "lobby",
    "brand", "publisher", "unit", "subsidiary", "militant",
]);

/// What only organisations have.
#[rustfmt::skip]
static OWNED: Few = Few::of(&[
    "spokesman", "spokeswoman", "spokesperson", "shares", "stock", "executives", "executive", "employees", "shareholders", "customers",
    "headquarters", "fighters", "subsidiary", "rebels", "militants", "lawmakers", "investors", "users", "players", "fans", "coach",
    "chairman", "unit", "products", "gunmen", "guerrillas",
]);

/// Nouns that stand with names of places.
#[rustfmt::skip]
static SITE: Few = Few::of(&[
    "province", "city", "region", "county", "river", "district", "town", "village", "suburb", "airport", "island", "neighborhood",
    "neighbourhood", "area", "state", "border", "coast", "peninsula", "mountains", "valley", "capital", "resort", "republic", "port",
    "prefecture", "refugee", "prison", "enclave", "municipality", "desert",
]);

/// Prepositions before places.
static AROUND: Few = Few::of(&["near", "across", "outside", "inside", "throughout", "around", "toward", "towards", "into"]);

/// What stands before "of" and a place.
#[rustfmt::skip]
static DIRECTIONS: Few = Few::of(&[
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts", "part", "suburb", "streets",
    "miles", "kilometers", "kilometres", "km",
]);

/// Whom and what only persons have.
#[rustfmt::skip]
static KIN: Few = Few::of(&[
    "wife", "husband", "son", "daughter", "brother", "sister", "father", "mother", "lawyer", "lawyers", "family", "death", "career",
    "parents",
]);

/// Adds what the surroundings of the candidate tell.
pub fn weigh(words: &Words, candidate: &mut Candidate) {
    let article = words.article;
    let (start, end) = article.sentences[candidate.sentence].tokens;
    let (from, to) = (candidate.from, candidate.to);
    let word = |at: usize| if at < end { article.word(at) } else { "" };
    let back = |n: usize| from.checked_sub(n).filter(|&i| i >= start).map_or("", |i| article.word(i));
    let points = &mut candidate.points;
    let single = to == from + 1;

    // before
    let before = back(1);
    match before {
        "in" => {
            points[L] += if word(to) == "," && !single { 3 } else { 4 };
        }
        _ if AROUND.has(before) => points[L] += 4,
        "from" | "to" => points[L] += 1,
        "at" => {
            points[O] += 2;
            points[L] += 1;
        }
        "by" | "with" => points[P] += 1,
        "the" | "The" if candidate.title.is_none() => {
            points[P] -= 6;
            let flags = words.flags(from);
            let plain = Flags::ORDINARY
                | Flags::ORG_HEAD
                | Flags::PLACE_HEAD
                | Flags::EVENT_HEAD
                | Flags::LAW_HEAD
                | Flags::ORG_MODIFIER
                | Flags::PLACE_PREFIX
                | Flags::NO_NAME
                | Flags::ROLE
                | Flags::TITLE;
            if !single {
                points[O] += 2;
            } else if ["ians", "ites", "ists", "ans", "ese"].iter().any(|e| words.word(from).ends_with(e)) {
                points[EntityType::Group as usize] += 3;
            } else if !flags.has(plain) && !words.word(from).ends_with('s') {
                points[O] += 2;
            }
        }
        "a" | "an" | "A" | "An" => points[P] -= 3,
        _ => {}
    }
    let role_before =
        from.checked_sub(1).filter(|&i| i >= start && article.tokens[i].kind == TokenKind::Word && !article.tokens[i].capital());
    if let Some(at) = role_before {
        let flags = lexicon::word(article.word(at));
        if flags.has(Flags::ROLE | Flags::TITLE) && !flags.has(Flags::ORG_HEAD | Flags::PLACE_HEAD) {
            points[P] += 5;
            candidate.rule = "role before";
        } else if COMPANY.has(before) {
            points[O] += 4;
        } else if SITE.has(before) {
            points[L] += 3;
        }
    }
    if before == "of" && SITE.has(back(2)) {
        points[L] += 5;
    }
    if before == "of" && DIRECTIONS.has(back(2)) {
        points[L] += 5;
    }

    // behind
    let next = word(to);
    let possessive = to < end && article.tokens[to].kind == TokenKind::Possessive;
    let behind = if possessive { word(to + 1) } else { next };
    if !possessive && SAYS.has(next) {
        points[P] += 3;
    }
    if matches!(before, "said" | "says" | "added" | "asked" | "wrote")
        && from > start + 1
        && matches!(back(2), "," | "\"" | "”" | "''" | "’")
    {
        points[P] += 4;
    }
    if !possessive && ACTS.has(next) {
        points[P] += 4;
    }
    if OWNED.has(behind) {
        points[O] += 3;
        points[P] -= i16::from(!possessive) * 3;
    }
    if !possessive && COMPANY.has(next) {
        points[O] += 3;
    }
    if !possessive && SITE.has(next) {
        points[L] += 3;
    }
    if possessive && KIN.has(behind) {
        points[P] += 4;
    }
    if next == "-" && matches!(word(to + 1), "based" | "born" | "area") {
        points[L] += 6;
    }
    if next == "," {
        let after = word(to + 1);
        match after {
            "who" | "whose" => points[P] += 5,
            "which" => points[O] += 2,
            "where" => points[L] += 3,
            "a" | "an" | "the" | "his" | "her" | "then" | "former" => {
                let role = (to + 2..end.min(to + 9))
                    .take_while(|&i| article.tokens[i].kind == TokenKind::Word || article.word(i) == "-")
                    .find(|&i| lexicon::word(article.word(i)).has(Flags::ROLE | Flags::TITLE));
                if role.is_some() {
                    points[P] += 4;
                }
            }
            _ if to + 1 < end && article.tokens[to + 1].kind == TokenKind::Number => {
                // ", 45," an age
                if after.len() == 2 && word(to + 2) == "," {
                    points[P] += 5;
                }
            }
            _ if to + 1 < end && article.tokens[to + 1].capital() => {
                let (_, entry) = words.phrase(to + 1, end);
                if entry.flags.has(Flags::COUNTRY | Flags::REGION) && candidate.title.is_none() {
                    // "Maribel, Kenya"
                    points[L] += if before == "of" || before == "in" || single { 4 } else { 2 };
                }
                if lexicon::word(after).has(Flags::ROLE | Flags::TITLE) {
                    points[P] += 3;
                }
            }
            _ => {
                if lexicon::word(after).has(Flags::ROLE | Flags::TITLE) && word(to + 2) != "," {
                    points[P] += 3;
                }
            }
        }
    }
}
