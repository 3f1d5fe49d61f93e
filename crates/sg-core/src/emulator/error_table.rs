//! The error tables: one per operation, each row beside the variant that stands for it.

use super::Action;
use super::action;
use super::common;
use super::error::ErrorRow;

/// The rows of an operation's newest published table, in the published order. Rows that only
/// older pages carry are not among them, and neither are the rows of [`supplementary_rows`].
pub fn error_rows(action: Action) -> &'static [ErrorRow] {
    match action {
        Action::ModifySecurityGroupPolicy => action::modify_security_group_policy::Error::TABLE,
        Action::CreateSecurityGroup => action::create_security_group::Error::TABLE,
        Action::DeleteSecurityGroup => action::delete_security_group::Error::TABLE,
        Action::DescribeSecurityGroupAttribute => {
            action::describe_security_group_attribute::Error::TABLE
        }
        Action::AuthorizeSecurityGroup => action::authorize_security_group::Error::TABLE,
        Action::AuthorizeSecurityGroupEgress => {
            action::authorize_security_group_egress::Error::TABLE
        }
        Action::RevokeSecurityGroup => action::revoke_security_group::Error::TABLE,
        Action::RevokeSecurityGroupEgress => action::revoke_security_group_egress::Error::TABLE,
        Action::JoinSecurityGroup => action::join_security_group::Error::TABLE,
        Action::LeaveSecurityGroup => action::leave_security_group::Error::TABLE,
        Action::ModifySecurityGroupAttribute => {
            action::modify_security_group_attribute::Error::TABLE
        }
        Action::ModifySecurityGroupRule => action::modify_security_group_rule::Error::TABLE,
        Action::ModifySecurityGroupEgressRule => {
            action::modify_security_group_egress_rule::Error::TABLE
        }
        Action::DescribeSecurityGroups => action::describe_security_groups::Error::TABLE,
        Action::DescribeSecurityGroupReferences => {
            action::describe_security_group_references::Error::TABLE
        }
        // No error table of these two is at hand: they end in the rows of the service as a whole.
        Action::DescribeInstances | Action::DescribeRegions => &[],
    }
}

/// Rows an operation may end in that are not in its own table: borrowed from the newest page of
/// its sibling where its own newest table is of 2021 (`Assumption::SiblingRows`).
pub fn supplementary_rows(action: Action) -> &'static [ErrorRow] {
    match action {
        Action::AuthorizeSecurityGroup => action::authorize_security_group::Error::SUPPLEMENT,
        Action::RevokeSecurityGroupEgress => {
            action::revoke_security_group_egress::Error::SUPPLEMENT
        }
        Action::ModifySecurityGroupEgressRule => {
            action::modify_security_group_egress_rule::Error::SUPPLEMENT
        }
        Action::ModifySecurityGroupPolicy
        | Action::CreateSecurityGroup
        | Action::DeleteSecurityGroup
        | Action::DescribeSecurityGroupAttribute
        | Action::AuthorizeSecurityGroupEgress
        | Action::RevokeSecurityGroup
        | Action::JoinSecurityGroup
        | Action::LeaveSecurityGroup
        | Action::ModifySecurityGroupAttribute
        | Action::ModifySecurityGroupRule
        | Action::DescribeSecurityGroups
        | Action::DescribeSecurityGroupReferences
        | Action::DescribeInstances
        | Action::DescribeRegions => &[],
    }
}

/// Rows of the service as a whole, which any operation may end in where its own table is silent.
pub fn common_rows() -> &'static [ErrorRow] {
    common::Error::TABLE
}

/// Declares an operation's error enum: one variant for one row, in the order of the table.
///
/// A row reads `Variant status "code" "message", cause;`, with `cure text` or `never reason`
/// where there is one. A row that starts with `+` is not in the operation's own table.
macro_rules! error_table {
    (
        $(#[$doc:meta])*
        $($variant:ident $status:literal $code:literal $message:literal,
            $cause:expr $(, cure $cure:expr)? $(, never $never:expr)?;)+
        $(+ $more:ident $more_status:literal $more_code:literal $more_message:literal,
            $more_cause:expr;)*
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Error {
            $(#[doc = concat!("`", $code, "` (", $status, ")")] $variant,)+
            $(#[doc = concat!("`", $more_code, "` (", $more_status, ")")] $more,)*
        }

        impl Error {
            /// The rows of the operation's own table, in the published order.
            pub const TABLE: &'static [$crate::emulator::ErrorRow] = &[$(Self::$variant.as_row(),)+];

            /// Rows this emulator borrows where the operation's own table is silent.
            pub const SUPPLEMENT: &'static [$crate::emulator::ErrorRow] =
                &[$(Self::$more.as_row(),)*];

            const fn as_row(self) -> $crate::emulator::ErrorRow {
                match self {
                    $(Self::$variant => $crate::emulator::error_table::row!(
                        $status $code $message, $cause $(, cure $cure)? $(, never $never)?),)+
                    $(Self::$more => $crate::emulator::error_table::row!(
                        $more_status $more_code $more_message, $more_cause),)*
                }
            }
        }

        impl $crate::emulator::error::OperationError for Error {
            fn row(self) -> &'static $crate::emulator::ErrorRow {
                match self {
                    $(Self::$variant => const { &Self::$variant.as_row() },)+
                    $(Self::$more => const { &Self::$more.as_row() },)*
                }
            }
        }
    };
}

macro_rules! row {
    ($status:literal $code:literal $message:literal,
        $cause:expr $(, cure $cure:expr)? $(, never $never:expr)?) => {
        $crate::emulator::ErrorRow {
            status: $status,
            code: $code,
            message: $message,
            cause: $cause,
            cure: $crate::emulator::error_table::optional!($($cure)?),
            reach: $crate::emulator::error_table::reach!($($never)?),
        }
    };
}

macro_rules! optional {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

macro_rules! reach {
    () => {
        $crate::emulator::Reach::Reached
    };
    ($never:expr) => {
        $crate::emulator::Reach::Never($never)
    };
}

pub(super) use {error_table, optional, reach, row};
