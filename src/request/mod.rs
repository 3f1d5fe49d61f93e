//! How you would call it: a call as text, ready to read or to run.

pub mod canonical;
pub mod snippet;
pub mod url;
