//! The RAM permission that a call needs, and a minimal policy that grants it.

use serde::Serialize;

use crate::emulator::{Call, permission};
use crate::language::Text;
use crate::model::{
    InstanceId, NetworkInterfaceId, PortListId, PrefixListId, RegionId, SecurityGroupId, VpcId,
};
use crate::quote::json;

/// The page that lists RAM actions and resources (2026).
pub const SOURCE: &str =
    "https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-ram";

/// The permission that a call needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The RAM action, such as `ecs:ModifySecurityGroupPolicy`.
    pub action: String,
    /// The access level: `create`, `list`, `get`, `update` or `delete`.
    pub level: &'static str,
    /// The resources that the permission is checked on.
    pub resources: Vec<Resource>,
    /// The specific condition keys that a policy can use.
    pub condition_keys: &'static [&'static str],
    /// What is uncertain about it, if anything.
    pub doubt: Option<Text>,
}

/// A resource that a permission is checked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// The ARN pattern as printed on the page: `acs:ecs:{#regionId}:{#accountId}:…`.
    pub form: &'static str,
    /// The ARNs for this call, with `*` for the account and for anything the call does not specify.
    pub arns: Vec<String>,
}

crate::catalogue! {
    NOT_ON_PAGE =
        "The available documents do not show this operation; the names follow the pattern of the others.",
        "现有文档中没有该接口的授权信息，此处按其他接口的规律给出。";
    /// Doubt.
    INTERFACE_NOT_ON_PAGE =
        "The document names the instance as the resource; how a call with a network interface is authorized is not documented.",
        "文档中的资源是实例；以弹性网卡调用时如何鉴权，文档没有说明。";
}

/// The permission that a call needs.
pub fn requirement(call: &Call) -> Requirement {
    let permission = call.action.operation().permission;
    let resource = |form: &&'static str| Resource { form, arns: arns(call, form) };
    Requirement {
        action: format!("ecs:{}", call.action.as_str()),
        level: permission.access.as_str(),
        resources: permission.resources.iter().map(resource).collect(),
        condition_keys: permission.condition_keys,
        doubt: doubt(call),
    }
}

/// A minimal policy that allows a call, as JSON for the console.
pub fn policy(call: &Call) -> String {
    let requirement = requirement(call);
    let resources = requirement.resources.into_iter().flat_map(|resource| resource.arns).collect();
    policy_of(vec![requirement.action], resources)
}

/// A policy that allows actions on resources, as JSON for the console.
pub(crate) fn policy_of(action: Vec<String>, resource: Vec<String>) -> String {
    let statement = Statement { effect: "Allow", action, resource };
    let document = Document { version: "1", statement: vec![statement] };
    // Texts alone cannot fail to serialise.
    json::visible(&serde_json::to_string_pretty(&document).unwrap_or_default()).into_owned()
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

fn doubt(call: &Call) -> Option<Text> {
    let of_instance = call.action.operation().permission.resources.contains(&permission::INSTANCE);
    let by_interface = of_instance && call.params.given("NetworkInterfaceId").is_some();
    if !call.action.operation().permission.documented {
        Some(NOT_ON_PAGE)
    } else if by_interface {
        Some(INTERFACE_NOT_ON_PAGE)
    } else {
        None
    }
}

/// Fills in the placeholders of a pattern. Only valid ids are inserted: a `*` in a parameter must
/// not widen the policy, and an invalid id matches nothing anyway.
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
    if form.contains("{#eniId}") {
        let id = given("NetworkInterfaceId").filter(|id| NetworkInterfaceId::parse(id).is_ok());
        return one("{#eniId}", id);
    }
    if form.contains("{#PrefixListId}") {
        let id = given("PrefixListId").filter(|id| PrefixListId::parse(id).is_ok());
        return one("{#PrefixListId}", id);
    }
    if form.contains("{#portRangeListId}") {
        let id = given("PortRangeListId").filter(|id| PortListId::parse(id).is_ok());
        return one("{#portRangeListId}", id);
    }
    if form.contains("{#instanceId}") {
        return one(
            "{#instanceId}",
            given("InstanceId").filter(|id| InstanceId::parse(id).is_ok()),
        );
    }
    one("{#vpcId}", given("VpcId").filter(|id| VpcId::parse(id).is_ok()))
}

/// The groups in a call: a single id, a numbered list or a JSON array.
fn groups(call: &Call) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    ids.extend(call.params.given("SecurityGroupId").map(str::to_owned));
    ids.extend(call.params.list("SecurityGroupId").into_values().map(str::to_owned));
    ids.extend(call.params.list("SecurityGroupIds").into_values().map(str::to_owned));
    if call.params.given("ResourceType") == Some("securitygroup") {
        ids.extend(call.params.given("ResourceId").map(str::to_owned));
        ids.extend(call.params.list("ResourceId").into_values().map(str::to_owned));
    }
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
    use crate::emulator::Action;

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
