//! A call in the forms people use it: URLs, signatures and snippets, plus the parser for pasted
//! calls.

pub mod canonical;
pub mod common_parameters;
pub mod endpoint;
pub(crate) mod hidden;
pub mod parse;
pub mod ram;
pub mod signature;
pub mod snippet;
pub mod url;
pub mod workbench;

/// The API version, and the only valid value of `Version`.
pub const VERSION: &str = "2014-05-26";
