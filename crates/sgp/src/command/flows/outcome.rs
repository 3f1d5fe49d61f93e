//! Everything that `sgp flows` tells.

use sg_core::connectivity::Reach;
use sg_core::flow_log::{Intake, Narrowing, Report};

/// Everything that is told.
pub(super) struct Outcome<'a> {
    pub(super) files: &'a [String],
    pub(super) intake: Intake,
    pub(super) report: Report,
    pub(super) narrowings: Vec<Narrowing>,
    pub(super) reach: &'a Reach,
    pub(super) with_use: bool,
    pub(super) with_narrow: bool,
}
