//! Which permission a call needs, and the smallest policy that grants it.

use serde::Serialize;

use crate::emulator::{Action, Call};
use crate::language::Text;
use crate::model::{InstanceId, RegionId, SecurityGroupId, VpcId};

/// The page that lists actions and resources (2026).
pub const SOURCE: &str =
    "https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-ram";

/// What a caller must be allowed to do for a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The action of a policy: `ecs:ModifySecurityGroupPolicy`.
    pub action: String,
    /// What kind of access it is: `create`, `list`, `get`, `update` or `delete`.
    pub level: &'static str,
    /// The resources it is checked on.
    pub resources: Vec<Resource>,
    /// The condition keys that a policy may use besides the general ones.
    pub condition_keys: &'static [&'static str],
    /// What is not sure about it, where something is not.
    pub doubt: Option<Text>,
}

/// A resource that a permission is checked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// The name as the page prints it, with places: `acs:ecs:{#regionId}:{#accountId}:…`.
    pub form: &'static str,
    /// The names that this call needs, with `*` for the account and for what the call leaves open.
    pub arns: Vec<String>,
}

crate::catalogue! {
    /// Doubt.
    NOT_ON_PAGE =
        "The available documents do not show this operation; the names follow the pattern of the others.",
        "现有文档中没有该接口的授权信息，此处按其他接口的规律给出。";
    /// Doubt.
    INTERFACE_NOT_ON_PAGE =
        "The document names the instance as the resource; how a call with a network interface is authorized is not documented.",
        "文档中的资源是实例；以弹性网卡调用时如何鉴权，文档没有说明。";
}

/// The permission a call needs.
pub fn requirement(call: &Call) -> Requirement {
    let (level, forms, condition_keys) = row(call.action);
    let resources = forms.iter().map(|form| Resource { form, arns: arns(call, form) }).collect();
    Requirement {
        action: format!("ecs:{}", call.action.as_str()),
        level,
        resources,
        condition_keys,
        doubt: doubt(call),
    }
}

