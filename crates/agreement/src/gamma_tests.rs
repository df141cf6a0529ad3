//! The alignment is the best one, and gamma is one where all agree.

use proptest::prelude::*;

use super::*;

fn mark(start: u32, length: u32, category: usize) -> Mark {
    Mark {
        start: f64::from(start),
        end: f64::from(start + length),
        category,
    }
}

/// The least disorder of all alignments, by trying each.
fn least(versions: &[Vec<Mark>]) -> f64 {
    let people = versions.len();
    let pairs = (people * (people - 1) / 2) as f64;
    let all: Vec<(usize, Mark)> = versions
        .iter()
        .enumerate()
        .flat_map(|(person, marks)| marks.iter().map(move |mark| (person, *mark)))
        .collect();
    let mut groups: Vec<Vec<(usize, Mark)>> = Vec::new();
    place(&all, &mut groups, &|groups| {
        let of = |group: &Vec<(usize, Mark)>| {
            let mut sum = 0.0;
            let mut compared = 0.0;
            for (one, other) in crate::nominal::pairs(group.len()) {
                sum += difference(&group[one].1, &group[other].1);
                compared += 1.0;
            }
            (sum + pairs - compared) / pairs
        };
        groups.iter().map(of).sum()
    })
}

/// What a way to group units costs.
type Cost<'a> = &'a dyn Fn(&[Vec<(usize, Mark)>]) -> f64;

fn place(left: &[(usize, Mark)], groups: &mut Vec<Vec<(usize, Mark)>>, disorder: Cost<'_>) -> f64 {
    let Some((first, rest)) = left.split_first() else {
        return disorder(groups);
    };
    groups.push(vec![*first]);
    let mut least = place(rest, groups, disorder);
    groups.pop();
    for index in 0..groups.len() {
        if groups[index].iter().all(|(person, _)| *person != first.0) {
            groups[index].push(*first);
            least = least.min(place(rest, groups, disorder));
            groups[index].pop();
        }
    }
    least
}

fn versions(people: usize) -> impl Strategy<Value = Vec<Vec<Mark>>> {
    let mark = (0_u32..40, 1_u32..9, 0_usize..3)
        .prop_map(|(start, length, category)| mark(start, length, category));
    prop::collection::vec(prop::collection::vec(mark, 0..4), people)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn of_two_people_the_alignment_is_the_best(versions in versions(2)) {
        let found = Alignment::best(&versions).disorder();
        prop_assert!((found - least(&versions)).abs() < 1e-6, "{found}, not {}", least(&versions));
    }

    #[test]
    fn of_three_people_it_is_near_the_best(versions in versions(3)) {
        let (found, least) = (Alignment::best(&versions).disorder(), least(&versions));
        prop_assert!(found >= least - 1e-6);
        prop_assert!(found <= least * 1.05 + 1e-6, "{found}, not {least}");
    }
}

#[test]
fn a_unit_that_all_marked_alike_is_aligned_without_disorder() {
    let versions = vec![vec![mark(3, 5, 0), mark(20, 2, 1)]; 3];
    let alignment = Alignment::best(&versions);
    assert!(alignment.disorder().abs() < 1e-12);
    assert!(alignment.category_disorder().abs() < 1e-12);
}

#[test]
fn a_unit_that_one_alone_marked_is_a_disorder_of_one() {
    let versions = vec![vec![mark(3, 5, 0), mark(20, 2, 1)], vec![mark(3, 5, 0)]];
    assert!((Alignment::best(&versions).disorder() - 1.0).abs() < 1e-12);
}
