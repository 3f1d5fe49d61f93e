//! The kinds of things that can be read by themselves.

use crate::model::RegionId;

/// A kind of thing that can be read by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Item {
    Group,
    Instance,
    Interface,
    PrefixList,
    Vpc,
    VSwitch,
    /// A VPC peering connection.
    Peering,
    PortList,
    RouteTable,
    RouteEntry,
    NatGateway,
    SnatEntry,
    /// An elastic IP address.
    Eip,
    Scenario,
    /// Rules without their group: a list of them, an object that holds one, or a single rule.
    Rules,
    Terraform(Resource),
}

/// A kind of Terraform resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Resource {
    Group,
    Rule,
    Instance,
    Interface,
    Attachment,
    PrefixList,
    Vpc,
    VSwitch,
    NatGateway,
    SnatEntry,
    Eip,
    EipAssociation,
}

/// A thing to read.
#[derive(Debug, Clone)]
pub(in crate::import) struct Task {
    /// Its kind.
    pub(in crate::import) item: Item,
    /// The number of its value.
    pub(in crate::import) node: usize,
    /// The region that its document names.
    pub(in crate::import) region: Option<RegionId>,
}
