//! The ends of a path as users name them: ids, names and addresses.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;

use foldhash::fast::FixedState;
use indexmap::IndexMap;

use crate::connectivity::{
    Answer, AskedEnd, CheckedDirections, End, Endpoint, PacketSet, PartialEndpoint, ask, complete,
};
use crate::explain::ends_with_labels;
use crate::language::Language;
use crate::model::{AddressFamily, Holder, NetworkInterfaceId, Scenario};

use super::alike::alike;
use super::same_answers::SameAnswers;

/// A resolved end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// An interface, given by its id or by the id or name of its instance; a suitable address is
    /// chosen.
    Interface(NetworkInterfaceId),
    /// An interface by one of its addresses.
    InterfaceAt(NetworkInterfaceId, IpAddr),
    /// A named outside block.
    Block(String),
    /// An address that belongs to no interface.
    Address(IpAddr),
}

/// Hashed, because streams of questions look up two ends each.
type Map<K, V> = IndexMap<K, V, FixedState>;

/// Everything in a scenario that can be named as an end.
#[derive(Debug)]
pub struct Directory<'a> {
    scenario: &'a Scenario,
    ids: Map<&'a str, Place>,
    names: Map<Cow<'a, str>, Vec<Place>>,
    addresses: Map<IpAddr, Vec<Place>>,
    /// The answers about all packets of pairs with an outside block, cached because they are expensive
    /// to find.
    answers: BTreeMap<(Place, Place), Option<Answer>>,
    /// The ends that have the same answers, once a goal has many pairs.
    alike: Option<Arc<SameAnswers>>,
}

impl<'a> Directory<'a> {
    /// Indexes the ends of a scenario.
    pub fn new(scenario: &'a Scenario) -> Self {
        let mut directory = Self {
            scenario,
            ids: Map::default(),
            names: Map::default(),
            addresses: Map::default(),
            answers: BTreeMap::new(),
            alike: None,
        };
        for instance in scenario.instances() {
            let Some(primary) = instance.primary() else { continue };
            let place = Place::Interface(primary.clone());
            if !instance.name.is_empty() {
                directory.name(Cow::Borrowed(&instance.name), place.clone());
            }
            directory.ids.insert(instance.id.as_str(), place);
        }
        // What is attached to nothing is no end.
        for interface in scenario.interfaces().filter(|own| !own.is_unattached()) {
            let place = Place::Interface(interface.id.clone());
            directory.ids.insert(interface.id.as_str(), place);
            let public = interface.public_addresses();
            for address in interface.addresses.iter().copied().chain(public) {
                let place = Place::InterfaceAt(interface.id.clone(), address);
                directory.addresses.entry(address).or_default().push(place);
            }
        }
        for outside in scenario.outside() {
            let place = Place::Block(outside.name.clone());
            directory.name(Cow::Borrowed(&outside.name), place);
        }
        directory.name_as_answers_do();
        directory
    }

    /// Adds the names by which answers call ends that no instance and no block is named after: an
    /// interface of a service, any member of a group, one of several interfaces of an instance.
    fn name_as_answers_do(&mut self) {
        for language in [Language::En, Language::Zh] {
            for (end, label) in ends_with_labels(self.scenario, language) {
                if let End::Interface(id) = end {
                    self.name(Cow::Owned(label), Place::Interface(id));
                }
            }
        }
        for interface in self.scenario.interfaces() {
            if let Some(Holder::Service { name, .. }) = &interface.holder
                && !name.is_empty()
            {
                self.name(Cow::Borrowed(name), Place::Interface(interface.id.clone()));
            }
        }
    }

    fn name(&mut self, name: Cow<'a, str>, place: Place) {
        let places = self.names.entry(name).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
    }

