//! The properties of an operation, kept as one row in the operation's own file.
//!
//! Everything outside the emulator that depends on the operation reads it from here: the form for
//! its parameters, its permission, its Terraform equivalent, the lock that covers it.

use super::call_template::CallTemplate;
use super::error::ErrorRow;
use super::param_spec::ParamSpec;
use super::permission::Permission;

/// The row of an operation.
#[derive(Debug)]
pub struct Operation {
    /// What it reads or changes.
    pub effect: Effect,
    /// The documented parameters, without the common parameters and the caller-identity fields that
    /// only client libraries know (`OwnerId` and similar).
    pub params: &'static [ParamSpec],
    /// The year of its newest error table; `None` if none is available.
    pub table_year: Option<u16>,
    /// The rows of that table, in the published order.
    pub errors: &'static [ErrorRow],
    /// Rows borrowed from a sibling's page because the operation's own table lacks them.
    pub borrowed: &'static [ErrorRow],
    /// Which of the published fields its reply has.
    pub reply: ReplyFields,
    /// The permission that a caller needs.
    pub permission: Permission,
    /// Its equivalent in Terraform.
    pub terraform: Terraform,
    /// Calls that end in its errors, the most likely to succeed first.
    pub templates: &'static [&'static [CallTemplate]],
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
    /// It changes group membership.
    ChangesMembers,
    /// It creates, deletes or renames groups.
    ChangesGroups,
    /// It changes network interfaces, prefix lists or port lists.
    ChangesTopology,
}

/// Which of the published fields a reply has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReplyFields {
    /// All of them.
    All,
    /// All except these and the fields below them, whose values a scenario does not know. `a.b` is
    /// the field `b` of `a`.
    Without(&'static [&'static str]),
    /// No list of fields is available: those that a scenario knows.
    NoListAtHand,
}

/// The Terraform equivalent of a call.
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
    /// The resource of a network interface.
    NewInterface,
    /// The resource that attaches a network interface.
    Attachment,
    /// The resource of a prefix list.
    NewPrefixList,
    /// Nothing: the groups are an argument of the resource of the instance or interface.
    GroupList,
    /// Nothing: it is an argument of the resource itself.
    InResource,
    /// Nothing: the entries are blocks of the prefix list's resource, which has them all.
    Entries,
    /// Nothing: the provider has no resource for it, as far as its documents say.
    NoResource,
    /// Nothing: a query has no resource.
    Reads,
    /// Nothing: a resource is removed instead.
    Removes,
    /// Nothing: groups are listed in the instance's resource.
    Members,
    /// Nothing: a rule's resource describes the whole rule, not a change.
    ChangesRule,
}

/// Declares `Action`: one line per operation, with its name and module.
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

            /// The properties of the operation.
            pub const fn operation(self) -> &'static $crate::emulator::operation::Operation {
                match self {
                    $(Self::$name => &$module::OPERATION,)+
                }
            }

            /// What it reads or changes. A constant: a program that asks only this does not hold the
            /// rows.
            pub const fn effect(self) -> $crate::emulator::operation::Effect {
                match self {
                    $(Self::$name => const { $module::OPERATION.effect },)+
                }
            }

            /// How many rows its error table has. A constant, as its effect is.
            pub const fn error_count(self) -> usize {
                match self {
                    $(Self::$name => const { $module::OPERATION.errors.len() },)+
                }
            }

            /// The function that answers its calls. Not in the row, so that a program that only
            /// reads rows does not hold every function.
            pub(super) const fn handler(self) -> $crate::emulator::handler::Handler {
                match self {
                    $(Self::$name => $module::HANDLER,)+
                }
            }
        }
    };
}

pub(super) use operations;
