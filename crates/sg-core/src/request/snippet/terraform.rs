//! A call as Terraform configuration, if a resource attribute corresponds to it.

use super::{Unfit, unfit};
use crate::emulator::{Call, Terraform};
use crate::model::{InnerAccessPolicy, IpProtocol, Priority};
use crate::quote::hcl::quote;

mod around;
mod block;

use block::{Attributes, bad_value, given};
pub(crate) use block::{block, resource};

/// The configuration: the provider with the call's region, then the resource. An existing group is
/// imported first. The client token is omitted because the provider generates its own.
pub(super) fn configuration(call: &Call) -> Result<String, Unfit> {
    let blocks = match call.action.operation().terraform {
        Terraform::NewGroup => new_group(call)?,
        Terraform::GroupPolicy => policy(call)?,
        Terraform::GroupAttributes => attribute(call)?,
        Terraform::InboundRules => rules(call, "ingress", "Source")?,
        Terraform::OutboundRules => rules(call, "egress", "Dest")?,
        Terraform::NewPrefixList => around::prefix_list(call)?,
        Terraform::NewInterface => around::interface(call)?,
        Terraform::Attachment => around::attachment(call)?,
        Terraform::Removes => return Err(Unfit::because(unfit::TERRAFORM_REMOVES)),
        Terraform::Members => return Err(Unfit::because(unfit::TERRAFORM_MEMBERS)),
        Terraform::GroupList => return Err(Unfit::because(unfit::TERRAFORM_GROUP_LIST)),
        Terraform::InResource => return Err(Unfit::because(unfit::TERRAFORM_IN_RESOURCE)),
        Terraform::Entries => return Err(Unfit::because(unfit::TERRAFORM_ENTRIES)),
        Terraform::ChangesRule => return Err(Unfit::because(unfit::TERRAFORM_CHANGES_RULE)),
        Terraform::NoResource => return Err(Unfit::because(unfit::TERRAFORM_NO_RESOURCE)),
        Terraform::Reads => return Err(Unfit::because(unfit::TERRAFORM_READS)),
    };
    let region = call.params.given("RegionId");
    let region = region.ok_or_else(|| Unfit::at(unfit::TERRAFORM_MISSING, "RegionId"))?;
    let provider = block("provider \"alicloud\"", &[("region", quote(region))]);
    Ok(std::iter::once(provider).chain(blocks).collect::<Vec<_>>().join("\n"))
}

/// The resource type of a group.
pub(crate) const GROUP: &str = "alicloud_security_group";
/// The resource type of a rule.
pub(crate) const RULE: &str = "alicloud_security_group_rule";

fn new_group(call: &Call) -> Result<Vec<String>, Unfit> {
    let mut attributes = Attributes::new();
    let mut tags: Vec<(String, String)> = Vec::new();
    for (name, value) in given(call) {
        match name {
            "SecurityGroupName" => attributes.push(("security_group_name", quote(value))),
            "Description" => attributes.push(("description", quote(value))),
            "VpcId" => attributes.push(("vpc_id", quote(value))),
            "ResourceGroupId" => attributes.push(("resource_group_id", quote(value))),
            "SecurityGroupType" if matches!(value, "normal" | "enterprise") => {
                attributes.push(("security_group_type", quote(value)));
            }
            "SecurityGroupType" => return Err(bad_value(name, value)),
            _ => {
                let number = name.strip_prefix("Tag.").and_then(|rest| rest.strip_suffix(".Key"));
                let own = number.map(|number| format!("Tag.{number}.Value"));
                match own {
                    Some(own) => {
                        let value_of_tag = call.params.get(&own).unwrap_or_default();
                        tags.push((quote(value), quote(value_of_tag)));
                    }
                    None if is_value_of_tag(call, name) => {}
                    None => return Err(Unfit::at(unfit::TERRAFORM_ATTRIBUTE, name)),
                }
            }
        }
    }
    let mut lines = block(&resource(GROUP, "example"), &attributes);
    if !tags.is_empty() {
        let tags: String =
            tags.iter().map(|(key, value)| format!("    {key} = {value}\n")).collect();
        let end = lines.trim_end().len() - 1;
        lines.truncate(end);
        lines.push_str(&format!("  tags = {{\n{tags}  }}\n}}\n"));
    }
    Ok(vec![lines])
}

/// Whether this is the value of a tag whose key is present too.
fn is_value_of_tag(call: &Call, name: &str) -> bool {
    let number = name.strip_prefix("Tag.").and_then(|rest| rest.strip_suffix(".Value"));
    number.is_some_and(|number| call.params.given(&format!("Tag.{number}.Key")).is_some())
}

