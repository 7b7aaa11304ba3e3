//! The model: what each feature says for each tag, and what each tag says for the next. A linear-chain conditional random field (Lafferty,
//! McCallum and Pereira 2001), its weights in whole steps, found by the hash of the feature.

use std::sync::LazyLock;

use crate::highlight::EntityType;

/// Number of tags: outside, then first and further words of a person, an organisation, a place.
pub const TAGS: usize = 7;

/// The tag before the first.
pub const BEGINNING: usize = 7;

/// Place among person, organisation and place of a type; nothing for the types that the model does not know.
pub fn tagged_kind(kind: EntityType) -> Option<usize> {
    Some(kind as usize).filter(|&place| 2 * place + 2 < TAGS)
}

/// Weights of one feature or one tag for all tags; the last place is empty.
pub type Row = [i8; 8];

/// A packed model, ready to be asked.
pub struct Model {
    /// Where the features begin whose keys have these upper 16 bits; one more place for the end.
    starts: Vec<u32>,
    /// The lower bits of the keys, in order, and eight bytes more, so that eight can be read anywhere.
    lows: Vec<u8>,
    /// Their rows, each weight a byte plus [`BIAS`]; the last is that of no feature.
    rows: Vec<u64>,
    /// What a tag (row; the last row is the beginning) says for the next.
    pub steps: [[i16; 8]; 8],
    /// How many steps of a weight are 1.
    pub unit: f32,
}

/// Added to weights so that eight of them are summed as one number without borrowing from each other.
const BIAS: i32 = 8;

/// How many bits of a feature's hash are kept, its key.
pub const BITS: u32 = 24;

/// Whether one tag may follow another, or the [`BEGINNING`].
pub fn follows(before: usize, tag: usize) -> bool {
    tag == 0 || tag % 2 == 1 || before < BEGINNING && (before == tag || before + 1 == tag)
}

/// The model that is built in.
pub static BUILT_IN: LazyLock<Model> = LazyLock::new(|| Model::unpack(include_bytes!("model.bin")).unwrap_or_else(Model::empty));

impl Model {
    /// A model that knows nothing.
    pub fn empty() -> Model {
        Model::new(1.0, [[0; 8]; 8], &[])
    }

    /// A model of the features with these keys, in order, and rows.
    pub fn new(unit: f32, steps: [[i16; 8]; 8], features: &[(u32, Row)]) -> Model {
        let mut starts = Vec::with_capacity((1 << 16) + 1);
        let mut at = 0;
        for upper in 0..1 << 16 {
            starts.push(at as u32);
            while at < features.len() && features[at].0 >> 8 == upper {
                at += 1;
            }
        }
        starts.push(at as u32);
        let row = |weights: Row| u64::from_le_bytes(weights.map(|weight| (i32::from(weight) + BIAS) as u8));
        let rows = features.iter().map(|f| row(f.1)).chain([row([0; 8])]).collect();
        let lows = features.iter().map(|f| f.0 as u8).chain([0; 8]).collect();
        Model { starts, lows, rows, steps, unit }
    }

    /// What at most [`MOST`](super::features::MOST) features say together, added to `sums`.
    pub fn sum(&self, features: &[u32], sums: [i32; 8]) -> [i32; 8] {
        // four sums of 16 bits in each: even and odd tags
        const LANES: u64 = 0x00FF_00FF_00FF_00FF;
        let (mut even, mut odd) = (0u64, 0u64);
        for &feature in features {
            let row = self.rows[self.place(feature >> (32 - BITS))];
            even += row & LANES;
            odd += row >> 8 & LANES;
        }
        let bias = BIAS * features.len() as i32;
        std::array::from_fn(|tag| {
            let lane = if tag % 2 == 0 { even } else { odd } >> (tag / 2 * 16) & 0xFFFF;
            sums[tag] + lane as i32 - bias
        })
    }

