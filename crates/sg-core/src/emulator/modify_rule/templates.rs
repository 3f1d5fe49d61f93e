//! Calls that end in the errors of changing a rule, in both directions.

use crate::emulator::call_template::CallTemplate;
use crate::emulator::call_template::Fixture::{
    Advanced, Foreign, FullRules, Groups, Managed, Rules,
};

const fn on_rules(call: &'static str) -> CallTemplate {
    CallTemplate::with(call, &[Rules])
}

pub(in crate::emulator) const TEMPLATES: &[CallTemplate] = &[
    // The call itself.
    on_rules("-RegionId &4 Priority=2"),
    on_rules("RegionId=mars-1 &4 Priority=2"),
    CallTemplate::new("SecurityGroupRuleId=sgr-nobody Priority=2"),
    CallTemplate::new("SecurityGroupId=sg-nobody SecurityGroupRuleId=sgr-nobody Priority=2"),
    CallTemplate::with(
        "SecurityGroupId=$managed SecurityGroupRuleId=sgr-nobody Priority=2",
        &[Managed],
    ),
    on_rules("&4 Priority=2 ClientToken=@x*65"),
    CallTemplate {
        first: Some("&4 Priority=2 ClientToken=$token"),
        ..on_rules("&4 Priority=3 ClientToken=$token")
    },
    CallTemplate::new("&G"),
    on_rules("&4"),
    CallTemplate::new("&G SecurityGroupRuleId=sgr* Priority=2"),
    CallTemplate::new("&G SecurityGroupRuleId=sgr-nobody Priority=2"),
    CallTemplate::new("&G &F %RCidrIp=192.0.2.0/24 Description=x"),
    // Protocol and ports.
    on_rules("&4 IpProtocol=50"),
    CallTemplate::new("&G PortRange=80/80 %RCidrIp=10.0.0.0/8"),
    CallTemplate::new("&G IpProtocol=tcp %RCidrIp=10.0.0.0/8"),
    CallTemplate::new("&G IpProtocol=tcp PortRange=80 %RCidrIp=10.0.0.0/8"),
    CallTemplate::new("&G IpProtocol=tcp PortRange=-1/-1 %RCidrIp=10.0.0.0/8"),
    CallTemplate::new("&G IpProtocol=tcp PortRangeListId=prl-nobody %RCidrIp=10.0.0.0/8"),
    on_rules("&4 PortRange=80"),
    on_rules("&4 IpProtocol=gre"),
    on_rules("&4 SourcePortRange=0/1"),
    on_rules("&4 PortRangeListId=prl-nobody"),
    on_rules("&I PortRangeListId=prl-nobody"),
    // Action, priority, description.
    on_rules("&4 Policy=allow"),
    on_rules("&4 Priority=high"),
    on_rules("&4 Priority=101"),
    on_rules("&4 Description=@x*513"),
    on_rules("&4 NicType=public"),
    on_rules("&4 NicType=internet"),
    on_rules("&4 PortRange=443/443"),
    // Addresses.
    on_rules("&4 %RCidrIp=10.0.0.0/33"),
    on_rules("&4 %OCidrIp=here"),
    CallTemplate::new("&G &F %RCidrIp=here"),
    CallTemplate::new("&G &F %RCidrIp=10.0.0.0/8 %OCidrIp=here"),
    on_rules("&4 DestCidrIp=10.0.0.0/8 Ipv6DestCidrIp=2001:db8::/32"),
    on_rules("&4 SourceCidrIp=10.0.0.0/8 Ipv6SourceCidrIp=2001:db8::/32"),
    on_rules("&6 IpProtocol=icmp PortRange=-1/-1"),
    on_rules("&4 IpProtocol=icmpv6 PortRange=-1/-1"),
    on_rules("&6 Ipv6%OCidrIp=here"),
    on_rules("&6 Ipv6%RCidrIp=here"),
    on_rules("&6 Ipv6%RCidrIp=2001:db8::/129"),
    on_rules("&4 Ipv6%OCidrIp=2001:db8::/32"),
    on_rules("&4 %OCidrIp=10.0.0.0/8"),
    // The remote side.
    CallTemplate::new("&G &F"),
    CallTemplate::with("&4 %RGroupId=$other", &[Rules, Groups]),
    CallTemplate::with("&4 %OGroupId=$other", &[Rules, Groups]),
    on_rules("&N %RGroupId=sg-bp67acfmxazb4p****"),
    on_rules("&N %RGroupId=sg-nobody"),
    on_rules("&N %RGroupId=$gGroup"),
    CallTemplate::with("&N %RGroupId=$foreign", &[Rules, Foreign]),
    CallTemplate::with("&N %RGroupId=$advanced", &[Rules, Advanced]),
    CallTemplate::with("SecurityGroupId=$advanced &F %RGroupId=$basic", &[Advanced, Groups]),
    on_rules("&L %RPrefixListId=pl-nobody"),
    on_rules("&L %OCidrIp=10.0.0.1 %RPrefixListId=$list6"),
    // Quota.
    CallTemplate::with(
        "SecurityGroupId=$busy SecurityGroupRuleId=$busyRule %RPrefixListId=$list4",
        &[FullRules, Rules],
    ),
];