    /// The scenario that it indexes.
    pub(super) const fn scenario(&self) -> &'a Scenario {
        self.scenario
    }

    /// Resolves a text to an interface, an instance (its primary interface), an outside block or an
    /// address. An interface of a service and any member of a group have the names that answers give
    /// them. Ids take precedence over names.
    ///
    /// # Errors
    /// The name is unknown, or the message lists what it could refer to.
    pub fn find(&self, text: &str) -> Result<Place, String> {
        if let Some(place) = self.ids.get(text) {
            return Ok(place.clone());
        }
        let address = text.parse::<IpAddr>().ok();
        let by_address = || self.addresses.get(&address?);
        match self.names.get(text).or_else(by_address).map(Vec::as_slice) {
            Some([only]) => Ok(only.clone()),
            Some(several) => {
                let names: Vec<String> = several.iter().map(place_name).collect();
                Err(format!("`{text}` stands for {}: name one by its id", names.join(" and ")))
            }
            None => address.map(|address| self.at(address)).ok_or_else(|| self.unknown(text)),
        }
    }

    /// That nothing has this name, and what was probably meant.
    fn unknown(&self, text: &str) -> String {
        let meant: Vec<String> =
            alike(self.names.keys().map(AsRef::as_ref).chain(self.ids.keys().copied()), text)
                .into_iter()
                .map(|name| format!("`{name}`"))
                .collect();
        let meant = match meant.as_slice() {
            [] => String::new(),
            meant => format!("; did you mean {}?", meant.join(" or ")),
        };
        format!(
            "`{text}` is no instance, network interface or outside address of the scenario, and no \
             IP address{meant}"
        )
    }

    /// An address that no interface lists: of the only interface with a prefix that contains it, or
    /// outside.
    fn at(&self, address: IpAddr) -> Place {
        let mut holders = self.scenario.interfaces().filter(|own| own.has_in_prefix(address));
        match (holders.next(), holders.next()) {
            (Some(only), None) => Place::InterfaceAt(only.id.clone(), address),
            _ => Place::Address(address),
        }
    }

    /// The ends that have the same answers, which are the same for all goals.
    pub(super) fn alike(&mut self) -> Arc<SameAnswers> {
        let scenario = self.scenario;
        Arc::clone(self.alike.get_or_insert_with(|| Arc::new(SameAnswers::new(scenario))))
    }

    /// The answer for some packets between two places, or for all of them if `asked` is `None`. The
    /// result is `None` if no packet can travel between the two.
    pub fn ask(&mut self, from: &Place, to: &Place, asked: Option<PacketSet>) -> Option<Answer> {
        let (source, destination) = (self.asked(from)?, self.asked(to)?);
        let both = CheckedDirections::Both;
        if !matches!((from, to), (Place::Block(_), _) | (_, Place::Block(_))) {
            return ask(self.scenario, &source, &destination, asked, both);
        }
        let key = (from.clone(), to.clone());
        let new = || ask(self.scenario, &source, &destination, None, both);
        let all = self.answers.entry(key).or_insert_with(new).as_ref()?;
        Some(match asked {
            Some(asked) => all.within(asked),
            None => all.clone(),
        })
    }

    /// A place as an end of a question; `None` if the scenario has no such block.
    fn asked(&self, place: &Place) -> Option<AskedEnd> {
        Some(match place {
            Place::Interface(id) => AskedEnd::Interface(id.clone()),
            Place::InterfaceAt(id, address) => AskedEnd::InterfaceAt(id.clone(), *address),
            Place::Address(address) => AskedEnd::Address(*address),
            Place::Block(name) => AskedEnd::of(self.scenario, &End::Outside(name.clone()))?,
        })
    }

    /// The ends of a packet between two places, with the addresses that the matrix chooses for
    /// packets that exist in one address family only, or in both. A block is represented by its first
    /// address; [`Directory::ask`] tells its addresses apart.
    pub fn endpoints(
        &self,
        from: &Place,
        to: &Place,
        family: Option<AddressFamily>,
    ) -> Option<(Endpoint, Endpoint)> {
        complete(self.partial(from)?, self.partial(to)?, family)
    }

    /// A place as far as its name says; a block is represented by its first address.
    fn partial(&self, place: &Place) -> Option<PartialEndpoint<'a>> {
        let interface = |id| self.scenario.interface(id).map(AsRef::as_ref);
        Some(match place {
            Place::Interface(id) => PartialEndpoint::Interface(interface(id)?),
            Place::InterfaceAt(id, address) => {
                PartialEndpoint::InterfaceAt(interface(id)?, *address)
            }
            Place::Address(address) => PartialEndpoint::Outside(*address),
            Place::Block(name) => {
                let outside = self.scenario.outside().iter().find(|o| o.name == *name)?;
                PartialEndpoint::Outside(outside.block.network())
            }
        })
    }
}

fn place_name(place: &Place) -> String {
    match place {
        Place::Interface(id) => id.to_string(),
        Place::InterfaceAt(id, address) => format!("{address} of {id}"),
        Place::Block(name) => format!("the outside address `{name}`"),
        Place::Address(address) => address.to_string(),
    }
}

/// The matrix row or column of a place; `None` for a bare address.
pub fn end(place: &Place) -> Option<End> {
    match place {
        Place::Interface(id) | Place::InterfaceAt(id, _) => Some(End::Interface(id.clone())),
        Place::Block(name) => Some(End::Outside(name.clone())),
        Place::Address(_) => None,
    }
}

/// The matrix cell that covers two places: an interface, or an interface with the private address
/// that the matrix would choose, or a named block.
pub(super) fn cell(scenario: &Scenario, from: &Place, to: &Place) -> Option<(End, End)> {
    let asked = |place: &Place| match place {
        Place::InterfaceAt(id, address) => {
            let interface = scenario.interface(id)?;
            (interface.addresses.first() == Some(address)).then(|| end(place))?
        }
        Place::Interface(_) | Place::Block(_) | Place::Address(_) => end(place),
    };
    Some((asked(from)?, asked(to)?))
}
