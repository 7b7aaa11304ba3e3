//! Packing: the weights that matter most, in few bits.

use std::error::Error;

use glosswire::highlight::names::model::{BITS, Model, Row, TAGS};

use super::crf::Weights;

/// How many features are kept. With 60,000 organisations in MASC news lost half a point, with 150,000 nothing was better.
const KEEP: usize = 110_000;
/// The share of weights that are not cut to the largest step.
const CLIP: f32 = 0.998;

/// Keeps the weightiest features, with weights from -7 to 7 steps.
pub fn pack(weights: &Weights) -> Result<Vec<u8>, Box<dyn Error>> {
    let most = |row: &[f32; 8]| row[..TAGS].iter().fold(0f32, |m, w| m.max(w.abs()));
    let mut order: Vec<&(u32, u32, [f32; 8])> = weights.features.iter().collect();
    let worth = |f: &(u32, u32, [f32; 8])| most(&f.2) * (1.0 + (f.1 as f32).ln());
    order.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then(a.0.cmp(&b.0)));
    order.truncate(KEEP);
    let mut sizes: Vec<f32> = order.iter().flat_map(|f| f.2[..TAGS].iter().map(|w| w.abs())).collect();
    sizes.sort_by(f32::total_cmp);
    let step = sizes[((sizes.len() - 1) as f32 * CLIP) as usize].max(1e-3) / 7.0;
    let mut features: Vec<(u32, Row)> = order
        .iter()
        .map(|f| {
            let mut row = [0; 8];
            for tag in 0..TAGS {
                row[tag] = (f.2[tag] / step).round().clamp(-7.0, 7.0) as i8;
            }
            (f.0 >> (32 - BITS), row)
        })
        .filter(|f| f.1 != [0; 8])
        .collect();
    features.sort_by_key(|f| f.0);
    features.dedup_by_key(|f| f.0);
    let mut steps = [[0i16; 8]; 8];
    for (to, from) in steps.iter_mut().flatten().zip(weights.steps.iter().flatten()) {
        *to = (from / step).round() as i16;
    }
    let packed = Model::pack(1.0 / step, &steps, &features).ok_or("too many features share their upper bits: keep fewer")?;
    eprintln!("{} features kept, a step is {step:.3}, {} bytes", features.len(), packed.len());
    Ok(packed)
}
