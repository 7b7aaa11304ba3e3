//! Boosting: complete regression trees for a logistic loss, grown level by level on histograms (Friedman 2001; the second-order gain of
//! Chen and Guestrin 2016, "XGBoost"). Features are bytes, leaves are whole 128ths of a unit of log odds: what is trained is what ships.

/// Samples as columns of bytes.
pub struct Samples {
    pub columns: Vec<Vec<u8>>,
    pub label: Vec<bool>,
    pub weight: Vec<f32>,
}

/// One tree: for each inner node (column, threshold), then its leaves.
pub struct Tree {
    pub nodes: Vec<(usize, u8)>,
    pub leaves: Vec<i8>,
}

/// How to boost.
#[derive(Clone, Copy)]
pub struct Plan {
    pub trees: usize,
    pub depth: usize,
    pub rate: f32,
    /// L2 on leaves, and the least weight of a child, both in the unit of the sample weights.
    pub ridge: f32,
    pub least: f32,
    /// Share of the columns that each tree may use.
    pub columns: f32,
    pub seed: u64,
}

/// A small generator (xorshift64*), so that training gives the same bytes everywhere.
struct Random(u64);

impl Random {
    fn unit(&mut self) -> f32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 40) as f32 / (1u64 << 24) as f32
    }
}

/// Trains trees; gives them with their bias, in 128ths.
pub fn boost(data: &Samples, plan: Plan) -> (i16, Vec<Tree>) {
    let n = data.label.len();
    let mut random = Random(plan.seed | 1);
    let total: f32 = data.weight.iter().sum();
    let positive: f32 = data.weight.iter().zip(&data.label).filter(|(_, l)| **l).map(|(w, _)| w).sum();
    let bias = ((positive / (total - positive).max(1e-6)).ln().clamp(-3.0, 3.0) * 128.0) as i16;
    let mut score = vec![f32::from(bias) / 128.0; n];
    let mut trees = Vec::new();
    let (mut g, mut h) = (vec![0f32; n], vec![0f32; n]);
    for _ in 0..plan.trees {
        for i in 0..n {
            let p = 1.0 / (1.0 + (-score[i]).exp());
            g[i] = (p - if data.label[i] { 1.0 } else { 0.0 }) * data.weight[i];
            h[i] = (p * (1.0 - p)).max(1e-4) * data.weight[i];
        }
        let used: Vec<usize> = (0..data.columns.len()).filter(|&c| !data.columns[c].is_empty() && random.unit() < plan.columns).collect();
        let tree = grow(data, &g, &h, &used, plan);
        for (i, score) in score.iter_mut().enumerate() {
            *score += f32::from(tree.leaves[leaf(&tree, |column| data.columns[column][i])]) / 128.0;
        }
        trees.push(tree);
    }
    (bias, trees)
}

fn leaf(tree: &Tree, value: impl Fn(usize) -> u8) -> usize {
    let mut at = 0;
    while at < tree.nodes.len() {
        let (column, most) = tree.nodes[at];
        at = 2 * at + 1 + usize::from(value(column) <= most);
    }
    at - tree.nodes.len()
}

/// The score of the sample with these values, in units of log odds.
pub fn score(bias: i16, trees: &[Tree], value: impl Fn(usize) -> u8) -> f32 {
    let sum: i32 = trees.iter().map(|tree| i32::from(tree.leaves[leaf(tree, &value)])).sum();
    (i32::from(bias) + sum) as f32 / 128.0
}

fn grow(data: &Samples, g: &[f32], h: &[f32], used: &[usize], plan: Plan) -> Tree {
    let n = g.len();
    let mut nodes = Vec::new();
    let mut place = vec![0u8; n];
    for level in 0..plan.depth {
        let width = 1usize << level;
        let mut totals = vec![(0f32, 0f32); width];
        for i in 0..n {
            let t = &mut totals[place[i] as usize];
            *t = (t.0 + g[i], t.1 + h[i]);
        }
        // (gain, column, threshold) for each node of the level; a node that can't be split sends all to "yes"
        let mut best = vec![(1e-3f32, used.first().copied().unwrap_or(0), 255u8); width];
        let mut hist = vec![(0f32, 0f32); width * 256];
        for &column in used {
            hist.fill((0.0, 0.0));
            let values = &data.columns[column];
            for i in 0..n {
                let cell = &mut hist[place[i] as usize * 256 + values[i] as usize];
                *cell = (cell.0 + g[i], cell.1 + h[i]);
            }
            for node in 0..width {
                let (tg, th) = totals[node];
                let whole = tg * tg / (th + plan.ridge);
                let (mut lg, mut lh) = (0f32, 0f32);
                for bin in 0..255 {
                    let cell = hist[node * 256 + bin];
                    if cell.1 == 0.0 {
                        continue;
                    }
                    lg += cell.0;
                    lh += cell.1;
                    let (rg, rh) = (tg - lg, th - lh);
                    if lh < plan.least || rh < plan.least {
                        continue;
                    }
                    let gain = lg * lg / (lh + plan.ridge) + rg * rg / (rh + plan.ridge) - whole;
                    if gain > best[node].0 {
                        best[node] = (gain, column, bin as u8);
                    }
                }
            }
        }
        for i in 0..n {
            let (_, column, most) = best[place[i] as usize];
            place[i] = place[i] * 2 + u8::from(data.columns[column][i] <= most);
        }
        nodes.extend(best.iter().map(|b| (b.1, b.2)));
    }
    let mut sums = vec![(0f32, 0f32); 1 << plan.depth];
    for i in 0..n {
        let s = &mut sums[place[i] as usize];
        *s = (s.0 + g[i], s.1 + h[i]);
    }
    let leaves = sums.iter().map(|s| (-s.0 / (s.1 + plan.ridge) * plan.rate * 128.0).round().clamp(-127.0, 127.0) as i8).collect();
    Tree { nodes, leaves }
}
