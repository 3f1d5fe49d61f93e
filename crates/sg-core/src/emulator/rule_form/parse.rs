//! Parses the text of a rule into values, without looking at the scenario.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::fault::{Fault, Found};
use super::form::Form;
use super::side::Side;
use super::spelled::Spelled;
use crate::model::{
    AddressFamily, Direction, IpNet, IpProtocol, Ipv4Net, Ipv6Net, LimitId, PortFilter, PortRange,
    Priority, ProtocolFilter, RulePolicy,
};

/// A rule whose fields are well-formed. References to groups and prefix lists are still text.
#[derive(Debug, Clone)]
pub(in crate::emulator) struct Parsed<'a> {
    pub(super) spelled: Spelled<'a>,
    pub(super) policy: RulePolicy,
    pub(super) priority: Priority,
    pub(super) protocol: ProtocolFilter,
    /// The port list that gives the destination ports.
    pub(super) port_list: Option<&'a str>,
    pub(super) peer: PeerText<'a>,
    pub(super) local_cidr: Option<IpNet>,
    pub(super) description: &'a str,
}

/// The remote side as given in the call.
#[derive(Debug, Clone, Copy)]
pub(super) enum PeerText<'a> {
    Cidr(IpNet),
    Group(&'a str),
    PrefixList(&'a str),
}

impl Parsed<'_> {
    /// The form of the rule.
    pub(in crate::emulator) fn form(&self) -> Form {
        self.spelled.form
    }
}

