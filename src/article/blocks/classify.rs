//! The classifier: for every line a score that it belongs to the article's body.
//!
//! Boosted regression trees (Friedman 2001, "Greedy function approximation") over the rows of [`super::features`], twice: the second set of
//! trees also sees what the first thought of the lines around (stacking). A third, smaller set scores lines as headlines. How the weights were made and how good they are stands in
//! MODEL.md; `train/` makes them.

use super::features::{COLUMNS, Matrix, REACH};
use super::stack::second_pass;
use std::ops::Range;
use std::sync::LazyLock;

static WEIGHTS: &[u8] = include_bytes!("weights.bin");

/// One unit of log odds in the leaves of trees and in the scores.
pub const UNIT: i32 = 128;

/// The score of a row that is known to be no body.
const NEVER: i32 = -8 * UNIT;

/// Questions on the way to a leaf. Trees that ask fewer are filled up: one number for all, known when compiling, makes scoring a third faster.
const DEPTH: usize = 4;
/// Leaves of a tree.
const LEAVES: usize = 1 << DEPTH;

/// A question that every value answers with yes.
const ALWAYS: u32 = 255;

/// A complete tree. The root is node 1, the children of node `i` are `2i` (no) and `2i + 1` (yes); the leaves go on with the numbers.
#[derive(Clone, Copy)]
struct Tree {
    /// A question each: is the value of this cell of the window (upper bytes) at most the threshold (lowest byte)?
    nodes: [u32; LEAVES],
    leaves: [i8; LEAVES],
}

/// Trees whose leaves are added up.
#[derive(Default)]
pub struct Forest {
    bias: i32,
    trees: Vec<Tree>,
}

impl Forest {
    /// Reads a forest from its bytes and gives what is left of them: depth, number of trees, bias (two bytes), then for each
    /// tree its nodes (row offset plus [`REACH`], column, threshold) and its leaves.
    pub fn read(bytes: &[u8]) -> Option<(Forest, &[u8])> {
        let (&[depth, trees, b0, b1], mut rest) = bytes.split_first_chunk()?;
        let missing = DEPTH.checked_sub(depth as usize)?;
        let inner = (1usize << depth) - 1;
        let mut forest = Forest { bias: i32::from(i16::from_le_bytes([b0, b1])), ..Forest::default() };
        for _ in 0..trees {
            let (nodes, after) = rest.split_at_checked(inner * 3)?;
            let (leaves, after) = after.split_at_checked(inner + 1)?;
            let mut tree = Tree { nodes: [ALWAYS; LEAVES], leaves: [0; LEAVES] };
            for (node, place) in nodes.chunks_exact(3).zip(&mut tree.nodes[1..]) {
                if node[0] as usize > 2 * REACH || node[1] as usize >= COLUMNS {
                    return None;
                }
                *place = ((node[0] as usize * COLUMNS + node[1] as usize) << 8) as u32 | u32::from(node[2]);
            }
            for (at, &leaf) in leaves.iter().enumerate() {
                tree.leaves[((at + 1) << missing) - 1] = leaf as i8;
            }
            forest.trees.push(tree);
            rest = after;
        }
        Some((forest, rest))
    }

    /// The score of a row, in [`UNIT`]s of log odds.
    pub fn score(&self, matrix: &Matrix, row: usize) -> i32 {
        let window = matrix.window(row);
        let mut sum = self.bias;
        for tree in &self.trees {
            let mut at = 1;
            for _ in 0..DEPTH {
                let node = tree.nodes[at % LEAVES];
                at = 2 * at + usize::from(window[(node >> 8) as usize] <= node as u8);
            }
            sum += i32::from(tree.leaves[at % LEAVES]);
        }
        sum
    }

    /// The scores of all rows.
    pub fn scores(&self, matrix: &Matrix) -> Vec<i32> {
        (0..matrix.rows()).map(|row| self.score(matrix, row)).collect()
    }
}

/// The trees for body lines and for the headline, each in a first and a second pass.
#[derive(Default)]
pub struct Forests {
    first: Forest,
    heading: Forest,
    second: Forest,
    title: Forest,
}

/// All weights: for lines of which only the text is known, and for those whose place in a page is.
#[derive(Default)]
pub struct Model {
    text: Forests,
    page: Forests,
}

/// The weights that ship.
pub(super) static BUILT_IN: LazyLock<Model> = LazyLock::new(|| Model::read(WEIGHTS).unwrap_or_default());

impl Model {
    /// Reads a model from its bytes: eight forests, and nothing after them.
    pub fn read(bytes: &[u8]) -> Option<Model> {
        let (text, rest) = Forests::read(bytes)?;
        let (page, rest) = Forests::read(rest)?;
        rest.is_empty().then_some(Model { text, page })
    }

    /// The forests for a matrix.
    pub(super) fn of(&self, matrix: &Matrix) -> &Forests {
        if matrix.outlined() { &self.page } else { &self.text }
    }
}

impl Forests {
    fn read(bytes: &[u8]) -> Option<(Forests, &[u8])> {
        let (first, rest) = Forest::read(bytes)?;
        let (heading, rest) = Forest::read(rest)?;
        let (second, rest) = Forest::read(rest)?;
        let (title, rest) = Forest::read(rest)?;
        Some((Forests { first, heading, second, title }, rest))
    }

    /// How much the line of a row is like a headline, in hundredths of log odds, once the columns of the second pass are filled.
    pub(super) fn title(&self, matrix: &Matrix, row: usize) -> i32 {
        self.title.score(matrix, row) * 100 / UNIT
    }

    /// The scores of all rows, above 0 for body; fills the columns of the second pass. The rows of `never` are known to be none.
    pub(super) fn scores(&self, matrix: &mut Matrix, never: &[Range<usize>]) -> Vec<i32> {
        let rule_out = |scores: &mut [i32]| never.iter().for_each(|rows| scores[rows.clone()].fill(NEVER));
        let mut first = self.first.scores(matrix);
        rule_out(&mut first);
        self.fill(matrix, &sixteenths(&first));
        let mut second = self.second.scores(matrix);
        rule_out(&mut second);
        second
    }

    /// The scores where all is body; fills the columns of the second pass alike.
    pub(super) fn all_body(&self, matrix: &mut Matrix) -> Vec<i32> {
        let scores = vec![4 * 16; matrix.rows()];
        self.fill(matrix, &scores);
        scores
    }

    fn fill(&self, matrix: &mut Matrix, first: &[i32]) {
        let headings = sixteenths(&self.heading.scores(matrix));
        second_pass(matrix, first, &headings);
    }
}

/// Scores in the unit that [`second_pass`] takes.
fn sixteenths(scores: &[i32]) -> Vec<i32> {
    scores.iter().map(|score| score * 16 / UNIT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_fit_the_features() {
        let model = Model::read(WEIGHTS).expect("eight forests and nothing after them");
        let forests = [&model.text, &model.page].map(|set| [&set.first, &set.second, &set.title]);
        assert!(forests.iter().flatten().all(|forest| !forest.trees.is_empty()));
        // the headings of a page are marked as such
        assert!(!model.text.heading.trees.is_empty() && model.page.heading.trees.is_empty());
        assert!(WEIGHTS.len() <= 40_000);
        assert!(Model::read(&WEIGHTS[..WEIGHTS.len() - 1]).is_none());
    }
}
