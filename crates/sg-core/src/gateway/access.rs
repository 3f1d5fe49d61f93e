//! Who may call, what, and how often.

use crate::emulator::Action;
use crate::model::{RegionId, VpcId};
use crate::request::signature::Credentials;

/// Who may call which operations, and how often.
#[derive(Debug, Clone, Copy)]
pub struct Access<'a> {
    /// The accepted AccessKeys.
    pub keys: &'a [Credentials],
    /// Operations that no key has permission for.
    pub denied: &'a [Action],
    /// The number of calls per minute allowed for one key; `None` means unlimited.
    pub per_minute: Option<usize>,
    /// The only region that this endpoint serves; `None` means that it serves every region.
    pub region: Option<&'a RegionId>,
    /// The VPC of a new group whose call names none, for clients from the time of the classic
    /// network; `None` means that such a call is refused, as the service does now.
    pub default_vpc: Option<&'a VpcId>,
}

impl<'a> Access<'a> {
    /// Gives these keys unlimited access to all operations.
    pub const fn unlimited(keys: &'a [Credentials]) -> Self {
        Self { keys, denied: &[], per_minute: None, region: None, default_vpc: None }
    }
}
