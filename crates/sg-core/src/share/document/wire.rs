//! The wire types of version 1, with the API's field names. Published: fields may be added but
//! never changed.

use serde::{Deserialize, Serialize};

use super::object::{object, objects};

mod quotas;
mod unread;
mod word;

pub(super) use quotas::Quotas;
pub(super) use unread::{Holder, PublicAddress, Unread, UnreadRule};
pub(super) use word::{Direction, Policy};

/// A scenario as other programs write it. Field names are those of the ECS API, in camel case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Document {
    /// The location of the schema, for editors; ignored when reading.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<String>,
    /// Always 1.
    pub(super) version: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) region_id: Option<String>,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) vpcs: Vec<Vpc>,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) routes: Vec<Route>,
    /// Whether VPCs may be connected in ways that `routes` does not list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) unread_routes: bool,
    /// Whether groups may have members that the document does not list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) unread_members: bool,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) v_switches: Vec<VSwitch>,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) prefix_lists: Vec<PrefixList>,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) port_range_lists: Vec<PortRangeList>,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) security_groups: Vec<SecurityGroup>,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) instances: Vec<Instance>,
    /// Interfaces that belong to no instance.
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) network_interfaces: Vec<NetworkInterface>,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) outside_addresses: Vec<OutsideAddress>,
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub(super) options: Option<Options>,
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub(super) quotas: Option<Quotas>,
}

/// The version that these types describe.
pub(super) const VERSION: u64 = 1;

/// The region of a document that does not set one.
pub(super) const DEFAULT_REGION: &str = "cn-hangzhou";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Vpc {
    pub(super) vpc_id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) vpc_name: String,
    pub(super) cidr_blocks: Vec<String>,
    /// Whether a NAT gateway with SNAT entries gives the VPC a way to the Internet; not known if
    /// absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) snat: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct VSwitch {
    pub(super) v_switch_id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) v_switch_name: String,
    pub(super) vpc_id: String,
    pub(super) cidr_block: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) zone_id: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Route {
    /// The two VPCs it connects.
    pub(super) vpc_ids: [String; 2],
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct PrefixList {
    pub(super) prefix_list_id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) prefix_list_name: String,
    pub(super) cidr_blocks: Vec<String>,
    /// Defaults to the number of blocks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) max_entries: Option<u64>,
    /// Whether the list may hold blocks that are not given.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) unread_entries: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct PortRangeList {
    pub(super) port_range_list_id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) port_range_list_name: String,
    #[serde(deserialize_with = "objects")]
    pub(super) entries: Vec<PortEntry>,
    /// Defaults to the number of entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) max_entries: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct PortEntry {
    pub(super) port_range: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct SecurityGroup {
    pub(super) security_group_id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) security_group_name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
    /// Defaults to the only VPC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) vpc_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) security_group_type: Option<SecurityGroupType>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) inner_access_policy: Option<Policy>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) service_managed: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) service_id: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) service_product: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) deletion_protection: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) creation_time: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) resource_group_id: Option<String>,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) tags: Vec<Tag>,
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) rules: Vec<Rule>,
    /// The ID of the account that owns the group, if it is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) owner_account_id: Option<String>,
    /// What is not known of the group.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub(super) unread: Option<Unread>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Tag {
    pub(super) tag_key: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) tag_value: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum SecurityGroupType {
    Normal,
    Enterprise,
}

