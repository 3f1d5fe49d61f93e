//! What is known to be missing: pages of lists, documents that could not be read, and calls that
//! were refused.

use std::collections::BTreeSet;

use crate::import::shape::Shape;
use crate::model::{PortListId, SecurityGroupId};

use super::Assembly;

impl Assembly {
    /// Reports the lists of which pages are missing, and leaves open what they would say.
    pub(super) fn incomplete_lists(&mut self) {
        let pages = std::mem::take(&mut self.records.pages);
        let region = self.draft.region.clone();
        let missing: BTreeSet<Shape> =
            pages.missing(&region).iter().map(|missing| missing.listing.shape).collect();
        let whole = |shape: &Shape| pages.has(*shape, &region) && !missing.contains(shape);
        self.records.listed =
            [Shape::NatGateways, Shape::SnatEntries].into_iter().filter(whole).collect();
        self.records.empty_snat_lists = pages.empty(Shape::SnatEntries, &region);
        let (mut instances, mut interfaces) = (true, pages.has(Shape::Interfaces, &region));
        for missing in pages.missing(&region) {
            self.incomplete(Some(missing.at), missing.say());
            let of = &missing.listing.of;
            // Other lists name what a scenario can do without, or what is unknown if a rule or a
            // member refers to it and nothing describes it.
            let shape = missing.listing.shape;
            if shape == Shape::SecurityGroupAttribute {
                self.records.more_rules.extend(SecurityGroupId::parse(of));
            } else if shape == Shape::PrefixListAttributes {
                let own = self.records.lists.iter_mut().filter(|list| list.id.as_str() == of);
                own.for_each(|list| list.unread = true);
            } else if shape == Shape::PortRangeListEntries {
                if let Ok(id) = PortListId::parse(of) {
                    self.records.port_lists.entry(id).or_default().entries = Some(None);
                }
            } else if shape == Shape::Instances {
                instances = false;
            } else if shape == Shape::Interfaces {
                interfaces = false;
            }
        }
        let refused = |action: &str| self.records.refused.contains(action);
        instances &= !self.records.lost && !refused("DescribeInstances");
        interfaces &= !refused("DescribeNetworkInterfaces");
        // Every member of a group is an interface, whether of an instance or of a service.
        let some_refused = refused("DescribeNetworkInterfaces");
        if !interfaces && (!instances || some_refused || pages.has(Shape::Interfaces, &region)) {
            self.draft.unread_members = true;
        }
    }
}
