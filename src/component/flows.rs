//! Flow logs: choosing files, reading them, and what they say about the scenario.

pub mod bar;
mod intake;
mod kind;
mod lines;
mod lists;
mod narrower;
pub mod panel;
mod pressing;
mod result;
mod save;
