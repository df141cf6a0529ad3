//! All integration tests, in one binary.

mod cli;
#[cfg(feature = "inspection")]
mod desktop;
mod eval;
mod journey;
mod laws;
mod panels;
mod raster;
mod screen;
mod store;
mod support;
mod tidy;
mod window;
