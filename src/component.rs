//! The components of the page: each takes data as properties and reports events.

pub mod answer;
pub mod flows;
pub mod groups;
pub mod kit;
pub mod learn;
pub mod pairs;
pub(crate) mod present;
pub mod request;
pub mod share;
pub mod shell;
pub mod topology;
mod words;
