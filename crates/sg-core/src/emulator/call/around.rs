//! Calls about instances, network interfaces and prefix lists.

use std::net::IpAddr;

use super::Call;
use crate::emulator::Action;
use crate::emulator::prefix_list::family_text;
use crate::emulator::surroundings::vswitch;
use crate::model::{
    AddressFamily, InstanceId, IpNet, NetworkInterfaceId, PrefixList, PrefixListId, RegionId,
    SecurityGroupId, VpcId,
};

impl Call {
    /// ModifyInstanceAttribute: renames an instance.
    pub fn rename_instance(instance: &InstanceId, name: &str) -> Self {
        let member = ("InstanceId", instance.as_str());
        Self::new(Action::ModifyInstanceAttribute, [member, ("InstanceName", name)])
    }

    /// CreateNetworkInterface: creates an interface in a VPC, with these groups and private
    /// addresses, the primary one first. Without an IPv4 address, the service chooses one.
    pub fn create_network_interface(
        region: &RegionId,
        vpc: &VpcId,
        groups: &[SecurityGroupId],
        addresses: &[IpAddr],
    ) -> Self {
        let vswitch = vswitch(vpc);
        let place = [("RegionId", region.as_str()), ("VSwitchId", vswitch.as_str())];
        let mut call = Self::new(Action::CreateNetworkInterface, place);
        match groups {
            [only] => call.params.set("SecurityGroupId", only.as_str()),
            several => call.push_groups("SecurityGroupIds", several),
        }
        let of = |family| addresses.iter().filter(move |own| AddressFamily::of(**own) == family);
        for (number, address) in of(AddressFamily::V4).enumerate() {
            let name = match number {
                0 => "PrimaryIpAddress".to_owned(),
                number => format!("PrivateIpAddress.{number}"),
            };
            call.params.set(name, address.to_string());
        }
        for (number, address) in (1_u32..).zip(of(AddressFamily::V6)) {
            call.params.set(format!("Ipv6Address.{number}"), address.to_string());
        }
        call
    }

    /// DeleteNetworkInterface.
    pub fn delete_network_interface(region: &RegionId, interface: &NetworkInterfaceId) -> Self {
        let params = [("RegionId", region.as_str()), ("NetworkInterfaceId", interface.as_str())];
        Self::new(Action::DeleteNetworkInterface, params)
    }

    /// AttachNetworkInterface.
    pub fn attach_network_interface(
        region: &RegionId,
        instance: &InstanceId,
        interface: &NetworkInterfaceId,
    ) -> Self {
        Self::new(Action::AttachNetworkInterface, attachment(region, instance, interface))
    }

    /// DetachNetworkInterface.
    pub fn detach_network_interface(
        region: &RegionId,
        instance: &InstanceId,
        interface: &NetworkInterfaceId,
    ) -> Self {
        Self::new(Action::DetachNetworkInterface, attachment(region, instance, interface))
    }

    /// CreatePrefixList, with the entries as typed. The address family is that of the first one.
    pub fn create_prefix_list(
        region: &RegionId,
        name: &str,
        entries: &[&str],
        max_entries: &str,
    ) -> Self {
        let first = entries.first().is_some_and(|entry| entry.contains(':'));
        let family = family_text(if first { AddressFamily::V6 } else { AddressFamily::V4 });
        let mut call = Self::new(
            Action::CreatePrefixList,
            [
                ("RegionId", region.as_str()),
                ("PrefixListName", name),
                ("AddressFamily", family),
                ("MaxEntries", max_entries),
            ],
        );
        call.push_entries("Entry", entries.iter().copied());
        call
    }

    /// ModifyPrefixList: gives a list this name, and these entries as typed. Omitted parts stay.
    pub fn modify_prefix_list(
        region: &RegionId,
        list: &PrefixList,
        name: &str,
        entries: &[&str],
    ) -> Self {
        let place = [("RegionId", region.as_str()), ("PrefixListId", list.id.as_str())];
        let mut call = Self::new(Action::ModifyPrefixList, place);
        if name != list.name {
            call.params.set("PrefixListName", name);
        }
        let block = |text: &str| {
            let block = text.parse::<IpNet>();
            block.or_else(|_| text.parse::<IpAddr>().map(IpNet::from)).ok()
        };
        let new: Vec<Option<IpNet>> = entries.iter().map(|text| block(text)).collect();
        let added = entries.iter().copied().zip(&new);
        let added = added.filter(|(_, block)| !block.is_some_and(|it| list.blocks.contains(&it)));
        call.push_entries("AddEntry", added.map(|(text, _)| text));
        let gone = list.blocks.iter().filter(|own| !new.contains(&Some(**own)));
        let gone: Vec<String> = gone.map(ToString::to_string).collect();
        call.push_entries("RemoveEntry", gone.iter().map(String::as_str));
        call
    }

    /// DeletePrefixList.
    pub fn delete_prefix_list(region: &RegionId, list: &PrefixListId) -> Self {
        let params = [("RegionId", region.as_str()), ("PrefixListId", list.as_str())];
        Self::new(Action::DeletePrefixList, params)
    }

    fn push_entries<'a>(&mut self, name: &str, entries: impl Iterator<Item = &'a str>) {
        for (number, entry) in (1_u32..).zip(entries) {
            self.params.set(format!("{name}.{number}.Cidr"), entry);
        }
    }
}

fn attachment<'a>(
    region: &'a RegionId,
    instance: &'a InstanceId,
    interface: &'a NetworkInterfaceId,
) -> [(&'static str, &'a str); 3] {
    [
        ("RegionId", region.as_str()),
        ("InstanceId", instance.as_str()),
        ("NetworkInterfaceId", interface.as_str()),
    ]
}
