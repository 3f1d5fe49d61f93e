//! Instances and their network interfaces.

use indexmap::IndexSet;

use crate::model::{
    Holder, Instance, InstanceId, MoreAddresses, NatAddress, NetworkInterface, NetworkInterfaceId,
    SecurityGroupId, VSwitchId, VpcId,
};

use super::{Builder, Built, add, repeated};
use crate::share::document::error::Within;
use crate::share::document::fresh_id::FreshIds;
use crate::share::document::{DocumentError, field, unread, wire};

impl Builder<'_> {
    pub(super) fn instances(&mut self) -> Built {
        let document = self.document;
        let owned = || document.instances.iter().flat_map(|i| &i.network_interfaces);
        let interfaces = || owned().chain(&document.network_interfaces);
        let given = interfaces().filter_map(|interface| interface.network_interface_id.as_ref());
        let mut fresh = FreshIds::avoiding(given);
        for (index, wire) in document.instances.iter().enumerate() {
            let path = format!("instances[{index}]");
            let id = field::id("instanceId", &wire.instance_id, InstanceId::parse);
            let id = id.within("instances", index)?;
            self.places.part(format!("instances.{id}"), format!("{path}.networkInterfaces"));
            let mut own = Vec::new();
            for (place, wire) in wire.network_interfaces.iter().enumerate() {
                let interface = match &wire.network_interface_id {
                    Some(id) => id.clone(),
                    None => fresh.make("eni", id.as_str(), place + 1),
                };
                let name = format!("{path}.networkInterfaces");
                let interface = self.interface(wire, &interface).within(&name, place)?;
                if interface.holder.is_some() {
                    let sentence = "an interface of an instance has no other holder";
                    let path = format!("{name}[{place}].holder");
                    return Err(DocumentError::at(path, sentence));
                }
                let path = format!("{name}[{place}]");
                self.interface_places(&interface, wire, &path);
                let id = interface.id.clone();
                own.push(id.clone());
                let place = format!("{path}.networkInterfaceId");
                add(&mut self.draft.interfaces, id, interface, &place)?;
            }
            let instance =
                Instance { id: id.clone(), name: wire.instance_name.clone(), interfaces: own };
            add(&mut self.draft.instances, id, instance, &format!("{path}.instanceId"))?;
        }
        for (place, wire) in document.network_interfaces.iter().enumerate() {
            self.held_interface(place, wire, &mut fresh)?;
        }
        Ok(())
    }

    /// An interface that belongs to no instance.
    fn held_interface(
        &mut self,
        place: usize,
        wire: &wire::NetworkInterface,
        fresh: &mut FreshIds,
    ) -> Built {
        let name = "networkInterfaces";
        let id = match &wire.network_interface_id {
            Some(id) => id.clone(),
            None => fresh.make("eni", "held", place + 1),
        };
        let mut interface = self.interface(wire, &id).within(name, place)?;
        interface.holder.get_or_insert(Holder::Example);
        let path = format!("{name}[{place}]");
        self.interface_places(&interface, wire, &path);
        let id = interface.id.clone();
        add(&mut self.draft.interfaces, id, interface, &format!("{path}.networkInterfaceId"))
    }

    fn interface(&self, wire: &wire::NetworkInterface, id: &str) -> Built<NetworkInterface> {
        let id = field::id("networkInterfaceId", id, NetworkInterfaceId::parse)?;
        let mut groups = IndexSet::new();
        for (index, text) in wire.security_group_ids.iter().enumerate() {
            let place = format!("securityGroupIds[{index}]");
            let group = field::id(&place, text, SecurityGroupId::parse)?;
            if !groups.insert(group) {
                return repeated(&place, text);
            }
        }
        let vpc = match &wire.vpc_id {
            Some(vpc) => field::id("vpcId", vpc, VpcId::parse)?,
            None => self.vpc_of_first(&groups)?,
        };
        let numbered = wire.private_ip_addresses.iter().enumerate();
        let addresses = numbered
            .map(|(index, text)| field::address(&format!("privateIpAddresses[{index}]"), text))
            .collect::<Built<Vec<_>>>()?;
        let public = wire.public_ip_address.as_ref();
        let public_address =
            public.map(|text| field::address("publicIpAddress", text)).transpose()?;
        let holder = wire.holder.as_ref().map(unread::holder).transpose()?;
        let prefixes = field::blocks("privateIpPrefixes", &wire.private_ip_prefixes)?;
        let numbered = wire.more_public_ip_addresses.iter().enumerate();
        let public = numbered
            .map(|(index, one)| public_address_of(one).within("morePublicIpAddresses", index));
        let vswitch = wire.v_switch_id.as_ref();
        let vswitch = vswitch.map(|id| field::id("vSwitchId", id, VSwitchId::parse)).transpose()?;
        let more = MoreAddresses { prefixes, public: public.collect::<Built<_>>()? };
        Ok(NetworkInterface { id, vpc, groups, addresses, vswitch, public_address, more, holder })
    }

    fn interface_places(
        &mut self,
        interface: &NetworkInterface,
        wire: &wire::NetworkInterface,
        path: &str,
    ) {
        let part = format!("interfaces.{}", interface.id);
        let places = &mut self.places;
        places.part(format!("{part}.vpc"), format!("{path}.vpcId"));
        places.part(format!("{part}.public_address"), format!("{path}.publicIpAddress"));
        places.part(format!("{part}.vswitch"), format!("{path}.vSwitchId"));
        places.part(format!("{part}.prefixes"), format!("{path}.privateIpPrefixes"));
        let (groups, addresses) = (format!("{part}.groups"), format!("{part}.addresses"));
        places.part(&groups, format!("{path}.securityGroupIds"));
        places.part(&addresses, format!("{path}.privateIpAddresses"));
        for (index, id) in wire.security_group_ids.iter().enumerate() {
            places.value(&groups, id, format!("{path}.securityGroupIds[{index}]"));
        }
        for (index, address) in interface.addresses.iter().enumerate() {
            let place = format!("{path}.privateIpAddresses[{index}]");
            places.value(&addresses, &address.to_string(), place);
        }
    }

    fn vpc_of_first(&self, groups: &IndexSet<SecurityGroupId>) -> Built<VpcId> {
        let Some(first) = groups.first() else {
            return Err(DocumentError::at("securityGroupIds", "may not be empty"));
        };
        let group = self.draft.groups.get(first).ok_or_else(|| {
            let sentence = format!("names `{first}`, which does not exist");
            DocumentError::at("securityGroupIds[0]", sentence)
        })?;
        Ok(group.vpc.clone())
    }
}

fn public_address_of(wire: &wire::PublicAddress) -> Built<NatAddress> {
    Ok(NatAddress {
        public: field::address("publicIpAddress", &wire.public_ip_address)?,
        private: field::address("privateIpAddress", &wire.private_ip_address)?,
    })
}
