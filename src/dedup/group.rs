//! Groups: which of thousands of articles are copies of one another, told from sketches of a few hundred numbers each.
//!
//! The longest article comes first. Each next one joins the group of an earlier one that holds enough of it, if the group's first article agrees; else
//! it begins a group of its own. So every member is verified against the one to keep, and two unlike articles never meet through a chain.

use super::fingerprint::follow;
use super::postings::Postings;
use super::sketch::{Sketch, Sketcher};
use crate::error::Error;
use crate::order;
use rustc_hash::FxHashMap;

/// How a member of a group relates to the one it was found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MemberRelation {
    /// The same words.
    Identical,
    /// With differences.
    Near,
    /// One holds the other.
    Contained,
}

impl MemberRelation {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            MemberRelation::Identical => "identical",
            MemberRelation::Near => "near",
            MemberRelation::Contained => "contained",
        }
    }
}

/// A member of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Its id.
    pub id: String,
    /// How it relates to `of`; identical for the one to keep.
    pub relation: MemberRelation,
    /// Share of the shorter text that stands in the other, 0 to 1.
    pub similarity: f64,
    /// The member it was found to be like; none for the one to keep.
    pub of: Option<String>,
}

/// Articles that are one.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Id of the one to keep.
    pub keep: String,
    /// All members, the one to keep first.
    pub members: Vec<Member>,
}

/// How far the grouping is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Articles done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
}

/// How alike a member and the first article of its group must be, as a part of the threshold, when it was found by another member.
const AGREES: f64 = 0.5;
/// Members and firsts that one shingle leads to. Notices that stand under every article lead to the first of them only.
const MAX_POSTINGS: usize = 12;
/// Shingles of an article, the rarest of them, by which others like it are looked for.
const MAX_LOOKED_UP: usize = 32;
/// Of that many looked-up shingles an article must have one to be verified.
const LEAST_SHARED: usize = 8;
/// Articles that are verified for one new article.
const MAX_CANDIDATES: usize = 6;
/// Shared hashes below which no estimate is trusted, unless one of the articles has no more.
const MIN_SHARED: usize = 4;
/// A member that is so much the same as its group's first leads to nothing that the first does not lead to.
const REDUNDANT: f64 = 0.9;
/// Calls of `progress` are this many articles apart.
const STEP: usize = 256;

/// Gathers articles and groups copies.
#[derive(Debug)]
pub struct Deduplicator {
    threshold: f64,
    ids: Vec<String>,
    /// Hash of an id -> the articles whose ids have it.
    known: Postings,
    sketches: Vec<Sketch>,
    sketcher: Sketcher,
}

impl Default for Deduplicator {
    fn default() -> Deduplicator {
        Deduplicator {
            threshold: Deduplicator::THRESHOLD,
            ids: Vec::new(),
            known: Postings::default(),
            sketches: Vec::new(),
            sketcher: Sketcher::default(),
        }
    }
}

/// How much of an article stands in another.
#[derive(Debug, Clone, Copy)]
struct Likeness {
    /// Share of the shorter that stands in the longer.
    contained: f64,
    /// Share of the longer that stands in the shorter.
    covered: f64,
    /// Whether the estimate rests on enough.
    sure: bool,
}

/// An article that joined another.
#[derive(Debug, Clone, Copy)]
struct Joined {
    first: u32,
    of: u32,
    relation: MemberRelation,
    similarity: f64,
}

impl Deduplicator {
    /// Containment, from 0 to 1, above which two articles are one.
    pub const THRESHOLD: f64 = 0.41;

    /// An empty one; `threshold` from 0 to 1, [`Deduplicator::THRESHOLD`] if none.
    ///
    /// # Errors
    /// [`Error::BadOption`] for a threshold that is not from 0 to 1.
    pub fn new(threshold: Option<f64>) -> Result<Deduplicator, Error> {
        let threshold = threshold.unwrap_or(Deduplicator::THRESHOLD);
        if !(0.0..=1.0).contains(&threshold) {
            let reason = format!("{threshold} is not a share from 0 to 1");
            return Err(Error::BadOption { option: "threshold", reason });
        }
        Ok(Deduplicator { threshold, ..Deduplicator::default() })
    }

    /// Adds an article: keeps a sketch of it, not the text.
    ///
    /// # Errors
    /// [`Error::DuplicateId`] if the id was added before; the article added then stays.
    pub fn add(&mut self, id: &str, text: &str) -> Result<(), Error> {
        let hash = id.bytes().fold(1, |hash, byte| follow(hash, u64::from(byte)));
        if self.known.get(hash).is_some_and(|mut known| known.any(|at| self.ids[at] == id)) {
            return Err(Error::DuplicateId { id: id.to_string() });
        }
        self.known.put(hash, self.ids.len(), u32::MAX);
        self.ids.push(id.to_string());
        self.sketches.push(self.sketcher.sketch(text));
        Ok(())
    }

    /// How many articles were added.
    pub fn size(&self) -> usize {
        self.ids.len()
    }

