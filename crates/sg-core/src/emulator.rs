//! What the API would do: a scenario and a call give a reply and the next scenario, or an error.
//!
//! Pure: the clock and new ids come from [`Env`], and what earlier calls matter for (`ClientToken`)
//! is an argument of [`answer_after`]. On an error nothing has changed.

pub mod action;
mod answer;
pub mod assumption;
mod authorize;
pub mod call;
mod call_template;
pub mod cause;
pub mod common;
mod entry_list;
mod env;
mod error;
mod error_table;
pub mod gateway;
mod group_set;
mod handler;
mod instance_fields;
mod interface;
mod interface_fields;
mod membership;
mod modify_rule;
mod naming;
mod new_address;
mod not_emulated;
mod operation;
mod paging;
mod param_spec;
pub mod params;
pub mod permission;
mod port_list;
mod prefix_list;
mod quota;
mod region;
mod reply;
mod revoke;
mod rule_form;
mod successor;
mod surroundings;
mod tag;
mod tagging;
mod token;
mod value;
mod xml;

pub use action::{Action, error_rows, param_specs, supplementary_rows};
pub use answer::{Answer, answer, answer_after, answer_policy_change};
pub use assumption::Assumption;
pub use call::{Call, GroupForm, PermissionForm};
pub use call_template::{CallTemplate, Fixture};
pub use common::common_rows;
pub use env::{Env, IdGenerator, RequestId};
pub use error::{ApiError, ErrorRow, Reach};
pub use not_emulated::not_emulated;
pub use operation::{Effect, Operation, ReplyFields, Terraform};
pub use param_spec::{ParamKind, ParamSpec};
pub use params::Params;
pub use permission::{Access, Permission};
pub use region::exists as region_is_known;
pub use reply::Reply;
pub use rule_form::new_rules;
pub use successor::successor;
pub use surroundings::vswitch;
pub use value::{Field, Value};
