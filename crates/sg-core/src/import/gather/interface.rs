//! Network interfaces, from DescribeNetworkInterfaces.

use std::net::IpAddr;

use crate::model::{InstanceId, NetworkInterfaceId, SecurityGroupId};

use super::Gather;
use crate::import::reading::Assumption;
use crate::import::record::InterfaceRecord;
use crate::import::text;
use crate::import::tree::View;

impl Gather<'_> {
    pub(super) fn interface(&mut self, view: View<'_>) {
        let id = self.own_id(view, "NetworkInterfaceId", NetworkInterfaceId::parse);
        let Some(id) = id else { return };
        self.region(view);
        let instance = view.given("InstanceId").or_else(|| {
            view.get("Attachment").and_then(|attachment| attachment.given("InstanceId"))
        });
        let instance = instance.and_then(|given| self.id(&given, InstanceId::parse));
        let kind = view.given("Type");
        let primary = kind.map(|kind| kind.text.eq_ignore_ascii_case("Primary"));
        let network = self.network(view);
        let groups = view.wrapped("SecurityGroupIds", "SecurityGroupId");
        let groups = self.ids(groups, SecurityGroupId::parse);
        let mut addresses = Vec::new();
        self.addresses(view.get("PrivateIpAddress").into_iter().collect(), &mut addresses);
        self.private_sets(view, &mut addresses);
        let public = self.associated(view, &id);
        let at = self.place(view);
        let record =
            InterfaceRecord { at, id, instance, primary, network, groups, addresses, public };
        self.keep_interface(view, record);
    }

    pub(super) fn keep_interface(&mut self, view: View<'_>, record: InterfaceRecord) {
        if self.room(view, text::WHAT_INTERFACES, self.records.interfaces.len()) {
            self.count(|understood| understood.interfaces += 1);
            self.records.interfaces.push(record);
        }
    }

    /// The private addresses in the address sets of an interface, primary first.
    pub(super) fn private_sets(&mut self, view: View<'_>, into: &mut Vec<IpAddr>) {
        let sets = view.wrapped("PrivateIpSets", "PrivateIpSet");
        let is_primary = |set: &View<'_>| set.given("Primary").is_some_and(|it| it.text == "true");
        let (first, rest): (Vec<_>, Vec<_>) = sets.into_iter().partition(is_primary);
        let addresses = first.into_iter().chain(rest);
        let addresses = addresses.filter_map(|set| set.get("PrivateIpAddress")).collect();
        self.addresses(addresses, into);
        let sets = view.wrapped("Ipv6Sets", "Ipv6Set").into_iter();
        let addresses = sets.filter_map(|set| set.get("Ipv6Address")).collect();
        self.addresses(addresses, into);
    }

    /// The public address associated with the interface or one of its private addresses.
    fn associated(&mut self, view: View<'_>, id: &NetworkInterfaceId) -> Option<IpAddr> {
        let mut holders = vec![view];
        holders.extend(view.wrapped("PrivateIpSets", "PrivateIpSet"));
        let all = holders.into_iter().filter_map(|holder| {
            holder.get("AssociatedPublicIp").and_then(|it| it.get("PublicIpAddress"))
        });
        let all = all.collect();
        let mut addresses = Vec::new();
        self.addresses(all, &mut addresses);
        if addresses.len() > 1 {
            self.assumed(Assumption::FirstPublic, id);
        }
        addresses.first().copied()
    }
}
