//! Port lists, from DescribePortRangeLists and DescribePortRangeListEntries.

use std::collections::BTreeSet;

use super::{Gather, texts};
use crate::import::message::Message;
use crate::import::text;
use crate::import::tree::View;
use crate::model::{PortEntry, PortListId, PortRange};

impl Gather<'_> {
    pub(super) fn port_list(&mut self, view: View<'_>) {
        let Some(id) = self.own_id(view, &["PortRangeListId"], PortListId::parse) else { return };
        self.region(view, &id);
        if !self.room(view, text::WHAT_LISTS, self.records.port_lists.len()) {
            return;
        }
        let entries = view.has("Entries").then(|| self.port_entries(view));
        let name = texts(view, "PortRangeListName");
        let most = view.given("MaxEntries").and_then(|given| given.text.trim().parse().ok());
        let known = self.records.port_lists.entry(id.clone()).or_default();
        known.name = known.name.take().or(name);
        known.max_entries = known.max_entries.or(most);
        let Some(entries) = entries else { return };
        let differs = match (&known.entries, &entries) {
            (Some(Some(known)), Some(entries)) => sorted(known) != sorted(entries),
            (Some(None), _) | (Some(Some(_)), None) => true,
            (None, _) => false,
        };
        known.entries = Some(entries.filter(|_| !differs));
        if differs {
            let said = Message::plain(text::TWO_VERSIONS_LIST).with("what", &id);
            let place = self.place(view);
            self.records.notes.incomplete(Some(place), said);
        }
    }

    /// The entries of a list, each range once; `None` if some could not be read.
    fn port_entries(&mut self, view: View<'_>) -> Option<Vec<PortEntry>> {
        let mut entries: Option<Vec<PortEntry>> = Some(Vec::new());
        let mut seen = BTreeSet::new();
        for entry in view.wrapped("Entries", "Entry") {
            let Some(given) = entry.given("PortRange") else { continue };
            let Ok(range) = PortRange::parse(given.text.trim()) else {
                let said = Message::plain(text::BAD_PORT_ENTRY).with("value", &given.text);
                self.unread(given.view, said);
                entries = None;
                continue;
            };
            if let Some(entries) = &mut entries
                && seen.insert(range)
            {
                let description = texts(entry, "Description").unwrap_or_default();
                entries.push(PortEntry { range, description });
            }
        }
        entries
    }
}

fn sorted(entries: &[PortEntry]) -> BTreeSet<PortRange> {
    entries.iter().map(|entry| entry.range).collect()
}

/// The port list that gives the ports of a rule. A port range of its own comes first
/// (AuthorizeSecurityGroup).
pub(super) fn port_list(view: View<'_>) -> Option<String> {
    let list = view.given("PortRangeListId")?;
    view.given("PortRange").is_none().then(|| list.text.trim().to_owned())
}
