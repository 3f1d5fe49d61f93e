//! The domain types and their invariants: groups, rules, instances. No verdicts, no I/O.

mod address_family;
mod id;
mod port;
mod protocol;
mod rule;
mod rule_spec;
pub mod rule_words;

mod labels;
mod security_group;
mod topology;

mod scenario;

mod limit;
mod timestamp;

pub use address_family::AddressFamily;
pub use id::{
    IdError, InstanceId, NetworkInterfaceId, PrefixListId, RegionId, ResourceGroupId, RuleId,
    SecurityGroupId, VpcId,
};
pub use ipnet::{IpNet, Ipv4Net, Ipv6Net};
pub use labels::Labels;
pub use limit::{Limit, LimitId};
pub use port::{Port, PortRange, PortRangeError};
pub use protocol::{IpProtocol, PortFilter, ProtocolFilter};
pub use rule::Rule;
pub use rule_spec::{Direction, Peer, Priority, PriorityError, RulePolicy, RuleSpec};
pub use scenario::{
    IntraGroupPrecedence, Options, Scenario, ScenarioDraft, ScenarioError, ScenarioFault, quota,
};
pub use security_group::{GroupType, InnerAccessPolicy, SecurityGroup};
pub use timestamp::Timestamp;
pub use topology::{Instance, NetworkInterface, OutsideAddress, PrefixList, Route, Vpc};
