//! The frame of the page: header, notices, shortcuts.

pub mod embed;
pub mod header;
pub mod keep_notice;
pub mod notices;
pub mod shortcuts;
