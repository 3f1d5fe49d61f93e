//! Records around the groups: prefix lists, port lists and vSwitches.

use super::Reader;
use super::fields::{Fields, index};
use crate::share::document::lines::what::{Read, number, range};
use crate::share::document::wire::{PortEntry, PortRangeList, PrefixList, VSwitch};

impl Reader {
    pub(super) fn prefix_list(&mut self, fields: &Fields) -> Read {
        self.document.prefix_lists.push(PrefixList {
            prefix_list_id: fields.text(0),
            prefix_list_name: fields.text(1),
            cidr_blocks: fields.words(2),
            max_entries: fields.some(3).map(|text| number(&text)).transpose()?,
            unread_entries: fields.get(4) == "?",
        });
        Ok(())
    }

    pub(super) fn port_list(&mut self, fields: &Fields) -> Read {
        self.document.port_range_lists.push(PortRangeList {
            port_range_list_id: fields.text(0),
            port_range_list_name: fields.text(1),
            entries: Vec::new(),
            max_entries: fields.some(2).map(|text| number(&text)).transpose()?,
        });
        Ok(())
    }

    pub(super) fn port_entry(&mut self, fields: &Fields) -> Read {
        let list = self.document.port_range_lists.last_mut();
        let list = list.ok_or("an entry stands before the first port list")?;
        let (port_range, description) = (range(fields.get(0)), fields.text(1));
        list.entries.push(PortEntry { port_range, description });
        Ok(())
    }

    /// The id of the port list at a place.
    pub(super) fn port_list_id(&self, place: &str) -> Read<String> {
        let list = self.document.port_range_lists.get(index(place)?);
        let list = list.ok_or_else(|| format!("there is no port list {place}"))?;
        Ok(list.port_range_list_id.clone())
    }

    pub(super) fn vswitch(&mut self, fields: &Fields) -> Read {
        self.document.v_switches.push(VSwitch {
            v_switch_id: fields.text(0),
            v_switch_name: fields.text(1),
            vpc_id: self.vpc(fields.get(2))?,
            cidr_block: fields.text(3),
            zone_id: fields.some(4),
        });
        Ok(())
    }
}
