//! What can be wrong with a rule in a call, and where.

use super::form::Form;
use super::side::Side;
use crate::emulator::error::{OperationError, Refusal};

/// Everything that can be wrong with a rule in a call. Each operation says which row of its table
/// stands for it, exhaustively.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emulator) enum Fault {
    /// Permissions beside top-level fields or rule ids.
    MixedForms,
    /// The protocol is missing or none the service knows.
    Protocol,
    /// No port range and no port list.
    PortRangeMissing,
    /// Not `start/end` with both in 1 to 65535 and in order.
    PortRange,
    /// Ports for a protocol without, or none for one with.
    PortRangeProtocol,
    /// A port list for a protocol without ports.
    PortListProtocol,
    /// A port list nobody has.
    PortListUnknown,
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
    /// An IPv6 address with a prefix length that is none.
    Ipv6Prefix,
    /// An IPv4 and an IPv6 block for one side.
    BothFamilies(Side),
    /// No remote side at all.
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
    /// The peer group's id cannot be one.
    PeerGroupMalformed,
    /// The peer group does not exist.
    PeerGroupUnknown,
    /// The peer group is the group itself.
    OwnGroup,
    /// The peer group lies in another VPC.
    PeerGroupOtherVpc,
    /// The peer group is an advanced one.
    PeerGroupAdvanced,
    /// The group is an advanced one, and its rule names a group.
    AdvancedNamesGroup,
    /// The prefix list does not exist.
    PrefixListUnknown,
    /// The prefix list is of another address family than the rest of the rule.
    PrefixListFamily,
    /// The same rule twice in one call.
    Duplicate,
    /// More rules that name a group than a basic group may have.
    GroupPeerLimit,
    /// More rules than a network interface may have over all its groups.
    RuleLimit,
}

/// A fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::emulator) struct Found {
    /// What is wrong.
    pub(in crate::emulator) fault: Fault,
    /// How the rule at fault is spelled: some tables have a row for each form.
    pub(in crate::emulator) form: Form,
    /// The parameter at fault, in full.
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

    /// The refusal with the row an operation has chosen for this fault.
    pub(in crate::emulator) fn refuse(&self, error: impl OperationError) -> Refusal {
        if error.row().message.trim_end_matches('.') == "%s" {
            error.saying(&self.param, &self.words())
        } else if matches!(self.fault, Fault::BothFamilies(_) | Fault::PeerMissing) {
            error.naming(&self.param, &self.form.container())
        } else {
            error.at(&self.param)
        }
    }

    /// Our words for the rows whose live message is not published.
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
            | Fault::PortListProtocol
            | Fault::PortListUnknown
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
