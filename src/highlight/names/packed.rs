//! Packed keys: a set of hashes in few bytes, in the order in which it is kept in a file, that can be asked without being laid out anew. A key's upper 16
//! bits say where to look, its lower bits are compared with eight bytes of keys at once.

use super::entropy::{self, Decoder};

/// Numbers of the upper bits.
const UPPER: usize = 1 << 16;

/// Keys of 16 bits and `WIDTH` bytes more, 1 or 2.
#[derive(Debug)]
pub struct Keys<const WIDTH: usize> {
    /// The number of keys before each number of the upper bits; one place more for the end.
    starts: Vec<u32>,
    /// The lower bits in order, the lowest byte first, and eight bytes more, so that eight can be read anywhere.
    lows: Vec<u8>,
    /// How many keys there are.
    count: usize,
}

impl<const WIDTH: usize> Default for Keys<WIDTH> {
    fn default() -> Keys<WIDTH> {
        Keys { starts: vec![0; UPPER + 1], lows: vec![0; 8], count: 0 }
    }
}

impl<const WIDTH: usize> Keys<WIDTH> {
    /// The bits of a key.
    pub const BITS: u32 = 16 + 8 * WIDTH as u32;

    /// Packs keys that are in order and differ: for each number of the upper bits how many there are, [coded](entropy), and the lower bits. Nothing where
    /// more than 15 share their upper bits.
    pub fn pack(keys: &[u32]) -> Option<Vec<u8>> {
        let mut counts = vec![0u8; UPPER];
        let mut lows: Vec<u8> = Vec::with_capacity(keys.len() * WIDTH);
        for &key in keys {
            counts[(key >> (8 * WIDTH)) as usize] += 1;
            lows.extend(&key.to_le_bytes()[..WIDTH]);
        }
        if counts.iter().any(|&count| count > 15) {
            return None;
        }
        let mut out = entropy::encode(1, &counts.iter().map(|&count| (0, count)).collect::<Vec<_>>());
        out.extend(lows);
        Some(out)
    }

    /// Reads what [`Keys::pack`] wrote; also gives what follows. Nothing where it is something else.
    pub fn unpack(packed: &[u8]) -> Option<(Keys<WIDTH>, &[u8])> {
        let mut counts = Decoder::new(1, packed)?;
        let mut starts = Vec::with_capacity(UPPER + 1);
        let mut count = 0;
        for _ in 0..UPPER {
            starts.push(count);
            count += u32::from(counts.next(0));
        }
        starts.push(count);
        let (lows, rest) = counts.rest().split_at_checked(count as usize * WIDTH)?;
        let mut lows = lows.to_vec();
        lows.extend([0; 8]);
        Some((Keys { starts, lows, count: count as usize }, rest))
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// The place of a key in the order of all, [`len`](Keys::len) where it is a stranger. There is hardly a branch that depends on the key: most are
    /// strangers, and a processor guesses badly which.
    #[inline]
    pub fn place(&self, key: u32) -> usize {
        let ones: u64 = if WIDTH == 1 { 0x0101_0101_0101_0101 } else { 0x0001_0001_0001_0001 };
        let bits = 8 * WIDTH as u32;
        let upper = (key >> bits) as usize;
        let (mut at, to) = (self.starts[upper] as usize, self.starts[upper + 1] as usize);
        loop {
            let Some(eight) = self.lows.get(at * WIDTH..).and_then(|lows| lows.first_chunk()) else { return self.count };
            // the lowest lane that is 0 is the first that is equal (Mycroft 1987)
            let other = u64::from_le_bytes(*eight) ^ ones.wrapping_mul(u64::from(key) & ((1 << bits) - 1));
            let equal = other.wrapping_sub(ones) & !other & ones << (bits - 1);
            let found = at + (equal.trailing_zeros() / bits) as usize;
            at += 8 / WIDTH;
            // almost always: few keys share their upper bits with as many as are looked at in one go
            if found < at || at >= to {
                return if found < at.min(to) { found } else { self.count };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<const WIDTH: usize>(keys: &[u32], strangers: &[u32]) {
        let mut packed = Keys::<WIDTH>::pack(keys).expect("packs");
        packed.push(77);
        let (read, rest) = Keys::<WIDTH>::unpack(&packed).expect("is read again");
        assert_eq!((read.len(), rest), (keys.len(), &[77][..]));
        for (place, &key) in keys.iter().enumerate() {
            assert_eq!(read.place(key), place, "{key:#x}");
        }
        for &key in strangers {
            assert_eq!(read.place(key), keys.len(), "{key:#x}");
        }
        assert!(Keys::<WIDTH>::unpack(&packed[..packed.len() - 2]).is_none());
    }

    #[test]
    fn keys_are_found_and_strangers_are_not() {
        check::<1>(&[], &[0, 5, 0xFF_FFFF]);
        check::<1>(&[0, 1, 0xFF, 0x100, 0x1_0000, 0xFF_FFFF], &[2, 0xFE, 0x101, 0x200, 0xFF_FFFE]);
        check::<2>(&[0, 1, 0xFFFF, 0x1_0000, 0x8000_0000, 0xFFFF_FFFF], &[2, 0xFFFE, 0x1_0001, 0x2_0000, 0xFFFF_0000]);
        // more under one upper number than are compared in one go
        let many: Vec<u32> = (0..15).map(|n| 0x42_0000 | (3 * n + 1)).collect();
        check::<1>(&many.iter().map(|key| key >> 8 & 0xFF00 | key & 0xFF).collect::<Vec<_>>(), &[0x4200, 0x4202, 0x42FF, 0x4100]);
        check::<2>(&many, &[0x42_0000, 0x42_0002, 0x42_FFFF, 0x41_0001, 0x43_0001]);
        assert!(Keys::<1>::pack(&(0..16).collect::<Vec<_>>()).is_none());
    }
}
