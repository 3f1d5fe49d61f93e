//! Prefix lists, from DescribePrefixLists and DescribePrefixListAttributes.

use crate::model::{IpNet, PrefixListId};

use super::Gather;
use super::texts;
use crate::import::record::ListRecord;
use crate::import::text;
use crate::import::tree::View;

impl Gather<'_> {
    pub(super) fn prefix_list(&mut self, view: View<'_>) {
        let Some(id) = self.own_id(view, &["PrefixListId"], PrefixListId::parse) else { return };
        self.region(view, &id);
        let blocks = view.get("Entries").map(|_| self.entries(view.wrapped("Entries", "Entry")));
        self.keep_list(view, id, blocks);
    }

    /// The entries of a list, and whether some of them could not be read.
    pub(super) fn entries(&mut self, entries: Vec<View<'_>>) -> (Vec<IpNet>, bool) {
        let given = entries.into_iter().filter_map(|entry| match entry.text() {
            // Old Terraform states name each field of an entry: `entry.0.cidr`.
            Some(text) => Some(super::Given { view: entry, text }),
            None => entry.given("Cidr"),
        });
        let blocks: Vec<Option<IpNet>> = given.map(|given| self.block(&given)).collect();
        let unread = blocks.iter().any(Option::is_none);
        (blocks.into_iter().flatten().collect(), unread)
    }

    /// Keeps a list, whose name and capacity have the same field names in replies and Terraform
    /// states.
    pub(super) fn keep_list(
        &mut self,
        view: View<'_>,
        id: PrefixListId,
        blocks: Option<(Vec<IpNet>, bool)>,
    ) {
        if !self.room(view, text::WHAT_LISTS, self.records.lists.len()) {
            return;
        }
        let most = view.given("MaxEntries").and_then(|given| given.text.trim().parse().ok());
        let name = texts(view, "PrefixListName");
        let at = self.place(view);
        self.count(|understood| understood.prefix_lists += 1);
        let unread = blocks.as_ref().is_some_and(|(_, unread)| *unread);
        let blocks = blocks.map(|(blocks, _)| blocks);
        self.records.lists.push(ListRecord { at, id, name, blocks, unread, most });
    }
}
