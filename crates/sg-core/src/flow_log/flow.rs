//! What is held of a flow while a log is read.

use super::captured::LogPlace;
use super::judge::FlowVerdict;
use super::tally::Traffic;

/// The records of a flow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flow {
    pub(super) said: FlowVerdict,
    /// What decided, by its position among everything that did.
    pub(super) named: usize,
    pub(super) traffic: Traffic,
    pub(super) sample: Sample,
}

/// One record of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sample {
    pub(super) place: LogPlace,
    pub(super) ports: (u16, u16),
}
