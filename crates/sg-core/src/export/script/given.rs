//! The head of a script: the resources that must exist before it runs, one variable each.

use std::collections::BTreeSet;

use crate::connectivity::End;
use crate::explain::end_label;
use crate::model::{NetworkInterface, Vpc};

use super::{Script, shown};
use crate::export::text;

impl Script<'_> {
    /// Declares the resources that security group calls cannot create: variables to fill in, or
    /// comments if there is no id.
    pub(super) fn given(&mut self) {
        let (scenario, parts) = (self.scenario, self.scenario.parts());
        self.remark(text::EXISTING, &[]);
        for vpc in parts.vpcs.values() {
            let values = [("name", named(vpc)), ("blocks", list(&vpc.blocks))];
            self.assign("vpc", vpc.id.as_str(), (text::VPC, &places(&values)));
        }
        for list in parts.prefix_lists.values() {
            let values = [("name", shown(&list.name)), ("blocks", self::list(&list.blocks))];
            self.assign("list", list.id.as_str(), (text::LIST, &places(&values)));
        }
        for own in parts.port_lists.values() {
            let ranges: Vec<_> = own.entries.iter().map(|entry| entry.range).collect();
            let values = [("name", shown(&own.name)), ("ranges", self::list(&ranges))];
            self.assign("ports", own.id.as_str(), (text::PORT_LIST, &places(&values)));
        }
        for group in scenario.groups().filter(|group| group.is_read_only()) {
            let values = [("name", shown(group.label()))];
            self.assign("managed", group.id.as_str(), (text::MANAGED, &places(&values)));
        }
        let own = scenario.groups().filter(|group| !group.is_read_only());
        let resource_groups: BTreeSet<_> =
            own.filter_map(|group| group.labels.resource_group.clone()).collect();
        for id in resource_groups {
            self.assign("resource_group", id.as_str(), (text::RESOURCE_GROUP, &[]));
        }
        for start in self.dry_run.starts().to_vec() {
            let vpc = scenario.vpc(&start.vpc).map(|vpc| named(vpc)).unwrap_or_default();
            let words = if start.advanced { text::START_ADVANCED } else { text::START };
            self.assign("start", start.id.as_str(), (words, &[("vpc", &vpc)]));
        }
        for instance in scenario.instances() {
            let interfaces = instance.interfaces.iter().filter_map(|id| scenario.interface(id));
            for (place, interface) in interfaces.enumerate() {
                let end = End::Interface(interface.id.clone());
                let name = shown(&end_label(scenario, &end, self.language));
                let values = [("name", name), ("addresses", list(&interface.addresses))];
                let (kind, id, words) = match place {
                    0 => ("instance", instance.id.as_str(), text::INSTANCE),
                    _ => ("interface", interface.id.as_str(), text::INTERFACE),
                };
                self.assign(kind, id, (words, &places(&values)));
                self.public(interface);
            }
        }
        for vpc in parts.vpcs.values().filter(|vpc| vpc.snat == Some(true)) {
            self.remark(text::NAT, &[("name", &named(vpc))]);
        }
        for route in &parts.routes {
            let name = |id| scenario.vpc(id).map(|vpc| named(vpc)).unwrap_or_default();
            self.remark(text::JOINED, &[("a", &name(&route.a)), ("b", &name(&route.b))]);
        }
    }

    fn public(&mut self, interface: &NetworkInterface) {
        for address in interface.public_addresses() {
            let end = End::Interface(interface.id.clone());
            let name = shown(&end_label(self.scenario, &end, self.language));
            self.remark(text::PUBLIC, &[("name", &name), ("address", &address.to_string())]);
        }
    }
}

/// The name of a VPC, or its id if it has no name.
fn named(vpc: &Vpc) -> String {
    if vpc.name.is_empty() { vpc.id.to_string() } else { shown(&vpc.name) }
}

fn list<T: ToString>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn places<'a, const N: usize>(values: &'a [(&'a str, String); N]) -> [(&'a str, &'a str); N] {
    std::array::from_fn(|place| values.get(place).map_or(("", ""), |(name, value)| (*name, value)))
}
