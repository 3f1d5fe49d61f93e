//! The instances, their interfaces and the vSwitches.

use std::net::{IpAddr, Ipv4Addr};

use crate::connectivity::End;
use crate::explain::end_label;
use crate::model::{Holder, Instance, NetworkInterface};
use crate::quote::hcl::quote;
use crate::quote::hidden::shown;

use super::{Attributes, File};
use crate::export::left_out::Omitted;
use crate::export::text;

impl File<'_> {
    pub(super) fn instance(&mut self, number: usize, instance: &Instance) {
        let label = format!("instance_{number}");
        for (place, id) in instance.interfaces.iter().enumerate() {
            let Some(interface) = self.scenario.interface(id) else { continue };
            let name = shown(&end_label(self.scenario, &End::Interface(id.clone()), self.language));
            let Some(switch) = self.switch_reference(interface) else {
                self.left_out.add(Omitted::Interface, 1);
                self.remark(text::NO_PLACE, &[("name", &name)]);
                continue;
            };
            if place == 0 {
                let mut attributes = Attributes::new();
                if !instance.name.is_empty() {
                    attributes.push(("instance_name", quote(&instance.name)));
                }
                attributes.push(("image_id", "var.image_id".to_owned()));
                attributes.push(("instance_type", "var.instance_type".to_owned()));
                attributes.push(("vswitch_id", switch));
                let names = ["private_ip", "secondary_private_ips", "security_groups"];
                attributes.extend(self.interface(interface, names));
                self.say("alicloud_instance", &label, &attributes);
            } else {
                self.further(&format!("{label}_{}", place + 1), &label, interface, switch);
            }
            self.assigned(interface, &name);
        }
    }

    /// The interfaces of cloud services, which create them themselves, and those that are attached
    /// to nothing.
    pub(super) fn held(&mut self) {
        let mut unattached = 0_usize;
        let held = |own: &NetworkInterface| match &own.holder {
            Some(Holder::Service { .. } | Holder::Nothing) => true,
            Some(Holder::Example) | None => false,
        };
        for interface in self.scenario.interfaces().filter(|own| held(own)) {
            let end = End::Interface(interface.id.clone());
            let name = shown(&end_label(self.scenario, &end, self.language));
            if !interface.is_unattached() {
                self.remark(text::HELD, &[("name", &name)]);
                self.left_out.add(Omitted::Interface, 1);
                continue;
            }
            let Some(switch) = self.switch_reference(interface) else {
                self.remark(text::NO_PLACE, &[("name", &name)]);
                self.left_out.add(Omitted::Interface, 1);
                continue;
            };
            unattached += 1;
            self.alone(&format!("unattached_{unattached}"), interface, switch);
            self.assigned(interface, &name);
        }
    }

    /// An interface without an attachment.
    fn alone(&mut self, label: &str, interface: &NetworkInterface, switch: String) {
        let mut attributes: Attributes = vec![("vswitch_id", switch)];
        let names = ["primary_ip_address", "private_ip_addresses", "security_group_ids"];
        attributes.extend(self.interface(interface, names));
        self.say("alicloud_ecs_network_interface", label, &attributes);
    }

    /// A secondary interface and its attachment.
    fn further(&mut self, label: &str, of: &str, interface: &NetworkInterface, switch: String) {
        self.alone(label, interface, switch);
        let attached = [
            ("instance_id", format!("alicloud_instance.{of}.id")),
            ("network_interface_id", format!("alicloud_ecs_network_interface.{label}.id")),
        ];
        self.say("alicloud_ecs_network_interface_attachment", label, &attached);
    }

    /// Addresses and groups, under the attribute names of the resource.
    fn interface(&self, interface: &NetworkInterface, names: [&'static str; 3]) -> Attributes {
        let [primary, others, groups] = names;
        let mut addresses = four(interface).map(|address| quote(&address.to_string()));
        let mut attributes = Attributes::new();
        attributes.extend(addresses.next().map(|first| (primary, first)));
        let more: Vec<String> = addresses.collect();
        if !more.is_empty() {
            attributes.push((others, list(&more)));
        }
        let of: Vec<String> = interface.groups.iter().map(|id| self.id(id.as_str())).collect();
        attributes.push((groups, list(&of)));
        attributes
    }

    /// Addresses that the service assigns: IPv6 addresses and the public address.
    fn assigned(&mut self, interface: &NetworkInterface, name: &str) {
        let six = interface.addresses.iter().filter(|address| address.is_ipv6());
        let six: Vec<String> = six.map(ToString::to_string).collect();
        if !six.is_empty() {
            let values = [("name", name), ("addresses", &*six.join(" "))];
            self.left_out.add(Omitted::Address, six.len());
            self.remark(text::ADDRESSES_NOT_SAID, &values);
        }
        for address in interface.public_addresses() {
            self.left_out.add(Omitted::Address, 1);
            self.remark(text::PUBLIC, &[("name", name), ("address", &address.to_string())]);
        }
    }
}

/// The IPv4 addresses of an interface, the primary one first.
pub(super) fn four(interface: &NetworkInterface) -> impl Iterator<Item = Ipv4Addr> {
    interface.addresses.iter().filter_map(|address| match address {
        IpAddr::V4(address) => Some(*address),
        IpAddr::V6(_) => None,
    })
}

fn list(items: &[String]) -> String {
    format!("[{}]", items.join(", "))
}
