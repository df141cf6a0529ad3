//! All integration tests, in one binary.

mod journey;
mod laws;
mod support;
mod tidy;
