//! What there is to know of an operation: its row, kept in the operation's own file.
//!
//! Everything outside of the emulator that depends on the operation reads it from here: the form of
//! its parameters, its permission, its Terraform equivalent, the lock it falls under.

use super::call_template::CallTemplate;
use super::error::ErrorRow;
use super::handler::Handler;
use super::param_spec::ParamSpec;
use super::permission::Permission;

/// The row of an operation.
#[derive(Debug)]
pub struct Operation {
    /// What it reads or changes.
    pub effect: Effect,
    /// The documented parameters. The common parameters and the caller-identity fields that only
    /// client libraries know (`OwnerId` and its like) are not among them.
    pub params: &'static [ParamSpec],
    /// The year of its newest error table; none where no table is at hand.
    pub table_year: Option<u16>,
    /// The rows of that table, in the published order.
    pub errors: &'static [ErrorRow],
    /// Rows that it may end in though its own table lacks them, from the page of a sibling.
    pub borrowed: &'static [ErrorRow],
    /// Which published fields its reply has.
    pub reply: ReplyFields,
    /// What a caller must be allowed to do.
    pub permission: Permission,
    /// What takes its place in Terraform.
    pub terraform: Terraform,
    /// Calls that end in its errors, those that are likely to meet a row first.
    pub templates: &'static [&'static [CallTemplate]],
    pub(super) answer: Handler,
}

/// What an operation does to a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It only reads.
    Reads,
    /// It changes the policy of a group.
    ChangesPolicy,
    /// It changes the rules of a group.
    ChangesRules,
    /// It changes who is in a group.
    ChangesMembers,
    /// It makes, deletes or renames groups.
    ChangesGroups,
}

/// Which of the published fields a reply has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyFields {
    /// All of them.
    All,
    /// All but these, and what is below them: a scenario does not know their values. `a.b` is the
    /// field `b` of `a`.
    Without(&'static [&'static str]),
    /// No list of fields is at hand: those that a scenario knows.
    NoListAtHand,
}

/// What takes the place of a call in Terraform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terraform {
    /// The resource of a new group.
    NewGroup,
    /// The policy of a group's resource.
    GroupPolicy,
    /// Other attributes of a group's resource.
    GroupAttributes,
    /// Resources of inbound rules.
    InboundRules,
    /// Resources of outbound rules.
    OutboundRules,
    /// Nothing: a query has no resource.
    Reads,
    /// Nothing: a resource is removed instead.
    Removes,
    /// Nothing: groups are listed in the resource of the instance.
    Members,
    /// Nothing: the resource of a rule is the whole rule, not a change of it.
    ChangesRule,
}

/// Declares `Action`: one line for each operation, its name and its module.
macro_rules! operations {
    ($($name:ident in $module:ident;)+) => {
        /// An operation of the ECS API (version 2014-05-26) that this emulator answers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $(#[doc = concat!("`", stringify!($name), "`, see [`", stringify!($module), "`].")]
            $name,)+
        }

        impl Action {
            /// Every operation, once each.
            pub const ALL: [Self; [$(stringify!($name)),+].len()] = [$(Self::$name),+];

            /// The value of the `Action` parameter.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)+
                }
            }

            /// What there is to know of it.
            pub const fn operation(self) -> &'static $crate::emulator::operation::Operation {
                match self {
                    $(Self::$name => &$module::OPERATION,)+
                }
            }
        }
    };
}

pub(super) use operations;
