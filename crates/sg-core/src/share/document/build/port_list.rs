//! Port lists.

use super::{Builder, Built, add};
use crate::model::{PortEntry, PortList, PortListId, PortRange};
use crate::share::document::error::Within;
use crate::share::document::{DocumentError, field, wire};

impl Builder<'_> {
    pub(super) fn port_lists(&mut self) -> Built {
        for (index, wire) in self.document.port_range_lists.iter().enumerate() {
            let list = port_list(wire).within("portRangeLists", index)?;
            let path = format!("portRangeLists[{index}]");
            self.places.part(format!("port_lists.{}", list.id), format!("{path}.entries"));
            let id = list.id.clone();
            add(&mut self.draft.port_lists, id, list, &format!("{path}.portRangeListId"))?;
        }
        Ok(())
    }
}

fn port_list(wire: &wire::PortRangeList) -> Built<PortList> {
    let most = PortList::MOST_ENTRIES;
    let (name, number) = match wire.max_entries {
        Some(number) => ("maxEntries", u16::try_from(number).unwrap_or(u16::MAX)),
        None => ("entries", u16::try_from(wire.entries.len().max(1)).unwrap_or(u16::MAX)),
    };
    if !(1..=most).contains(&number) {
        let sentence = format!("a port list has room for 1 to {most} entries");
        return Err(DocumentError::at(name, sentence));
    }
    let entries = wire.entries.iter().enumerate();
    Ok(PortList {
        id: field::id("portRangeListId", &wire.port_range_list_id, PortListId::parse)?,
        name: wire.port_range_list_name.clone(),
        entries: entries
            .map(|(index, own)| entry(own).within("entries", index))
            .collect::<Built<_>>()?,
        max_entries: number,
    })
}

fn entry(wire: &wire::PortEntry) -> Built<PortEntry> {
    let text = &wire.port_range;
    let range = PortRange::parse(text)
        .map_err(|error| DocumentError::at("portRange", format!("`{text}`: {error}")))?;
    Ok(PortEntry { range, description: wire.description.clone() })
}
