//! Answers what is asked about the opened folder.

use crate::app::{DeedOutcome, Event, FolderListed, FolderTask, ProjectEvent};
use crate::engine::Progress;
use crate::engine::TextLabels;
use crate::engine::answer::{Engine, open_failed};
use crate::engine::project::closed::Desk;
use crate::engine::project::deeds::OpenHere;
use crate::engine::project::{assessing, deeds, listing, looking, own, peeking};
use crate::engine::project_settings;
use copydesk_document::Memory;

impl Engine {
    pub(in crate::engine) fn answer_folder(
        &self,
        task: &FolderTask,
        progress: &Progress,
    ) -> Vec<Event> {
        let (labels, annotator) = (self.labels(), self.annotator());
        let list = |folder| own::only_own(listing::list(folder, progress), &annotator);
        let event = match task {
            FolderTask::Open(folder) => return self.folder_opened(listing::list(folder, progress)),
            FolderTask::LookAgain(folder) => ProjectEvent::LookedAgain(Box::new(list(folder))),
            FolderTask::Peek(articles) => ProjectEvent::Peeked(peeking::peek(articles)),
            FolderTask::Assess {
                ticket,
                articles,
                memory,
            } => ProjectEvent::Assessed {
                ticket: *ticket,
                outlooks: assessing::assess(
                    &self.desk((&labels, &annotator), memory.as_deref()),
                    articles,
                    progress,
                ),
            },
            FolderTask::Look {
                ticket,
                what,
                articles,
                memory,
            } => ProjectEvent::Placed {
                ticket: *ticket,
                places: looking::look(
                    &self.desk((&labels, &annotator), memory.as_deref()),
                    what,
                    articles,
                    progress,
                ),
            },
            FolderTask::Do {
                ticket,
                deed,
                memory,
            } => {
                let outcome = deeds::do_deed(
                    &self.desk((&labels, &annotator), memory.as_deref()),
                    deed,
                    progress,
                );
                deed_done(*ticket, outcome)
            }
            FolderTask::Turn {
                ticket,
                id,
                is_undo,
                open,
                without,
            } => {
                let here = OpenHere {
                    clean: open,
                    unsaved: without,
                };
                let outcome = deeds::turn_deed(self.home.as_ref(), id, *is_undo, here, progress);
                deed_done(*ticket, outcome.map(Some))
            }
        };
        vec![Event::Project(event)]
    }

    pub(in crate::engine) fn folder_opened(&self, listed: FolderListed) -> Vec<Event> {
        let mut listed = own::only_own(listed, &self.annotator());
        let home = self.home.as_ref();
        let next = home.map(|home| deeds::next_deeds(home, &listed.root));
        listed.next_deeds = next.unwrap_or_default();
        let settings = project_settings::read(&listed.root).into_iter();
        let opened = Event::Project(ProjectEvent::Opened(Box::new(listed)));
        settings.chain([opened]).collect()
    }

    pub(in crate::engine) fn desk<'a>(
        &'a self,
        (labels, annotator): (&'a TextLabels, &'a str),
        memory: Option<&'a Memory>,
    ) -> Desk<'a> {
        Desk {
            labels,
            home: self.home.as_ref(),
            library: &self.library,
            memory,
            annotator,
            threads: None,
        }
    }
}

/// The answer to a task that panicked, or for which there was no thread.
pub(in crate::engine) fn folder_failed(task: &FolderTask, message: String) -> Vec<Event> {
    let event = match task {
        FolderTask::Open(folder) => return vec![open_failed(folder, message)],
        FolderTask::LookAgain(_) | FolderTask::Peek(_) => return vec![Event::Trouble(message)],
        FolderTask::Assess { ticket, .. } => ProjectEvent::Assessed {
            ticket: *ticket,
            outlooks: Vec::new(),
        },
        FolderTask::Look { ticket, .. } => ProjectEvent::Placed {
            ticket: *ticket,
            places: None,
        },
        FolderTask::Do { ticket, .. } | FolderTask::Turn { ticket, .. } => {
            return vec![Event::Project(deed_done(*ticket, Err(message)))];
        }
    };
    vec![Event::Project(event), Event::Trouble(message)]
}

fn deed_done(ticket: u64, outcome: Result<Option<DeedOutcome>, String>) -> ProjectEvent {
    let outcome = outcome.map(|outcome| outcome.map(Box::new));
    ProjectEvent::DeedDone { ticket, outcome }
}
