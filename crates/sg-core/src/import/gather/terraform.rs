//! Resources of a Terraform state. They have the fields of the API under other names.

use std::net::IpAddr;

use indexmap::IndexMap;

use crate::model::{
    InnerAccessPolicy, InstanceId, MoreAddresses, NetworkInterfaceId, PrefixListId,
    SecurityGroupId, VSwitchId, VpcId,
};

use super::Gather;
use super::item::Resource;
use super::rule::Sides;
use super::texts;
use crate::import::plan::{Planned, Refers};
use crate::import::record::{InstanceRecord, InterfaceRecord, Network};
use crate::import::tree::View;

impl Gather<'_> {
    pub(super) fn terraform(&mut self, resource: Resource, view: View<'_>) {
        // Empty for a resource of a state.
        let planned = self.records.planned.get(&(self.file, view.offset()));
        let planned = &planned.cloned().unwrap_or_default();
        match resource {
            Resource::VSwitch => {
                let network = self.planned_network(view, planned);
                if let Some(id) = self.resource_id(view, planned, VSwitchId::parse) {
                    self.keep_vswitch(view, id, network);
                }
            }
            Resource::Group => self.group_resource(view, planned),
            Resource::Rule if !planned.address.is_empty() => self.planned_rule(view, planned),
            Resource::Rule => {
                let group = self.own_id(view, &["security_group_id"], SecurityGroupId::parse);
                if let Some(group) = group {
                    self.rule(view, &group, Sides::of_resource());
                }
            }
            Resource::Instance => self.instance_resource(view, planned),
            Resource::Interface => self.interface_resource(view, planned),
            Resource::Attachment => self.attachment(view, planned),
            Resource::PrefixList => {
                if let Some(id) = self.resource_id(view, planned, PrefixListId::parse) {
                    let mut entries = view.wrapped("entry", "entry");
                    entries.extend(view.flat("entry", Some("cidr")));
                    let blocks = self.entries(entries);
                    let known = !planned.unknown.contains_key("entry");
                    self.keep_list(view, id, known.then_some(blocks));
                }
            }
            Resource::NatGateway => self.nat_resource(view, planned),
            Resource::SnatEntry => self.snat_entry(view, planned),
            Resource::Eip => self.eip_resource(view, planned),
            Resource::EipAssociation => self.eip_association(view, planned),
            Resource::Vpc => {
                if let Some(id) = self.resource_id(view, planned, VpcId::parse) {
                    let name = texts(view, "vpc_name").or_else(|| texts(view, "name"));
                    self.keep_vpc(view, id, name.unwrap_or_default());
                }
            }
        }
    }

    fn group_resource(&mut self, view: View<'_>, planned: &Planned) {
        let Some(id) = self.resource_id(view, planned, SecurityGroupId::parse) else { return };
        let network = self.planned_network(view, planned);
        let mut record = self.group_record(view, id);
        record.network = network;
        record.name = texts(view, "security_group_name").or_else(|| texts(view, "name"));
        // The older attribute for the policy.
        let older = view.given("inner_access");
        record.policy = record.policy.or(match older.as_ref().map(|it| it.text.as_ref()) {
            Some("true") => Some(InnerAccessPolicy::Accept),
            Some("false") => Some(InnerAccessPolicy::Drop),
            _ => None,
        });
        // A group that is created has the service's default unless the configuration says otherwise.
        let default = planned.unknown.get("inner_access_policy") == Some(&Refers::Default);
        if record.policy.is_none() && record.advanced != Some(true) && default {
            record.policy = Some(InnerAccessPolicy::Accept);
        }
        record.tags = self.tags_of(view);
        self.records.managed_rules.insert(record.id.clone());
        if record.policy.is_none() && planned.is_set_later("inner_access_policy") {
            self.known_after_apply(view, "inner_access_policy");
            self.records.unread_policies.insert(record.id.clone());
        }
        self.keep_group(view, record);
    }

    /// The tags: one object, or in older states a key for each, `tags.env`.
    fn tags_of(&mut self, view: View<'_>) -> Option<IndexMap<String, String>> {
        let words = |tag: View<'_>| tag.text().unwrap_or_default().into_owned();
        let flat = |tag: View<'_>| {
            let key = tag.key().strip_prefix("tags.").filter(|key| *key != "%")?;
            Some((key.to_owned(), words(tag)))
        };
        let pairs: Vec<_> = match view.get("tags") {
            Some(tags) => tags.children().map(|tag| (tag.key().to_owned(), words(tag))).collect(),
            None if view.has("tags.%") => view.children().filter_map(flat).collect(),
            None => return None,
        };
        Some(self.fitting_tags(view, pairs))
    }

    fn instance_resource(&mut self, view: View<'_>, planned: &Planned) {
        let Some(id) = self.resource_id(view, planned, InstanceId::parse) else { return };
        let network = match view.given("vpc_id") {
            Some(_) => self.network(view),
            None => Network::Unsaid,
        };
        let groups = self.planned_groups(view, planned);
        let addresses = self.own_addresses(view, planned);
        let public = view.given("public_ip").and_then(|given| self.address(&given));
        let public = public.or_else(|| self.planned_public(view, planned));
        let primary = view.given("network_interface_id");
        let primary = primary.and_then(|given| self.id(&given, NetworkInterfaceId::parse));
        let primary = primary.or_else(|| NetworkInterfaceId::parse(&planned.interface).ok());
        let name = texts(view, "instance_name").or_else(|| texts(view, "name"));
        let at = self.place(view);
        let vswitch = self.planned_vswitch(view, planned);
        let record =
            InstanceRecord { at, id, name, network, groups, addresses, public, vswitch, primary };
        self.keep_instance(view, record);
    }

    fn interface_resource(&mut self, view: View<'_>, planned: &Planned) {
        let Some(id) = self.resource_id(view, planned, NetworkInterfaceId::parse) else { return };
        let groups = self.planned_groups(view, planned);
        let addresses = self.own_addresses(view, planned);
        let instance = view.given("instance_id");
        let instance = instance.and_then(|given| self.id(&given, InstanceId::parse));
        let vswitch = self.planned_vswitch(view, planned);
        let record = InterfaceRecord {
            at: self.place(view),
            id,
            instance,
            primary: None,
            network: Network::Unsaid,
            groups,
            addresses,
            public: None,
            vswitch,
            more: MoreAddresses::default(),
            holder: None,
        };
        self.keep_interface(view, record);
    }

    /// The instance that an interface is attached to.
    fn attachment(&mut self, view: View<'_>, planned: &Planned) {
        let id = self.planned_id(view, planned, "network_interface_id", NetworkInterfaceId::parse);
        let instance = self.planned_id(view, planned, "instance_id", InstanceId::parse);
        let (Some(id), Some(instance)) = (id, instance) else { return };
        let at = self.place(view);
        self.records.interfaces.push(InterfaceRecord {
            at,
            id,
            instance: Some(instance),
            primary: Some(false),
            network: Network::Unsaid,
            groups: Vec::new(),
            addresses: Vec::new(),
            public: None,
            vswitch: None,
            more: MoreAddresses::default(),
            holder: None,
        });
    }

    /// The private addresses, primary first.
    fn own_addresses(&mut self, view: View<'_>, planned: &Planned) -> Vec<IpAddr> {
        let mut addresses = Vec::new();
        for name in ["primary_ip_address", "private_ip"] {
            self.addresses(view.get(name).into_iter().collect(), &mut addresses);
        }
        for name in
            ["private_ip_addresses", "private_ips", "secondary_private_ips", "ipv6_addresses"]
        {
            self.addresses(view.wrapped(name, ""), &mut addresses);
        }
        if addresses.is_empty() {
            addresses.extend(self.planned_address(planned));
        }
        addresses
    }
}