fn policy(call: &Call) -> Result<Vec<String>, Unfit> {
    let mut attributes = Attributes::new();
    for (name, value) in given(call) {
        match name {
            "SecurityGroupId" => {}
            // The provider accepts only the two spellings used in the console.
            "InnerAccessPolicy" => {
                let policy = InnerAccessPolicy::parse(value);
                let policy = policy.ok_or_else(|| bad_value(name, value))?;
                attributes.push(("inner_access_policy", quote(policy.as_str())));
            }
            _ => return Err(Unfit::at(unfit::TERRAFORM_ATTRIBUTE, name)),
        }
    }
    if attributes.is_empty() {
        return Err(Unfit::at(unfit::TERRAFORM_MISSING, "InnerAccessPolicy"));
    }
    existing_group(call, &attributes)
}

fn attribute(call: &Call) -> Result<Vec<String>, Unfit> {
    let mut attributes = Attributes::new();
    for (name, value) in given(call) {
        match name {
            "SecurityGroupId" => {}
            "SecurityGroupName" => attributes.push(("security_group_name", quote(value))),
            "Description" => attributes.push(("description", quote(value))),
            _ => return Err(Unfit::at(unfit::TERRAFORM_ATTRIBUTE, name)),
        }
    }
    existing_group(call, &attributes)
}

fn existing_group(call: &Call, attributes: &Attributes<'_>) -> Result<Vec<String>, Unfit> {
    let to = ("to", format!("{GROUP}.example"));
    let import = block("import", &[to, ("id", quote(group_id(call)?))]);
    Ok(vec![import, block(&resource(GROUP, "example"), attributes)])
}

/// One resource per rule: `Permissions.N.…` or the flat parameters.
fn rules(call: &Call, direction: &str, remote: &str) -> Result<Vec<String>, Unfit> {
    let numbers = call.params.numbers("Permissions");
    let group = quote(group_id(call)?);
    if numbers.is_empty() {
        return Ok(vec![rule(call, "", "example", &group, direction, remote)?]);
    }
    let stray = given(call).find(|(name, _)| {
        *name != "SecurityGroupId"
            && !numbers.iter().any(|number| name.starts_with(&format!("Permissions.{number}.")))
    });
    if let Some((name, _)) = stray {
        return Err(Unfit::at(unfit::TERRAFORM_ATTRIBUTE, name));
    }
    let one = |number: &u32| {
        let label =
            if numbers.len() == 1 { "example".to_owned() } else { format!("example_{number}") };
        rule(call, &format!("Permissions.{number}."), &label, &group, direction, remote)
    };
    numbers.iter().map(one).collect()
}

fn rule(
    call: &Call,
    prefix: &str,
    label: &str,
    group: &str,
    direction: &str,
    remote: &str,
) -> Result<String, Unfit> {
    let mut attributes = vec![
        ("security_group_id", group.to_owned()),
        ("type", quote(direction)),
        // The provider's default applies to the classic network.
        ("nic_type", quote("intranet")),
    ];
    for (name, value) in given(call) {
        let Some(field) = name.strip_prefix(prefix) else { continue };
        let attribute = match field {
            "SecurityGroupId" if prefix.is_empty() => continue,
            "NicType" if value.eq_ignore_ascii_case("intranet") => continue,
            "IpProtocol" => {
                let named = IpProtocol::from_name(value).ok_or_else(|| bad_value(name, value))?;
                ("ip_protocol", quote(&named.to_string().to_ascii_lowercase()))
            }
            "Policy" => {
                let policy = value.to_ascii_lowercase();
                let known = matches!(policy.as_str(), "accept" | "drop");
                ("policy", quote(known.then_some(&*policy).ok_or_else(|| bad_value(name, value))?))
            }
            "Priority" => {
                let priority = Priority::parse(value).map_err(|_| bad_value(name, value))?;
                ("priority", priority.to_string())
            }
            "PortRange" => ("port_range", quote(value)),
            "Description" => ("description", quote(value)),
            _ => {
                let peer = peer_attribute(field, remote);
                (peer.ok_or_else(|| Unfit::at(unfit::TERRAFORM_ATTRIBUTE, name))?, quote(value))
            }
        };
        attributes.push(attribute);
    }
    Ok(block(&resource(RULE, label), &attributes))
}

/// The attribute of the remote end. The provider uses the inbound names in both directions.
fn peer_attribute(field: &str, remote: &str) -> Option<&'static str> {
    let field = match field.strip_prefix("Ipv6") {
        Some(rest) => format!("Ipv6{}", rest.strip_prefix(remote)?),
        None => field.strip_prefix(remote)?.to_owned(),
    };
    match field.as_str() {
        "CidrIp" => Some("cidr_ip"),
        "Ipv6CidrIp" => Some("ipv6_cidr_ip"),
        "GroupId" => Some("source_security_group_id"),
        "GroupOwnerId" => Some("source_group_owner_id"),
        // Deprecated since version 1.289.0 of the provider, for the account's ID.
        "GroupOwnerAccount" => Some("source_group_owner_account"),
        "PrefixListId" => Some("prefix_list_id"),
        _ => None,
    }
}

fn group_id(call: &Call) -> Result<&str, Unfit> {
    let id = call.params.given("SecurityGroupId");
    id.ok_or_else(|| Unfit::at(unfit::TERRAFORM_MISSING, "SecurityGroupId"))
}
