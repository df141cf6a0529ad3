//! All integration tests, in one binary.

#![allow(
    clippy::expect_used,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod cli;
mod commands;
#[cfg(feature = "inspection")]
mod desktop;
mod eval;
mod exchange;
mod exporting;
mod importing;
mod journey;
mod journey_elsewhere;
mod journey_leaving;
mod journey_naming;
mod journey_problems;
mod journey_recovering;
mod journey_saving;
mod laws;
mod panels;
mod pictures;
mod raster;
mod readme;
mod reliability;
mod screen;
mod store;
mod suggest_laws;
mod suggest_lines;
mod support;
mod tidy;
mod window;
