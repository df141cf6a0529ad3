//! Whatever a person does, what is written adds up to it.

use copydesk::app::{CommandId, Event};
use copydesk_document::{Activity, Day, DecidedSpans, Effort};
use proptest::prelude::*;

use super::{records, works};
use crate::support::{open, press, session};

const KEYS: [&str; 9] = [
    "Tab",
    "Enter",
    "X",
    "P",
    "Right",
    "Ctrl+Z",
    "Ctrl+Shift+Z",
    "Shift+Right",
    "Ctrl+Enter",
];

/// The day with this number.
fn day(number: u16) -> String {
    Day::from_number(20_000 + i32::from(number)).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_adds_up_to_what_was_done(
        deeds in prop::collection::vec((0..14_usize, 0..5_000_u32), 1..60),
    ) {
        let mut session = session("{person?90|Trump} met {person?80|Macron} in {place?70|March}.");
        open(&mut session, "other", "{person?90|Okoro} came with {person?80|Trump} to Bern.");
        works(&mut session, &day(0), 0);
        session.handle(Event::Idle);
        let before: Activity = records(&mut session).into_iter().collect();
        let mut activity = before.clone();
        let (mut today, mut millis) = (0, 0);
        for (kind, amount) in deeds {
            match KEYS.get(kind) {
                Some(key) => press(&mut session, key),
                None if kind == 9 => {
                    let articles = session.articles();
                    let id = articles[amount as usize % articles.len()].id;
                    session.handle(Event::ArticleChosen(id));
                }
                None if kind == 10 => session.handle(Event::Idle),
                None if kind == 11 => {
                    today += 1;
                    works(&mut session, &day(today), 0);
                }
                None => {
                    works(&mut session, &day(today), amount);
                    millis += u64::from(amount);
                }
            }
            for record in records(&mut session) {
                prop_assert!(record.day.to_string() <= day(today));
                activity.add(record);
            }
        }
        session.handle(Event::Idle);
        for record in records(&mut session) {
            activity.add(record);
        }
        let mut done = Effort { active_ms: millis, ..Effort::default() };
        for article in session.articles() {
            done.actions += article.actions() as u64;
            done.spans = done.spans.plus(DecidedSpans::of(article.history()).counts());
        }
        prop_assert_eq!(activity.total(), done);
        let add = |sum: Effort, effort: Effort| sum.plus(effort);
        let of_days = activity.by_day().into_values().fold(Effort::default(), add);
        prop_assert_eq!(of_days, done);
        session.run(CommandId::Measures);
        prop_assert_eq!(records(&mut session).len(), 0);
    }
}
