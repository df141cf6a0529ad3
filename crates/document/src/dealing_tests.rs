//! Dealing: every article is dealt, to as many as was asked for, evenly, and the same again.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn names(prefix: &str, count: usize) -> Vec<String> {
    (1..=count)
        .map(|number| format!("{prefix}{number}"))
        .collect()
}

/// How many articles each person has.
fn loads(people: &[String], dealt: &Dealt) -> Vec<usize> {
    people.iter().map(|person| load(person, dealt)).collect()
}

#[test]
fn ten_articles_of_which_two_are_for_all_three() {
    let (articles, people) = (names("story", 10), names("person", 3));
    let dealing = Dealing {
        people: &people,
        overlap: 20,
        each: 3,
        seed: 7,
    };
    let dealt = dealing.deal(&articles, &Dealt::new());
    let counts: Vec<usize> = dealt.values().map(Vec::len).collect();
    assert_eq!(counts.iter().filter(|count| **count == 3).count(), 2);
    assert_eq!(counts.iter().filter(|count| **count == 1).count(), 8);
    let mut loads = loads(&people, &dealt);
    loads.sort_unstable();
    assert_eq!(loads, [4, 5, 5]);
    let other = Dealing { seed: 8, ..dealing };
    assert_ne!(other.deal(&articles, &Dealt::new()), dealt);
}

prop_compose! {
    fn asked()(
        articles in prop::collection::btree_set("[a-z/]{1,6}", 0..40),
        people in 1..6_usize,
        overlap in 0..=100_u8,
        each in 1..7_usize,
        seed in any::<u64>(),
    ) -> (BTreeSet<String>, usize, u8, usize, u64) {
        (articles, people, overlap, each, seed)
    }
}

proptest! {
    #[test]
    fn every_article_is_dealt_evenly_with_the_overlap_that_was_asked_for(
        (articles, people, overlap, each, seed) in asked(),
    ) {
        let (articles, people) = (Vec::from_iter(articles), names("p", people));
        let dealing = Dealing { people: &people, overlap, each, seed };
        let dealt = dealing.deal(&articles, &Dealt::new());
        prop_assert_eq!(dealt.keys().cloned().collect::<Vec<_>>(), articles.clone());
        for has in dealt.values() {
            let distinct: BTreeSet<&String> = has.iter().collect();
            prop_assert_eq!(distinct.len(), has.len());
            prop_assert!(has.len() == 1 || has.len() == each.min(people.len()));
        }
        let several = dealt.values().filter(|has| has.len() > 1).count();
        if each > 1 && people.len() > 1 {
            prop_assert!((several * 100).abs_diff(articles.len() * usize::from(overlap)) <= 50);
        } else {
            prop_assert_eq!(several, 0);
        }
        let loads = loads(&people, &dealt);
        let (most, least) = (loads.iter().max().unwrap(), loads.iter().min().unwrap());
        prop_assert!(most - least <= 1, "{:?}", loads);
        let mut other_way = articles.clone();
        other_way.reverse();
        prop_assert_eq!(dealing.deal(&other_way, &Dealt::new()), dealt);
    }

    #[test]
    fn more_articles_keep_what_was_dealt(
        (articles, people, overlap, each, seed) in asked(),
        first in 0..40_usize,
    ) {
        let (articles, people) = (Vec::from_iter(articles), names("p", people));
        let some = &articles[..first.min(articles.len())];
        let dealing = Dealing { people: &people, overlap, each, seed };
        let before = dealing.deal(some, &Dealt::new());
        let after = dealing.deal(&articles, &before);
        for (name, has) in &before {
            prop_assert_eq!(after.get(name), Some(has));
        }
        prop_assert_eq!(after.len(), articles.len());
        prop_assert_eq!(dealing.deal(&articles, &after), after);
    }
}
