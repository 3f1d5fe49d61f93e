//! A playground for ECS security groups: what exists, who reaches whom and why, what the API
//! would answer, and the page that shows it.

pub mod chance;
pub mod citation;
pub mod language;
pub mod model;
pub mod quote;

pub mod connectivity;
pub mod explain;

pub mod emulator;
pub mod request;

pub mod gateway;

pub mod share;

pub mod goal;
pub mod import;

pub mod history;

pub mod export;

pub mod lesson;
pub mod quiz;
pub mod specimen;

#[cfg(feature = "cli")]
pub mod cli;

#[cfg(feature = "ui")]
pub mod ui;
