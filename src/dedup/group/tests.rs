//! What grouping rests on: the order of shingles, estimates, and which articles are looked at.

use super::*;

/// A sketch of these hashes, from one to before the other.
fn sketch(hashes: &[(u32, u32)]) -> Sketch {
    Sketch { hashes: hashes.iter().flat_map(|&(from, to)| from..to).collect(), limit: u32::MAX, words: 0, exact: 0 }
}

#[test]
fn sorted_by_the_upper_half_and_otherwise_as_they_stood() {
    let mut state = 1u64;
    let mut all: Vec<u64> = (0..5_000u64)
        .map(|at| {
            state = follow(state, at);
            // few upper halves, so that many are equal; of all sizes
            ((state >> 20) % 97) << (32 + at % 26) | at
        })
        .collect();
    let mut expected = all.clone();
    expected.sort_by_key(|x| x >> 32);
    sort(&mut all);
    assert_eq!(all, expected);
}

#[test]
fn an_estimate_needs_four_hashes_or_all() {
    let long = sketch(&[(0, 100)]);
    for (shorter, contained, sure) in [((96, 106), 0.4, true), ((97, 107), 0.3, false), ((98, 100), 1.0, true), ((200, 200), 0.0, false)] {
        let shorter = sketch(&[shorter]);
        let like = likeness(&shorter, &long);
        assert_eq!((like.contained, like.sure), (contained, sure));
        assert!((like.covered - contained * shorter.hashes.len() as f64 / 100.0).abs() < 1e-9);
    }
}

#[test]
fn what_shares_most_is_verified_first_and_what_shares_too_little_never() {
    // of its 24 shingles others have 16, 10, 3 and 2
    let sketches = [sketch(&[(0, 16)]), sketch(&[(0, 10)]), sketch(&[(16, 19)]), sketch(&[(20, 22)]), sketch(&[(0, 24)])];
    let order = [0, 1, 2, 3, 4];
    let mut index = Index::new(&sketches, &order);
    (0..4).for_each(|article| index.post(article));
    // a shingle that nobody else has is not looked up: 21 are left, of which one in eight must be shared
    assert_eq!(index.candidates(4), [0, 1, 2, 3]);
    assert_eq!(index.candidates(2), [2]);
    // of more candidates than are verified, those that come first of equal ones
    let sketches: Vec<Sketch> = (0..MAX_CANDIDATES as u32 + 4).map(|i| sketch(&[(0, 10), (100 + i, 101 + i)])).collect();
    let order: Vec<u32> = (0..sketches.len() as u32).collect();
    let mut index = Index::new(&sketches, &order);
    order.iter().for_each(|&article| index.post(article));
    assert_eq!(index.candidates(0), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_shingle_leads_to_no_more_than_twelve() {
    let sketches: Vec<Sketch> = (0..40).map(|_| sketch(&[(7, 8)])).collect();
    let order: Vec<u32> = (0..40).collect();
    let mut index = Index::new(&sketches, &order);
    order.iter().for_each(|&article| index.post(article));
    assert_eq!(index.postings.len(), MAX_POSTINGS);
    let head = index.heads[0];
    assert_eq!(head, (MAX_POSTINGS as u32 - 1, MAX_POSTINGS as u32));
    assert_eq!(index.postings[head.0 as usize], (MAX_POSTINGS as u32 - 1, MAX_POSTINGS as u32 - 2));
}
