//! Resources of a Terraform state. Their fields are the API's in other words.

use crate::model::{
    InnerAccessPolicy, InstanceId, NetworkInterfaceId, PrefixListId, SecurityGroupId, VpcId,
};

use super::Gather;
use super::group::texts;
use super::item::Resource;
use super::rule::Sides;
use crate::import::record::{InstanceRecord, InterfaceRecord, Network};
use crate::import::tree::{Kind, View};

impl Gather<'_> {
    pub(super) fn terraform(&mut self, resource: Resource, view: View<'_>) {
        match resource {
            Resource::Group => self.group_resource(view),
            Resource::Rule => {
                let group = self.own_id(view, "security_group_id", SecurityGroupId::parse);
                if let Some(group) = group {
                    self.rule(view, &group, Sides::of_resource());
                }
            }
            Resource::Instance => self.instance_resource(view),
            Resource::Interface => self.interface_resource(view),
            Resource::Attachment => self.attachment(view),
            Resource::PrefixList => {
                if let Some(id) = self.own_id(view, "id", PrefixListId::parse) {
                    let blocks = self.entries(view.wrapped("entry", "entry"));
                    self.keep_list(view, id, Some(blocks));
                }
            }
            Resource::Vpc => {
                if let Some(id) = self.own_id(view, "id", VpcId::parse) {
                    let name = texts(view, "vpc_name").or_else(|| texts(view, "name"));
                    self.keep_vpc(view, id, name.unwrap_or_default());
                }
            }
        }
    }

    fn group_resource(&mut self, view: View<'_>) {
        let Some(id) = self.own_id(view, "id", SecurityGroupId::parse) else { return };
        let network = self.network(view);
        let mut record = self.group_record(view, id);
        record.network = network;
        record.name = texts(view, "security_group_name").or_else(|| texts(view, "name"));
        // The older way to say the policy.
        let older = view.get("inner_access").map(View::kind);
        record.policy = record.policy.or(match older {
            Some(Kind::Truth(true)) => Some(InnerAccessPolicy::Accept),
            Some(Kind::Truth(false)) => Some(InnerAccessPolicy::Drop),
            _ => None,
        });
        if let Some(tags) = view.get("tags") {
            let pairs = tags
                .children()
                .map(|tag| (tag.key().to_owned(), tag.text().unwrap_or_default().into_owned()));
            let pairs = pairs.collect();
            record.tags = Some(self.fitting_tags(view, pairs));
        }
        self.keep_group(view, record);
    }

    fn instance_resource(&mut self, view: View<'_>) {
        let Some(id) = self.own_id(view, "id", InstanceId::parse) else { return };
        let network = match view.given("vpc_id") {
            Some(_) => self.network(view),
            None => Network::Unsaid,
        };
        let groups = view.wrapped("security_groups", "security_group");
        let groups = self.ids(groups, SecurityGroupId::parse);
        let addresses = self.own_addresses(view);
        let public = view.given("public_ip").and_then(|given| self.address(&given));
        let primary = view.given("network_interface_id");
        let primary = primary.and_then(|given| self.id(&given, NetworkInterfaceId::parse));
        let name = texts(view, "instance_name").or_else(|| texts(view, "name"));
        let at = self.place(view);
        let record = InstanceRecord { at, id, name, network, groups, addresses, public, primary };
        self.keep_instance(view, record);
    }

    fn interface_resource(&mut self, view: View<'_>) {
        let Some(id) = self.own_id(view, "id", NetworkInterfaceId::parse) else { return };
        let named = ["security_group_ids", "security_groups"];
        let groups = named.iter().map(|name| view.wrapped(name, "")).find(|ids| !ids.is_empty());
        let groups = self.ids(groups.unwrap_or_default(), SecurityGroupId::parse);
        let addresses = self.own_addresses(view);
        let instance = view.given("instance_id");
        let instance = instance.and_then(|given| self.id(&given, InstanceId::parse));
        let record = InterfaceRecord {
            at: self.place(view),
            id,
            instance,
            primary: None,
            network: Network::Unsaid,
            groups,
            addresses,
            public: None,
        };
        self.keep_interface(view, record);
    }

    /// Which instance an interface belongs to.
    fn attachment(&mut self, view: View<'_>) {
        let id = self.own_id(view, "network_interface_id", NetworkInterfaceId::parse);
        let instance = self.own_id(view, "instance_id", InstanceId::parse);
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
        });
    }

    /// The private addresses, the primary one first.
    fn own_addresses(&mut self, view: View<'_>) -> Vec<std::net::IpAddr> {
        let mut addresses = Vec::new();
        for name in ["primary_ip_address", "private_ip"] {
            self.addresses(view.get(name).into_iter().collect(), &mut addresses);
        }
        for name in
            ["private_ip_addresses", "private_ips", "secondary_private_ips", "ipv6_addresses"]
        {
            self.addresses(view.wrapped(name, ""), &mut addresses);
        }
        addresses
    }
}
