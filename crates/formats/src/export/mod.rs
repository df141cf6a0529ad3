//! Articles become a data set that the tools of the field read, with a report of what was lost.

mod article;
mod card;
mod file_name;
mod loss;
mod memory;
pub(crate) mod numbers;

use std::fmt;
use std::io;
use std::sync::Arc;

use crate::{Format, format, formats};
use copydesk_document::{LabelId, Layer, Schema};

pub use article::{Article, Split};
pub use card::{AgreementFigures, AgreementRow, Card, Figure, GuidelinesVersion};
pub use file_name::safe_name;
pub use loss::{Loss, LossKind, Losses, report_names};
pub use memory::{MemorySink, write_to_memory};

/// One format that data sets are written in.
pub trait Exporter: Send + Sync {
    /// The format that it writes.
    fn format(&self) -> &'static Format;

    fn shape(&self) -> Shape;

    /// Begins a data set.
    fn begin(&self, settings: &Settings) -> Box<dyn DataSet>;

    /// [`Format::id`].
    fn id(&self) -> &'static str {
        self.format().id
    }

    /// [`Format::name`].
    fn name(&self) -> &'static str {
        self.format().name
    }

    /// [`Format::about`].
    fn about(&self) -> &'static str {
        self.format().about
    }
}

/// What a data set is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One file for all articles, with this extension: [`Place::Main`], perhaps with others beside.
    File(&'static str),
    /// A folder with files in it: [`Place::In`].
    Folder,
    /// A folder that holds the parts of a split, each in files of its own.
    SplitFolder,
}

/// A data set while it is written. Holds no more than the format makes necessary: memory must not
/// grow with the number of articles.
pub trait DataSet {
    /// Writes one article. Whatever of it the format cannot hold goes into `losses`.
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        losses: &mut Losses<'_>,
    ) -> io::Result<()>;

    /// Writes what comes after the last article, and files that need to know of all.
    fn finish(&mut self, _sink: &mut dyn Sink) -> io::Result<()> {
        Ok(())
    }
}

/// Where a data set goes: the disk, the standard output, the memory of a preview.
pub trait Sink {
    /// Appends `bytes` to the file at `place`, which is made when it is first named.
    fn write(&mut self, place: Place<'_>, bytes: &[u8]) -> io::Result<()>;
}

/// One file of a data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place<'a> {
    /// The one file of [`Shape::File`].
    Main,
    /// A file beside that one: its name is the main file's without the extension, then this, such as
    /// `.labels.xml`. Left out where the main file is the standard output.
    Beside(&'a str),
    /// A file in the folder, a relative path with `/` between.
    In(&'a str),
}

/// What holds for a whole data set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The data set's name, for cards and headers: letters, digits, `-`, `_`, `.`.
    pub name: String,
    /// The labels that are known beforehand, with their layers, attributes and guidelines. Records
    /// may have others.
    pub schema: Arc<Schema>,
    /// Who annotated; empty where nobody is to be named.
    pub annotator: String,
    /// For formats that have one.
    pub card: Card,
}

/// Every format that is written, in the order of [`formats`].
pub fn exporters() -> impl Iterator<Item = &'static dyn Exporter> {
    formats().iter().filter_map(|format| format.writer)
}

/// What writes the format with this id.
pub fn exporter(id: &str) -> Option<&'static dyn Exporter> {
    format(id)?.writer
}

impl fmt::Debug for dyn Exporter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Settings {
    /// `copydesk 0.1.0`, for fields that say who wrote a file.
    pub const GENERATOR: &'static str = concat!("copydesk ", env!("CARGO_PKG_VERSION"));

    /// The layer of `label`, whose case does not count; labels that the schema does not have share
    /// one layer of their own.
    pub(crate) fn layer(&self, label: &str) -> Layer {
        self.schema
            .labels()
            .iter()
            .find(|known| known.id.as_str().eq_ignore_ascii_case(label))
            .map_or_else(|| Layer::new("other"), |known| known.layer.clone())
    }

    /// The layers of the schema in its order, each with its labels.
    pub(crate) fn layers(&self) -> Vec<(Layer, Vec<LabelId>)> {
        let mut layers: Vec<(Layer, Vec<LabelId>)> = Vec::new();
        for label in self.schema.labels() {
            match layers.iter_mut().find(|(layer, _)| *layer == label.layer) {
                Some((_, labels)) => labels.push(label.id.clone()),
                None => layers.push((label.layer.clone(), vec![label.id.clone()])),
            }
        }
        layers
    }
}
