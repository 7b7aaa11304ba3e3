//! Sketches: an article of thousands as a few hundred numbers, from which it can be told how much of it stands in another.
//!
//! Every run of three words ("shingle", Broder 1997) is hashed; the sketch keeps the hashes below a limit that is the same for
//! all, so that of any shingle that two articles share either both sketches hold it or neither. The share of one sketch that stands in the
//! other is then an unbiased estimate of the share of the text: of containment, not only of resemblance, so a truncated copy is found. A short
//! article keeps more than that, a very long one less; its own `limit` says down from where it is complete.

use super::fingerprint::{follow, triple, words};
use crate::order;

/// Words in a shingle.
const SHINGLE: usize = 3;
/// Hashes below this part of the range are kept of every article: one shingle in five.
const LIMIT: u32 = u32::MAX / 5;
/// Hashes that a short article keeps at least, if it has so many.
const LEAST: usize = 48;
/// Words below which an article is short: above, a fifth of its shingles are enough of them anyway.
const SHORT: usize = 300;
/// Hashes that a long article keeps at most.
const MOST: usize = 400;

/// What is kept of an article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sketch {
    /// Hashes of shingles, in order, each once.
    pub(crate) hashes: Box<[u32]>,
    /// Every hash of the article up to here is in `hashes`.
    pub(crate) limit: u32,
    /// Number of words.
    pub(crate) words: u32,
    /// Hash of all words in order.
    pub(crate) exact: u64,
}

/// Makes sketches; keeps its memory between articles.
#[derive(Debug, Default)]
pub(crate) struct Sketcher {
    /// Hashes below the common limit.
    kept: Vec<u64>,
    /// The others, as long as the article is short.
    rest: Vec<u64>,
}

impl Sketcher {
    /// The sketch of a text.
    pub(crate) fn sketch(&mut self, text: &str) -> Sketch {
        self.kept.clear();
        self.rest.clear();
        let (mut exact, mut count) = (0u64, 0u32);
        let (mut before, mut between) = (0u64, 0u64);
        let mut limit = LIMIT;
        let (kept, rest) = (&mut self.kept, &mut self.rest);
        words(text, |word| {
            count += 1;
            exact = follow(exact, word);
            if count as usize >= SHINGLE {
                let hash = triple(before, between, word) >> 32;
                if hash <= u64::from(limit) {
                    kept.push(hash);
                    if kept.len() >= 4 * MOST {
                        limit = thin(kept, limit);
                    }
                } else if (count as usize) < SHORT {
                    rest.push(hash);
                }
            }
            (before, between) = (between, word);
        });
        if (count as usize) < SHORT {
            kept.append(rest);
            limit = u32::MAX;
        }
        order::keys(kept);
        kept.dedup();
        // all of a short article, a fifth of a middling one, the smallest of a long one
        let common = kept.partition_point(|&hash| hash <= u64::from(LIMIT));
        let keep = common.clamp(LEAST, MOST).min(kept.len());
        if keep < kept.len() {
            limit = if keep == common { LIMIT } else { kept[keep - 1] as u32 };
            kept.truncate(keep);
        }
        Sketch { hashes: kept.iter().map(|&hash| hash as u32).collect(), limit, words: count, exact }
    }
}

/// Keeps the smaller half of the hashes of a long text; the new limit.
fn thin(kept: &mut Vec<u64>, limit: u32) -> u32 {
    order::keys(kept);
    kept.dedup();
    if kept.len() < 3 * MOST {
        return limit;
    }
    kept.truncate(2 * MOST);
    kept.last().map_or(limit, |&last| last as u32)
}

impl Sketch {
    /// How many hashes two sketches can be compared by, and share: (of this one, of the other, shared).
    pub(crate) fn compare(&self, other: &Sketch) -> (usize, usize, usize) {
        let limit = self.limit.min(other.limit);
        let (a, b) = (self.upto(limit), other.upto(limit));
        let (mut i, mut j, mut shared) = (0, 0, 0);
        while i < a.len() && j < b.len() {
            let (x, y) = (a[i], b[j]);
            shared += usize::from(x == y);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        (a.len(), b.len(), shared)
    }

    fn upto(&self, limit: u32) -> &[u32] {
        &self.hashes[..self.hashes.partition_point(|&hash| hash <= limit)]
    }

    /// Memory it takes beyond itself, in bytes.
    pub(crate) fn memory(&self) -> usize {
        self.hashes.len() * size_of::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of `n` made-up words from `seed` on.
    fn text(seed: usize, n: usize) -> String {
        (seed..seed + n).map(|i| format!("w{} ", i * 7919 % 100_003)).collect()
    }

    #[test]
    fn shares_are_estimated() {
        let mut sketcher = Sketcher::default();
        for (n, overlap) in [(60, 0.5), (400, 0.5), (400, 0.9), (4_000, 0.3), (40_000, 0.7)] {
            let a = sketcher.sketch(&text(0, n));
            let b = sketcher.sketch(&text((n as f64 * (1.0 - overlap)) as usize, n));
            let (of_a, _, shared) = a.compare(&b);
            let share = shared as f64 / of_a as f64;
            assert!((share - overlap).abs() < 0.15, "{n} {overlap}: {share}");
            assert!(a.hashes.len() <= MOST && a.hashes.windows(2).all(|w| w[0] < w[1]));
        }
    }

    /// All hashes of a text's shingles, in order, each once.
    fn all(text: &str) -> Vec<u32> {
        let mut list = Vec::new();
        words(text, |word| list.push(word));
        let mut hashes: Vec<u32> = list.windows(SHINGLE).map(|w| (triple(w[0], w[1], w[2]) >> 32) as u32).collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes
    }

    #[test]
    fn every_hash_up_to_the_limit_is_kept_and_no_other() {
        let mut sketcher = Sketcher::default();
        for n in [0, 2, 3, 10, 49, 51, 60, 250, 299, 300, 301, 700, 2_000, 3_000, 8_100, 20_000, 60_000] {
            let text = text(n, n);
            let (sketch, all) = (sketcher.sketch(&text), all(&text));
            let common = all.partition_point(|&hash| hash <= LIMIT);
            let expected = if n < SHORT { common.clamp(LEAST, MOST).min(all.len()) } else { common.min(MOST) };
            assert_eq!(sketch.hashes[..], all[..expected], "{n} words");
            assert_eq!(sketch.hashes.len(), all.partition_point(|&hash| hash <= sketch.limit), "{n} words");
            assert_eq!((sketch.words as usize, sketch.memory()), (n, 4 * expected));
            if n < SHORT && expected == all.len() {
                assert_eq!(sketch.limit, u32::MAX, "{n} words, of which nothing is left out");
            }
        }
    }

    #[test]
    fn a_part_of_a_long_text_is_found_in_it() {
        let mut sketcher = Sketcher::default();
        let (long, part) = (sketcher.sketch(&text(0, 50_000)), sketcher.sketch(&text(100, 10_000)));
        let (of_part, _, shared) = part.compare(&long);
        assert!(of_part > 30 && shared * 100 >= of_part * 98, "{shared} of {of_part}");
    }
}
