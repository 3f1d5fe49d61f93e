//! The core of the playground for ECS security groups: what exists, who reaches whom and why, and
//! what the API would answer. Pure functions of their arguments: no clock, no randomness, no web.

pub mod chance;
pub mod citation;
pub mod language;
pub mod model;

pub mod connectivity;
pub mod explain;

pub mod emulator;
pub mod request;

pub mod gateway;

pub mod share;

pub mod goal;
pub mod import;

pub mod history;

pub mod export;

pub mod lesson;
pub mod quiz;
pub mod specimen;
