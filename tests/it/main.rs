//! All integration tests, in one binary.

#![allow(
    clippy::expect_used,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod agreement;
mod annotators;
mod article_files;
mod cli;
mod commands;
mod comparing_command;
#[cfg(target_os = "linux")]
mod crash;
mod damage;
#[cfg(feature = "inspection")]
mod desktop;
mod dice;
mod eval;
mod exchange;
mod exporting;
mod figures;
mod flow;
mod fuzz;
mod gallery;
mod i18n;
mod importing;
mod journey;
mod journey_choosing;
mod journey_comparing;
mod journey_elsewhere;
mod journey_leaving;
mod journey_merging;
mod journey_naming;
mod journey_problems;
mod journey_recovering;
mod journey_saving;
mod journey_versions;
mod laws;
mod lint_command;
mod measuring;
mod panels;
mod pictures;
mod project;
mod project_command;
mod random_actions;
mod raster;
mod readme;
mod reliability;
mod reliability_table;
mod screen;
mod simulate;
mod statistics;
mod store;
mod suggest_laws;
mod suggest_lines;
mod support;
mod tidy;
mod window;
