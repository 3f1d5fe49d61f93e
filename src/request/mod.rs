//! How you would call it: a call as text, ready to read or to run.

pub mod canonical;
pub mod common_parameters;
pub mod endpoint;
pub mod parse;
pub mod ram;
pub mod signature;
pub mod snippet;
pub mod url;
pub mod workbench;

/// The version of the API, and the only value of `Version` that it takes.
pub const VERSION: &str = "2014-05-26";
