//! A call: an operation and its parameters. Every edit has this form.

mod around;
mod membership;

use super::action::Action;
use super::params::Params;
use super::rule_form::fields;
use crate::model::{Direction, InnerAccessPolicy, RegionId, RuleId, RuleSpec, SecurityGroupId};

/// An operation with its parameters as unvalidated text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The operation.
    pub action: Action,
    /// The operation's own parameters, in documented order. The common parameters are added when
    /// the request is written.
    pub params: Params,
}

/// A new group as entered in a form. Parameters with empty text are omitted.
#[derive(Debug, Clone, Copy, Default)]
pub struct GroupForm<'a> {
    /// `VpcId`.
    pub vpc: &'a str,
    /// `SecurityGroupType`: `normal` (the default) or `enterprise`.
    pub group_type: &'a str,
    /// `SecurityGroupName`.
    pub name: &'a str,
    /// `Description`.
    pub description: &'a str,
    /// `ServiceManaged`: only cloud services may set it; here it creates a managed group.
    pub managed: bool,
}

/// A rule as entered in a form. Parameters with empty text are omitted, so that the service's
/// default or its error applies.
#[derive(Debug, Clone, Copy, Default)]
pub struct PermissionForm<'a> {
    /// `IpProtocol`.
    pub protocol: &'a str,
    /// `PortRange`, or a port list (`prl-…`).
    pub port_range: &'a str,
    /// `SourcePortRange`.
    pub source_port_range: &'a str,
    /// The remote side: a CIDR block, a group (`sg-…`) or a prefix list (`pl-…`).
    pub peer: &'a str,
    /// The account that owns the peer group (`SourceGroupOwnerId`), if it is another account.
    pub peer_owner: &'a str,
    /// The group's local CIDR in a five-tuple rule.
    pub local_cidr: &'a str,
    /// `Policy`.
    pub policy: &'a str,
    /// `Priority`.
    pub priority: &'a str,
    /// `Description`.
    pub description: &'a str,
}

