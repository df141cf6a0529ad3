//! Turns what the network says of itself into how often it is right, as measured on development data.

use crate::network::decode::Class;
use crate::network::file::ModelFile;

/// For each class a rising line through measured points.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Calibration {
    curves: [Vec<(f64, f64)>; Class::ALL.len()],
}

const LIKELY: f64 = 0.5;

impl Calibration {
    /// From lines `calibration CLASS said:right said:right …`; a class without one stays as it is.
    pub fn read(file: &ModelFile<'_>) -> Self {
        let mut calibration = Self::default();
        for class in Class::ALL {
            let key = format!("calibration-{}", class.id());
            let points = file.fact(&key).unwrap_or_default();
            calibration.curves[class.index()] = points
                .split(' ')
                .filter_map(|point| {
                    let (said, right) = point.split_once(':')?;
                    Some((said.parse().ok()?, right.parse().ok()?))
                })
                .collect();
        }
        calibration
    }

    /// How often such a name is right; `None` for one that is more likely wrong, which is not worth
    /// a reader's time.
    pub fn likely(&self, class: Class, said: f64) -> Option<f64> {
        let right = self.right(class, said);
        let is_measured = !self.curves[class.index()].is_empty();
        (right >= LIKELY || !is_measured).then_some(right)
    }

    /// How often a name of `class` is right that the network gives `said` (0 to 1).
    fn right(&self, class: Class, said: f64) -> f64 {
        let curve = &self.curves[class.index()];
        let after = curve.partition_point(|(point, _)| *point < said);
        match (
            after.checked_sub(1).and_then(|at| curve.get(at)),
            curve.get(after),
        ) {
            (None, None) => said,
            (None, Some(first)) => first.1,
            (Some(last), None) => last.1,
            (Some(low), Some(high)) => {
                let share = (said - low.0) / (high.0 - low.0).max(1e-9);
                low.1 + share * (high.1 - low.1)
            }
        }
    }
}
