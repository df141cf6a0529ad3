//! The desktop: one window, its threads and its dialogs.

use std::sync::Arc;

use eframe::egui;

use crate::app::{Event, Opened, Request, Sample, Session};
use crate::document::{Document, Metadata};
use crate::text::ArticleText;
use crate::ui::{Outbox, Ui, theme};

pub const SAMPLES: &[(Sample, &str)] = &[
    (
        Sample {
            name: "minerals-deal",
            title: "Minerals deal",
        },
        include_str!("../../samples/minerals-deal.txt"),
    ),
    (
        Sample {
            name: "aleppo-access",
            title: "Access to Aleppo",
        },
        include_str!("../../samples/aleppo-access.txt"),
    ),
];

/// The program as eframe sees it.
pub struct Host {
    session: Session,
    ui: Ui,
    outbox: Outbox,
}

impl Host {
    pub fn new(cc: &eframe::CreationContext<'_>, session: Session) -> Self {
        theme::install(&cc.egui_ctx);
        Self {
            session,
            ui: Ui::default(),
            outbox: Outbox::default(),
        }
    }

    fn carry_out(&mut self, ctx: &egui::Context) {
        for request in self.session.take_requests() {
            match request {
                Request::View(request) => self.ui.request(ctx, request),
                Request::OpenSample(name) => {
                    if let Some((sample, text)) =
                        SAMPLES.iter().find(|(sample, _)| sample.name == name)
                    {
                        let metadata = Metadata {
                            title: sample.title.to_owned(),
                            ..Metadata::default()
                        };
                        let document = Document::new(
                            ArticleText::new(*text),
                            Arc::clone(self.session.schema()),
                            metadata,
                        );
                        self.session.handle(Event::Opened(Box::new(Opened {
                            document,
                            saved_at: None,
                            path: None,
                            stamp: None,
                            warnings: Vec::new(),
                            is_recovered: false,
                        })));
                    }
                }
                Request::Suggest {
                    article,
                    ticket,
                    text,
                } => {
                    let analysis = crate::suggest::Analysis::new(&text);
                    let suggestions = crate::suggest::suggest(&analysis, self.session.schema());
                    self.session.handle(Event::Suggested {
                        article,
                        ticket,
                        suggestions,
                    });
                }
                Request::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
                Request::Copy(words) => ctx.copy_text(words),
                _ => {}
            }
        }
    }
}

impl eframe::App for Host {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.ui.show(ui, &self.session, &mut self.outbox);
        for event in self.outbox.take() {
            self.session.handle(event);
        }
        self.carry_out(ui.ctx());
    }
}
