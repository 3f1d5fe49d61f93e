//! One thing that two scenarios have configured differently.

use crate::model::{NetworkInterfaceId, Rule, RuleId, SecurityGroupId, Timestamp};

/// What is configured differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub about: About,
    /// How it differs.
    pub how: How,
    /// When what was added or changed came into being; `None` if that is not on record. The time
    /// of a change itself is never on record.
    pub created: Option<Timestamp>,
}

/// The resource that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A security group.
    Group {
        /// The group.
        group: Resource,
        /// The rules that came or went with it.
        rules: Vec<Rule>,
    },
    /// A rule.
    Rule {
        /// The group it belongs to.
        group: Resource,
        /// The rule, as it is now if it still exists.
        rule: Rule,
    },
    /// Interfaces of both scenarios that joined a group or left it.
    Members {
        /// The group.
        group: Resource,
        /// The interfaces.
        interfaces: Vec<NetworkInterfaceId>,
    },
    /// Instances that came or went with the same groups, or one that was renamed.
    Instances {
        /// The instances.
        instances: Vec<Resource>,
        /// The groups of their interfaces.
        groups: Vec<SecurityGroupId>,
    },
    /// An interface.
    Interface {
        /// The interface.
        id: NetworkInterfaceId,
        /// Its addresses, as they are now if it still exists.
        addresses: Vec<String>,
    },
    /// A prefix list.
    PrefixList(Resource),
    /// A port list.
    PortList(Resource),
    /// A VPC.
    Vpc(Resource),
    /// A connection between two VPCs.
    Route {
        /// One end.
        a: String,
        /// The other end.
        b: String,
    },
    /// An outside address, by its name.
    Outside {
        /// The name.
        name: String,
        /// The block.
        block: String,
    },
    /// The scenario as a whole.
    Scenario,
}

/// An ID and a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Resource {
    /// The ID.
    pub id: String,
    /// The name, or the ID if the name is empty.
    pub label: String,
}

/// How a resource differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// Only the later scenario has it.
    Added,
    /// Only the earlier scenario has it.
    Removed,
    /// Both have it, with other properties.
    Changed(Vec<PropertyChange>),
}

/// A property with two values, in the words of the API; empty for none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PropertyChange {
    /// The property.
    pub property: Property,
    /// The previous value.
    pub before: String,
    /// The current value.
    pub after: String,
}

/// A property that can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Property {
    /// The intra-group connectivity policy of a group.
    Policy,
    /// Basic or advanced.
    GroupType,
    /// A name.
    Name,
    /// A description.
    Description,
    /// The VPC.
    Vpc,
    /// The cloud service that manages a group.
    Managed,
    /// The account that owns a group.
    Owner,
    /// Tags.
    Tags,
    /// The resource group.
    ResourceGroup,
    /// Deletion protection.
    DeletionProtection,
    /// What is not known of a group.
    NotKnown,
    /// The action of a rule.
    Action,
    /// The priority of a rule.
    Priority,
    /// The protocol and ports of a rule.
    Ports,
    /// The authorization object of a rule.
    Peer,
    /// The local CIDR of a rule.
    LocalCidr,
    /// The private addresses.
    Addresses,
    /// The public addresses.
    PublicAddresses,
    /// What an interface belongs to.
    Holder,
    /// The blocks of a prefix list, a VPC or an outside address.
    Blocks,
    /// Whether a VPC has SNAT.
    Snat,
    /// `MaxEntries` of a prefix list.
    MaxEntries,
    /// The region.
    Region,
    /// The quotas that have been raised.
    Quotas,
    /// Whether VPCs may be connected in ways that are not known.
    RoutesNotKnown,
    /// Whether groups may have members that are not known.
    MembersNotKnown,
    /// The order of the intra-group policy and custom outbound rules.
    Reading,
}

impl Difference {
    /// Whether it can have come about at a time or later. Only what was added earlier cannot: when
    /// something was changed or removed is not on record.
    pub fn may_be_since(&self, time: Timestamp) -> bool {
        !matches!((&self.how, self.created), (How::Added, Some(created)) if created < time)
    }
}

impl Resource {
    /// A resource.
    pub(super) fn new(id: &impl ToString, label: &str) -> Self {
        Self { id: id.to_string(), label: label.to_owned() }
    }
}

/// Whether the program made an ID because the input had none: then it identifies nothing.
pub(super) fn is_made_up(id: &RuleId, group: &SecurityGroupId) -> bool {
    let rest = group.as_str();
    let rest: String = rest.strip_prefix("sg-").unwrap_or(rest).chars().take(80).collect();
    let number = id.as_str().strip_prefix("sgr-").and_then(|id| id.strip_prefix(rest.as_str()));
    let number = number.and_then(|number| number.strip_prefix('-'));
    number.is_some_and(|number| number.bytes().all(|sign| sign.is_ascii_digit()))
}

/// The properties that differ. A value is only written out if it does.
#[derive(Default)]
pub(super) struct Properties(Vec<PropertyChange>);

impl Properties {
    /// Adds a property if its two values differ.
    pub(super) fn add<T: PartialEq>(
        mut self,
        property: Property,
        (before, after): (T, T),
        text: impl Fn(&T) -> String,
    ) -> Self {
        if before != after {
            let (before, after) = (text(&before), text(&after));
            self.0.push(PropertyChange { property, before, after });
        }
        self
    }

    /// The difference; `None` if no property differs.
    pub(super) fn found(self) -> Option<How> {
        (!self.0.is_empty()).then_some(How::Changed(self.0))
    }
}
