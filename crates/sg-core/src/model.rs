//! The domain types and their invariants: groups, rules, instances. No verdicts, no I/O.

mod address_family;
mod free_address;
mod id;
mod port;
mod port_list;
mod protocol;
mod role;
mod rule;
mod rule_spec;
pub mod rule_words;

mod labels;
mod security_group;
mod topology;
mod unread;
pub mod unread_words;
mod vswitch;

mod scenario;

mod limit;
mod moment;
mod quotas;
mod timestamp;

pub use address_family::AddressFamily;
pub use free_address::{free_addresses_in, free_private_address, free_private_addresses};
pub use id::{
    IdError, InstanceId, NetworkInterfaceId, PortListId, PrefixListId, RegionId, ResourceGroupId,
    RuleId, SecurityGroupId, VSwitchId, VpcId, ZoneId,
};
pub use ipnet::{IpNet, Ipv4Net, Ipv6Net};
pub use labels::{Labels, OwnerService};
pub use limit::{Limit, LimitId};
pub use port::{Port, PortRange, PortRangeError};
pub use port_list::{ListedPorts, PortEntry, PortList};
pub use protocol::{IpProtocol, PortFilter, ProtocolFilter};
pub use quotas::{QuotaError, Quotas};
pub use role::role_of;
pub use rule::Rule;
pub use rule_spec::{Direction, Peer, Priority, PriorityError, RulePolicy, RuleSpec};
pub use scenario::{
    IntraGroupPrecedence, Options, Scenario, ScenarioDraft, ScenarioError, ScenarioFault, quota,
};
pub use security_group::{GroupType, InnerAccessPolicy, SecurityGroup};
pub use timestamp::Timestamp;
pub use topology::{
    Holder, Instance, MoreAddresses, NatAddress, NetworkInterface, OutsideAddress, PrefixList,
    Product, Route, Vpc,
};
pub use unread::{Unread, UnreadRule};
pub use vswitch::VSwitch;