    /// The place of the row of a key. Without a branch that depends on the key: most keys are strangers, and a processor guesses wrong which are not.
    fn place(&self, key: u32) -> usize {
        const ONES: u64 = 0x0101_0101_0101_0101;
        let upper = (key >> 8) as usize;
        let (from, to) = (self.starts[upper] as usize, self.starts[upper + 1] as usize);
        let none = self.rows.len() - 1;
        let mut at = from;
        loop {
            let Some(eight) = self.lows[at..].first_chunk() else { return none };
            // the lowest byte that is 0 is the first of eight that is equal (Mycroft 1987)
            let other = u64::from_le_bytes(*eight) ^ ONES * u64::from(key as u8);
            let equal = other.wrapping_sub(ONES) & !other & ONES << 7;
            let found = at + equal.trailing_zeros() as usize / 8;
            at += 8;
            // almost always: few keys share their upper bits with more than seven others
            if found < at || at >= to {
                return if found < at.min(to) { found } else { none };
            }
        }
    }

    /// Packs a model: how many steps are 1; the steps from tag to tag; the number of features; their keys as gaps in Golomb-Rice code; then, tag by
    /// tag, the weights, two a byte, as numbers from -7 to 7 plus 8.
    pub fn pack(unit: f32, steps: &[[i16; 8]; 8], features: &[(u32, Row)]) -> Vec<u8> {
        let mut out = unit.to_le_bytes().to_vec();
        for step in steps.iter().flatten() {
            out.extend(step.to_le_bytes());
        }
        out.extend((features.len() as u32).to_le_bytes());
        let rice = rice(features.len());
        let (mut buffer, mut filled, mut last) = (0u64, 0, 0);
        let mut put = |value: u64, count: u32, out: &mut Vec<u8>| {
            buffer |= value << filled;
            filled += count;
            while filled >= 8 {
                out.push(buffer as u8);
                buffer >>= 8;
                filled -= 8;
            }
        };
        for &(key, _) in features {
            let gap = u64::from(key - last);
            last = key;
            for _ in 0..gap >> rice {
                put(1, 1, &mut out);
            }
            put(0, 1, &mut out);
            put(gap & ((1 << rice) - 1), rice, &mut out);
        }
        put(0, 7, &mut out);
        for tag in 0..TAGS {
            for pair in features.chunks(2) {
                let nibble = |n: usize| pair.get(n).map_or(8, |(_, row)| (row[tag] + 8) as u8);
                out.push(nibble(0) | nibble(1) << 4);
            }
        }
        out
    }

    /// Reads what [`Model::pack`] wrote; nothing where it is something else.
    pub fn unpack(packed: &[u8]) -> Option<Model> {
        let (unit, rest) = packed.split_at_checked(4)?;
        let unit = f32::from_le_bytes(unit.try_into().ok()?);
        let (head, rest) = rest.split_at_checked(128)?;
        let mut steps = [[0i16; 8]; 8];
        for (step, two) in steps.iter_mut().flatten().zip(head.chunks_exact(2)) {
            *step = i16::from_le_bytes([two[0], two[1]]);
        }
        let (count, rest) = rest.split_at_checked(4)?;
        let count = u32::from_le_bytes(count.try_into().ok()?) as usize;
        let rice = rice(count);
        let mut at = 0;
        let mut bit = || -> Option<u32> {
            let value = u32::from(*rest.get(at >> 3)?) >> (at & 7) & 1;
            at += 1;
            Some(value)
        };
        let mut features: Vec<(u32, Row)> = Vec::with_capacity(count);
        let mut key = 0;
        for _ in 0..count {
            let mut gap = 0;
            while bit()? == 1 {
                gap += 1;
            }
            gap <<= rice;
            for place in 0..rice {
                gap |= bit()? << place;
            }
            key += gap;
            features.push((key, [0; 8]));
        }
        let weights = rest.get(at.div_ceil(8)..)?;
        let column = count.div_ceil(2);
        for tag in 0..TAGS {
            let column = weights.get(tag * column..(tag + 1) * column)?;
            for (pair, &byte) in features.chunks_mut(2).zip(column) {
                for (n, (_, row)) in pair.iter_mut().enumerate() {
                    row[tag] = (byte >> (4 * n) & 15) as i8 - 8;
                }
            }
        }
        Some(Model::new(unit, steps, &features))
    }
}

/// The best parameter of the Rice code for so many keys.
fn rice(count: usize) -> u32 {
    let mean = (1u64 << BITS) / (count as u64).max(1);
    (mean * 7 / 10).max(1).ilog2()
}
