//! The article as it is read: one column of text with its spans.

use eframe::egui;

use crate::app::{OpenArticle, Session, ViewRequest};
use crate::ui::Outbox;

#[derive(Default)]
pub struct ArticleView {}

/// The widget that has the keyboard while an article is read.
pub fn article_id() -> egui::Id {
    egui::Id::new("article")
}

impl ArticleView {
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        _session: &Session,
        article: &OpenArticle,
        _outbox: &mut Outbox,
    ) {
        ui.label(article.text().as_str());
    }

    pub fn request(&mut self, _request: ViewRequest) {}
}
