//! Prefix lists, from DescribePrefixLists and DescribePrefixListAttributes.

use crate::model::{IpNet, PrefixListId};

use super::Gather;
use super::group::texts;
use crate::import::record::ListRecord;
use crate::import::text;
use crate::import::tree::View;

impl Gather<'_> {
    pub(super) fn prefix_list(&mut self, view: View<'_>) {
        let Some(id) = self.own_id(view, "PrefixListId", PrefixListId::parse) else { return };
        let blocks = view.get("Entries").map(|_| self.entries(view.wrapped("Entries", "Entry")));
        self.keep_list(view, id, blocks);
    }

    pub(super) fn entries(&mut self, entries: Vec<View<'_>>) -> Vec<IpNet> {
        let given = entries.into_iter().filter_map(|entry| entry.given("Cidr"));
        given.filter_map(|given| self.block(&given)).collect()
    }

    /// Keeps a list, whose name and capacity have the same field names in replies and Terraform
    /// states.
    pub(super) fn keep_list(
        &mut self,
        view: View<'_>,
        id: PrefixListId,
        blocks: Option<Vec<IpNet>>,
    ) {
        if !self.room(view, text::WHAT_LISTS, self.records.lists.len()) {
            return;
        }
        let most = view.given("MaxEntries").and_then(|given| given.text.trim().parse().ok());
        let name = texts(view, "PrefixListName");
        let at = self.place(view);
        self.count(|understood| understood.prefix_lists += 1);
        self.records.lists.push(ListRecord { at, id, name, blocks, most });
    }
}
