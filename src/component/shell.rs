//! What stands around the work: header, notices, shortcuts.

pub mod embed;
pub mod header;
pub mod keep_notice;
pub mod notices;
pub mod shortcuts;
