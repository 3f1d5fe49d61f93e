//! What the API would do: a scene and a call give a reply and the next scene, or an error.
//!
//! Pure: the clock and new ids come from [`Env`], and what earlier calls matter for (`ClientToken`)
//! is an argument of [`answer_after`]. On an error nothing has changed.

pub mod action;
mod answer;
pub mod assumption;
mod authorize;
pub mod call;
pub mod cause;
pub mod common;
mod env;
mod error;
mod error_table;
pub mod gateway;
mod membership;
mod modify_rule;
mod naming;
mod operation;
mod paging;
mod param_spec;
pub mod params;
mod quota;
mod region;
mod reply;
mod revoke;
mod rule_form;
mod tag;
mod token;
mod xml;

pub use answer::{Answer, answer, answer_after};
use answer::{Outcome, Request};
pub use assumption::Assumption;
pub use call::{Call, GroupForm, PermissionForm};
pub use env::{Env, Mint, RequestId};
pub use error::{ApiError, ErrorRow, Reach};
pub use error_table::{common_rows, error_rows, supplementary_rows};
pub use operation::Action;
pub use param_spec::{ParamSpec, param_specs};
pub use params::Params;
pub use reply::{Field, Reply, Value};
