//! From values to records: recognises documents and reads the objects in them.

use std::net::IpAddr;

use crate::language::Text;
use crate::model::{IdError, IpNet, VpcId};

use super::message::Message;
use super::place::{Lines, Place};
use super::plan::Planned;
use super::reading::{Assumption, Understood};
use super::record::{Network, Records};
use super::text;
use super::tree::{Given, View};

mod classify;
mod console;
mod group;
mod instance;
mod interface;
mod item;
mod later;
mod nat;
mod nested;
mod other;
mod page;
mod plan;
mod port_list;
mod prefix_list;
mod region;
mod route;
mod rule;
mod scenario;
mod state;
mod terraform;

pub(super) use item::{Item, Task};

use region::region_of;

/// Reads the objects of one document into the records.
pub(super) struct Gather<'a> {
    pub(super) file: usize,
    /// The name of the file.
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) lines: &'a Lines,
    pub(super) records: &'a mut Records,
}

/// The maximum number of objects of each kind to keep, before duplicates are merged.
const MOST: &[(Text, usize)] = &[
    (text::WHAT_GROUPS, 1_000),
    (text::WHAT_RULES, 20_000),
    (text::WHAT_INSTANCES, 10_000),
    (text::WHAT_INTERFACES, 20_000),
    (text::WHAT_LISTS, 1_000),
];

impl Gather<'_> {
    /// Reads one object.
    pub(super) fn item(&mut self, task: Task, view: View<'_>) {
        self.records.region_here = task.region;
        self.records.document_here = 0;
        match task.item {
            Item::Group => self.group(view),
            Item::Instance => self.instance(view),
            Item::Interface => self.interface(view),
            Item::PrefixList => self.prefix_list(view),
            Item::Vpc => self.vpc(view),
            Item::VSwitch => self.vswitch(view),
            Item::Peering => self.peering(view),
            Item::PortList => self.port_list(view),
            Item::RouteTable => self.route_table(view),
            Item::RouteEntry => self.route_entry(view),
            Item::NatGateway => self.nat_gateway(view),
            Item::SnatEntry => self.snat_entry(view, &Planned::default()),
            Item::Eip => self.eip(view),
            Item::Scenario => self.scenario(view),
            Item::Rules => self.loose_rules(view),
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

    /// Reports something once for each file.
    fn unread_once(&mut self, view: View<'_>, said: Text) {
        let file = self.file;
        let told = self.records.notes.unread.iter().any(|note| {
            note.said.text() == said && note.place.is_some_and(|place| place.file == file)
        });
        if !told {
            self.unread(view, said);
        }
    }

    fn assumed(&mut self, which: Assumption, about: impl ToString) {
        self.records.notes.assumed(which, about);
    }

    fn count(&mut self, change: impl FnOnce(&mut Understood)) {
        if let Some(understood) = self.records.understood.get_mut(self.file) {
            change(understood);
        }
    }

    /// Whether one more object of a kind may be kept; the first that may not is reported.
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

    /// Reads an ID. Asterisks, which mask the end of an ID on documentation pages, become `x`.
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

    /// Reads the required ID of an object, which is under one of several names; the first is the
    /// API's.
    fn own_id<T>(
        &mut self,
        view: View<'_>,
        names: &[&str],
        parse: impl Fn(&str) -> Result<T, IdError>,
    ) -> Option<T> {
        match view.given_as(names) {
            Some(given) => self.id(&given, parse),
            None => {
                let name = names.first().copied().unwrap_or_default();
                self.unread(view, Message::plain(text::NO_ID).with("field", name));
                None
            }
        }
    }

    /// Reads a list of IDs, either wrapped as in replies or plain.
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

    /// Reads a list of addresses, ignoring duplicates.
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

    /// The network given by `VpcId`: an empty ID means the classic network.
    fn network(&mut self, view: View<'_>) -> Network {
        let empty = |view: View<'_>| view.text().is_some_and(|text| text.trim().is_empty());
        match (view.given("VpcId"), view.get("VpcId")) {
            (Some(given), _) => self.id(&given, VpcId::parse).map_or(Network::Unsaid, Network::Vpc),
            (None, Some(id)) if empty(id) => Network::Classic,
            (None, _) => Network::Unsaid,
        }
    }

    /// Notes the region of an object: its own, that of its zone, or that of its document.
    fn region(&mut self, view: View<'_>, id: &impl ToString) {
        let own = region_of(view);
        if let Some(region) = own.or_else(|| self.records.region_here.clone()) {
            self.records.regions.entry(region.clone()).or_insert(());
            self.records.region_of.insert(id.to_string(), region);
        }
    }
}

/// A CIDR block; a single address is a block of one.
fn block(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from))
}

/// The text of a member; empty if the reply gives an empty text.
fn texts(view: View<'_>, name: &str) -> Option<String> {
    view.get(name)?.text().map(std::borrow::Cow::into_owned)
}