impl Call {
    /// A call of `action` with the parameters in the given order.
    pub fn new<'a>(action: Action, params: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self { action, params: params.into_iter().collect() }
    }

    /// ModifySecurityGroupPolicy: sets a group's intra-group policy.
    pub fn modify_security_group_policy(
        region: &RegionId,
        group: &SecurityGroupId,
        policy: InnerAccessPolicy,
    ) -> Self {
        let group = ("SecurityGroupId", group.as_str());
        let policy = ("InnerAccessPolicy", policy.as_str());
        Self::new(Action::ModifySecurityGroupPolicy, [("RegionId", region.as_str()), group, policy])
    }

    /// CreateSecurityGroup with the values of a form.
    pub fn create_security_group(region: &RegionId, form: &GroupForm<'_>) -> Self {
        let given = [
            ("RegionId", region.as_str()),
            ("VpcId", form.vpc),
            ("SecurityGroupType", form.group_type),
            ("SecurityGroupName", form.name),
            ("Description", form.description),
            ("ServiceManaged", if form.managed { "true" } else { "" }),
        ];
        let said = given.into_iter().filter(|(_, value)| !value.is_empty());
        Self::new(Action::CreateSecurityGroup, said)
    }

    /// DeleteSecurityGroup.
    pub fn delete_security_group(region: &RegionId, group: &SecurityGroupId) -> Self {
        let group = ("SecurityGroupId", group.as_str());
        Self::new(Action::DeleteSecurityGroup, [("RegionId", region.as_str()), group])
    }

    /// ModifySecurityGroupAttribute: changes the name or description of a group. Parameters with
    /// empty text are omitted.
    pub fn modify_security_group_attribute(
        region: &RegionId,
        group: &SecurityGroupId,
        name: &str,
        description: &str,
    ) -> Self {
        let given = [
            ("RegionId", region.as_str()),
            ("SecurityGroupId", group.as_str()),
            ("SecurityGroupName", name),
            ("Description", description),
        ];
        let said = given.into_iter().filter(|(_, value)| !value.is_empty());
        Self::new(Action::ModifySecurityGroupAttribute, said)
    }

    /// DescribeSecurityGroupAttribute: a group with its rules in both directions.
    pub fn describe_security_group_attribute(region: &RegionId, group: &SecurityGroupId) -> Self {
        let group = ("SecurityGroupId", group.as_str());
        Self::new(Action::DescribeSecurityGroupAttribute, [("RegionId", region.as_str()), group])
    }

    /// AuthorizeSecurityGroup or …Egress: adds rules entered in forms.
    pub fn authorize(
        region: &RegionId,
        group: &SecurityGroupId,
        direction: Direction,
        permissions: &[PermissionForm<'_>],
    ) -> Self {
        let action = match direction {
            Direction::Ingress => Action::AuthorizeSecurityGroup,
            Direction::Egress => Action::AuthorizeSecurityGroupEgress,
        };
        let group = ("SecurityGroupId", group.as_str());
        let mut call = Self::new(action, [("RegionId", region.as_str()), group]);
        for (number, permission) in (1_u32..).zip(permissions) {
            call.push_permission(direction, &format!("Permissions.{number}."), permission);
        }
        call
    }

    /// AuthorizeSecurityGroup or …Egress: adds rules, each with a description.
    pub fn authorize_rules(
        region: &RegionId,
        group: &SecurityGroupId,
        direction: Direction,
        rules: &[(&RuleSpec, &str)],
    ) -> Self {
        let mut call = Self::authorize(region, group, direction, &[]);
        for (number, (spec, description)) in (1_u32..).zip(rules) {
            let description = ("Description".to_owned(), (*description).to_owned());
            let fields = fields(spec).into_iter().chain([description]);
            for (field, value) in fields.filter(|(_, value)| !value.is_empty()) {
                call.params.set(format!("Permissions.{number}.{field}"), value);
            }
        }
        call
    }

    /// ModifySecurityGroupRule or …EgressRule: changes the fields of a rule that are set in the
    /// form.
    pub fn modify_rule(
        region: &RegionId,
        group: &SecurityGroupId,
        direction: Direction,
        rule: &RuleId,
        changes: &PermissionForm<'_>,
    ) -> Self {
        let action = match direction {
            Direction::Ingress => Action::ModifySecurityGroupRule,
            Direction::Egress => Action::ModifySecurityGroupEgressRule,
        };
        let group = ("SecurityGroupId", group.as_str());
        let rule = ("SecurityGroupRuleId", rule.as_str());
        let mut call = Self::new(action, [("RegionId", region.as_str()), group, rule]);
        call.push_permission(direction, "", changes);
        call
    }

    /// RevokeSecurityGroup or …Egress: removes rules by ID.
    pub fn revoke(
        region: &RegionId,
        group: &SecurityGroupId,
        direction: Direction,
        rules: &[RuleId],
    ) -> Self {
        let action = match direction {
            Direction::Ingress => Action::RevokeSecurityGroup,
            Direction::Egress => Action::RevokeSecurityGroupEgress,
        };
        let group = ("SecurityGroupId", group.as_str());
        let mut call = Self::new(action, [("RegionId", region.as_str()), group]);
        for (number, rule) in (1..).zip(rules) {
            call.params.set(format!("SecurityGroupRuleId.{number}"), rule.as_str());
        }
        call
    }

    fn push_permission(&mut self, direction: Direction, prefix: &str, form: &PermissionForm<'_>) {
        let (remote, own) = match direction {
            Direction::Ingress => ("Source", "Dest"),
            Direction::Egress => ("Dest", "Source"),
        };
        let peer = peer_field(remote, form.peer);
        let local_cidr = block_field(own, form.local_cidr);
        let owner = format!("{remote}GroupOwnerId");
        let fields = [
            ("Policy", form.policy),
            ("Priority", form.priority),
            ("IpProtocol", form.protocol),
            (ports_param(form.port_range), form.port_range),
            ("SourcePortRange", form.source_port_range),
            (peer.as_str(), form.peer),
            (owner.as_str(), form.peer_owner),
            (local_cidr.as_str(), form.local_cidr),
            ("Description", form.description),
        ];
        for (field, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            self.params.set(format!("{prefix}{field}"), value);
        }
    }
}

/// The parameter of a CIDR block. IPv6 text contains a colon, IPv4 text never does.
fn block_field(side: &str, block: &str) -> String {
    if block.contains(':') { format!("Ipv6{side}CidrIp") } else { format!("{side}CidrIp") }
}

/// The parameter of destination ports, chosen by the ID prefix.
fn ports_param(ports: &str) -> &'static str {
    if ports.starts_with("prl-") { "PortRangeListId" } else { "PortRange" }
}

/// The parameter of a remote side, chosen by the ID prefix; without one, it is a CIDR block.
fn peer_field(side: &str, peer: &str) -> String {
    if peer.starts_with("sg-") {
        format!("{side}GroupId")
    } else if peer.starts_with("pl-") {
        format!("{side}PrefixListId")
    } else {
        block_field(side, peer)
    }
}
