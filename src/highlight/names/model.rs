//! The model: what each feature says for each tag, and what each tag says for the next. A linear-chain conditional random field (Lafferty,
//! McCallum and Pereira 2001), its weights in whole steps, found by the hash of the feature.

use std::sync::LazyLock;

use super::entropy::{self, Decoder};
use super::packed::Keys;
use crate::highlight::EntityType;

/// Number of tags: outside, then first and further words of a person, an organisation, a place.
pub const TAGS: usize = 7;

/// The tag before the first.
pub const BEGINNING: usize = 7;

/// Place among person, organisation and place of a type; nothing for the types that the model does not know.
pub fn tagged_kind(kind: EntityType) -> Option<usize> {
    Some(kind as usize).filter(|&place| 2 * place + 2 < TAGS)
}

/// Weights of one feature for all tags, from -7 to 7; the last place is empty.
pub type Row = [i8; 8];

/// How many bits of a feature's hash are kept, its key.
pub const BITS: u32 = Keys::<1>::BITS;

/// A packed model, ready to be asked.
pub struct Model {
    /// The keys of the features.
    keys: Keys<1>,
    /// Their rows, each weight four bits of which [`BIAS`] is to be taken; the last row is that of a feature that the model does not know.
    rows: Vec<u32>,
    /// What a tag (row; the last row is the beginning) says for the next.
    pub steps: [[i16; 8]; 8],
    /// How many steps of a weight are 1.
    pub unit: f32,
}

/// Added to weights so that many of them are summed as one number without borrowing from each other.
const BIAS: i32 = 8;

/// The row of a feature that says nothing.
const NOTHING: u32 = 0x8888_8888;

/// How many features are summed in lanes of a byte: no more than 17, whose weights with their bias are at most 15.
const LANE: usize = 16;

/// Whether one tag may follow another, or the [`BEGINNING`].
pub fn follows(before: usize, tag: usize) -> bool {
    tag == 0 || tag % 2 == 1 || before < BEGINNING && (before == tag || before + 1 == tag)
}

/// The tags that may follow a tag, or the [`BEGINNING`]: see [`follows`].
#[inline]
pub fn followers(before: usize) -> impl Iterator<Item = usize> {
    let further = (1..BEGINNING).contains(&before).then_some(before + before % 2);
    [0, 1, 3, 5].into_iter().chain(further)
}

/// The model that is built in.
pub static BUILT_IN: LazyLock<Model> = LazyLock::new(|| Model::unpack(include_bytes!("model.bin")).unwrap_or_else(Model::empty));

impl Model {
    /// A model that knows nothing.
    pub fn empty() -> Model {
        Model { keys: Keys::default(), rows: vec![NOTHING], steps: [[0; 8]; 8], unit: 1.0 }
    }

    /// What at most [`MOST`](super::features::MOST) features say together, added to `sums`.
    pub fn sum(&self, features: &[u32], sums: [i32; 8]) -> [i32; 8] {
        const HALVES: u64 = 0x00FF_00FF_00FF_00FF;
        // four sums of 16 bits in each: of the tags 0, 4, 1 and 5, and of 2, 6, 3 and 7
        let (mut even, mut odd) = (0u64, 0u64);
        for features in features.chunks(LANE) {
            let mut lanes = 0u64;
            for &feature in features {
                let row = u64::from(self.rows[self.keys.place(feature >> (32 - BITS))]);
                lanes += row & 0x0F0F_0F0F | (row & 0xF0F0_F0F0) << 28;
            }
            even += lanes & HALVES;
            odd += lanes >> 8 & HALVES;
        }
        let bias = BIAS * features.len() as i32;
        std::array::from_fn(|tag| {
            let half = if tag / 2 % 2 == 0 { even } else { odd };
            let place = tag / 4 + 2 * (tag % 2);
            sums[tag] + (half >> (16 * place) & 0xFFFF) as i32 - bias
        })
    }

