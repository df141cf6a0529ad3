//! The options of `copydesk export` for the card of a data set.

use std::io;
use std::path::PathBuf;

use clap::Args;

use crate::cli::{Streams, progress};
use crate::engine::Progress;
use crate::engine::exchange::{agreement_in, guidelines_of};
use copydesk_formats::export::{Card, Exporter};

#[derive(Debug, Args)]
pub(super) struct CardArgs {
    /// Name the license in the card, as in CC-BY-4.0, or by its address (hf)
    #[arg(long, value_name = "LICENSE", value_parser = one_line)]
    license: Option<String>,
    /// Say in the card where the data set is found (hf)
    #[arg(long, value_name = "ADDRESS", value_parser = one_line)]
    url: Option<String>,
    /// Say in the card when the data set was published, as in 2026-05-01 (hf)
    #[arg(long, value_name = "DATE", value_parser = date)]
    published: Option<String>,
    /// Measure for the card how far the people agree whose files are in these folders (hf)
    #[arg(long, value_name = "FOLDER", num_args = 1..)]
    agreement: Vec<PathBuf>,
}

impl CardArgs {
    /// The card; its guidelines are those of the project of `files`.
    pub(super) fn card(
        &self,
        to: &dyn Exporter,
        files: &[PathBuf],
        streams: &mut Streams<'_>,
    ) -> io::Result<Result<Card, String>> {
        let told = [&self.license, &self.url, &self.published];
        let is_told = told.iter().any(|it| it.is_some()) || !self.agreement.is_empty();
        if to.id() != CARD_FORMAT {
            let why = "--license, --url, --published and --agreement are for a data set with a card, which only --to hf has";
            return Ok(if is_told {
                Err(why.to_owned())
            } else {
                Ok(Card::default())
            });
        }
        let guidelines = files
            .iter()
            .find_map(|path| guidelines_of(path).transpose());
        let guidelines = match guidelines.transpose() {
            Ok(guidelines) => guidelines,
            Err(why) => return Ok(Err(why)),
        };
        let agreement = if self.agreement.is_empty() {
            None
        } else {
            let work = Progress::new();
            let measured =
                progress::shown("Comparing", &work, || agreement_in(&self.agreement, &work));
            match measured {
                Ok(Some((figures, left_out))) => {
                    for why in left_out {
                        writeln!(streams.err, "copydesk: {why}")?;
                    }
                    Some(figures)
                }
                Ok(None) => return Ok(Err("stopped; nothing was changed".to_owned())),
                Err(why) => return Ok(Err(why)),
            }
        };
        let told = told.map(|words| words.clone().unwrap_or_default());
        let [license, url, published] = told;
        Ok(Ok(Card {
            license,
            url,
            published,
            guidelines,
            agreement,
        }))
    }
}

/// The format whose data sets have a card.
const CARD_FORMAT: &str = "hf";

fn one_line(words: &str) -> Result<String, String> {
    let trimmed = words.trim();
    if trimmed.is_empty() || trimmed.contains(char::is_control) {
        return Err("not a line of words".to_owned());
    }
    Ok(trimmed.to_owned())
}

/// `2026-05-01`.
fn date(words: &str) -> Result<String, String> {
    let parts: Vec<&str> = words.split('-').collect();
    let number = |part: &&str, length: usize, most: u16| {
        let is_it = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        is_it
            && part
                .parse()
                .is_ok_and(|number: u16| (1..=most).contains(&number))
    };
    let is_date = match parts.as_slice() {
        [year, month, day] => number(year, 4, 9999) && number(month, 2, 12) && number(day, 2, 31),
        _ => false,
    };
    if is_date {
        Ok(words.to_owned())
    } else {
        Err("not a day such as 2026-05-01".to_owned())
    }
}
