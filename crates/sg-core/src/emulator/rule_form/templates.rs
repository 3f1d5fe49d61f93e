//! Calls that end in the errors of adding or removing a rule, in both directions.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{
    Advanced, Foreign, FullPeers, FullRules, Groups, Managed, Rules,
};

pub(in crate::emulator) const RULES: &[CallTemplate] = &[
    // The call itself.
    CallTemplate::new("-RegionId &G &T &C"),
    CallTemplate::new("RegionId=mars-1 &G &T &C"),
    CallTemplate::new("&T &C"),
    CallTemplate::new("SecurityGroupId=sg-nobody &T &C"),
    CallTemplate::with("SecurityGroupId=$managed &T &C", &[Managed]),
    CallTemplate::new("&G &T &C ClientToken=@x*65"),
    CallTemplate::after(
        "&G &T &C ClientToken=$token",
        "&G P.IpProtocol=tcp P.PortRange=81/81 &C ClientToken=$token",
    ),
    CallTemplate::new("&G &T &C Policy=drop"),
    CallTemplate::new("&G &T &C Q.IpProtocol=tcp Q.PortRange=80/80 Q.%RCidrIp=10.0.0.0/8"),
    CallTemplate::new(
        "&G Permissions.*101*.IpProtocol=tcp Permissions.*101*.PortRange=#/# Permissions.*101*.%RCidrIp=10.0.0.0/8",
    ),
    // Protocol and ports.
    CallTemplate::new("&G P.PortRange=80/80 &C"),
    CallTemplate::new("&G P.IpProtocol=tcp &C"),
    CallTemplate::new("&G P.IpProtocol=tcp P.PortRange=80 &C"),
    CallTemplate::new("&G P.IpProtocol=gre P.PortRange=x &C"),
    CallTemplate::new("&G IpProtocol=tcp PortRange=80 %RCidrIp=10.0.0.0/8"),
    CallTemplate::new("&G P.IpProtocol=tcp P.PortRange=-1/-1 &C"),
    CallTemplate::new("&G &T P.SourcePortRange=x &C"),
    CallTemplate::new("&G P.IpProtocol=icmp P.PortRangeListId=prl-nobody &C"),
    CallTemplate::new("&G P.IpProtocol=tcp P.PortRangeListId=prl-nobody &C"),
    // Action, priority, description.
    CallTemplate::new("&G &T &C P.Policy=deny"),
    CallTemplate::new("&G &T &C P.Priority=high"),
    CallTemplate::new("&G &T &C P.Priority=0"),
    CallTemplate::new("&G &T &C P.Description=@x*513"),
    CallTemplate::new("&G &T &C P.NicType=public"),
    // Addresses.
    CallTemplate::new("&G &T P.Ipv6%RCidrIp=::/"),
    CallTemplate::new("&G &T P.Ipv6%RCidrIp=g::1"),
    CallTemplate::new("&G &T P.Ipv6%RCidrIp=::/0 P.Ipv6%OCidrIp=g::1"),
    CallTemplate::new("&G &F %RCidrIp=10.0.0.0/8 %OCidrIp=x"),
    CallTemplate::new("&G &T &C P.%OCidrIp=x"),
    CallTemplate::new("&G &F %RCidrIp=x"),
    CallTemplate::new("&G &T P.%RCidrIp=::/0"),
    CallTemplate::new("&G &T &C P.%OCidrIp=10.0.0.1 P.Ipv6%OCidrIp=::1"),
    CallTemplate::new("&G &T P.%RCidrIp=10.0.0.1 P.Ipv6%RCidrIp=::1"),
    CallTemplate::new("&G P.IpProtocol=icmp P.PortRange=-1/-1 P.Ipv6%RCidrIp=::/0"),
    CallTemplate::new("&G P.IpProtocol=ICMPv6 P.PortRange=-1/-1 P.%RCidrIp=0.0.0.0/0"),
    CallTemplate::new("&G &T P.%RCidrIp=10.0.0.1 P.%OCidrIp=10.0.0.1/32"),
    CallTemplate::new("&G &T P.%RCidrIp=0.0.0.0/0 P.Ipv6%OCidrIp=2001:db8::1"),
    // The remote side.
    CallTemplate::new("&G"),
    CallTemplate::new("&G &F"),
    CallTemplate::new("&G &T"),
    CallTemplate::new("&G &T P.%RGroupId=sg-bp67acfmxazb4p****"),
    CallTemplate::new("&G &T P.%RGroupId=sg-nobody"),
    CallTemplate::new("&G &T P.%RGroupId=$basic"),
    CallTemplate::with("&G &T P.%RGroupId=$foreign", &[Groups, Foreign]),
    CallTemplate::with("&G &T P.%RGroupId=$advanced", &[Groups, Advanced]),
    CallTemplate::with("SecurityGroupId=$advanced &T P.%RGroupId=$basic", &[Groups, Advanced]),
    CallTemplate::new("&G &T P.%RPrefixListId=pl-nobody"),
    CallTemplate::with(
        "&G P.IpProtocol=icmp P.PortRange=-1/-1 P.%RPrefixListId=$list6",
        &[Groups, Rules],
    ),
    // Quotas.
    CallTemplate::with(
        "SecurityGroupId=$busy P.IpProtocol=tcp P.PortRange=4242/4242 &C",
        &[FullRules],
    ),
    CallTemplate::with("SecurityGroupId=$peers &T P.%RGroupId=$other", &[FullPeers, Groups]),
];
