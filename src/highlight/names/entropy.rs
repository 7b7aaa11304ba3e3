//! Entropy coding: numbers below 16 in hardly more bytes than they tell, for what is unevenly spread and is carried by every visit. Each number is coded
//! by how frequent it is in its context, what is known before it is read: asymmetric numeral systems (Duda 2013, arXiv:1311.2540) with whole bytes as in
//! Giesen's `rans_byte` (2014, public domain). A general compressor, which a host puts over it, finds the repeats in such data and not the odds.

/// How many numbers there are.
pub const NUMBERS: usize = 16;

/// Bits of a frequency: those of a context sum to this power of two.
const BITS: u32 = 9;

/// The state stays at or above this, below 256 times this.
const LOW: u32 = 1 << 23;

/// Codes numbers below 16, each with its context below `contexts`: for each context the frequencies of the numbers, 16 bits each; then the last state, and
/// the bytes in the order in which a [`Decoder`] takes them.
pub fn encode(contexts: usize, numbers: &[(usize, u8)]) -> Vec<u8> {
    let mut counts = vec![[0u32; NUMBERS]; contexts];
    for &(context, number) in numbers {
        counts[context][usize::from(number)] += 1;
    }
    let frequencies: Vec<[u32; NUMBERS]> = counts.iter().map(scale).collect();
    let mut out: Vec<u8> = frequencies.iter().flatten().flat_map(|&frequency| (frequency as u16).to_le_bytes()).collect();
    let mut state = LOW;
    let mut bytes = Vec::new();
    for &(context, number) in numbers.iter().rev() {
        let (before, from) = frequencies[context].split_at(usize::from(number));
        let frequency = from[0];
        while state >= ((LOW >> BITS) << 8) * frequency {
            bytes.push(state as u8);
            state >>= 8;
        }
        state = ((state / frequency) << BITS) + state % frequency + before.iter().sum::<u32>();
    }
    out.extend(state.to_le_bytes());
    out.extend(bytes.iter().rev());
    out
}

/// Frequencies in proportion to counts: none of what occurs is 0, and the sum is that of all contexts.
fn scale(counts: &[u32; NUMBERS]) -> [u32; NUMBERS] {
    let all = u64::from(counts.iter().sum::<u32>()).max(1);
    let mut scaled = counts.map(|count| if count == 0 { 0 } else { ((u64::from(count) << BITS) / all).max(1) as u32 });
    // what rounding leaves or takes, the most frequent has or gives
    let most = (0..NUMBERS).max_by_key(|&number| scaled[number]).unwrap_or(0);
    let others = scaled.iter().sum::<u32>() - scaled[most];
    scaled[most] = (1 << BITS) - others;
    scaled
}

/// What a value of the lower bits means: from the lowest, four bits of a number, 12 of its frequency, and which of its values this is.
type Slot = u32;

/// Reads what [`encode`] wrote, number by number. What was not written by it gives some numbers and no harm.
pub struct Decoder<'a> {
    /// For each context what each value of the lower bits means.
    slots: Vec<Slot>,
    state: u32,
    bytes: &'a [u8],
}

impl<'a> Decoder<'a> {
    /// Of what is coded in so many contexts; nothing where it is cut or its frequencies do not add up.
    pub fn new(contexts: usize, coded: &'a [u8]) -> Option<Decoder<'a>> {
        let (tables, rest) = coded.split_at_checked(contexts * NUMBERS * 2)?;
        let mut slots = Vec::with_capacity(contexts << BITS);
        for table in tables.chunks_exact(NUMBERS * 2) {
            let end = slots.len() + (1 << BITS);
            for (number, two) in (0u32..).zip(table.chunks_exact(2)) {
                let frequency = u16::from_le_bytes([two[0], two[1]]);
                slots.extend((0..u32::from(frequency)).map(|which| which << 16 | u32::from(frequency) << 4 | number));
            }
            if slots.len() != end {
                return None;
            }
        }
        let (state, bytes) = rest.split_first_chunk()?;
        Some(Decoder { slots, state: u32::from_le_bytes(*state), bytes })
    }

    /// The next number, below 16.
    #[inline]
    pub fn next(&mut self, context: usize) -> u8 {
        let lower = self.state & ((1 << BITS) - 1);
        let slot = self.slots[context << BITS | lower as usize];
        self.state = (slot >> 4 & 0xFFF) * (self.state >> BITS) + (slot >> 16);
        while self.state < LOW {
            let Some((&byte, rest)) = self.bytes.split_first() else { break };
            self.state = self.state << 8 | u32::from(byte);
            self.bytes = rest;
        }
        slot as u8 & 15
    }

    /// What follows the numbers, once all are read.
    pub fn rest(self) -> &'a [u8] {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back(contexts: usize, numbers: &[(usize, u8)]) -> usize {
        let mut coded = encode(contexts, numbers);
        let length = coded.len();
        coded.extend([1, 2, 3]);
        let mut decoder = Decoder::new(contexts, &coded).expect("is read");
        for (place, &(context, number)) in numbers.iter().enumerate() {
            assert_eq!(decoder.next(context), number, "{place}");
        }
        assert_eq!(decoder.rest(), [1, 2, 3]);
        length
    }

    #[test]
    fn what_is_coded_is_read_again() {
        there_and_back(1, &[]);
        there_and_back(1, &[(0, 15)]);
        there_and_back(2, &[(1, 3); 5000]);
        let uneven: Vec<(usize, u8)> =
            (0..40_000usize).map(|n| (n % 3, if n % 97 == 0 { (n % 16) as u8 } else { 8 + (n % 3) as u8 })).collect();
        // one in 97 is told apart, and hardly ever what it is
        assert!(there_and_back(3, &uneven) < 3 * 32 + 40_000 / 97 * 2);
        let even: Vec<(usize, u8)> = (0..10_000u32).map(|n| (0, (n.wrapping_mul(0x9E37_79B9) >> 28) as u8)).collect();
        assert!((5000..5200).contains(&there_and_back(1, &even)));
    }

    #[test]
    fn what_is_broken_is_turned_away_or_does_no_harm() {
        let coded = encode(2, &[(0, 1), (1, 2), (0, 3)]);
        // two tables of 16 frequencies, and four bytes of the state
        for cut in 0..2 * 32 + 4 {
            assert!(Decoder::new(2, &coded[..cut]).is_none(), "{cut}");
        }
        let mut wrong = coded.clone();
        wrong[2] ^= 1;
        assert!(Decoder::new(2, &wrong).is_none());
        let mut decoder = Decoder::new(2, &coded).expect("is read");
        assert!((0..1000).all(|n| decoder.next(n % 2) < 16));
    }
}
