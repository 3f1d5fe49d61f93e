//! The RAM permission that a caller needs for an operation.

/// The operation's row in the list of actions and resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permission {
    /// The kind of access.
    pub access: Access,
    /// The resources it applies to, with the page's placeholders: `…/{#instanceId}`.
    pub resources: &'static [&'static str],
    /// The condition keys that a policy may use besides the common ones.
    pub condition_keys: &'static [&'static str],
    /// Whether an available page lists the row; if not, it follows the pattern of the others.
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
    /// The word used on the page.
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

/// No particular resource.
pub const ANY: &str = "*";
/// One security group.
pub const GROUP: &str = "acs:ecs:{#regionId}:{#accountId}:securitygroup/{#securitygroupId}";
/// The security groups of a region.
pub const GROUPS: &str = "acs:ecs:{#regionId}:{#accountId}:securitygroup/*";
/// One instance.
pub const INSTANCE: &str = "acs:ecs:{#regionId}:{#accountId}:instance/{#instanceId}";
/// The instances of a region.
pub const INSTANCES: &str = "acs:ecs:{#regionId}:{#accountId}:instance/*";
/// One network interface.
pub const INTERFACE: &str = "acs:ecs:{#regionId}:{#accountId}:eni/{#eniId}";
/// The network interfaces of a region.
pub const INTERFACES: &str = "acs:ecs:{#regionId}:{#accountId}:eni/*";
/// One prefix list.
pub const PREFIX_LIST: &str = "acs:ecs:{#regionId}:{#accountId}:prefixlist/{#PrefixListId}";
/// The prefix lists of a region.
pub const PREFIX_LISTS: &str = "acs:ecs:{#regionId}:{#accountId}:prefixlist/*";
/// One port list.
pub const PORT_LIST: &str = "acs:ecs:{#regionId}:{#accountId}:portrangelist/{#portRangeListId}";
/// The port lists of a region.
pub const PORT_LISTS: &str = "acs:ecs:{#regionId}:{#accountId}:portrangelist/*";
/// One VPC.
pub const VPC: &str = "acs:vpc:{#regionId}:{#accountId}:vpc/{#vpcId}";
