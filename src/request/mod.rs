//! How you would call it: a call as text, ready to read or to run.

pub mod canonical;
pub mod endpoint;
pub mod signature;
pub mod snippet;
pub mod url;

/// The version of the API, and the only value of `Version` that it takes.
pub const VERSION: &str = "2014-05-26";
