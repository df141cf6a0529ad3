//! All integration tests, in one binary.

mod journey;
mod laws;
mod panels;
mod raster;
mod screen;
mod support;
mod tidy;
mod window;