/// A rule. The source or destination fields of the remote side must name exactly one peer; those of
/// the local side may hold at most one address block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Rule {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) security_group_rule_id: Option<String>,
    pub(super) direction: Direction,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) policy: Option<Policy>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) priority: Option<u64>,
    pub(super) ip_protocol: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) port_range: Option<String>,
    /// The port list that gives the destination ports, instead of `port_range`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) port_range_list_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) source_port_range: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) source_cidr_ip: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ipv6_source_cidr_ip: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) source_group_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) source_prefix_list_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) dest_cidr_ip: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ipv6_dest_cidr_ip: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) dest_group_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) dest_prefix_list_id: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) create_time: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Instance {
    pub(super) instance_id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) instance_name: String,
    /// The primary interface first.
    #[serde(deserialize_with = "objects")]
    pub(super) network_interfaces: Vec<NetworkInterface>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct NetworkInterface {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) network_interface_id: Option<String>,
    /// Defaults to the VPC of the first group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) vpc_id: Option<String>,
    pub(super) security_group_ids: Vec<String>,
    /// The primary address first; includes IPv6 addresses of the VPC.
    pub(super) private_ip_addresses: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) public_ip_address: Option<String>,
    /// Blocks of the VPC whose addresses are all its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) private_ip_prefixes: Vec<String>,
    /// Public addresses beyond the first.
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub(super) more_public_ip_addresses: Vec<PublicAddress>,
    /// The vSwitch that its addresses are from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) v_switch_id: Option<String>,
    /// What it belongs to, if not to an instance.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub(super) holder: Option<Holder>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct OutsideAddress {
    pub(super) name: String,
    pub(super) cidr_block: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Options {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) intra_group_precedence: Option<IntraGroupPrecedence>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum IntraGroupPrecedence {
    PolicyWins,
    CustomEgressFirst,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    /// Every field of every type. A new field does not compile until it is added here.
    fn everything() -> Document {
        let rule = Rule {
            security_group_rule_id: some("r"),
            direction: Direction::Ingress,
            policy: Some(Policy::Drop),
            priority: Some(1),
            ip_protocol: "TCP".to_owned(),
            port_range: some("1/2"),
            port_range_list_id: some("p"),
            source_port_range: some("1/2"),
            source_cidr_ip: some("b"),
            ipv6_source_cidr_ip: some("b"),
            source_group_id: some("g"),
            source_prefix_list_id: some("p"),
            dest_cidr_ip: some("b"),
            ipv6_dest_cidr_ip: some("b"),
            dest_group_id: some("g"),
            dest_prefix_list_id: some("p"),
            description: "d".to_owned(),
            create_time: some("t"),
        };
        let group = SecurityGroup {
            security_group_id: "g".to_owned(),
            security_group_name: "n".to_owned(),
            description: "d".to_owned(),
            vpc_id: some("v"),
            security_group_type: Some(SecurityGroupType::Enterprise),
            inner_access_policy: Some(Policy::Accept),
            service_managed: true,
            service_id: Some(1),
            service_product: some("p"),
            deletion_protection: true,
            creation_time: some("t"),
            resource_group_id: some("g"),
            tags: vec![Tag { tag_key: "k".to_owned(), tag_value: "v".to_owned() }],
            rules: vec![rule],
            owner_account_id: some("1"),
            unread: Some(Unread {
                inner_access_policy: true,
                more_rules: true,
                rules: vec![UnreadRule {
                    place: "p".to_owned(),
                    value: "v".to_owned(),
                    direction: Some(Direction::Egress),
                    policy: Some(Policy::Drop),
                    priority: Some(1),
                    ip_protocol: some("TCP"),
                    port_range: some("1/2"),
                    source_port_range: some("1/2"),
                    peer_cidr: some("b"),
                    peer_group_id: some("g"),
                    peer_prefix_list_id: some("p"),
                }],
            }),
        };
        let interface = NetworkInterface {
            network_interface_id: some("e"),
            vpc_id: some("v"),
            security_group_ids: vec!["g".to_owned()],
            private_ip_addresses: vec!["a".to_owned()],
            public_ip_address: some("a"),
            private_ip_prefixes: vec!["b".to_owned()],
            more_public_ip_addresses: vec![PublicAddress {
                public_ip_address: "a".to_owned(),
                private_ip_address: "a".to_owned(),
            }],
            v_switch_id: some("w"),
            holder: Some(Holder {
                product: some("alb"),
                description: "d".to_owned(),
                unattached: true,
            }),
        };
        let instance = Instance {
            instance_id: "i".to_owned(),
            instance_name: "n".to_owned(),
            network_interfaces: vec![interface.clone()],
        };
        let blocks = vec!["b".to_owned()];
        let list = PrefixList {
            prefix_list_id: "p".to_owned(),
            prefix_list_name: "n".to_owned(),
            cidr_blocks: blocks.clone(),
            max_entries: Some(1),
            unread_entries: true,
        };
        let vpc = Vpc {
            vpc_id: "v".to_owned(),
            vpc_name: "n".to_owned(),
            cidr_blocks: blocks,
            snat: Some(true),
        };
        Document {
            schema: some("s"),
            version: VERSION,
            region_id: some("r"),
            vpcs: vec![vpc],
            routes: vec![Route { vpc_ids: ["v".to_owned(), "w".to_owned()] }],
            unread_routes: true,
            unread_members: true,
            v_switches: vec![VSwitch {
                v_switch_id: "w".to_owned(),
                v_switch_name: "n".to_owned(),
                vpc_id: "v".to_owned(),
                cidr_block: "b".to_owned(),
                zone_id: some("z"),
            }],
            prefix_lists: vec![list],
            port_range_lists: vec![PortRangeList {
                port_range_list_id: "p".to_owned(),
                port_range_list_name: "n".to_owned(),
                entries: vec![PortEntry {
                    port_range: "1/1".to_owned(),
                    description: "d".to_owned(),
                }],
                max_entries: Some(1),
            }],
            security_groups: vec![group],
            instances: vec![instance],
            network_interfaces: vec![interface],
            outside_addresses: vec![OutsideAddress {
                name: "n".to_owned(),
                cidr_block: "b".to_owned(),
            }],
            options: Some(Options {
                intra_group_precedence: Some(IntraGroupPrecedence::CustomEgressFirst),
            }),
            quotas: Some(Quotas {
                groups_per_region: Some(1),
                groups_per_interface: Some(1),
                rules_per_interface: Some(1),
                group_peers_per_basic_group: Some(1),
                addresses_per_basic_group: Some(1),
            }),
        }
    }

    fn keys(value: &Value) -> BTreeSet<&str> {
        value.as_object().unwrap().keys().map(String::as_str).collect()
    }

    /// Compares the field names of a value with its schema, recursively.
    fn compare(place: &str, value: &Value, schema: &Value, root: &Value, compared: &mut usize) {
        let schema = match schema.get("$ref") {
            Some(name) => {
                root.pointer(name.as_str().unwrap().trim_start_matches('#')).expect("a definition")
            }
            None => schema,
        };
        match value {
            Value::Object(fields) => {
                assert_eq!(keys(value), keys(&schema["properties"]), "{place}");
                assert_eq!(schema["additionalProperties"], false, "{place}");
                *compared += fields.len();
                for (name, field) in fields {
                    let inner = &schema["properties"][name];
                    compare(&format!("{place}.{name}"), field, inner, root, compared);
                }
            }
            Value::Array(items) => {
                assert_eq!(schema["type"], "array", "{place}");
                let item = items.first().expect("every list of the sample has an item");
                compare(&format!("{place}[0]"), item, &schema["items"], root, compared);
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                assert!(schema.get("properties").is_none(), "{place} is an object in the schema")
            }
        }
    }

    #[test]
    fn the_schema_has_the_fields_of_the_wire_types_and_no_others() {
        let schema: Value =
            serde_json::from_str(include_str!("../../../../../static/scenario.schema.json"))
                .unwrap();
        let value = serde_json::to_value(everything()).unwrap();
        let mut compared = 0;
        compare("document", &value, &schema, &schema, &mut compared);
        assert_eq!(compared, 126, "fields in all types together");
    }
}
