//! Agreement over items that each have one category of several: Cohen's and Fleiss' kappa, and
//! Krippendorff's alpha for nominal data. The items here are tokens.

/// What people said about items: sums from which the coefficients follow, so that those of several
/// articles can be added.
#[derive(Clone, Debug, PartialEq)]
pub struct Nominal {
    annotators: usize,
    categories: usize,
    /// For each pair of annotators, the first before the second, how often one said `row` and the
    /// other `column`; row by row.
    pairs: Vec<f64>,
    /// How many pairs of equal categories two raters of one item make, summed over items that all
    /// have rated.
    agreeing: f64,
    /// How many of these items there are.
    complete: f64,
    /// How often each category was said of them.
    said: Vec<f64>,
    /// Krippendorff's coincidences: pairs of categories within an item, each weighted by one over the
    /// number of its raters less one; row by row.
    coincidences: Vec<f64>,
}

impl Nominal {
    pub fn new(annotators: usize, categories: usize) -> Self {
        let pairs = annotators * annotators.saturating_sub(1) / 2;
        Self {
            annotators,
            categories,
            pairs: vec![0.0; pairs * categories * categories],
            agreeing: 0.0,
            complete: 0.0,
            said: vec![0.0; categories],
            coincidences: vec![0.0; categories * categories],
        }
    }

    /// Counts one item `times` over; `said` has each annotator's category, or `None` from those who did
    /// not rate it.
    pub fn add(&mut self, said: &[Option<usize>], times: f64) {
        let raters = said.iter().flatten().count();
        if raters < 2 {
            return;
        }
        let size = self.categories;
        let weight = times / (raters - 1) as f64;
        let mut pair = 0;
        for one in 0..self.annotators {
            for other in one + 1..self.annotators {
                if let (Some(row), Some(column)) = (said[one], said[other]) {
                    self.pairs[(pair * size + row) * size + column] += times;
                    self.coincidences[row * size + column] += weight;
                    self.coincidences[column * size + row] += weight;
                    if raters == self.annotators && row == column {
                        self.agreeing += times;
                    }
                }
                pair += 1;
            }
        }
        if raters == self.annotators {
            self.complete += times;
            for category in said.iter().flatten() {
                self.said[*category] += times;
            }
        }
    }

    /// As many annotators and categories, and nothing counted.
    #[must_use]
    pub fn without_counts(&self) -> Self {
        Self::new(self.annotators, self.categories)
    }

    /// Adds `times` the counts of `other`, which has as many annotators and categories.
    pub fn add_all(&mut self, other: &Self, times: f64) {
        let add = |sums: &mut Vec<f64>, more: &[f64]| {
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum += times * more;
            }
        };
        add(&mut self.pairs, &other.pairs);
        add(&mut self.said, &other.said);
        add(&mut self.coincidences, &other.coincidences);
        self.agreeing += times * other.agreeing;
        self.complete += times * other.complete;
    }

    /// `(p_o − p_e) / (1 − p_e)` of two annotators by their indices, with `p_e` from each one's own
    /// shares (Cohen, A Coefficient of Agreement for Nominal Scales, 1960). `None` without common
    /// items, or where both only ever said one and the same.
    pub fn cohen(&self, one: usize, other: usize) -> Option<f64> {
        let (first, second) = (one.min(other), one.max(other));
        let before = first * (2 * self.annotators - first - 1) / 2;
        let pair = before + second - first - 1;
        let size = self.categories;
        let table = self
            .pairs
            .get(pair * size * size..(pair + 1) * size * size)?;
        let total: f64 = table.iter().sum();
        let mut expected = 0.0;
        let mut observed = 0.0;
        for category in 0..size {
            let row: f64 = (0..size).map(|it| table[category * size + it]).sum();
            let column: f64 = (0..size).map(|it| table[it * size + category]).sum();
            expected += row / total * (column / total);
            observed += table[category * size + category] / total;
        }
        corrected(observed, expected)
    }

    /// The mean of the pairs of annotators that have one.
    pub fn mean_cohen(&self) -> Option<f64> {
        let pairs = pairs(self.annotators).filter_map(|(one, other)| self.cohen(one, other));
        mean(pairs)
    }

    /// Fleiss, Measuring Nominal Scale Agreement Among Many Raters (1971), over the items that all have
    /// rated.
    pub fn fleiss(&self) -> Option<f64> {
        let raters = self.annotators as f64;
        let pairs = raters * (raters - 1.0) / 2.0;
        let observed = self.agreeing / (self.complete * pairs);
        let shares = self.said.iter().map(|said| said / (self.complete * raters));
        corrected(observed, shares.map(|share| share * share).sum())
    }

    /// `1 − D_o / D_e` for nominal data, with items that only some have rated (Krippendorff, Computing
    /// Krippendorff's Alpha-Reliability, 2011).
    pub fn alpha(&self) -> Option<f64> {
        let size = self.categories;
        let totals: Vec<f64> = (0..size)
            .map(|row| (0..size).map(|it| self.coincidences[row * size + it]).sum())
            .collect();
        let all: f64 = totals.iter().sum();
        let agreeing: f64 = (0..size).map(|it| self.coincidences[it * size + it]).sum();
        let expected: f64 = totals.iter().map(|total| total * (total - 1.0)).sum();
        let (observed, expected) = (all - agreeing, (all * (all - 1.0) - expected) / (all - 1.0));
        (expected > 0.0).then(|| 1.0 - observed / expected)
    }
}

