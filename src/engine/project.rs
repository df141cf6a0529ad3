//! A folder of articles that are opened one by one: what is in it, what its list shows, and what is done to
//! its articles without opening them in the window.

mod accepting;
mod answer;
mod assessing;
mod closed;
mod deeds;
mod in_order;
mod listing;
mod looking;
mod own;
mod peeking;
mod status;

pub use accepting::{Changed, Folder, SurePlace, accept_sure, undo_last};
pub(super) use answer::folder_failed;
pub(super) use closed::Desk;
pub(super) use deeds::do_deed;
pub use deeds::finish_deeds;
pub(super) use in_order::in_order;
pub use listing::list;
pub(super) use listing::{is_empty, is_plain_text, list_if_plain};
pub(super) use own::own_of;
pub use status::{Estimate, FolderStatus, Order, next, status};
