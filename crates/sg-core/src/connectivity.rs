//! Who reaches whom, and why. Pure and total: every question has an answer and a reason.

mod flow;
mod reason;
mod trace;
mod verdict;

mod evaluate;
mod interface_filter;
mod pair;
mod precedence;
mod predicate;
mod route;

mod addresses;
mod cell;
mod choice;
mod diff;
mod end;
mod matrix;
mod outside;
mod packet_set;
mod partition;
mod reach;
mod space;

mod check;
mod fix;
mod session;

mod lint;

mod clause;

pub(crate) use addresses::{PartialEndpoint, complete};
pub use cell::{AddressPartition, Cell, CellState, Summary};
pub use check::{Checked, Judgement, Wrong, check, check_view};
pub use choice::{AskedPacket, CheckedDirections, PacketChoice};
pub use clause::{Clause, ClauseId, Source, Status};
pub use diff::{CellChange, Change, Judged, PairChange, RegionChange, Shift, diff, diff_regions};
pub use end::{End, ends};
pub use evaluate::evaluate;
pub use fix::{Edit, EditKind, Effect, Fix, Fixes, Goal, Intent, Refused, fix};
pub use flow::{Endpoint, Flow, Packet};
pub use lint::{
    Evidence, Finding, LintId, Place, SENSITIVE_PORTS, SENSITIVE_PORTS_DATE, SensitivePort,
    Severity, lint, text as lint_text,
};
pub use matrix::{Matrix, cell_between, flow_between, matrix};
pub use packet_set::PacketSet;
pub use reach::{Changes, Decision, Outcome, PairAnswer, Reach};
pub use reason::{GroupKind, PlatformRule, RouteFault, UnknownReason};
pub use session::{SESSION_SECONDS, SessionAnswer, Survival, session};
pub use space::{PacketSpace, Region, packet_space};
pub use trace::{
    CheckedSide, FieldMatch, FieldMatches, IntraGroup, NotChecked, Outranking, SharedGroup, Side,
    SideDecider, Trial, TrialResult,
};
pub use verdict::{Contested, Decider, Evaluation, Path, Verdict};
