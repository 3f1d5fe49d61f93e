//! The instances, their interfaces and the vSwitches.

use std::net::{IpAddr, Ipv4Addr};

use ipnet::{IpNet, Ipv4Net};

use crate::connectivity::End;
use crate::explain::end_label;
use crate::model::{Instance, NetworkInterface};
use crate::request::hidden::shown;
use crate::request::snippet::quote::hcl::quote;

use super::{Attributes, File};
use crate::export::text;

/// The prefix length of generated vSwitches; a smaller VPC is a single vSwitch.
const SWITCH: u8 = 24;

impl File<'_> {
    /// Creates a vSwitch for every /24 that contains a primary address.
    pub(super) fn switches(&mut self) {
        for interface in self.scenario.interfaces() {
            let Some(place) = self.switch_of(interface) else { continue };
            if self.switches.contains(&place) {
                continue;
            }
            let (vpc, block) = place.clone();
            self.switches.push(place);
            let attributes = [
                ("vpc_id", self.id(&vpc)),
                ("cidr_block", quote(&block.to_string())),
                ("zone_id", "var.zone_id".to_owned()),
            ];
            let label = format!("vswitch_{}", self.switches.len());
            self.say("alicloud_vswitch", &label, &attributes);
        }
    }

    /// The VPC and block of an interface's vSwitch; `None` without an IPv4 address.
    fn switch_of(&self, interface: &NetworkInterface) -> Option<(String, IpNet)> {
        let primary = four(interface).next()?;
        let vpc = self.scenario.vpc(&interface.vpc)?;
        let around = vpc.blocks.iter().find(|block| block.contains(&IpAddr::V4(primary)))?;
        let length = around.prefix_len().max(SWITCH);
        let block = IpNet::V4(Ipv4Net::new(primary, length).ok()?.trunc());
        Some((interface.vpc.to_string(), block))
    }

    pub(super) fn instance(&mut self, number: usize, instance: &Instance) {
        let label = format!("instance_{number}");
        for (place, id) in instance.interfaces.iter().enumerate() {
            let Some(interface) = self.scenario.interface(id) else { continue };
            let name = shown(&end_label(self.scenario, &End::Interface(id.clone())));
            let Some(switch) = self.switch_reference(interface) else {
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

    /// A secondary interface and its attachment.
    fn further(&mut self, label: &str, of: &str, interface: &NetworkInterface, switch: String) {
        let mut attributes: Attributes = vec![("vswitch_id", switch)];
        let names = ["primary_ip_address", "private_ip_addresses", "security_group_ids"];
        attributes.extend(self.interface(interface, names));
        self.say("alicloud_ecs_network_interface", label, &attributes);
        let attached = [
            ("instance_id", format!("alicloud_instance.{of}.id")),
            ("network_interface_id", format!("alicloud_ecs_network_interface.{label}.id")),
        ];
        self.say("alicloud_ecs_network_interface_attachment", label, &attached);
    }

    fn switch_reference(&self, interface: &NetworkInterface) -> Option<String> {
        let place = self.switch_of(interface)?;
        let number = self.switches.iter().position(|own| *own == place)? + 1;
        Some(format!("alicloud_vswitch.vswitch_{number}.id"))
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
            self.remark(text::ADDRESSES_NOT_SAID, &values);
        }
        if let Some(address) = interface.public_address {
            self.remark(text::PUBLIC, &[("name", name), ("address", &address.to_string())]);
        }
    }
}

/// The IPv4 addresses of an interface, the primary one first.
fn four(interface: &NetworkInterface) -> impl Iterator<Item = Ipv4Addr> {
    interface.addresses.iter().filter_map(|address| match address {
        IpAddr::V4(address) => Some(*address),
        IpAddr::V6(_) => None,
    })
}

fn list(items: &[String]) -> String {
    format!("[{}]", items.join(", "))
}
