//! What a caller must be allowed to do for an operation, as the pages on RAM list it.

/// The row of an operation in the list of actions and resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission {
    /// What kind of access it is.
    pub access: Access,
    /// The resources it is checked on, with the page's places: `…/{#instanceId}`.
    pub resources: &'static [&'static str],
    /// The condition keys that a policy may use besides the general ones.
    pub condition_keys: &'static [&'static str],
    /// Whether a page at hand shows the row; if not, it follows the pattern of the others.
    pub documented: bool,
}

impl Permission {
    pub(super) const fn new(access: Access, resources: &'static [&'static str]) -> Self {
        Self { access, resources, condition_keys: &[], documented: true }
    }

    pub(super) const fn with_keys(self, condition_keys: &'static [&'static str]) -> Self {
        Self { condition_keys, ..self }
    }

    pub(super) const fn undocumented(self) -> Self {
        Self { documented: false, ..self }
    }
}

/// A kind of access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// `create`
    Create,
    /// `list`
    List,
    /// `get`
    Get,
    /// `update`
    Update,
    /// `delete`
    Delete,
}

impl Access {
    /// The word of the page.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::List => "list",
            Self::Get => "get",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }
}

/// No resource in particular.
pub const ANY: &str = "*";
/// One security group.
pub const GROUP: &str = "acs:ecs:{#regionId}:{#accountId}:securitygroup/{#securitygroupId}";
/// The security groups of a region.
pub const GROUPS: &str = "acs:ecs:{#regionId}:{#accountId}:securitygroup/*";
/// One instance.
pub const INSTANCE: &str = "acs:ecs:{#regionId}:{#accountId}:instance/{#instanceId}";
/// The instances of a region.
pub const INSTANCES: &str = "acs:ecs:{#regionId}:{#accountId}:instance/*";
/// One VPC.
pub const VPC: &str = "acs:vpc:{#regionId}:{#accountId}:vpc/{#vpcId}";
