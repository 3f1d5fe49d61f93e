//! The vSwitches: those of the account, and made-up ones for interfaces of which none is known.

use std::net::{IpAddr, Ipv4Addr};

use ipnet::{IpNet, Ipv4Net};

use crate::model::NetworkInterface;
use crate::quote::hcl::quote;

use super::instances::four;
use super::{Attributes, File, Switch};

/// The prefix length of made-up vSwitches; a smaller VPC is a single vSwitch.
const MADE_UP: u8 = 24;

/// The smallest block that a vSwitch can have.
const SMALLEST: u8 = 29;

impl File<'_> {
    /// Creates the vSwitches of the account, and one for all interfaces with the same vSwitch of
    /// which only the id is known, or whose addresses are in the same /24.
    pub(super) fn switches(&mut self) {
        let scenario = self.scenario;
        for own in scenario.parts().vswitches.values() {
            let (vpc, id) = (own.vpc.clone(), Some(own.id.clone()));
            let zone = own.zone.as_ref().map(|zone| quote(zone.as_str()));
            let name = if own.name.is_empty() { own.id.as_str() } else { &own.name };
            self.switch(Switch { vpc, block: own.block, id }, Some(name), zone);
        }
        for interface in scenario.interfaces() {
            if self.switch_of(interface).is_some() {
                continue;
            }
            let id = interface.vswitch.clone();
            if let Some(block) = self.made_up(interface) {
                let vpc = interface.vpc.clone();
                let name = id.as_ref().map(ToString::to_string);
                self.switch(Switch { vpc, block, id }, name.as_deref(), None);
            }
        }
    }

    fn switch(&mut self, switch: Switch, name: Option<&str>, zone: Option<String>) {
        let mut attributes = Attributes::new();
        attributes.extend(name.map(|name| ("vswitch_name", quote(name))));
        attributes.push(("vpc_id", self.id(switch.vpc.as_str())));
        attributes.push(("cidr_block", quote(&switch.block.to_string())));
        attributes.push(("zone_id", zone.unwrap_or_else(|| "var.zone_id".to_owned())));
        self.switches.push(switch);
        let label = format!("vswitch_{}", self.switches.len());
        self.say("alicloud_vswitch", &label, &attributes);
    }

    /// The number of an interface's vSwitch: the one it names, or else the one whose block holds
    /// its primary address.
    fn switch_of(&self, interface: &NetworkInterface) -> Option<usize> {
        let named = |own: &Switch| own.id.is_some() && own.id == interface.vswitch;
        let primary = four(interface).next().map(IpAddr::V4);
        let holds = |own: &Switch| {
            own.vpc == interface.vpc && primary.is_some_and(|address| own.block.contains(&address))
        };
        let by_name = self.switches.iter().position(named);
        // An interface whose own vSwitch is known by its id only is in no other.
        let open = || match &interface.vswitch {
            None => self.switches.iter().position(holds),
            Some(_) => None,
        };
        by_name.or_else(open)
    }

    /// A block for an interface's vSwitch, which holds all interfaces that name the same vSwitch and,
    /// as far as possible, no other; `None` without an IPv4 address.
    fn made_up(&self, interface: &NetworkInterface) -> Option<IpNet> {
        let primary = four(interface).next()?;
        let vpc = self.scenario.vpc(&interface.vpc)?;
        let around = vpc.blocks.iter().find(|block| block.contains(&IpAddr::V4(primary)))?;
        let (mine, others): (Vec<&NetworkInterface>, Vec<&NetworkInterface>) = self
            .scenario
            .interfaces()
            .map(AsRef::as_ref)
            .filter(|other| other.vpc == interface.vpc)
            .partition(|other| other.id == interface.id || names_the_same(interface, other));
        let inside = |address: &Ipv4Addr| around.contains(&IpAddr::V4(*address));
        let mine: Vec<Ipv4Addr> = mine.into_iter().flat_map(four).filter(inside).collect();
        let low = mine.iter().min().copied().unwrap_or(primary);
        let high = mine.iter().max().copied().unwrap_or(primary);
        let common = u8::try_from((low.to_bits() ^ high.to_bits()).leading_zeros()).unwrap_or(32);
        let first = common.min(SMALLEST).max(around.prefix_len());
        let last = around.prefix_len().max(MADE_UP).min(first);
        // Interfaces without a vSwitch of their own may share this one.
        let foreign: Vec<Ipv4Addr> =
            others.into_iter().filter(|other| other.vswitch.is_some()).flat_map(four).collect();
        let block = |length: u8| Ipv4Net::new(primary, length).ok().map(|block| block.trunc());
        let apart = |block: &Ipv4Net| {
            let meets = |own: &Switch| match own.block {
                IpNet::V4(other) => {
                    own.vpc == interface.vpc && (other.contains(block) || block.contains(&other))
                }
                IpNet::V6(_) => false,
            };
            !foreign.iter().any(|address| block.contains(address))
                && !self.switches.iter().any(meets)
        };
        let widest = (last..=first).filter_map(block).find(apart);
        widest.or_else(|| block(first)).map(IpNet::V4)
    }

    pub(super) fn switch_reference(&self, interface: &NetworkInterface) -> Option<String> {
        four(interface).next()?;
        let number = self.switch_of(interface)? + 1;
        Some(format!("alicloud_vswitch.vswitch_{number}.id"))
    }
}

fn names_the_same(one: &NetworkInterface, other: &NetworkInterface) -> bool {
    one.vswitch.is_some() && one.vswitch == other.vswitch
}
