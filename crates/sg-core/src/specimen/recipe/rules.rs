//! Call templates for adding and removing rules, in both directions.

use super::entry::Recipe;
use crate::specimen::fixture::Fixture::{
    Advanced, Foreign, FullPeers, FullRules, Groups, Managed, Rules,
};

pub(super) const RULES: &[Recipe] = &[
    // The call itself.
    Recipe::new("-RegionId &G &T &C"),
    Recipe::new("RegionId=mars-1 &G &T &C"),
    Recipe::new("&T &C"),
    Recipe::new("SecurityGroupId=sg-nobody &T &C"),
    Recipe::with("SecurityGroupId=$managed &T &C", &[Managed]),
    Recipe::new("&G &T &C ClientToken=@x*65"),
    Recipe::after(
        "&G &T &C ClientToken=$token",
        "&G P.IpProtocol=tcp P.PortRange=81/81 &C ClientToken=$token",
    ),
    Recipe::new("&G &T &C Policy=drop"),
    Recipe::new("&G &T &C Q.IpProtocol=tcp Q.PortRange=80/80 Q.%RCidrIp=10.0.0.0/8"),
    Recipe::new(
        "&G Permissions.*101*.IpProtocol=tcp Permissions.*101*.PortRange=#/# Permissions.*101*.%RCidrIp=10.0.0.0/8",
    ),
    // Protocol and ports.
    Recipe::new("&G P.PortRange=80/80 &C"),
    Recipe::new("&G P.IpProtocol=tcp &C"),
    Recipe::new("&G P.IpProtocol=tcp P.PortRange=80 &C"),
    Recipe::new("&G P.IpProtocol=gre P.PortRange=x &C"),
    Recipe::new("&G IpProtocol=tcp PortRange=80 %RCidrIp=10.0.0.0/8"),
    Recipe::new("&G P.IpProtocol=tcp P.PortRange=-1/-1 &C"),
    Recipe::new("&G &T P.SourcePortRange=x &C"),
    Recipe::new("&G P.IpProtocol=icmp P.PortRangeListId=prl-nobody &C"),
    Recipe::new("&G P.IpProtocol=tcp P.PortRangeListId=prl-nobody &C"),
    // Action, priority, description.
    Recipe::new("&G &T &C P.Policy=deny"),
    Recipe::new("&G &T &C P.Priority=high"),
    Recipe::new("&G &T &C P.Priority=0"),
    Recipe::new("&G &T &C P.Description=@x*513"),
    Recipe::new("&G &T &C P.NicType=public"),
    // Addresses.
    Recipe::new("&G &T P.Ipv6%RCidrIp=::/"),
    Recipe::new("&G &T P.Ipv6%RCidrIp=g::1"),
    Recipe::new("&G &T P.Ipv6%RCidrIp=::/0 P.Ipv6%OCidrIp=g::1"),
    Recipe::new("&G &F %RCidrIp=10.0.0.0/8 %OCidrIp=x"),
    Recipe::new("&G &T &C P.%OCidrIp=x"),
    Recipe::new("&G &F %RCidrIp=x"),
    Recipe::new("&G &T P.%RCidrIp=::/0"),
    Recipe::new("&G &T &C P.%OCidrIp=10.0.0.1 P.Ipv6%OCidrIp=::1"),
    Recipe::new("&G &T P.%RCidrIp=10.0.0.1 P.Ipv6%RCidrIp=::1"),
    Recipe::new("&G P.IpProtocol=icmp P.PortRange=-1/-1 P.Ipv6%RCidrIp=::/0"),
    Recipe::new("&G P.IpProtocol=ICMPv6 P.PortRange=-1/-1 P.%RCidrIp=0.0.0.0/0"),
    Recipe::new("&G &T P.%RCidrIp=10.0.0.1 P.%OCidrIp=10.0.0.1/32"),
    Recipe::new("&G &T P.%RCidrIp=0.0.0.0/0 P.Ipv6%OCidrIp=2001:db8::1"),
    // The remote side.
    Recipe::new("&G"),
    Recipe::new("&G &T"),
    Recipe::new("&G &T P.%RGroupId=sg-bp67acfmxazb4p****"),
    Recipe::new("&G &T P.%RGroupId=sg-nobody"),
    Recipe::new("&G &T P.%RGroupId=$basic"),
    Recipe::with("&G &T P.%RGroupId=$foreign", &[Groups, Foreign]),
    Recipe::with("&G &T P.%RGroupId=$advanced", &[Groups, Advanced]),
    Recipe::with("SecurityGroupId=$advanced &T P.%RGroupId=$basic", &[Groups, Advanced]),
    Recipe::new("&G &T P.%RPrefixListId=pl-nobody"),
    Recipe::with(
        "&G P.IpProtocol=icmp P.PortRange=-1/-1 P.%RPrefixListId=$list6",
        &[Groups, Rules],
    ),
    // Quotas.
    Recipe::with("SecurityGroupId=$busy P.IpProtocol=tcp P.PortRange=4242/4242 &C", &[FullRules]),
    Recipe::with("SecurityGroupId=$peers &T P.%RGroupId=$other", &[FullPeers, Groups]),
];

/// Removes rules by id.
pub(super) const BY_ID: &[Recipe] = &[
    Recipe::new("&G SecurityGroupRuleId.1=sgr-nobody"),
    Recipe::with(
        "SecurityGroupId=$g4 SecurityGroupRuleId.1=$r4 SecurityGroupRuleId.2=$r4",
        &[Rules],
    ),
    Recipe::with("SecurityGroupId=$gBack SecurityGroupRuleId.1=$rBack", &[Rules]),
    Recipe::with("&G SecurityGroupRuleId.1=$r4", &[Groups, Rules]),
    Recipe::new("&G SecurityGroupRuleId.*101*=sgr-#"),
];
