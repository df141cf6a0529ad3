//! Exports and imports between the session and the machine: dialogs, jobs, their ends.

use std::sync::Arc;

use crate::app::{Event, ExchangeEvent, ExchangeRequest, WorkEnd};
use crate::engine::{Failure, FailureKind, Job, Outcome, Progress};
use crate::shell::host::Host;
use crate::shell::jobs::Purpose;

impl Host {
    pub(super) fn exchange(&mut self, request: ExchangeRequest, frame: &eframe::Frame) {
        let (ticket, job) = match request {
            ExchangeRequest::PickExportPath {
                suggested,
                extension,
            } => {
                self.dialogs.pick_export_path(frame, &suggested, extension);
                return;
            }
            ExchangeRequest::PickFolder(purpose) => {
                self.dialogs.pick_folder(frame, purpose);
                return;
            }
            ExchangeRequest::Cancel { ticket } => {
                if let Some((_, progress)) =
                    self.working.as_ref().filter(|(known, _)| *known == ticket)
                {
                    progress.cancel();
                }
                return;
            }
            ExchangeRequest::Preview { ticket, request } => {
                let purpose = Purpose::Preview { ticket };
                let job = Job::Preview(request);
                self.workers.start(purpose, job, Arc::default());
                return;
            }
            ExchangeRequest::Export {
                ticket,
                request,
                path,
                may_replace,
            } => {
                let job = Job::Export {
                    request,
                    path,
                    may_replace,
                };
                (ticket, job)
            }
            ExchangeRequest::Survey { ticket, request } => (ticket, Job::Survey(request)),
            ExchangeRequest::Import { ticket, request } => {
                let home = self.home.clone();
                (ticket, Job::Import { request, home })
            }
        };
        let progress = Arc::<Progress>::default();
        self.working = Some((ticket, Arc::clone(&progress)));
        self.workers
            .start(Purpose::Exchange { ticket }, job, progress);
    }

    /// How far the export or import is that goes on.
    pub(super) fn exchange_progress(&self) -> Option<Event> {
        let (ticket, progress) = self.working.as_ref()?;
        Some(Event::Exchange(ExchangeEvent::Progress {
            ticket: *ticket,
            done: progress.fraction(),
        }))
    }

    /// A preview has come, or why there is none.
    pub(super) fn take_preview(&mut self, ticket: u64, outcome: Result<Outcome, Failure>) {
        let preview = match outcome {
            Ok(Outcome::Previewed(preview)) => Ok(*preview),
            Ok(_) => return,
            Err(failure) => Err(failure.message),
        };
        self.session
            .handle(Event::Exchange(ExchangeEvent::Previewed {
                ticket,
                preview,
            }));
    }

    /// An export or import has ended.
    pub(super) fn end_exchange(&mut self, ticket: u64, outcome: Result<Outcome, Failure>) {
        if self
            .working
            .as_ref()
            .is_some_and(|(known, _)| *known == ticket)
        {
            self.working = None;
        }
        let end = match outcome {
            Ok(Outcome::Exported(report)) => WorkEnd::Exported(report),
            Ok(Outcome::Surveyed(survey)) => WorkEnd::Surveyed(survey),
            Ok(Outcome::Imported {
                report,
                opened,
                files,
            }) => WorkEnd::Imported {
                report,
                opened: opened.into_iter().map(Self::opened).collect(),
                files,
            },
            Ok(_) => WorkEnd::Cancelled,
            Err(failure) => WorkEnd::Failed {
                is_in_the_way: failure.kind == FailureKind::InTheWay,
                message: failure.message,
            },
        };
        self.session
            .handle(Event::Exchange(ExchangeEvent::Ended { ticket, end }));
    }
}