/// What is more than chance, as a share of what chance leaves.
fn corrected(observed: f64, expected: f64) -> Option<f64> {
    // Of no items both are no number.
    (expected < 1.0).then(|| (observed - expected) / (1.0 - expected))
}

/// All pairs of annotators, the first before the second.
pub(crate) fn pairs(annotators: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..annotators).flat_map(move |one| (one + 1..annotators).map(move |other| (one, other)))
}

pub(crate) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(items: &[&[Option<usize>]], categories: usize) -> Nominal {
        let mut nominal = Nominal::new(items[0].len(), categories);
        for item in items {
            nominal.add(item, 1.0);
        }
        nominal
    }

    fn check(value: Option<f64>, expected: f64) {
        let value = value.unwrap_or(f64::NAN);
        assert!((value - expected).abs() < 5e-4, "{value}, not {expected}");
    }

    #[test]
    fn kappa_of_a_published_table() {
        // Fleiss, Statistical Methods for Rates and Proportions, table 13.1: 75, 1, 4; 5, 4, 1; 0, 0, 10.
        let table = [
            (0, 0, 75),
            (0, 1, 1),
            (0, 2, 4),
            (1, 0, 5),
            (1, 1, 4),
            (1, 2, 1),
            (2, 2, 10),
        ];
        let mut nominal = Nominal::new(2, 3);
        for (one, other, times) in table {
            nominal.add(&[Some(one), Some(other)], f64::from(times));
        }
        check(nominal.cohen(0, 1), 0.676);
        assert_eq!(nominal.cohen(1, 0), nominal.cohen(0, 1));
    }

    #[test]
    fn fleiss_of_a_published_table() {
        // The worked example of the article “Fleiss’ kappa” of Wikipedia: 14 raters, 10 items.
        let table = [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ];
        let mut nominal = Nominal::new(14, 5);
        for item in table {
            let said = item
                .iter()
                .enumerate()
                .flat_map(|(category, &times)| vec![Some(category); times]);
            nominal.add(&said.collect::<Vec<_>>(), 1.0);
        }
        check(nominal.fleiss(), 0.210);
    }

    #[test]
    fn alpha_of_a_published_table_with_gaps() {
        // Krippendorff (2011), example C: four observers, twelve units, nominal alpha .743.
        let rows = [
            "1 2 3 3 2 1 4 1 2 * * *",
            "1 2 3 3 2 2 4 1 2 5 * 3",
            "* 3 3 3 2 3 4 2 2 5 1 *",
            "1 2 3 3 2 4 4 1 2 5 1 *",
        ];
        let rows = rows.map(|row| row.split(' ').map(|it| it.parse().ok()).collect::<Vec<_>>());
        let mut nominal = Nominal::new(4, 6);
        for unit in 0..12 {
            let said: Vec<Option<usize>> = rows.iter().map(|row| row[unit]).collect();
            nominal.add(&said, 1.0);
        }
        check(nominal.alpha(), 0.743);
    }

    #[test]
    fn where_nothing_varies_there_is_no_coefficient() {
        let nominal = of(&[&[Some(0), Some(0)], &[Some(0), Some(0)]], 2);
        assert_eq!(nominal.cohen(0, 1), None);
        assert_eq!(nominal.fleiss(), None);
        assert_eq!(nominal.alpha(), None);
        assert_eq!(Nominal::new(2, 2).alpha(), None, "of nothing");
    }

    #[test]
    fn whoever_did_not_rate_an_item_is_not_compared_on_it() {
        let nominal = of(
            &[
                &[Some(0), Some(0), None],
                &[Some(1), Some(1), None],
                &[None, None, Some(1)],
            ],
            2,
        );
        check(nominal.cohen(0, 1), 1.0);
        assert_eq!(nominal.cohen(0, 2), None);
        assert_eq!(nominal.fleiss(), None);
        check(nominal.alpha(), 1.0);
    }
}
