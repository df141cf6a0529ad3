//! Whether what is surer is more often right: average precision, and the area under the ROC curve.

/// How often, of a right thing and a wrong one, the right one has the higher score; equal scores count half.
/// This is the area under the receiver operating characteristic (Hanley and `McNeil`, 1982). `None` where all are
/// right, or all wrong.
pub fn area_under_curve(scored: impl IntoIterator<Item = (u8, bool)>) -> Option<f64> {
    let mut by_score = [(0_u64, 0_u64); 256];
    for (score, is_right) in scored {
        let (right, wrong) = &mut by_score[usize::from(score)];
        if is_right {
            *right += 1;
        } else {
            *wrong += 1;
        }
    }
    let (mut right, mut wrong, mut halves) = (0, 0, 0);
    for (right_here, wrong_here) in by_score {
        halves += right_here * (2 * wrong + wrong_here);
        right += right_here;
        wrong += wrong_here;
    }
    let pairs = right * wrong;
    (pairs > 0).then(|| halves as f64 / 2.0 / pairs as f64)
}

/// Things with their scores, and whether each is right.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ranking {
    scored: Vec<(u8, bool)>,
    /// Right ones that nobody scored.
    missed: usize,
}

impl Ranking {
    pub fn add(&mut self, score: u8, is_right: bool) {
        self.scored.push((score, is_right));
    }

    pub fn add_missed(&mut self) {
        self.missed += 1;
    }

    /// The mean of the precisions at each right one (Zhu, Recall, Precision and Average Precision,
    /// 2004), those with equal scores read as one step, so that their order does not matter.
    /// `None` where none is right.
    pub fn average_precision(mut self) -> Option<f64> {
        self.scored
            .sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let (mut sum, mut right, mut seen) = (0.0, 0, 0);
        for tied in self.scored.chunk_by(|one, other| one.0 == other.0) {
            let hits = tied.iter().filter(|(_, is_right)| *is_right).count();
            right += hits;
            seen += tied.len();
            sum += hits as f64 * right as f64 / seen as f64;
        }
        let all = right + self.missed;
        (all > 0).then(|| sum / all as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ranking, area_under_curve};

    fn average(scored: &[(u8, bool)], missed: usize) -> Option<f64> {
        let mut ranking = Ranking::default();
        for (score, is_right) in scored {
            ranking.add(*score, *is_right);
        }
        for _ in 0..missed {
            ranking.add_missed();
        }
        ranking.average_precision()
    }

    #[test]
    fn average_precision_is_as_counted_by_hand() {
        // 1/1 and 2/4.
        let counted = [(90, true), (80, false), (70, false), (60, true)];
        assert_eq!(average(&counted, 0), Some(0.75));
        assert_eq!(average(&counted, 2), Some(0.375));
        // Equal scores are one step: half of them are right, whatever their order.
        assert_eq!(average(&[(50, true), (50, false)], 0), Some(0.5));
        assert_eq!(average(&[(50, false), (50, true)], 0), Some(0.5));
        assert_eq!(average(&[(50, false)], 0), None);
    }

    #[test]
    fn the_area_is_the_share_of_pairs_in_order() {
        let right = [90, 80, 60].map(|score| (score, true));
        let wrong = [80, 70].map(|score| (score, false));
        // 90 is above both, 80 above one and level with one, 60 above none: 3.5 of 6.
        let area = area_under_curve(right.into_iter().chain(wrong));
        assert_eq!(area, Some(3.5 / 6.0));
        assert_eq!(area_under_curve(right), None);
        assert_eq!(area_under_curve([]), None);
    }
}
