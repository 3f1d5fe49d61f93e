//! Small parts of the page: each gets data and says what happened.

pub mod answer;
pub mod groups;
pub mod kit;
pub mod learn;
pub mod pairs;
pub mod request;
pub mod share;
pub mod shell;
pub mod topology;
mod words;
