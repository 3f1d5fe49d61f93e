//! From values to records: what a document is, and what each thing in it says.

use std::net::IpAddr;

use crate::language::Text;
use crate::model::{IdError, IpNet, RegionId, VpcId};

use super::message::Message;
use super::place::{Lines, Place};
use super::reading::{Assumption, Understood};
use super::record::{Network, Records};
use super::text;
use super::tree::{Given, View};

mod classify;
mod group;
mod instance;
mod interface;
mod item;
mod prefix_list;
mod rule;
mod scenario;
mod terraform;

pub(super) use item::{Item, Task};

/// Reads the things of one document into the records.
pub(super) struct Gather<'a> {
    pub(super) file: usize,
    pub(super) text: &'a str,
    pub(super) lines: &'a Lines,
    pub(super) records: &'a mut Records,
}

/// The most things of a kind that are kept, before those that are told twice become one.
const MOST: &[(Text, usize)] = &[
    (text::WHAT_GROUPS, 1_000),
    (text::WHAT_RULES, 20_000),
    (text::WHAT_INSTANCES, 10_000),
    (text::WHAT_INTERFACES, 20_000),
    (text::WHAT_LISTS, 1_000),
];

impl Gather<'_> {
    /// Reads one thing.
    pub(super) fn item(&mut self, item: Item, view: View<'_>) {
        match item {
            Item::Group => self.group(view),
            Item::Instance => self.instance(view),
            Item::Interface => self.interface(view),
            Item::PrefixList => self.prefix_list(view),
            Item::Vpc => self.vpc(view),
            Item::Scenario => self.scenario(view),
            Item::Terraform(resource) => self.terraform(resource, view),
        }
    }

    pub(super) fn place_at(&self, offset: usize) -> Place {
        let (line, column) = self.lines.of(self.text, offset);
        Place { file: self.file, line, column }
    }

    pub(super) fn place(&self, view: View<'_>) -> Place {
        self.place_at(view.offset())
    }

    fn unread(&mut self, view: View<'_>, said: impl Into<Message>) {
        let place = self.place(view);
        self.records.notes.unread(Some(place), said);
    }

    fn assumed(&mut self, which: Assumption, about: impl ToString) {
        self.records.notes.assumed(which, about);
    }

    fn count(&mut self, change: impl FnOnce(&mut Understood)) {
        if let Some(understood) = self.records.understood.get_mut(self.file) {
            change(understood);
        }
    }

    /// Whether one more thing of a kind is kept; the first that is not is told.
    fn room(&mut self, view: View<'_>, what: Text, count: usize) -> bool {
        let most = MOST.iter().find(|(kind, _)| *kind == what).map_or(0, |(_, most)| *most);
        if count < most {
            return true;
        }
        let told = self
            .records
            .notes
            .unread
            .iter()
            .any(|note| note.said.text() == text::TOO_MANY && note.said.is_about(what));
        if !told {
            let said = Message::plain(text::TOO_MANY).with("most", most).translated("what", what);
            self.unread(view, said);
        }
        false
    }

    /// Reads an id. Asterisks, with which documentation pages hide the end of an id, become `x`.
    fn id<T>(
        &mut self,
        given: &Given<'_>,
        parse: impl Fn(&str) -> Result<T, IdError>,
    ) -> Option<T> {
        let id = given.text.trim();
        let masked = id.contains('*').then(|| id.replace('*', "x"));
        match parse(masked.as_deref().unwrap_or(id)) {
            Ok(id_read) => {
                if masked.is_some() {
                    self.assumed(Assumption::Masked, id);
                }
                Some(id_read)
            }
            Err(_) => {
                self.unread(given.view, Message::plain(text::BAD_ID).with("value", id));
                None
            }
        }
    }

    /// Reads the id that something cannot do without.
    fn own_id<T>(
        &mut self,
        view: View<'_>,
        name: &str,
        parse: impl Fn(&str) -> Result<T, IdError>,
    ) -> Option<T> {
        match view.given(name) {
            Some(given) => self.id(&given, parse),
            None => {
                self.unread(view, Message::plain(text::NO_ID).with("field", name));
                None
            }
        }
    }

    /// Reads the ids of a list, wrapped as replies wrap it or bare.
    fn ids<T>(
        &mut self,
        items: Vec<View<'_>>,
        parse: impl Fn(&str) -> Result<T, IdError>,
    ) -> Vec<T> {
        let given = items.into_iter().filter_map(|view| Some(Given { view, text: view.text()? }));
        given.filter_map(|given| self.id(&given, &parse)).collect()
    }

    fn address(&mut self, given: &Given<'_>) -> Option<IpAddr> {
        let address = given.text.trim().parse().ok();
        if address.is_none() {
            self.unread(given.view, Message::plain(text::BAD_ADDRESS).with("value", &given.text));
        }
        address
    }

    /// Reads the addresses of a list; those already read are passed over.
    fn addresses(&mut self, items: Vec<View<'_>>, into: &mut Vec<IpAddr>) {
        for view in items {
            let Some(text) = view.text().filter(|text| !text.trim().is_empty()) else { continue };
            if let Some(address) = self.address(&Given { view, text })
                && !into.contains(&address)
            {
                into.push(address);
            }
        }
    }

    fn block(&mut self, given: &Given<'_>) -> Option<IpNet> {
        let found = block(given.text.trim());
        if found.is_none() {
            self.unread(given.view, Message::plain(text::BAD_BLOCK).with("value", &given.text));
        }
        found
    }

    /// The network that `VpcId` names: an empty id is the classic network's.
    fn network(&mut self, view: View<'_>) -> Network {
        match (view.given("VpcId"), view.get("VpcId")) {
            (Some(given), _) => self.id(&given, VpcId::parse).map_or(Network::Unsaid, Network::Vpc),
            (None, Some(_)) => Network::Classic,
            (None, None) => Network::Unsaid,
        }
    }

    fn region(&mut self, view: View<'_>) {
        let Some(given) = view.given("RegionId") else { return };
        if let Ok(region) = RegionId::parse(given.text.trim()) {
            self.records.regions.entry(region).or_insert(());
        }
    }
}

/// An address block; an address alone is a block of one.
fn block(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from))
}
