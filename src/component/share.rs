//! Import and export: links, files and account data.

pub mod export;
pub mod import;
pub mod link;