    /// Packs a model of features with these keys, in order, and rows: how many steps are 1; the steps from tag to tag; the keys; then, feature by feature,
    /// the weights, entropy-coded. Nothing where too many keys share their upper bits.
    pub fn pack(unit: f32, steps: &[[i16; 8]; 8], features: &[(u32, Row)]) -> Option<Vec<u8>> {
        let mut out = unit.to_le_bytes().to_vec();
        for step in steps.iter().flatten() {
            out.extend(step.to_le_bytes());
        }
        out.extend(Keys::<1>::pack(&features.iter().map(|f| f.0).collect::<Vec<_>>())?);
        let mut weights = Vec::with_capacity(features.len() * TAGS);
        for (_, row) in features {
            let biased = row.map(|weight| (i32::from(weight) + BIAS) as u8);
            weights.extend((0..TAGS).map(|tag| (context(tag, |tag| biased[tag]), biased[tag])));
        }
        out.extend(entropy::encode(CONTEXTS, &weights));
        Some(out)
    }

    /// Reads what [`Model::pack`] wrote; nothing where it is something else.
    pub fn unpack(packed: &[u8]) -> Option<Model> {
        let (unit, rest) = packed.split_first_chunk()?;
        let (head, rest) = rest.split_at_checked(128)?;
        let mut steps = [[0i16; 8]; 8];
        for (step, two) in steps.iter_mut().flatten().zip(head.chunks_exact(2)) {
            *step = i16::from_le_bytes([two[0], two[1]]);
        }
        let (keys, rest) = Keys::unpack(rest)?;
        let mut weights = Decoder::new(CONTEXTS, rest)?;
        let mut rows = vec![NOTHING; keys.len() + 1];
        for row in &mut rows[..keys.len()] {
            for tag in 0..TAGS {
                let weight = weights.next(context(tag, |tag| (*row >> (4 * tag)) as u8 & 15));
                *row = *row & !(15 << (4 * tag)) | u32::from(weight) << (4 * tag);
            }
        }
        weights.rest().is_empty().then(|| Model { keys, rows, steps, unit: f32::from_le_bytes(*unit) })
    }
}

/// How many contexts there are in which weights are coded.
const CONTEXTS: usize = TAGS * entropy::NUMBERS;

/// The context in which the weight of a tag is coded. Tags come in pairs, the first and the further words of a type: a weight is most like that of the same
/// place of the pair before, two tags back.
fn context(tag: usize, weight: impl Fn(usize) -> u8) -> usize {
    entropy::NUMBERS * tag + tag.checked_sub(2).map_or(0, |before| usize::from(weight(before)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_summed_again() {
        let rows: Vec<Row> =
            (0..301i32).map(|n| std::array::from_fn(|tag| if tag == 7 { 0 } else { ((n * 7 + tag as i32 * 5) % 15 - 7) as i8 })).collect();
        let keys: Vec<u32> = (0..301u32).map(|n| n * 41_117).collect();
        let features: Vec<(u32, Row)> = keys.iter().copied().zip(rows.iter().copied()).collect();
        let mut steps = [[0; 8]; 8];
        steps[7][1] = -300;
        let model = Model::unpack(&Model::pack(2.5, &steps, &features).expect("packs")).expect("is read again");
        assert_eq!((model.unit, model.steps), (2.5, steps));
        for taken in [0, 1, 2, 15, 16, 17, 112] {
            // every other feature is a stranger
            let asked: Vec<u32> = keys[..taken].iter().flat_map(|key| [key << 8, (key + 1) << 8 | 255]).collect();
            let expected: [i32; 8] = std::array::from_fn(|tag| 100 + rows[..taken].iter().map(|row| i32::from(row[tag])).sum::<i32>());
            assert_eq!(model.sum(&asked, [100; 8]), expected, "{taken} features");
        }
    }

    #[test]
    fn the_built_in_model_is_whole() {
        assert!(BUILT_IN.keys.len() > 10_000);
        assert!(Model::unpack(&include_bytes!("model.bin")[1..]).is_none());
        assert_eq!(Model::empty().sum(&[1, 2, 3], [0; 8]), [0; 8]);
    }

    #[test]
    fn further_words_follow_their_own_first() {
        assert!(follows(1, 2) && follows(2, 2) && follows(0, 1) && follows(BEGINNING, 5) && follows(4, 3));
        for before in 0..=BEGINNING {
            assert!((0..TAGS).filter(|&tag| follows(before, tag)).eq({
                let mut tags: Vec<usize> = followers(before).collect();
                tags.sort_unstable();
                tags
            }));
        }
        assert!(!follows(0, 2) && !follows(3, 2) && !follows(BEGINNING, 2) && !follows(6, 4));
    }
}
