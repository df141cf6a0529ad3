//! What each command does, in files by subject; the table in `command` lists them all.

pub(super) mod agreement;
pub(super) mod annotating;
pub(super) mod beginning;
pub(super) mod candidates;
pub(super) mod comparing;
pub(super) mod comparison;
pub(super) mod dictionaries;
pub(super) mod everywhere;
pub(super) mod everywhere_folder;
pub(super) mod examples;
pub(super) mod exchange;
pub(super) mod exporting;
pub(super) mod facts;
pub(super) mod files;
pub(super) mod finishing;
mod going_on;
pub(super) mod hints;
pub(super) mod importing;
pub(super) mod keeping;
pub(super) mod labeling;
pub(super) mod learning;
pub(super) mod leaving;
pub(super) mod lint;
pub(super) mod measuring;
pub(super) mod merging;
pub(super) mod problems;
pub(super) mod project;
pub(super) mod project_settings;
pub(super) mod reading;
pub(super) mod reviewing;
pub(super) mod saving;
pub(super) mod search;
pub(super) mod settings;
mod settling;
mod several;
pub(super) mod statistics;
pub(super) mod suggesting;
pub(super) mod versions;
pub(super) mod view;

use crate::app::{CommandId, Session};
use copydesk_i18n::tr;

fn needs_article(session: &Session, _: CommandId) -> Result<(), &'static str> {
    session
        .article()
        .map(|_| ())
        .ok_or_else(|| tr!("needs-article"))
}

fn needs_span(session: &Session, _: CommandId) -> Result<(), &'static str> {
    let article = session.article().ok_or_else(|| tr!("needs-article"))?;
    article
        .aimed_item()
        .map(|_| ())
        .ok_or_else(|| tr!("needs-span"))
}