/// The smallest policy that allows a call, as the JSON that the console takes.
pub fn policy(call: &Call) -> String {
    let requirement = requirement(call);
    let resource = requirement.resources.into_iter().flat_map(|resource| resource.arns).collect();
    let statement = Statement { effect: "Allow", action: vec![requirement.action], resource };
    let document = Document { version: "1", statement: vec![statement] };
    // Texts alone cannot fail to serialise.
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Document {
    version: &'static str,
    statement: Vec<Statement>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Statement {
    effect: &'static str,
    action: Vec<String>,
    resource: Vec<String>,
}

const ANY: &str = "*";
const GROUP: &str = "acs:ecs:{#regionId}:{#accountId}:securitygroup/{#securitygroupId}";
const GROUPS: &str = "acs:ecs:{#regionId}:{#accountId}:securitygroup/*";
const INSTANCE: &str = "acs:ecs:{#regionId}:{#accountId}:instance/{#instanceId}";
const INSTANCES: &str = "acs:ecs:{#regionId}:{#accountId}:instance/*";
const VPC: &str = "acs:vpc:{#regionId}:{#accountId}:vpc/{#vpcId}";

type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

/// Access level, resources and condition keys of an operation.
const fn row(action: Action) -> Row {
    const RULES: &[&str] = &["ecs:SecurityGroupIpProtocols", "ecs:SecurityGroupSourceCidrIps"];
    const TAGGED_RULES: &[&str] =
        &["ecs:tag", "ecs:SecurityGroupIpProtocols", "ecs:SecurityGroupSourceCidrIps"];
    match action {
        Action::ModifySecurityGroupPolicy | Action::ModifySecurityGroupAttribute => {
            ("update", &[GROUP], &[])
        }
        Action::CreateSecurityGroup => ("create", &[GROUPS, VPC], &[]),
        Action::DeleteSecurityGroup => ("delete", &[GROUP], &[]),
        Action::DescribeSecurityGroupAttribute => ("get", &[GROUP], &["ecs:tag"]),
        Action::DescribeSecurityGroupReferences => ("get", &[GROUP], &[]),
        Action::DescribeSecurityGroups => ("get", &[GROUP], &["ecs:tag"]),
        Action::AuthorizeSecurityGroup | Action::AuthorizeSecurityGroupEgress => {
            ("create", &[ANY], RULES)
        }
        Action::RevokeSecurityGroup | Action::RevokeSecurityGroupEgress => {
            ("delete", &[GROUP], &["ecs:tag"])
        }
        Action::JoinSecurityGroup | Action::LeaveSecurityGroup => {
            ("update", &[INSTANCE, GROUP], &[])
        }
        Action::ModifySecurityGroupRule => ("update", &[ANY], RULES),
        Action::ModifySecurityGroupEgressRule => ("update", &[ANY], TAGGED_RULES),
        Action::DescribeInstances => ("list", &[INSTANCES], &[]),
        Action::DescribeRegions => ("list", &[ANY], &[]),
    }
}

fn doubt(call: &Call) -> Option<Text> {
    let membership = matches!(call.action, Action::JoinSecurityGroup | Action::LeaveSecurityGroup);
    if matches!(call.action, Action::DescribeInstances | Action::DescribeRegions) {
        Some(NOT_ON_PAGE)
    } else if membership && call.params.given("NetworkInterfaceId").is_some() {
        Some(INTERFACE_NOT_ON_PAGE)
    } else {
        None
    }
}

/// A form with its places filled. Only what can be an id gets in: a `*` in a parameter must not
/// widen a policy, and what is no id matches nothing anyway.
fn arns(call: &Call, form: &str) -> Vec<String> {
    let region = call.params.given("RegionId").filter(|text| RegionId::parse(text).is_ok());
    let form = form.replace("{#regionId}", region.unwrap_or("*")).replace("{#accountId}", "*");
    let one = |place: &str, id: Option<&str>| vec![form.replace(place, id.unwrap_or("*"))];
    if form.contains("{#securitygroupId}") {
        let ids = groups(call);
        if ids.is_empty() {
            return one("{#securitygroupId}", None);
        }
        return ids.iter().map(|id| form.replace("{#securitygroupId}", id)).collect();
    }
    let given = |name: &str| call.params.given(name);
    if form.contains("{#instanceId}") {
        return one(
            "{#instanceId}",
            given("InstanceId").filter(|id| InstanceId::parse(id).is_ok()),
        );
    }
    one("{#vpcId}", given("VpcId").filter(|id| VpcId::parse(id).is_ok()))
}

/// The groups a call names: one, a numbered list, or a JSON array.
fn groups(call: &Call) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    ids.extend(call.params.given("SecurityGroupId").map(str::to_owned));
    ids.extend(call.params.list("SecurityGroupId").into_values().map(str::to_owned));
    let array = call.params.given("SecurityGroupIds");
    let array = array.and_then(|text| serde_json::from_str::<Vec<String>>(text).ok());
    ids.extend(array.unwrap_or_default());
    ids.retain(|id| SecurityGroupId::parse(id).is_ok());
    ids.dedup();
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(action: Action, params: &[(&str, &str)]) -> Call {
        Call::new(action, params.iter().copied())
    }

    #[test]
    fn the_policy_of_a_call_names_its_group_and_no_more() {
        let flip = call(
            Action::ModifySecurityGroupPolicy,
            &[("RegionId", "cn-hangzhou"), ("SecurityGroupId", "sg-bp1g1")],
        );
        assert_eq!(
            policy(&flip),
            "{
  \"Version\": \"1\",
  \"Statement\": [
    {
      \"Effect\": \"Allow\",
      \"Action\": [
        \"ecs:ModifySecurityGroupPolicy\"
      ],
      \"Resource\": [
        \"acs:ecs:cn-hangzhou:*:securitygroup/sg-bp1g1\"
      ]
    }
  ]
}"
        );
    }

    #[test]
    fn a_wildcard_in_a_parameter_is_not_taken_over_as_a_name() {
        let odd = call(
            Action::DescribeSecurityGroups,
            &[
                ("RegionId", "*:*:instance/*\",\""),
                ("SecurityGroupIds", "[\"sg-1\", \"sg-*\", \"sg-2\"]"),
            ],
        );
        let arns = &requirement(&odd).resources[0].arns;
        assert_eq!(arns, &["acs:ecs:*:*:securitygroup/sg-1", "acs:ecs:*:*:securitygroup/sg-2"]);
    }

    #[test]
    fn lists_members_and_doubts() {
        let references = call(
            Action::DescribeSecurityGroupReferences,
            &[("SecurityGroupId.1", "sg-1"), ("SecurityGroupId.2", "sg-2")],
        );
        assert_eq!(requirement(&references).resources[0].arns.len(), 2);
        let join = call(
            Action::JoinSecurityGroup,
            &[("SecurityGroupId", "sg-1"), ("NetworkInterfaceId", "eni-1")],
        );
        let requirement_of_join = requirement(&join);
        assert_eq!(requirement_of_join.resources[0].arns, ["acs:ecs:*:*:instance/*"]);
        assert_eq!(requirement_of_join.doubt, Some(INTERFACE_NOT_ON_PAGE));
        for action in Action::ALL {
            let requirement = requirement(&call(action, &[]));
            assert!(requirement.action.ends_with(action.as_str()));
            assert!(requirement.resources.iter().all(|resource| !resource.arns.is_empty()));
            let printed = policy(&call(action, &[]));
            assert!(!printed.contains("{#"), "{printed}");
        }
    }
}
