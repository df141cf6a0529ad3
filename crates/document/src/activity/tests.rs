//! Sums over days and articles.

use proptest::prelude::*;

use super::*;

fn record(article: &str, day: Day, effort: Effort) -> ActivityRecord {
    ActivityRecord {
        article: article.to_owned(),
        title: format!("{article} of {day}"),
        source: None,
        day,
        effort,
    }
}

fn effort(actions: u64, active_ms: u64, accepted: i64) -> Effort {
    Effort {
        actions,
        active_ms,
        spans: DecidedCounts {
            accepted,
            ..DecidedCounts::default()
        },
    }
}

fn day(written: &str) -> Day {
    Day::parse(written).unwrap()
}

#[test]
fn an_article_has_one_record_a_day() {
    let (first, second) = (day("2026-11-28"), day("2026-11-29"));
    let activity: Activity = [
        record("a", second, effort(3, 1_000, 1)),
        record("b", first, effort(1, 500, 0)),
        record("a", second, effort(5, 2_000, 3)),
        record("a", first, effort(2, 4_000, 2)),
    ]
    .into_iter()
    .collect();
    let found: Vec<_> = activity
        .records()
        .map(|record| (record.day, record.article.as_str(), record.effort))
        .collect();
    assert_eq!(
        found,
        [
            (first, "a", effort(2, 4_000, 2)),
            (first, "b", effort(1, 500, 0)),
            (second, "a", effort(8, 3_000, 4)),
        ]
    );
    let articles: Vec<_> = activity
        .by_article()
        .into_iter()
        .map(|article| (article.title, article.effort))
        .collect();
    assert_eq!(
        articles,
        [
            ("a of 2026-11-29".to_owned(), effort(10, 7_000, 6)),
            ("b of 2026-11-28".to_owned(), effort(1, 500, 0)),
        ]
    );
}

#[test]
fn there_is_no_rate_without_a_span() {
    assert_eq!(effort(3, 1_000, 0).actions_per_span(), None);
    assert_eq!(effort(3, 1_000, -1).secs_per_span(), None);
    assert_eq!(effort(3, 1_000, 2).actions_per_span(), Some(1.5));
    assert_eq!(effort(3, 1_000, 2).secs_per_span(), Some(0.5));
}

fn efforts() -> impl Strategy<Value = Effort> {
    (0..99_u64, 0..99_999_u64, -9..99_i64)
        .prop_map(|(actions, ms, spans)| effort(actions, ms, spans))
}

proptest! {
    #[test]
    fn days_and_articles_both_add_up_to_all(
        records in prop::collection::vec(("[a-d]", 0..9_i32, efforts()), 0..40),
    ) {
        let records: Vec<_> = records
            .into_iter()
            .map(|(article, day, effort)| record(&article, Day::from_number(day), effort))
            .collect();
        let total = sum(records.iter());
        let activity: Activity = records.into_iter().collect();
        prop_assert_eq!(activity.total(), total);
        let add = |sum: Effort, effort: Effort| sum.plus(effort);
        let days = activity.by_day().into_values().fold(Effort::default(), add);
        prop_assert_eq!(days, total);
        let articles = activity.by_article().into_iter();
        let articles = articles.map(|article| article.effort).fold(Effort::default(), add);
        prop_assert_eq!(articles, total);
        let day = Day::from_number;
        let halves = activity.on(&(day(0)..=day(4))).plus(activity.on(&(day(5)..=day(9))));
        prop_assert_eq!(halves, total);
    }
}
