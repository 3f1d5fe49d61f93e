//! The gateway errors that cannot be triggered here.

use crate::emulator::{ErrorRow, Reach};
use crate::error_example::text;
use crate::language::Text;

/// Gateway errors that cannot be triggered here, with the reason for each.
pub const ELSEWHERE: &[ErrorRow] = &[
    never(
        400,
        "Throttling.User",
        "Request was denied due to user flow control.",
        text::CAUSE_THROTTLING,
        text::NEVER_THROTTLING,
    ),
    never(
        400,
        "InvalidAccessKeyId.Inactive",
        "Specified access key is disabled.",
        text::CAUSE_DISABLED,
        text::NEVER_DISABLED,
    ),
    never(
        403,
        "Forbidden.RiskControl",
        "This operation is forbidden by Aliyun RiskControl system.",
        text::CAUSE_RISK,
        text::NEVER_RISK,
    ),
    never(
        503,
        "ServiceUnavailable",
        "The request has failed due to a temporary failure of the server.",
        text::CAUSE_OUTAGE,
        text::NEVER_OUTAGE,
    ),
];

const fn never(
    status: u16,
    code: &'static str,
    message: &'static str,
    cause: Text,
    why: Text,
) -> ErrorRow {
    ErrorRow { status, code, message, cause, cure: None, reach: Reach::Never(why) }
}
