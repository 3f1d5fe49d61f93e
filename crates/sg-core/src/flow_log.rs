//! VPC flow logs: reads their records, judges each with the prepared engine, and says what decided
//! which traffic. No files, no threads: the caller hands over text, slice by slice.
//!
//! A record is about one interface and one direction, and so is what it is compared with: what the
//! groups of that interface say of the packet, inbound or outbound. `ACCEPT` there does not mean that
//! the packet arrived, and `REJECT` may be the word of a network ACL.

mod fields;
mod log_error;
mod record;

mod objects;
mod table;

mod json;

mod format;

mod tally;

mod captured;
mod flow_key;
mod judge;

mod flow;
mod outcome;

mod findings;
mod sessions;

mod batch;
mod part;
mod reading;

mod reason;
mod report;

mod cover;
mod narrow;
mod narrower_rules;

pub mod text;

pub use batch::{Batch, Intake, MOST_FAULTS};
pub use captured::{LogPlace, PARTS};
pub use findings::{Findings, Totals};
pub use format::{Cutter, LONGEST_RECORD, LogSlice};
pub use judge::{Judge, Unknown};
pub use log_error::LogError;
pub use narrow::{Narrower, Narrowing, narrowings};
pub use outcome::DisagreementKind;
pub use part::LogPart;
pub use reading::LogReader;
pub use reason::Reason;
pub use record::{Action, Entry, Field, FlowRecord, RecordFault};
pub use report::{Disagreement, OtherDecider, Report, RuleUse, SampleRecord, UnknownRecords};
pub use tally::{Tally, Traffic};