impl<'a> Spelled<'a> {
    /// Reads the fields of a rule.
    ///
    /// The checks follow the order of `Assumption::OrderInRule`. `numbers` says whether the region
    /// accepts protocol numbers.
    pub(in crate::emulator) fn parse(
        self,
        direction: Direction,
        numbers: bool,
    ) -> Result<Parsed<'a>, Found> {
        let (protocol, port_list) = self.protocol(numbers)?;
        let policy = self.policy()?;
        let priority = self.priority()?;
        self.nic_type()?;
        let (remote, own) = (Side::remote(direction), Side::own(direction));
        let remote_block = self.side(remote)?;
        let local_cidr = self.side(own)?;
        let peer = self.peer(remote, remote_block)?;
        self.families(protocol, remote, remote_block, own, local_cidr)?;
        let description = self.given("Description").unwrap_or_default();
        if description.chars().count() > LimitId::RuleDescriptionCharacters.value() {
            return Err(self.found(Fault::Description, "Description"));
        }
        let spelled = self;
        Ok(Parsed { spelled, policy, priority, protocol, port_list, peer, local_cidr, description })
    }

    /// `IpProtocol` with its ports or its port list. Names are accepted in any letter case, as the
    /// error messages say.
    fn protocol(self, numbers: bool) -> Result<(ProtocolFilter, Option<&'a str>), Found> {
        let unknown = || self.found(Fault::Protocol, "IpProtocol");
        let text = self.given("IpProtocol").ok_or_else(unknown)?;
        let number = || IpProtocol::from_digits(text).filter(|_| numbers);
        let protocol = IpProtocol::from_name(text).or_else(number).ok_or_else(unknown)?;
        let (ports, list) = if protocol.has_ports() {
            self.ports()?
        } else {
            self.no_ports()?;
            (PortFilter::ALL, None)
        };
        Ok((protocol.with_ports(ports), list))
    }

    /// The ports of TCP or UDP. A port list counts only if there is no port range.
    fn ports(self) -> Result<(PortFilter, Option<&'a str>), Found> {
        let (destination, list) = match (self.given("PortRange"), self.given("PortRangeListId")) {
            (Some(NO_PORTS), _) => return Err(self.found(Fault::PortRangeProtocol, "PortRange")),
            (Some(text), _) => {
                let malformed = |_| self.found(Fault::PortRange, "PortRange");
                (PortRange::parse(text).map_err(malformed)?, None)
            }
            (None, Some(list)) => (PortRange::ALL, Some(list)),
            (None, None) => return Err(self.found(Fault::PortRangeMissing, "PortRange")),
        };
        let malformed = |_| self.found(Fault::SourcePortRange, "SourcePortRange");
        let source = match self.given("SourcePortRange") {
            None => PortRange::ALL,
            Some(text) => PortRange::parse(text).map_err(malformed)?,
        };
        Ok((PortFilter { destination, source }, list))
    }

    /// Checks that a protocol without ports has none.
    fn no_ports(self) -> Result<(), Found> {
        let text = match (self.given("PortRange"), self.given("PortRangeListId")) {
            (Some(text), _) => text,
            (None, Some(_)) => return Err(self.found(Fault::PortListProtocol, "PortRangeListId")),
            (None, None) => return Err(self.found(Fault::PortRangeMissing, "PortRange")),
        };
        if text != NO_PORTS {
            let range = PortRange::parse(text);
            let fault = if range.is_ok() { Fault::PortRangeUnused } else { Fault::PortRange };
            return Err(self.found(fault, "PortRange"));
        }
        match self.given("SourcePortRange") {
            Some(text) if text != NO_PORTS => {
                Err(self.found(Fault::SourcePortRange, "SourcePortRange"))
            }
            _ => Ok(()),
        }
    }

    /// `Policy`; Accept by default. The pages disagree on letter case (lower-case values,
    /// capitalised samples), so any case is accepted (`Assumption::PolicyInAnyCase`). The `Allow` of one sample is not a documented
    /// value and is refused.
    fn policy(self) -> Result<RulePolicy, Found> {
        match self.given("Policy") {
            None => Ok(RulePolicy::Accept),
            Some(text) => [RulePolicy::Accept, RulePolicy::Drop]
                .into_iter()
                .find(|policy| policy.as_str().eq_ignore_ascii_case(text))
                .ok_or_else(|| self.found(Fault::Policy, "Policy")),
        }
    }

    /// `Priority`; 1 by default.
    fn priority(self) -> Result<Priority, Found> {
        let Some(text) = self.given("Priority") else { return Ok(Priority::STRONGEST) };
        let digits = text.strip_prefix('-').unwrap_or(text);
        let whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let fault = if whole { Fault::PriorityOutOfRange } else { Fault::PriorityMalformed };
        Priority::parse(text).map_err(|_| self.found(fault, "Priority"))
    }

    /// `NicType`: every group belongs to a VPC, where either value, or none, means intranet.
    fn nic_type(self) -> Result<(), Found> {
        match self.given("NicType") {
            None | Some("internet" | "intranet") => Ok(()),
            Some(_) => Err(self.found(Fault::NicType, "NicType")),
        }
    }

    /// The CIDR block of one side, in either address family (`Assumption::BothFamiliesRefused`).
    fn side(self, side: Side) -> Result<Option<IpNet>, Found> {
        let (v4, v6) = (format!("{}CidrIp", side.as_str()), format!("Ipv6{}CidrIp", side.as_str()));
        match (self.given(&v4), self.given(&v6)) {
            (Some(_), Some(_)) => Err(self.found(Fault::BothFamilies(side), &v6)),
            (Some(text), None) => match ipv4(text) {
                Some(block) => Ok(Some(IpNet::V4(block))),
                None => Err(self.found(Fault::Cidr(side), &v4)),
            },
            (None, Some(text)) => match ipv6(text) {
                Ok(block) => Ok(Some(IpNet::V6(block))),
                Err(Ipv6Fault::Address) => Err(self.found(Fault::Ipv6Cidr(side), &v6)),
                Err(Ipv6Fault::Prefix) => Err(self.found(Fault::Ipv6Prefix, &v6)),
            },
            (None, None) => Ok(None),
        }
    }

    /// The remote side: a block takes precedence over a group, and both over a prefix list. What is
    /// overridden is ignored, not checked.
    fn peer(self, side: Side, block: Option<IpNet>) -> Result<PeerText<'a>, Found> {
        let side = side.as_str();
        let group = || self.given(&format!("{side}GroupId")).map(PeerText::Group);
        let list = || self.given(&format!("{side}PrefixListId")).map(PeerText::PrefixList);
        block
            .map(PeerText::Cidr)
            .or_else(group)
            .or_else(list)
            .ok_or_else(|| self.found(Fault::PeerMissing, &format!("{side}CidrIp")))
    }

    /// Checks that the protocol and blocks have the same address family and that the blocks differ.
    fn families(
        self,
        protocol: ProtocolFilter,
        remote: Side,
        remote_block: Option<IpNet>,
        own: Side,
        own_block: Option<IpNet>,
    ) -> Result<(), Found> {
        for (side, block) in [(remote, remote_block), (own, own_block)] {
            let Some(family) = block.as_ref().map(AddressFamily::of_block) else { continue };
            let fault = match (protocol.family(), family) {
                (Some(AddressFamily::V4), AddressFamily::V6) => Fault::Ipv4ProtocolWithIpv6,
                (Some(AddressFamily::V6), AddressFamily::V4) => Fault::Ipv6ProtocolWithIpv4,
                _ => continue,
            };
            return Err(self.found(fault, &side.block_field(family)));
        }
        let (Some(far), Some(near)) = (remote_block, own_block) else { return Ok(()) };
        let (far_family, family) = (AddressFamily::of_block(&far), AddressFamily::of_block(&near));
        let field = own.block_field(family);
        if far_family != family {
            Err(self.found(Fault::MixedFamilies, &field))
        } else if far == near {
            Err(self.found(Fault::SameBlock, &field))
        } else {
            Ok(())
        }
    }
}

/// The port range for protocols without ports.
const NO_PORTS: &str = "-1/-1";

/// An IPv4 address or block. Bits beyond the prefix may be set: published examples have them
/// (`10.159.6.18/12`). The address is parsed by the standard library, which refuses leading zeros
/// because some parsers would read them as octal.
fn ipv4(text: &str) -> Option<Ipv4Net> {
    let (address, length) = text.split_once('/').unwrap_or((text, "32"));
    Ipv4Net::new(address.parse::<Ipv4Addr>().ok()?, prefix_length(length)?).ok()
}

/// A prefix length in plain decimal digits.
fn prefix_length(text: &str) -> Option<u8> {
    text.parse::<u8>().ok().filter(|length| length.to_string() == text)
}

/// Which part of an IPv6 block is wrong (`Assumption::Ipv6Halves`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ipv6Fault {
    Address,
    Prefix,
}

fn ipv6(text: &str) -> Result<Ipv6Net, Ipv6Fault> {
    let (address, length) = text.split_once('/').unwrap_or((text, "128"));
    let address: Ipv6Addr = address.parse().map_err(|_| Ipv6Fault::Address)?;
    let length = prefix_length(length).ok_or(Ipv6Fault::Prefix)?;
    Ipv6Net::new(address, length).map_err(|_| Ipv6Fault::Prefix)
}
