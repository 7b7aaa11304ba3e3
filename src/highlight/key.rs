//! Key sentences: the few that tell the story, for a reader with ten seconds.
//!
//! News puts the most important first (the lead baseline: Brandow, Mitze and Rau 1995), so a sentence's place counts most; names that the article
//! keeps coming back to, figures and quotations of its main people add to it. A sentence much like one already chosen is passed over.

use crate::annotate::Annotated;
use crate::article::{Article, Role, Sentence, Span, TokenKind};
use crate::highlight::QuoteForm;
use crate::highlight::{fold, table::Table};
use crate::order;

/// Most key sentences.
const MOST: usize = 5;

/// One key sentence for so many sentences of the body.
const EVERY: usize = 6;

/// Fewest words of a sentence that tells something.
const FEWEST_WORDS: usize = 6;

/// Longest key sentence, in words: a longer one is rarely read, or is no sentence.
const MOST_WORDS: usize = 70;

/// Share of a sentence's words that an earlier choice may hold.
const ALIKE: f32 = 0.6;

/// Best candidates that are compared with each other.
const SHORTLIST: usize = 40;

/// Shortest word, in bytes, by which sentences are compared.
const TELLING_WORD: usize = 4;

/// Indexes of the most telling sentences, most telling first.
#[inline(never)]
pub fn find(article: &Article, annotated: &Annotated) -> Vec<usize> {
    let body = |s: &Sentence| article.blocks[s.block].role == Role::Body;
    let total = article.sentences.iter().filter(|s| body(s)).count();
    if total == 0 {
        return Vec::new();
    }
    let wanted = (total.div_ceil(EVERY)).min(MOST);
    let weights = weigh(article, annotated);
    let mut scored: Vec<(f32, usize)> = Vec::new();
    let mut place = 0;
    for (index, sentence) in article.sentences.iter().enumerate() {
        if !body(sentence) {
            continue;
        }
        if let Some(score) = score(article, sentence, place, weights[index]) {
            scored.push((score, index));
        }
        place += 1;
    }
    order::by(&mut scored, |&(score, _)| order::falling(score.into()));
    scored.truncate(SHORTLIST);
    let mut chosen: Vec<(usize, Vec<u64>)> = Vec::new();
    for (_, index) in scored {
        if chosen.len() == wanted {
            break;
        }
        let words = telling(article, &article.sentences[index]);
        let shared = |other: &[u64]| words.iter().filter(|w| other.binary_search(w).is_ok()).count() as f32;
        if chosen.iter().all(|(_, other)| shared(other) < ALIKE * words.len().min(other.len()).max(1) as f32) {
            chosen.push((index, words));
        }
    }
    chosen.into_iter().map(|c| c.0).collect()
}

/// What names, figures and quotations add to each sentence.
fn weigh(article: &Article, annotated: &Annotated) -> Vec<f32> {
    let mut weights = vec![0.0f32; article.sentences.len()];
    let sentence = |span: Span| article.sentence_at(span.start());
    let mut often = Table::default();
    for entity in &annotated.entities {
        *often.at(entity.id.into()) = entity.mentions.len() as u32;
        let weight = 0.3 * (entity.mentions.len() as f32).sqrt().min(3.0);
        let mut last = None;
        for mention in &entity.mentions {
            let here = sentence(mention.span);
            if let (Some(index), true) = (here, here != last) {
                weights[index] += weight;
            }
            last = here;
        }
    }
    for value in &annotated.values {
        if let Some(index) = sentence(value.span) {
            weights[index] += 0.2;
        }
    }
    for quote in &annotated.quotes {
        let Some(index) = quote.content.first().and_then(|s| sentence(*s)) else { continue };
        let main = quote.speaker.is_some_and(|id| often.get(id.into()) > 2);
        weights[index] += match quote.form {
            QuoteForm::Direct if main => 0.5,
            QuoteForm::Direct => 0.1,
            _ if main => 0.4,
            _ => 0.2,
        };
    }
    for repeat in &annotated.repeats {
        if let Some(index) = sentence(repeat.span).filter(|&i| repeat.span.holds(article.sentences[i].span)) {
            weights[index] = f32::NEG_INFINITY;
        }
    }
    weights
}

/// How telling a sentence is, or none if it can't stand alone. `place` is its number in the body.
fn score(article: &Article, sentence: &Sentence, place: usize, weight: f32) -> Option<f32> {
    let tokens = &article.tokens[sentence.tokens.0..sentence.tokens.1];
    let words = tokens.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count();
    let text = article.of(sentence.span).trim_end_matches(['"', '\u{201D}', '\'', '\u{2019}', ')']);
    if weight == f32::NEG_INFINITY || !(FEWEST_WORDS..=MOST_WORDS).contains(&words) || text.ends_with(['?', ':']) {
        return None;
    }
    // the lead, then ever slower
    let lead = 4.0 / (1.0 + place as f32).sqrt();
    // density, so that a long sentence does not win by length alone
    let dense = weight / (0.5 + words as f32 / 25.0).max(0.8);
    let first = tokens.first().map_or("", |t| t.span.of(article.text));
    // what leans on the sentence before does not stand alone
    let leans =
        ["he", "she", "they", "it", "this", "that", "these", "but", "and", "so", "however"].iter().any(|w| w.eq_ignore_ascii_case(first));
    let begins = article.blocks[sentence.block].span.start() == sentence.span.start();
    Some(lead + dense - if leans { 0.6 } else { 0.0 } + if begins { 0.2 } else { 0.0 })
}

/// The words by which a sentence is compared with another, as folded hashes in order.
fn telling(article: &Article, sentence: &Sentence) -> Vec<u64> {
    let tokens = sentence.tokens.0..sentence.tokens.1;
    let mut words: Vec<u64> =
        tokens.map(|t| article.word(t)).filter(|w| w.len() >= TELLING_WORD).map(|w| fold::hash(fold::SEED, w)).collect();
    order::keys(&mut words);
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use crate::annotate::{Options, annotate};
    use crate::article::Role;

    #[test]
    fn few_in_order_of_weight_without_questions_and_copies() {
        let lead = "The port of Veldhaven will close for a week after a storm broke two cranes on Monday, the harbour master said.";
        let other = "Repairs to both cranes will cost the town of Veldhaven about three million crowns this year.";
        let filler = "Gulls sat quietly along the long wall and watched the grey water move.";
        let text = [lead, "Will the port of Veldhaven ever open again for trade?", filler, lead, other, filler, filler, filler].join("\n");
        let options = Options { roles: Some(vec![Role::Body; 8]), ..Options::default() };
        let annotated = annotate(&text, &options).expect("any text can be read");
        let told: Vec<&str> = annotated.key_sentences.iter().map(|&i| annotated.sentences[i].span.of(&text)).collect();
        assert_eq!(told.len(), 2, "one for six sentences");
        assert_eq!(told[0], lead);
        assert!(!told[1].ends_with('?') && told[1] != lead);
        assert!(annotate("", &Options::default()).is_ok_and(|a| a.key_sentences.is_empty()));
    }
}
