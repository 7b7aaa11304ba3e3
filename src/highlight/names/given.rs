//! Given names: what a person's first name tells of their gender, where nothing else does. A list of names tells it; of others the last letter makes
//! one likelier, which is worth little, yet more than nothing where two persons could be meant.
//!
//! `given-names.txt` holds names with the gender they tell, without diacritics; they tell nothing else, so that no word becomes a name by them. Those whose
//! last letter tells as much are left out. Source: name lists of Faker in two languages or more, and names of world news. They are sorted, and a digit tells
//! how many letters a name shares with the one before it.

use std::sync::LazyLock;

use super::coreference::Gender;
use super::lexicon::gender_of_first_name;
use crate::highlight::fold;
use crate::highlight::table::Table;

static LIST: LazyLock<Table> = LazyLock::new(|| {
    let mut list = Table::default();
    let (mut gender, mut name) = (0, String::new());
    for line in include_str!("lexicon/given-names.txt").lines().filter(|line| !line.starts_with('#')) {
        match line {
            "[male]" => gender = MALE,
            "[female]" => gender = FEMALE,
            "[either]" => gender = EITHER,
            // "0amara2ina": "amara" and "amina"; a line goes on with the last name of the one before
            _ => line.split_inclusive(|c: char| c.is_ascii_digit()).for_each(|piece| {
                let (rest, next) = match piece.as_bytes() {
                    [.., digit @ b'0'..=b'9'] => (&piece[..piece.len() - 1], usize::from(digit - b'0')),
                    _ => (piece, usize::MAX),
                };
                name.push_str(rest);
                if !rest.is_empty() {
                    *list.at(fold::hash(fold::SEED, &name)) = gender;
                }
                name.truncate(next);
            }),
        }
    }
    list
});

const MALE: u32 = 1;
const FEMALE: u32 = 2;
const EITHER: u32 = 3;

/// The gender that a first name tells.
pub(super) fn gender(name: &str) -> Gender {
    match (gender_of_first_name(name), LIST.get(fold::hash(fold::SEED, name))) {
        (Gender::Unknown, MALE) => Gender::Male,
        (Gender::Unknown, FEMALE) => Gender::Female,
        (_, EITHER) => Gender::Unknown,
        (known, _) => known,
    }
}

/// Shortest name of which the last letter is asked, in bytes: short ones are often surnames that stand first.
const SHORTEST: usize = 5;

/// Of a hundred names on the list and in the lexicon that end in each letter, from "a", how many are women's. After the lists of Faker (MIT licence).
const WOMENS: [u8; 26] = [90, 17, 10, 20, 72, 29, 58, 52, 41, 3, 15, 30, 19, 29, 9, 8, 7, 22, 25, 32, 22, 11, 9, 18, 58, 31];

/// What is said of a name that tells nothing, in hundredths.
const EVEN: u8 = 50;

/// How likely a person with this first name is a woman, in hundredths, by its last letter.
pub(super) fn womanly(name: &str) -> u8 {
    let last = name.bytes().last().map(|byte| byte.to_ascii_lowercase().wrapping_sub(b'a'));
    let told = name.len() >= SHORTEST && LIST.get(fold::hash(fold::SEED, name)) != EITHER;
    last.filter(|_| told).and_then(|last| WOMENS.get(usize::from(last))).map_or(EVEN, |&share| share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_and_letters_hint() {
        for (name, told) in [
            ("Josephine", Gender::Female),
            ("Zeynep", Gender::Female),
            ("Siobhán", Gender::Female),
            ("Graeme", Gender::Male),
            ("Emeka", Gender::Male),
            ("Noor", Gender::Unknown),
            ("Harbour", Gender::Unknown),
            ("", Gender::Unknown),
        ] {
            assert_eq!(gender(name), told, "{name}");
        }
        assert!(womanly("Kozalia") > 80 && womanly("Teburk") < 20);
        assert_eq!(["Kim", "", "Łucjéé", "Sasha", "Ayanda"].map(womanly), [EVEN; 5]);
    }
}
