//! The resources around security groups: network interfaces, their attachments, prefix lists.

use super::block::{Attributes, bad_value, block, given, resource};
use crate::emulator::Call;
use crate::quote::hcl::quote;
use crate::request::snippet::{Unfit, unfit};

/// The resource type of a network interface.
const INTERFACE: &str = "alicloud_ecs_network_interface";
/// The resource type of its attachment.
const ATTACHMENT: &str = "alicloud_ecs_network_interface_attachment";

/// The resource type of a prefix list.
const PREFIX_LIST: &str = "alicloud_ecs_prefix_list";

/// A network interface. The counts of addresses have no numbered form.
pub(super) fn interface(call: &Call) -> Result<Vec<String>, Unfit> {
    let lists = [
        ("SecurityGroupIds", "security_group_ids"),
        ("PrivateIpAddress", "private_ip_addresses"),
        ("Ipv6Address", "ipv6_addresses"),
    ];
    let mut attributes = Attributes::new();
    for (name, value) in given(call) {
        let attribute = match name {
            "VSwitchId" => "vswitch_id",
            "PrimaryIpAddress" => "primary_ip_address",
            "NetworkInterfaceName" => "network_interface_name",
            "Description" => "description",
            "ResourceGroupId" => "resource_group_id",
            "SecurityGroupId" => {
                attributes.push(("security_group_ids", format!("[{}]", quote(value))));
                continue;
            }
            "SecondaryPrivateIpAddressCount" => {
                attributes.push(("secondary_private_ip_address_count", number(name, value)?));
                continue;
            }
            "Ipv6AddressCount" => {
                attributes.push(("ipv6_address_count", number(name, value)?));
                continue;
            }
            _ => {
                let base = name.split('.').next().unwrap_or_default();
                let known = lists.iter().any(|(list, _)| *list == base);
                if !known || !call.params.list(base).values().any(|own| *own == value) {
                    return Err(Unfit::at(unfit::TERRAFORM_ATTRIBUTE, name));
                }
                continue;
            }
        };
        attributes.push((attribute, quote(value)));
    }
    for (list, attribute) in lists {
        let items: Vec<String> = call.params.list(list).into_values().map(quote).collect();
        if !items.is_empty() {
            attributes.push((attribute, format!("[{}]", items.join(", "))));
        }
    }
    Ok(vec![block(&resource(INTERFACE, "example"), &attributes)])
}

/// The attachment of a network interface to an instance.
pub(super) fn attachment(call: &Call) -> Result<Vec<String>, Unfit> {
    let mut attributes = Attributes::new();
    for (name, value) in given(call) {
        let attribute = match name {
            "InstanceId" => "instance_id",
            "NetworkInterfaceId" => "network_interface_id",
            _ => return Err(Unfit::at(unfit::TERRAFORM_ATTRIBUTE, name)),
        };
        attributes.push((attribute, quote(value)));
    }
    Ok(vec![block(&resource(ATTACHMENT, "example"), &attributes)])
}

/// A prefix list with its entries.
pub(super) fn prefix_list(call: &Call) -> Result<Vec<String>, Unfit> {
    let mut attributes = Attributes::new();
    let mut entries = String::new();
    for (name, value) in given(call) {
        let attribute = match name {
            "PrefixListName" => "prefix_list_name",
            "AddressFamily" => "address_family",
            "Description" => "description",
            "MaxEntries" => {
                attributes.push(("max_entries", number(name, value)?));
                continue;
            }
            _ => {
                let part = name.strip_prefix("Entry.").and_then(|rest| rest.split_once('.'));
                match part {
                    Some((number, "Cidr")) => {
                        let about = call.params.given(&format!("Entry.{number}.Description"));
                        let about = about.map_or_else(String::new, |text| {
                            format!("    description = {}\n", quote(text))
                        });
                        let cidr = quote(value);
                        entries.push_str(&format!("  entry {{\n    cidr = {cidr}\n{about}  }}\n"));
                    }
                    Some((number, "Description"))
                        if call.params.given(&format!("Entry.{number}.Cidr")).is_some() => {}
                    _ => return Err(Unfit::at(unfit::TERRAFORM_ATTRIBUTE, name)),
                }
                continue;
            }
        };
        attributes.push((attribute, quote(value)));
    }
    let mut lines = block(&resource(PREFIX_LIST, "example"), &attributes);
    if !entries.is_empty() {
        lines.truncate(lines.trim_end().len().saturating_sub(1));
        lines.push_str(&entries);
        lines.push_str("}\n");
    }
    Ok(vec![lines])
}

/// A number, which the configuration writes without quotes.
fn number(name: &str, value: &str) -> Result<String, Unfit> {
    let number: Option<u32> = value.parse().ok();
    number.map(|number| number.to_string()).ok_or_else(|| bad_value(name, value))
}
