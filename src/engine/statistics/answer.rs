//! Answers what the window asks about statistics.

use crate::app::{Event, StatisticsEvent, StatisticsTask};
use crate::engine::Progress;
use crate::engine::answer::Engine;
use crate::engine::statistics::{Counting, count, title_of, write_csv, write_html};
use copydesk_i18n::tr;

impl Engine {
    pub(in crate::engine) fn answer_statistics(
        &self,
        task: &StatisticsTask,
        progress: &Progress,
    ) -> Event {
        let event = match task {
            StatisticsTask::Count { ticket, folders } => {
                let counting = Counting {
                    home: self.home.as_ref(),
                    library: &self.library,
                    progress,
                };
                let counted = count(folders, counting);
                StatisticsEvent::Counted {
                    ticket: *ticket,
                    counted: counted.map(|statistics| statistics.map(Box::new)),
                }
            }
            StatisticsTask::SaveTables { statistics, folder } => {
                let written = write_csv(statistics, folder);
                let words = || {
                    tr!(
                        "statistics-tables-saved",
                        path = folder.display().to_string()
                    )
                };
                let written = written.map(|()| words());
                StatisticsEvent::Saved(written.map_err(|error| error.to_string()))
            }
            StatisticsTask::SaveReport {
                statistics,
                folders,
                path,
                may_replace,
            } => {
                let written = write_html(statistics, &title_of(folders), path, *may_replace);
                let words = || tr!("statistics-report-saved", path = path.display().to_string());
                let written = written.map(|()| words());
                StatisticsEvent::Saved(written.map_err(|error| error.to_string()))
            }
        };
        Event::Statistics(event)
    }
}

/// The answer to a task that could not be done.
pub(in crate::engine) fn failed(task: &StatisticsTask, message: String) -> Event {
    Event::Statistics(match task {
        StatisticsTask::Count { ticket, .. } => StatisticsEvent::Counted {
            ticket: *ticket,
            counted: Err(message),
        },
        StatisticsTask::SaveTables { .. } | StatisticsTask::SaveReport { .. } => {
            StatisticsEvent::Saved(Err(message))
        }
    })
}
