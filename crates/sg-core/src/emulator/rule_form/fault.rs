//! Faults of a rule in a call, and the parameter at fault.

use super::form::Form;
use super::side::Side;
use crate::emulator::error::{OperationError, Refusal};

/// Every possible fault of a rule in a call. Each operation maps all of them to rows of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emulator) enum Fault {
    /// Permissions are mixed with top-level fields or rule IDs.
    MixedForms,
    /// The protocol is missing or unknown.
    Protocol,
    /// There is neither a port range nor a port list.
    PortRangeMissing,
    /// Not `start/end` with both in 1 to 65535 and in order.
    PortRange,
    /// `-1/-1` for a protocol with ports.
    PortRangeProtocol,
    /// Ports for a protocol without ports.
    PortRangeUnused,
    /// A port list for a protocol without ports.
    PortListProtocol,
    /// The port list does not exist.
    PortListUnknown,
    /// A port list for a rule that has ports, or ports for one that has a port list.
    PortListKind,
    /// The source port range is malformed or does not fit the protocol.
    SourcePortRange,
    /// Neither accept nor drop.
    Policy,
    /// Not a whole number.
    PriorityMalformed,
    /// Outside 1 to 100.
    PriorityOutOfRange,
    /// Neither internet nor intranet.
    NicType,
    /// Not an IPv4 address or block.
    Cidr(Side),
    /// Not an IPv6 address.
    Ipv6Cidr(Side),
    /// An IPv6 address with an invalid prefix length.
    Ipv6Prefix,
    /// An IPv4 and an IPv6 block on the same side.
    BothFamilies(Side),
    /// The remote side is missing.
    PeerMissing,
    /// An IPv4 block on one side and an IPv6 block on the other.
    MixedFamilies,
    /// The same block on both sides.
    SameBlock,
    /// An IPv4-only protocol with an IPv6 block.
    Ipv4ProtocolWithIpv6,
    /// An IPv6-only protocol with an IPv4 block.
    Ipv6ProtocolWithIpv4,
    /// The description is too long.
    Description,
    /// The peer group's ID is malformed.
    PeerGroupMalformed,
    /// The peer group does not exist.
    PeerGroupUnknown,
    /// The peer group is the group itself.
    OwnGroup,
    /// The peer group is in another VPC.
    PeerGroupOtherVpc,
    /// The peer group is an advanced group.
    PeerGroupAdvanced,
    /// The group is an advanced group, and its rule refers to a group.
    AdvancedNamesGroup,
    /// The prefix list does not exist.
    PrefixListUnknown,
    /// The prefix list has a different address family than the rest of the rule.
    PrefixListFamily,
    /// The same rule twice in one call.
    Duplicate,
    /// More rules that refer to a group than a basic group may have.
    GroupPeerLimit,
    /// More rules than a network interface may have across all its groups.
    RuleLimit,
}

/// A fault and its location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::emulator) struct Found {
    /// What is wrong.
    pub(in crate::emulator) fault: Fault,
    /// The form of the rule: some tables have a row for each form.
    pub(in crate::emulator) form: Form,
    /// The full name of the parameter at fault.
    param: String,
}

impl Found {
    pub(in crate::emulator) fn new(fault: Fault, form: Form, field: &str) -> Self {
        Self { fault, form, param: form.name(field) }
    }

    /// A fault of the rules as a whole.
    pub(in crate::emulator) fn of_call(fault: Fault, form: Form) -> Self {
        Self { fault, form, param: "Permissions".to_owned() }
    }

    /// The refusal with the row that an operation maps this fault to.
    pub(in crate::emulator) fn refuse(&self, error: impl OperationError) -> Refusal {
        if error.row().message.trim_end_matches('.') == "%s" {
            error.saying(&self.param, &self.words())
        } else if matches!(self.fault, Fault::BothFamilies(_) | Fault::PeerMissing) {
            error.naming(&self.param, &self.form.container())
        } else {
            error.at(&self.param)
        }
    }

    /// Our own words for rows whose actual message is not published.
    fn words(&self) -> String {
        let param = &self.param;
        match self.fault {
            Fault::Ipv6Cidr(_) => format!("`{param}` is not an IPv6 address or CIDR block"),
            Fault::Ipv6Prefix => format!("the prefix length in `{param}` is not from 0 to 128"),
            Fault::BothFamilies(side) => {
                let side = side.as_str();
                format!("`{side}CidrIp` and `Ipv6{side}CidrIp` exclude each other")
            }
            Fault::Ipv4ProtocolWithIpv6 => "ICMP cannot be combined with IPv6 addresses".to_owned(),
            Fault::Ipv6ProtocolWithIpv4 => {
                "ICMPv6 cannot be combined with IPv4 addresses".to_owned()
            }
            Fault::Duplicate => {
                "another rule of the security group already says the same".to_owned()
            }
            Fault::MixedForms
            | Fault::Protocol
            | Fault::PortRangeMissing
            | Fault::PortRange
            | Fault::PortRangeProtocol
            | Fault::PortRangeUnused
            | Fault::PortListProtocol
            | Fault::PortListUnknown
            | Fault::PortListKind
            | Fault::SourcePortRange
            | Fault::Policy
            | Fault::PriorityMalformed
            | Fault::PriorityOutOfRange
            | Fault::NicType
            | Fault::Cidr(_)
            | Fault::PeerMissing
            | Fault::MixedFamilies
            | Fault::SameBlock
            | Fault::Description
            | Fault::PeerGroupMalformed
            | Fault::PeerGroupUnknown
            | Fault::OwnGroup
            | Fault::PeerGroupOtherVpc
            | Fault::PeerGroupAdvanced
            | Fault::AdvancedNamesGroup
            | Fault::PrefixListUnknown
            | Fault::PrefixListFamily
            | Fault::GroupPeerLimit
            | Fault::RuleLimit => format!("`{param}` is not valid"),
        }
    }
}
