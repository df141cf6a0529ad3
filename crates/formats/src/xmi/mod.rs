//! UIMA CAS XMI.

pub(crate) mod read;
pub(crate) mod write;
