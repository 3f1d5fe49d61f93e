//! What leaves the page and what comes in: links, files, imports.

pub mod export;
pub mod import;
pub mod link;