    /// Memory that what was added takes, in bytes, near enough.
    pub fn memory(&self) -> usize {
        let ids: usize = self.ids.iter().map(|id| id.len() + size_of::<String>() + 36).sum();
        ids + self.sketches.iter().map(|sketch| size_of::<Sketch>() + sketch.memory()).sum::<usize>()
    }

    /// The groups of two and more. `progress` stops the work by returning false.
    ///
    /// # Errors
    /// [`Error::Stopped`] when `progress` returns false; nothing that was added is lost.
    pub fn groups(&self, progress: &mut dyn FnMut(Progress) -> bool) -> Result<Vec<Group>, Error> {
        let of = self.ids.len();
        if !progress(Progress { done: 0, of }) {
            return Err(Error::Stopped);
        }
        let mut joined: Vec<Option<Joined>> = vec![None; of];
        let order = self.distinct(&mut joined);
        let mut index = Index::new(&self.sketches, &order);
        for (done, &article) in order.iter().enumerate() {
            if done % STEP == STEP - 1 && !progress(Progress { done: of - order.len() + done, of }) {
                return Err(Error::Stopped);
            }
            self.place(article, &mut index, &mut joined);
        }
        if !progress(Progress { done: of, of }) {
            return Err(Error::Stopped);
        }
        Ok(self.collect(&mut joined))
    }

    /// The articles that differ, longest first; copies word for word are joined to the first that was added.
    fn distinct(&self, joined: &mut [Option<Joined>]) -> Vec<u32> {
        let mut seen: FxHashMap<u64, u32> = FxHashMap::default();
        let mut order = Vec::new();
        for (article, sketch) in self.sketches.iter().enumerate() {
            let first = *seen.entry(follow(sketch.exact, u64::from(sketch.words))).or_insert(article as u32);
            if first == article as u32 {
                order.push(first);
            } else {
                joined[article] = Some(Joined { first, of: first, relation: MemberRelation::Identical, similarity: 1.0 });
            }
        }
        order::by(&mut order, |&article| order::pair(u32::MAX as usize - self.sketches[article as usize].words as usize, article as usize));
        order
    }

    /// Finds the group of an article, or begins one.
    fn place(&self, article: u32, index: &mut Index, joined: &mut [Option<Joined>]) {
        let sketch = &self.sketches[article as usize];
        let mut best: Option<Joined> = None;
        for other in index.candidates(article) {
            let like = likeness(sketch, &self.sketches[other as usize]);
            if !like.sure || like.contained <= self.threshold || best.is_some_and(|b| b.similarity >= like.contained) {
                continue;
            }
            let first = joined[other as usize].map_or(other, |j| j.first);
            if first != other {
                let agrees = likeness(sketch, &self.sketches[first as usize]);
                if agrees.contained < self.threshold * AGREES {
                    continue;
                }
            }
            let near = like.covered >= 0.6;
            let relation = if near { MemberRelation::Near } else { MemberRelation::Contained };
            best = Some(Joined { first, of: other, relation, similarity: like.contained });
        }
        joined[article as usize] = best;
        if !best.is_some_and(|best| self.redundant(sketch, best.first)) {
            index.post(article);
        }
    }

    /// Whether an article need not be looked up by, because its group's first leads to all that it leads to.
    fn redundant(&self, sketch: &Sketch, first: u32) -> bool {
        let like = likeness(sketch, &self.sketches[first as usize]);
        like.contained >= REDUNDANT && like.covered >= REDUNDANT * self.threshold
    }

    /// Turns what joined what into groups, in the order in which their first members were added.
    fn collect(&self, joined: &mut [Option<Joined>]) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        const NONE: u32 = u32::MAX;
        let mut at = vec![NONE; joined.len()];
        for article in 0..joined.len() {
            let Some(one) = joined[article] else { continue };
            // a copy of an article that itself joined a group
            let first = joined[one.first as usize].map_or(one.first, |f| f.first);
            let keep = &self.ids[first as usize];
            let group = &mut at[first as usize];
            if *group == NONE {
                *group = groups.len() as u32;
                let member = Member { id: keep.clone(), relation: MemberRelation::Identical, similarity: 1.0, of: None };
                groups.push(Group { keep: keep.clone(), members: vec![member] });
            }
            groups[*group as usize].members.push(Member {
                id: self.ids[article].clone(),
                relation: one.relation,
                similarity: one.similarity,
                of: Some(self.ids[one.of as usize].clone()),
            });
        }
        groups
    }
}

/// Compares a shorter article with a longer one.
fn likeness(shorter: &Sketch, longer: &Sketch) -> Likeness {
    let (of_shorter, of_longer, shared) = shorter.compare(longer);
    let sure = shared >= MIN_SHARED || (shared > 0 && shared == of_shorter);
    Likeness { contained: shared as f64 / of_shorter.max(1) as f64, covered: shared as f64 / of_longer.max(1) as f64, sure }
}

