//! The file of what was measured: adds to it, reads it, and writes it as a table.

use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::app::{ActivityEvent, ActivityTask};
use copydesk_document::{Activity, ActivityRecord};
use copydesk_i18n::tr;
use copydesk_store::{ActivityError, Expected, Home, disk};

/// So often it is tried to write while another window does …
const MOST_TRIES: usize = 20;
/// … with so much time between.
const PAUSE: Duration = Duration::from_millis(25);

/// Does `task`. Without a home, nothing is kept.
pub(super) fn answer(task: &ActivityTask, home: Option<&Home>) -> ActivityEvent {
    match task {
        ActivityTask::Add(records) => {
            let add = |home| try_often(|| copydesk_store::add_activity(home, records.clone()));
            match home.map_or(Ok(()), add) {
                Ok(()) => ActivityEvent::Written,
                Err(message) => failed(task, message),
            }
        }
        ActivityTask::Read => {
            let read = home.map(copydesk_store::load_activity);
            ActivityEvent::Read(read.unwrap_or_else(|| Ok(Default::default())))
        }
        ActivityTask::Export { to } => ActivityEvent::Exported(export(home, to)),
        ActivityTask::Delete => {
            let delete = |home| try_often(|| copydesk_store::delete_activity(home));
            ActivityEvent::Deleted(home.map_or(Ok(()), delete))
        }
    }
}

/// The answer to a task that could not be done.
pub(super) fn failed(task: &ActivityTask, message: String) -> ActivityEvent {
    match task {
        ActivityTask::Add(records) => ActivityEvent::NotWritten {
            records: records.clone(),
            message,
        },
        ActivityTask::Read => ActivityEvent::Read(Err(message)),
        ActivityTask::Export { .. } => ActivityEvent::Exported(Err(message)),
        ActivityTask::Delete => ActivityEvent::Deleted(Err(message)),
    }
}

/// Another window writes for some milliseconds.
fn try_often(work: impl Fn() -> Result<(), ActivityError>) -> Result<(), String> {
    for _ in 1..MOST_TRIES {
        match work() {
            Ok(()) => return Ok(()),
            Err(ActivityError::Busy) => thread::sleep(PAUSE),
            Err(ActivityError::Failed(message)) => return Err(message),
        }
    }
    work().map_err(|error| error.to_string())
}

fn export(home: Option<&Home>, to: &Path) -> Result<String, String> {
    let read = home.map(copydesk_store::load_activity).transpose()?;
    let (activity, _) = read.unwrap_or_default();
    // A person chose the name, and was asked where there is such a file.
    disk::write_atomically(to, table(&activity).as_bytes(), Expected::Anything)
        .map_err(|error| error.to_string())?;
    let name = to.file_name().unwrap_or(to.as_os_str());
    Ok(tr!(
        "engine-activity-exported",
        file = name.to_string_lossy()
    ))
}

const COLUMNS: &str = "day,article,title,source,actions,active_seconds,accepted,added,changed,\
                       rejected,spans,actions_per_span,seconds_per_span\n";

/// All records as CSV, one line for each article and day.
pub fn table(activity: &Activity) -> String {
    let mut table = COLUMNS.to_owned();
    for ActivityRecord {
        article,
        title,
        source,
        day,
        effort,
    } in activity.records()
    {
        let source = source.as_deref().map(|path| path.display().to_string());
        let rate = |rate: Option<f64>| rate.map_or_else(String::new, |rate| format!("{rate:.2}"));
        let fields = [
            day.to_string(),
            quoted(article),
            quoted(title),
            quoted(&source.unwrap_or_default()),
            effort.actions.to_string(),
            format!("{:.1}", effort.active_secs()),
            effort.spans.accepted.to_string(),
            effort.spans.added.to_string(),
            effort.spans.changed.to_string(),
            effort.spans.rejected.to_string(),
            effort.spans.total().to_string(),
            rate(effort.actions_per_span()),
            rate(effort.secs_per_span()),
        ];
        table.push_str(&fields.join(","));
        table.push('\n');
    }
    table
}

/// By RFC 4180.
fn quoted(field: &str) -> String {
    if field.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_document::{Day, DecidedCounts, Effort};

    fn record(title: &str) -> ActivityRecord {
        ActivityRecord {
            article: "f0".to_owned(),
            title: title.to_owned(),
            source: Some("/news/a.txt".into()),
            day: Day::parse("2026-11-29").unwrap(),
            effort: Effort {
                actions: 7,
                active_ms: 61_500,
                spans: DecidedCounts {
                    accepted: 3,
                    rejected: 1,
                    ..DecidedCounts::default()
                },
            },
        }
    }

    #[test]
    fn the_table_has_a_line_for_each_article_and_day() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path().join("home"));
        let add = ActivityTask::Add(vec![record("Talks, “at last”\nor \"never\"")]);
        assert_eq!(answer(&add, Some(&home)), ActivityEvent::Written);
        let to = folder.path().join("out.csv");
        let exported = answer(&ActivityTask::Export { to: to.clone() }, Some(&home));
        let words = "Exported to “out.csv”".to_owned();
        assert_eq!(exported, ActivityEvent::Exported(Ok(words)));
        let expected = format!(
            "{COLUMNS}2026-11-29,f0,\"Talks, “at last”\nor \"\"never\"\"\",/news/a.txt,7,61.5,3,0,0,1,4,1.75,15.38\n"
        );
        assert_eq!(std::fs::read_to_string(to).unwrap(), expected);
    }

    #[test]
    fn a_file_that_another_program_keeps_locked_is_not_waited_for_without_end() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let lock = home.activity().with_extension("lock");
        let held = disk::Lock::acquire(&lock).unwrap();
        let add = ActivityTask::Add(vec![record("Talks")]);
        let ActivityEvent::NotWritten { records, message } = answer(&add, Some(&home)) else {
            panic!("it was written");
        };
        assert_eq!(records, [record("Talks")]);
        assert!(message.contains("Another window"), "{message}");
        drop(held);
        assert_eq!(answer(&add, Some(&home)), ActivityEvent::Written);
    }

    #[test]
    fn without_a_home_nothing_is_kept_and_nothing_fails() {
        let add = ActivityTask::Add(vec![record("Talks")]);
        assert_eq!(answer(&add, None), ActivityEvent::Written);
        let read = answer(&ActivityTask::Read, None);
        assert_eq!(
            read,
            ActivityEvent::Read(Ok((Activity::default(), Vec::new())))
        );
    }
}
