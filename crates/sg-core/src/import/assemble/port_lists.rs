//! Port lists, and rules whose ports they give.

use std::sync::Arc;

use crate::import::message::Message;
use crate::import::record::{PortListRecord, RuleRecord};
use crate::import::text;
use crate::model::{PortFilter, PortList, PortListId, PortRange};

use super::Assembly;

impl Assembly {
    /// Adds the port lists whose entries are known.
    pub(super) fn port_lists(&mut self) {
        for (id, record) in &self.records.port_lists {
            let PortListRecord { name, max_entries, entries } = record;
            let Some(Some(entries)) = entries else { continue };
            let most = usize::from(PortList::MOST_ENTRIES);
            // A list of more entries than the service allows is not read in part.
            if entries.len() > most {
                continue;
            }
            let room = max_entries.unwrap_or(0).max(entries.len()).clamp(1, most);
            let list = PortList {
                id: id.clone(),
                name: name.clone().unwrap_or_default(),
                entries: entries.clone(),
                max_entries: u16::try_from(room).unwrap_or(PortList::MOST_ENTRIES),
            };
            self.draft.port_lists.entry(id.clone()).or_insert_with(|| Arc::new(list));
        }
    }

    /// All rules, with their port lists. If the entries of a list are not known, whatever a rule
    /// with it could decide is unknown.
    pub(super) fn with_port_lists(&mut self) -> Vec<RuleRecord> {
        let mut rules = Vec::new();
        for mut record in std::mem::take(&mut self.records.rules) {
            let Some(text) = record.port_list.take() else {
                rules.push(record);
                continue;
            };
            let id = PortListId::parse(&text).ok();
            let Some(list) = id.and_then(|id| self.draft.port_lists.get(&id)) else {
                self.unread(Some(record.at), Message::plain(text::PORT_LIST).with("value", &text));
                self.keep_unread(&record.group, record.at, &record.spec);
                continue;
            };
            // A protocol without ports is not refused, but the list means nothing for it.
            if let Some(ports) = record.spec.protocol.ports() {
                let ports = PortFilter { destination: PortRange::ALL, source: ports.source };
                record.spec.protocol = record.spec.protocol.protocol().with_ports(ports);
                record.spec.port_list = Some(list.listed());
            }
            rules.push(record);
        }
        rules
    }
}
