//! Import and export: links, files and account data.

pub mod export;
pub(crate) mod hiding;
pub mod import;
pub mod link;
pub mod parts;
