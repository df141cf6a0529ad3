//! What is measured of a person's work: journeys, and the disk that keeps it.

mod command;
mod given;
mod laws;
mod writing;

use copydesk::app::{
    ActivityEvent, ActivityTask, Answer, CommandId, Dialog, Event, Question, Request, Session,
    Task, WindowRequest,
};
use copydesk_document::{ActivityRecord, Day, DecidedCounts};

use crate::journey_saving::shown_id;
use crate::support::{caret_at, open, press, session};

pub const FRIDAY: &str = "2026-11-27";
const SATURDAY: &str = "2026-11-28";

/// A person was at work, as the window tells it.
pub fn works(session: &mut Session, day: &str, millis: u32) {
    let day = Day::parse(day).unwrap();
    session.handle(Event::Activity(ActivityEvent::Worked { day, millis }));
}

/// What is to be written of what was measured, since this was last asked.
pub fn records(session: &mut Session) -> Vec<ActivityRecord> {
    let add = |request| match request {
        Request::Task(Task::Activity(ActivityTask::Add(records))) => Some(records),
        _ => None,
    };
    let requests = session.take_requests();
    requests.into_iter().filter_map(add).flatten().collect()
}

/// The same after a moment without input, in short: title, day, actions, milliseconds, and the spans that
/// were accepted, added, changed and rejected.
pub fn measured(session: &mut Session) -> Vec<(String, String, u64, u64, [i64; 4])> {
    session.handle(Event::Idle);
    let short = |record: ActivityRecord| {
        let DecidedCounts {
            accepted,
            added,
            changed,
            rejected,
        } = record.effort.spans;
        (
            record.title,
            record.day.to_string(),
            record.effort.actions,
            record.effort.active_ms,
            [accepted, added, changed, rejected],
        )
    };
    records(session).into_iter().map(short).collect()
}

fn line(
    title: &str,
    day: &str,
    actions: u64,
    millis: u64,
    spans: [i64; 4],
) -> (String, String, u64, u64, [i64; 4]) {
    (title.to_owned(), day.to_owned(), actions, millis, spans)
}

pub const ARTICLE: &str =
    "{person?90|Trump} met {person?80|Macron} in Bern, not in {place?70|March}.";

/// A session whose window is in use, with nothing measured yet.
pub fn at_work(marked: &str) -> Session {
    let mut session = session(marked);
    works(&mut session, FRIDAY, 0);
    measured(&mut session);
    session
}

#[test]
fn actions_time_and_spans_are_booked_on_the_article_and_the_day() {
    let mut session = at_work(ARTICLE);
    works(&mut session, FRIDAY, 1_500);
    press(&mut session, "Tab Enter Enter X");
    caret_at(&mut session, "Bern");
    press(&mut session, "L");
    works(&mut session, FRIDAY, 2_250);
    let expected = line("article", FRIDAY, 5, 3_750, [2, 1, 0, 1]);
    assert_eq!(measured(&mut session), [expected]);
    assert_eq!(measured(&mut session), [], "it is written once");
}

#[test]
fn each_article_has_its_own_and_it_is_written_when_another_is_shown() {
    let mut session = at_work(ARTICLE);
    let first = shown_id(&session);
    open(&mut session, "other", "{person?90|Okoro} came.");
    measured(&mut session);
    press(&mut session, "Tab Enter");
    works(&mut session, FRIDAY, 800);
    session.handle(Event::ArticleChosen(first));
    let written = records(&mut session);
    assert_eq!(written.len(), 1, "without a pause: {written:?}");
    assert_eq!(written[0].title, "other");
    assert_eq!(written[0].effort.active_ms, 800);
    works(&mut session, FRIDAY, 300);
    press(&mut session, "Tab X");
    let expected = line("article", FRIDAY, 2, 300, [0, 0, 0, 1]);
    assert_eq!(measured(&mut session), [expected]);
}

#[test]
fn work_without_a_pause_is_written_within_half_a_minute() {
    let mut session = at_work(ARTICLE);
    let mut unwritten = 0;
    for _ in 0..300 {
        works(&mut session, FRIDAY, 400);
        unwritten += 400;
        if !records(&mut session).is_empty() {
            unwritten = 0;
        }
        assert!(unwritten < 30_000);
    }
}

