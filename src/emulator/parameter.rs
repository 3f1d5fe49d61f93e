//! The documented request parameters of each operation, for forms that let one type anything.

use super::Action;

/// A documented request parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParamSpec {
    /// Its name; `.N.` stands for a number from 1.
    pub name: &'static str,
    /// How much the operation needs it.
    pub need: Need,
    /// A value as the documents show one; empty where the value is something of the scene.
    pub example: &'static str,
    /// The values it takes, where the documents list them.
    pub values: &'static [&'static str],
}

/// How much an operation needs a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Documented as required.
    Required,
    /// Documented as optional, yet without one of these the call does nothing of use: a form
    /// begins with it.
    Usual,
    /// Optional.
    Optional,
}

impl ParamSpec {
    /// The name with `.N.` made the first number, as a request carries it.
    pub fn first_name(&self) -> String {
        self.name.replace(".N.", ".1.").replace("Id.N", "Id.1")
    }
}

/// The parameters of an operation, in the order a request is usually written. The deprecated flat
/// forms of rules are left out: the emulator takes them, no form offers them.
pub const fn param_specs(action: Action) -> &'static [ParamSpec] {
    match action {
        Action::ModifySecurityGroupPolicy => {
            const { &[REGION, GROUP, required("InnerAccessPolicy", "Drop", &["Accept", "Drop"]), TOKEN] }
        }
        Action::CreateSecurityGroup => {
            const {
                &[
                    REGION,
                    usual("VpcId", "", &[]),
                    usual("SecurityGroupType", "normal", &["normal", "enterprise"]),
                    usual("SecurityGroupName", "testSecurityGroupName", &[]),
                    optional("Description", "testDescription", &[]),
                    TOKEN,
                ]
            }
        }
        Action::DeleteSecurityGroup => const { &[REGION, GROUP] },
        Action::DescribeSecurityGroupAttribute => {
            const {
                &[
                    REGION,
                    GROUP,
                    usual("Direction", "all", &["egress", "ingress", "all"]),
                    optional("NicType", "intranet", &["internet", "intranet"]),
                ]
            }
        }
        Action::AuthorizeSecurityGroup => AUTHORIZE_IN,
        Action::AuthorizeSecurityGroupEgress => AUTHORIZE_OUT,
        Action::RevokeSecurityGroup | Action::RevokeSecurityGroupEgress => {
            const { &[REGION, GROUP, usual("SecurityGroupRuleId.N", "sgr-bp67acfmxa123b", &[]), TOKEN] }
        }
        Action::JoinSecurityGroup | Action::LeaveSecurityGroup => {
            const {
                &[
                    usual("RegionId", "cn-hangzhou", &[]),
                    GROUP,
                    usual("InstanceId", "", &[]),
                    optional("NetworkInterfaceId", "", &[]),
                ]
            }
        }
    }
}

const REGION: ParamSpec = required("RegionId", "cn-hangzhou", &[]);
const GROUP: ParamSpec = required("SecurityGroupId", "", &[]);
const TOKEN: ParamSpec = optional("ClientToken", "123e4567-e89b-12d3-a456-426655440000", &[]);

const POLICY: ParamSpec = usual("Permissions.N.Policy", "accept", &["accept", "drop"]);
const PRIORITY: ParamSpec = usual("Permissions.N.Priority", "1", &[]);
const PROTOCOL: ParamSpec =
    usual("Permissions.N.IpProtocol", "TCP", &["TCP", "UDP", "ICMP", "ICMPv6", "GRE", "ALL"]);
const PORTS: ParamSpec = usual("Permissions.N.PortRange", "80/80", &[]);
const SOURCE_PORTS: ParamSpec = optional("Permissions.N.SourcePortRange", "80/80", &[]);
const DESCRIPTION: ParamSpec = optional("Permissions.N.Description", "testDescription", &[]);

const AUTHORIZE_IN: &[ParamSpec] = &[
    REGION,
    GROUP,
    POLICY,
    PRIORITY,
    PROTOCOL,
    PORTS,
    usual("Permissions.N.SourceCidrIp", "10.0.0.0/8", &[]),
    optional("Permissions.N.Ipv6SourceCidrIp", "2001:db8::/32", &[]),
    optional("Permissions.N.SourceGroupId", "", &[]),
    optional("Permissions.N.SourcePrefixListId", "", &[]),
    SOURCE_PORTS,
    optional("Permissions.N.DestCidrIp", "10.0.0.0/8", &[]),
    optional("Permissions.N.Ipv6DestCidrIp", "2001:db8::/32", &[]),
    DESCRIPTION,
    TOKEN,
];

const AUTHORIZE_OUT: &[ParamSpec] = &[
    REGION,
    GROUP,
    POLICY,
    PRIORITY,
    PROTOCOL,
    PORTS,
    usual("Permissions.N.DestCidrIp", "10.0.0.0/8", &[]),
    optional("Permissions.N.Ipv6DestCidrIp", "2001:db8::/32", &[]),
    optional("Permissions.N.DestGroupId", "", &[]),
    optional("Permissions.N.DestPrefixListId", "", &[]),
    SOURCE_PORTS,
    optional("Permissions.N.SourceCidrIp", "10.0.0.0/8", &[]),
    optional("Permissions.N.Ipv6SourceCidrIp", "2001:db8::/32", &[]),
    DESCRIPTION,
    TOKEN,
];

const fn required(
    name: &'static str,
    example: &'static str,
    values: &'static [&'static str],
) -> ParamSpec {
    ParamSpec { name, need: Need::Required, example, values }
}

const fn usual(
    name: &'static str,
    example: &'static str,
    values: &'static [&'static str],
) -> ParamSpec {
    ParamSpec { name, need: Need::Usual, example, values }
}

const fn optional(
    name: &'static str,
    example: &'static str,
    values: &'static [&'static str],
) -> ParamSpec {
    ParamSpec { name, need: Need::Optional, example, values }
}
