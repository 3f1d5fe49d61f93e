//! What exists: groups, rules, instances and their invariants. No verdicts, no input or output.

mod id;
mod port;
mod protocol;
mod rule;
pub mod rule_words;

mod labels;
mod security_group;
mod topology;

mod scenario;

mod limit;
mod timestamp;

pub use id::{
    IdError, InstanceId, NetworkInterfaceId, PrefixListId, RegionId, ResourceGroupId, RuleId,
    SecurityGroupId, VpcId,
};
pub use ipnet::{IpNet, Ipv4Net, Ipv6Net};
pub use labels::Labels;
pub use limit::{Limit, LimitId};
pub use port::{Port, PortRange, PortRangeError};
pub use protocol::{PortFilter, ProtocolFilter, protocol_number};
pub use rule::{AddressFamily, Direction, Peer, Priority, PriorityError, Rule, RulePolicy};
pub use scenario::{
    IntraGroupPrecedence, Options, Scenario, ScenarioDraft, ScenarioError, ScenarioFault, quota,
};
pub use security_group::{GroupType, InnerAccessPolicy, SecurityGroup};
pub use timestamp::Timestamp;
pub use topology::{Instance, NetworkInterface, OutsideAddress, PrefixList, Route, Vpc};