#[test]
fn what_is_undone_is_taken_back_also_after_it_was_written() {
    let mut session = at_work(ARTICLE);
    press(&mut session, "Tab Enter Enter");
    let expected = line("article", FRIDAY, 3, 0, [2, 0, 0, 0]);
    assert_eq!(measured(&mut session), [expected]);
    press(&mut session, "Ctrl+Z Ctrl+Z Ctrl+Shift+Z");
    works(&mut session, FRIDAY, 100);
    let spans: i64 = measured(&mut session).iter().map(|line| line.4[0]).sum();
    assert_eq!(spans, -1);
}

#[test]
fn what_was_done_before_midnight_belongs_to_the_day_before() {
    let mut session = at_work(ARTICLE);
    works(&mut session, FRIDAY, 700);
    press(&mut session, "Tab Enter");
    works(&mut session, SATURDAY, 200);
    press(&mut session, "X");
    session.handle(Event::Idle);
    let written = records(&mut session);
    let days: Vec<_> = written
        .iter()
        .map(|record| record.day.to_string())
        .collect();
    assert_eq!(days, [FRIDAY, SATURDAY]);
    assert_eq!(written[0].effort.active_ms, 700);
    assert_eq!(written[0].effort.actions, 2);
    assert_eq!(written[1].effort.active_ms, 200);
    assert_eq!(written[1].effort.spans.rejected, 1);
}

#[test]
fn nothing_is_counted_or_written_while_it_is_switched_off() {
    let mut session = at_work(ARTICLE);
    session.run(CommandId::Measures);
    assert!(!session.preferences().measures);
    records(&mut session);
    press(&mut session, "Tab Enter");
    works(&mut session, FRIDAY, 25_000);
    works(&mut session, SATURDAY, 25_000);
    assert!(!session.has_unkept_work());
    assert_eq!(measured(&mut session), []);
    session.run(CommandId::Measures);
    press(&mut session, "X");
    works(&mut session, SATURDAY, 10);
    let expected = line("article", SATURDAY, 1, 10, [0, 0, 0, 1]);
    assert_eq!(measured(&mut session), [expected]);
}

#[test]
fn what_was_counted_before_it_is_switched_off_is_written() {
    let mut session = at_work(ARTICLE);
    press(&mut session, "Tab Enter");
    session.run(CommandId::Measures);
    assert_eq!(records(&mut session).len(), 1);
}

#[test]
fn closing_and_quitting_write_what_was_measured() {
    let mut session = at_work("Nothing here.");
    works(&mut session, FRIDAY, 40);
    session.run(CommandId::Close);
    assert_eq!(records(&mut session).len(), 1);
    open(&mut session, "other", "Nothing there.");
    records(&mut session);
    works(&mut session, FRIDAY, 40);
    session.handle(Event::CloseRequested);
    let requests = session.take_requests();
    let writes = |request: &Request| matches!(request, Request::Task(Task::Activity(_)));
    let quits = |request: &Request| matches!(request, Request::Window(WindowRequest::Quit));
    let written = requests.iter().position(writes).unwrap();
    assert!(written < requests.iter().position(quits).unwrap());
}

#[test]
fn deleting_asks_first_and_nothing_from_before_comes_after() {
    let mut session = at_work(ARTICLE);
    press(&mut session, "Tab Enter");
    works(&mut session, FRIDAY, 900);
    session.run(CommandId::DeleteActivity);
    let question = Dialog::Confirm(Question::DeleteActivity);
    assert_eq!(session.dialog(), Some(&question));
    session.handle(Event::Answered(Answer::Cancel));
    let deletes =
        |request: &Request| matches!(request, Request::Task(Task::Activity(ActivityTask::Delete)));
    assert!(!session.take_requests().iter().any(deletes));
    press(&mut session, "Enter");
    session.run(CommandId::DeleteActivity);
    session.handle(Event::Answered(Answer::Discard));
    assert!(session.take_requests().iter().any(deletes));
    assert_eq!(measured(&mut session), []);
}
