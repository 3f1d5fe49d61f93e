//! Who reaches whom, and why. Pure and total: every question has an answer and a reason.

mod flow;
mod reason;
mod trace;
mod verdict;

mod candidate;
mod evaluate;
mod interface_filter;
mod internet;
mod pair;
mod precedence;
mod predicate;
mod route;
mod surroundings;

mod addresses;
mod answer;
mod ask;
mod asked_end;
mod at_interface;
mod cell;
mod choice;
mod diff;
mod end;
mod lines;
mod matrix;
mod outside;
mod packet_set;
mod partition;
mod pieces;
mod reach;
mod space;
mod state;
mod unroutable;

mod check;
mod fix;
mod session;

mod lint;

mod exposure;

mod clause;

pub(crate) use addresses::{PartialEndpoint, complete};
pub use answer::{AddressVerdicts, Answer, AnswerPart};
pub use ask::ask;
pub use asked_end::AskedEnd;
pub use at_interface::{InterfaceDecision, InterfacePacket, decide_at};
pub use cell::{AddressPartition, Cell};
pub use check::{Checked, Judgement, Wrong, check, check_view};
pub use choice::{AskedPacket, CheckedDirections, PacketChoice};
pub use clause::{Clause, ClauseId, Source, Status};
pub use diff::{CellChange, Change, Judged, PairChange, RegionChange, Shift, diff, diff_regions};
pub use end::{End, ends};
pub use evaluate::evaluate;
pub use exposure::{ExposedAddress, Exposure, Sources, exposure, grouped as grouped_exposure};
pub use fix::{Edit, EditKind, Effect, Fix, Fixes, Goal, Intent, Obstacle, Refused, Tie, fix};
pub use flow::{Endpoint, Flow, Packet};
pub use internet::needs_public_address;
pub(crate) use internet::touches_internet;
pub use lines::{GroupBy, Line, LineCell, LineCells, LineMatrix};
pub use lint::{
    Evidence, Finding, FindingPart, LintId, Place, SENSITIVE_PORTS, SENSITIVE_PORTS_DATE,
    SensitivePort, Severity, lint, text as lint_text,
};
pub use matrix::{Matrix, cell_between, flow_between, matrix};
pub use packet_set::PacketSet;
pub(crate) use partition::difference;
pub use precedence::rules_as_tried;
pub use reach::{
    Changes, Decision, Equivalence, EquivalentEnds, Outcome, PairAnswer, Preparation, Reach,
    VerdictChange, VerdictChanges,
};
pub use reason::{GroupKind, PlatformRule, RouteFault, UnknownReason, UnreadPart};
pub use session::{SESSION_SECONDS, SessionAnswer, Survival, session};
pub use space::{PacketSpace, Region, packet_space};
pub use state::{CellState, Summary};
pub use trace::{
    CheckedSide, FieldMatch, FieldMatches, IntraGroup, NotChecked, Outranking, SharedGroup, Side,
    SideDecider, Trial, TrialResult,
};
pub use verdict::{Contested, Decider, Evaluation, Path, Verdict};