/// From shingles to the articles that have them; only shingles that two articles have are in it.
struct Index {
    /// The shingles of article `i` stand from `starts[i]` to `starts[i + 1]` in `shingles`.
    starts: Vec<u32>,
    /// How many articles have the shingle, in the upper half, and its number: in one row, because reading them all over memory is what takes time.
    shingles: Vec<u64>,
    /// Per shingle: its last posting, and how many it has.
    heads: Vec<(u32, u32)>,
    rarest: Vec<u64>,
    /// (article, posting before).
    postings: Vec<(u32, u32)>,
    counts: Vec<u16>,
    touched: Vec<u32>,
}

impl Index {
    fn new(sketches: &[Sketch], order: &[u32]) -> Index {
        let total = order.iter().map(|&article| sketches[article as usize].hashes.len()).sum();
        let mut all: Vec<u64> = Vec::with_capacity(total);
        for &article in order {
            all.extend(sketches[article as usize].hashes.iter().map(|&hash| u64::from(hash) << 32 | u64::from(article)));
        }
        sort(&mut all);
        // number the shingles that more than one article has
        let mut counts = vec![0u32; sketches.len() + 1];
        let mut heads = Vec::new();
        let runs = |all: &[u64], at: usize| all[at..].iter().take_while(|&&x| x >> 32 == all[at] >> 32).count();
        let mut shared: Vec<(u32, u64)> = Vec::new();
        let mut at = 0;
        while at < all.len() {
            let run = runs(&all, at);
            if run > 1 {
                for &one in &all[at..at + run] {
                    counts[(one as u32) as usize + 1] += 1;
                    shared.push((one as u32, order::pair(run, heads.len())));
                }
                heads.push((u32::MAX, 0));
            }
            at += run;
        }
        drop(all);
        for article in 0..sketches.len() {
            counts[article + 1] += counts[article];
        }
        let mut next = counts.clone();
        let mut shingles = vec![0; shared.len()];
        for (article, shingle) in shared {
            shingles[next[article as usize] as usize] = shingle;
            next[article as usize] += 1;
        }
        Index {
            starts: counts,
            shingles,
            heads,
            rarest: Vec::new(),
            postings: Vec::new(),
            counts: vec![0; sketches.len()],
            touched: Vec::new(),
        }
    }

    fn shingles(&self, article: u32) -> std::ops::Range<usize> {
        self.starts[article as usize] as usize..self.starts[article as usize + 1] as usize
    }

    /// The posted articles that share most with this one, most first.
    fn candidates(&mut self, article: u32) -> Vec<u32> {
        // notices and phrases that very many have tell least
        self.rarest.clear();
        self.rarest.extend_from_slice(&self.shingles[self.shingles(article)]);
        if self.rarest.len() > MAX_LOOKED_UP {
            order::keys(&mut self.rarest);
            self.rarest.truncate(MAX_LOOKED_UP);
        }
        for &shingle in &self.rarest {
            let mut posting = self.heads[shingle as u32 as usize].0;
            while let Some(&(other, before)) = self.postings.get(posting as usize) {
                let count = &mut self.counts[other as usize];
                if *count == 0 {
                    self.touched.push(other);
                }
                *count = count.saturating_add(1);
                posting = before;
            }
        }
        let least = (self.rarest.len() / LEAST_SHARED) as u16;
        let mut best: Vec<(u16, u32)> = Vec::with_capacity(MAX_CANDIDATES + 1);
        for other in self.touched.drain(..) {
            let count = std::mem::take(&mut self.counts[other as usize]);
            if count < least {
                continue;
            }
            let at = best.partition_point(|&(c, o)| c > count || (c == count && o < other));
            if at < MAX_CANDIDATES {
                best.insert(at, (count, other));
                best.truncate(MAX_CANDIDATES);
            }
        }
        best.into_iter().map(|(_, other)| other).collect()
    }

    /// Makes an article known under its shingles.
    fn post(&mut self, article: u32) {
        for at in self.shingles(article) {
            let head = &mut self.heads[self.shingles[at] as u32 as usize];
            if head.1 < MAX_POSTINGS as u32 {
                self.postings.push((article, head.0));
                (head.0, head.1) = (self.postings.len() as u32 - 1, head.1 + 1);
            }
        }
    }
}

/// Sorts by the upper 32 bits, keeping the order of equal ones: radix sort, 11 bits at a time.
fn sort(all: &mut Vec<u64>) {
    const BITS: u32 = 11;
    let mut other = vec![0u64; all.len()];
    for pass in 0..3 {
        let digit = |x: u64| (x >> (32 + pass * BITS)) as usize & ((1 << BITS) - 1);
        let mut starts = vec![0usize; (1 << BITS) + 1];
        for &x in all.iter() {
            starts[digit(x) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        for &x in all.iter() {
            other[starts[digit(x)]] = x;
            starts[digit(x)] += 1;
        }
        std::mem::swap(all, &mut other);
    }
}

#[cfg(test)]
mod tests;
