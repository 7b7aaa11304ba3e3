//! The conditional random field: log-likelihood of the possible tag sequences, its gradient by forward-backward, AdaGrad with dropout of features and an L2
//! penalty. The order of everything is fixed by a seed, so that equal input gives equal weights.

use std::collections::HashMap;

use glosswire::highlight::names::model::{BEGINNING, TAGS, follows};

use super::corpus::Stretch;

/// Rounds over the data.
const EPOCHS: usize = 10;
/// First learning rate; it falls to 0.3 of it.
const RATE: f32 = 0.15;
/// Weight of the L2 penalty.
const L2: f32 = 1e-4;
/// Share of the features that are left out of a round, so that none is relied on alone.
const DROPOUT: f32 = 0.4;
/// Least occurrences of a feature: with 3 the model is 110 KB of gzip larger and finds no more.
const LEAST: u32 = 8;
/// Where chance begins.
const SEED: u64 = 20264;

/// What was learned.
pub struct Weights {
    /// Hash of a feature, how often it occurs, its weights.
    pub features: Vec<(u32, u32, [f32; 8])>,
    /// From tag to tag; the last row is the beginning.
    pub steps: [[f32; 8]; 8],
}

/// Xorshift (Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

/// Marginals of a stretch and of its steps, and the logarithm of the total; nothing where no sequence is possible.
struct Marginals {
    tokens: Vec<[f32; 8]>,
    steps: [[f32; 8]; 8],
    total: f32,
}

fn forward_backward(sums: &[[f32; 8]], steps: &[[f32; 8]; 8], masks: Option<&[u8]>, alpha: &mut Vec<[f32; 8]>) -> Option<Marginals> {
    let n = sums.len();
    let ok = |i: usize, tag: usize| masks.is_none_or(|m| m[i] >> tag & 1 == 1);
    let mut total = 0f32;
    let mut exp: Vec<[f32; 8]> = Vec::with_capacity(n);
    for sum in sums {
        let most = sum[..TAGS].iter().copied().fold(f32::MIN, f32::max);
        let mut row = [0f32; 8];
        for tag in 0..TAGS {
            row[tag] = (sum[tag] - most).exp();
        }
        total += most;
        exp.push(row);
    }
    alpha.clear();
    alpha.resize(n, [0.0; 8]);
    let mut scale = vec![0f32; n];
    for i in 0..n {
        let mut all = 0.0;
        for tag in 0..TAGS {
            if !ok(i, tag) {
                continue;
            }
            let value =
                if i == 0 { steps[BEGINNING][tag] } else { (0..TAGS).map(|before| alpha[i - 1][before] * steps[before][tag]).sum() };
            alpha[i][tag] = value * exp[i][tag];
            all += alpha[i][tag];
        }
        if all <= 1e-30 {
            return None;
        }
        alpha[i].iter_mut().for_each(|a| *a /= all);
        scale[i] = all;
        total += all.ln();
    }
    let mut out = Marginals { tokens: vec![[0.0; 8]; n], steps: [[0.0; 8]; 8], total };
    let mut beta = [1f32; 8];
    for i in (0..n).rev() {
        let mut all = 0.0;
        for tag in 0..TAGS {
            out.tokens[i][tag] = alpha[i][tag] * beta[tag];
            all += out.tokens[i][tag];
        }
        out.tokens[i].iter_mut().for_each(|m| *m /= all);
        if i == 0 {
            for tag in 0..TAGS {
                out.steps[BEGINNING][tag] += out.tokens[0][tag];
            }
            break;
        }
        let mut next = [0f32; 8];
        let mut pairs = [[0f32; 8]; 8];
        let mut sum = 0.0;
        for before in 0..TAGS {
            for tag in 0..TAGS {
                if !ok(i, tag) {
                    continue;
                }
                let x = steps[before][tag] * exp[i][tag] * beta[tag] / scale[i];
                next[before] += x;
                pairs[before][tag] = alpha[i - 1][before] * x;
                sum += pairs[before][tag];
            }
        }
        for before in 0..TAGS {
            for tag in 0..TAGS {
                out.steps[before][tag] += pairs[before][tag] / sum;
            }
        }
        beta = next;
    }
    Some(out)
}

