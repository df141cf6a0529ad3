//! Articles, preferences and drafts on disk: RON files, written whole or not at all.

mod article_file;
mod outline;
mod printer;
mod problem;
mod read_error;
mod restore;
mod schema_file;
mod wire_v1;

pub use article_file::{Restored, TextPlace, is_article_file, parse, print, print_with};
pub use problem::{Problem, ProblemKind};
pub use read_error::{ReadError, ReadErrorKind};
pub use schema_file::{built_in_schema, parse_schema};

use article_file::{FORMAT, HEADER};
