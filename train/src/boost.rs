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
    /// Shares of the columns that each tree may use, and of the samples that it is grown on.
    pub columns: f32,
    pub rows: f32,
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
        let rows: Vec<u32> = (0..n as u32).filter(|_| plan.rows >= 1.0 || random.unit() < plan.rows).collect();
        let tree = grow(data, &g, &h, &used, &rows, plan);
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

/// Grows a tree on some of the samples.
fn grow(data: &Samples, g: &[f32], h: &[f32], used: &[usize], rows: &[u32], plan: Plan) -> Tree {
    let mut nodes = Vec::new();
    let slopes: Vec<(f32, f32)> = rows.iter().map(|&row| (g[row as usize], h[row as usize])).collect();
    let mut place = vec![0u8; rows.len()];
    for level in 0..plan.depth {
        let width = 1usize << level;
        let totals = sums(&slopes, &place, width);
        // (gain, column, threshold) for each node of the level; a node that can't be split sends all to "yes"
        let mut best = vec![(1e-3f32, used.first().copied().unwrap_or(0), 255u8); width];
        let mut hist = vec![(0f32, 0f32); width * 256];
        for &column in used {
            hist.fill((0.0, 0.0));
            let values = &data.columns[column];
            for ((&row, slope), &place) in rows.iter().zip(&slopes).zip(&place) {
                let cell = &mut hist[place as usize * 256 + values[row as usize] as usize];
                *cell = (cell.0 + slope.0, cell.1 + slope.1);
            }
            for node in 0..width {
                if let Some((gain, most)) = split(&hist[node * 256..][..256], totals[node], plan)
                    && gain > best[node].0
                {
                    best[node] = (gain, column, most);
                }
            }
        }
        for (place, &row) in place.iter_mut().zip(rows) {
            let (_, column, most) = best[*place as usize];
            *place = *place * 2 + u8::from(data.columns[column][row as usize] <= most);
        }
        nodes.extend(best.iter().map(|b| (b.1, b.2)));
    }
    let sums = sums(&slopes, &place, 1 << plan.depth);
    let leaves = sums.iter().map(|s| (-s.0 / (s.1 + plan.ridge) * plan.rate * 128.0).round().clamp(-127.0, 127.0) as i8).collect();
    Tree { nodes, leaves }
}

/// The sums of the slopes in each place.
fn sums(slopes: &[(f32, f32)], place: &[u8], width: usize) -> Vec<(f32, f32)> {
    let mut sums = vec![(0f32, 0f32); width];
    for (slope, &place) in slopes.iter().zip(place) {
        let sum = &mut sums[place as usize];
        *sum = (sum.0 + slope.0, sum.1 + slope.1);
    }
    sums
}

/// The best split of a node by one column, from its histogram: what is gained, and the threshold.
fn split(hist: &[(f32, f32)], total: (f32, f32), plan: Plan) -> Option<(f32, u8)> {
    let worth = |g: f32, h: f32| g * g / (h + plan.ridge);
    let (mut best, mut left) = (None, (0f32, 0f32));
    for (bin, cell) in hist[..255].iter().enumerate().filter(|(_, cell)| cell.1 > 0.0) {
        left = (left.0 + cell.0, left.1 + cell.1);
        let right = (total.0 - left.0, total.1 - left.1);
        if left.1 < plan.least || right.1 < plan.least {
            continue;
        }
        let gain = worth(left.0, left.1) + worth(right.0, right.1) - worth(total.0, total.1);
        if best.is_none_or(|(most, _)| gain > most) {
            best = Some((gain, bin as u8));
        }
    }
    best
}
