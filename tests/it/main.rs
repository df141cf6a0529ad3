//! All integration tests, in one binary.

mod cli;
mod journey;
mod laws;
mod panels;
mod raster;
mod screen;
mod store;
mod support;
mod tidy;
mod window;