/// Trains on stretches.
pub fn train(stretches: &[Stretch]) -> Weights {
    let mut counts: HashMap<u32, u32, std::hash::BuildHasherDefault<rustc_hash::FxHasher>> = HashMap::default();
    for &feature in stretches.iter().flat_map(|s| &s.features) {
        *counts.entry(feature).or_default() += 1;
    }
    let mut features: Vec<(u32, u32)> = counts.iter().map(|(&f, &c)| (f, c)).filter(|f| f.1 >= LEAST).collect();
    features.sort_unstable();
    let place: HashMap<u32, u32, std::hash::BuildHasherDefault<rustc_hash::FxHasher>> =
        features.iter().enumerate().map(|(i, f)| (f.0, i as u32)).collect();
    drop(counts);
    // features of tokens as places, without the rare ones
    let data: Vec<(Vec<u32>, Vec<u32>)> = stretches
        .iter()
        .map(|s| {
            let (mut list, mut ends, mut from) = (Vec::new(), Vec::new(), 0);
            for &end in &s.ends {
                list.extend(s.features[from..end as usize].iter().filter_map(|f| place.get(f)));
                ends.push(list.len() as u32);
                from = end as usize;
            }
            (list, ends)
        })
        .collect();
    eprintln!("{} features", features.len());
    let mut weights = vec![[0f32; 8]; features.len()];
    let mut squares = vec![[0.1f32; 8]; features.len()];
    let (mut steps, mut step_squares) = ([[0f32; 8]; 8], [[1f32; 8]; 8]);
    let mut order: Vec<u32> = (0..stretches.len() as u32).collect();
    let mut chance = Chance(SEED);
    let threshold = (DROPOUT * 65536.0) as u64;
    let (mut active, mut bounds, mut alpha) = (Vec::new(), Vec::new(), Vec::new());
    for epoch in 0..EPOCHS {
        for i in (1..order.len()).rev() {
            order.swap(i, (chance.next() % (i as u64 + 1)) as usize);
        }
        let rate = RATE * (1.0 - 0.7 * epoch as f32 / EPOCHS as f32);
        let mut likelihood = 0f64;
        for &index in &order {
            let (stretch, (list, ends)) = (&stretches[index as usize], &data[index as usize]);
            let mut sums = vec![[0f32; 8]; ends.len()];
            active.clear();
            bounds.clear();
            let mut from = 0;
            for (sum, &end) in sums.iter_mut().zip(ends) {
                for &feature in &list[from..end as usize] {
                    if chance.next() & 0xffff < threshold {
                        continue;
                    }
                    active.push(feature);
                    for (s, w) in sum.iter_mut().zip(weights[feature as usize]) {
                        *s += w;
                    }
                }
                from = end as usize;
                bounds.push(active.len());
            }
            let mut powers = [[0f32; 8]; 8];
            for before in 0..8 {
                for tag in 0..TAGS {
                    if follows(before, tag) {
                        powers[before][tag] = steps[before][tag].exp();
                    }
                }
            }
            let Some(free) = forward_backward(&sums, &powers, None, &mut alpha) else { continue };
            let Some(bound) = forward_backward(&sums, &powers, Some(&stretch.masks), &mut alpha) else { continue };
            likelihood += f64::from(bound.total - free.total);
            let mut from = 0;
            for (i, &to) in bounds.iter().enumerate() {
                let mut gradient = [0f32; 8];
                let mut most = 0f32;
                for tag in 0..TAGS {
                    gradient[tag] = (free.tokens[i][tag] - bound.tokens[i][tag]) * stretch.weight;
                    most = most.max(gradient[tag].abs());
                }
                if most >= 1e-3 {
                    for &feature in &active[from..to] {
                        let (row, square) = (&mut weights[feature as usize], &mut squares[feature as usize]);
                        for tag in 0..8 {
                            let g = gradient[tag] + L2 * row[tag];
                            square[tag] += g * g;
                            row[tag] -= rate * g / square[tag].sqrt();
                        }
                    }
                }
                from = to;
            }
            for before in 0..8 {
                for tag in 0..TAGS {
                    let g = (free.steps[before][tag] - bound.steps[before][tag]) * stretch.weight;
                    if g != 0.0 {
                        step_squares[before][tag] += g * g;
                        steps[before][tag] -= rate * g / step_squares[before][tag].sqrt();
                    }
                }
            }
        }
        eprintln!("epoch {epoch}: log-likelihood {likelihood:.0}");
    }
    Weights { features: features.into_iter().zip(weights).map(|((f, c), w)| (f, c, w)).collect(), steps }
}
