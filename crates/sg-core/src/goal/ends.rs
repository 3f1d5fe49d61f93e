//! The ends of a path as users name them: ids, names and addresses.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::connectivity::{End, Endpoint, Packet, PartialEndpoint, complete, flow_between};
use crate::model::{NetworkInterfaceId, Scenario};

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

/// Everything in a scenario that can be named as an end.
#[derive(Debug)]
pub struct Directory<'a> {
    scenario: &'a Scenario,
    ids: BTreeMap<&'a str, Place>,
    names: BTreeMap<&'a str, Vec<Place>>,
    addresses: BTreeMap<IpAddr, Vec<Place>>,
    /// Endpoints of pairs with an outside block, cached because they are expensive to choose.
    blocks: BTreeMap<(Place, Place), Option<(Endpoint, Endpoint)>>,
}

impl<'a> Directory<'a> {
    /// Indexes the ends of a scenario.
    pub fn new(scenario: &'a Scenario) -> Self {
        let mut directory = Self {
            scenario,
            ids: BTreeMap::new(),
            names: BTreeMap::new(),
            addresses: BTreeMap::new(),
            blocks: BTreeMap::new(),
        };
        for instance in scenario.instances() {
            let Some(primary) = instance.primary() else { continue };
            let place = Place::Interface(primary.clone());
            if !instance.name.is_empty() {
                directory.names.entry(&instance.name).or_default().push(place.clone());
            }
            directory.ids.insert(instance.id.as_str(), place);
        }
        for interface in scenario.interfaces() {
            let place = Place::Interface(interface.id.clone());
            directory.ids.insert(interface.id.as_str(), place);
            for address in interface.addresses.iter().chain(&interface.public_address) {
                let place = Place::InterfaceAt(interface.id.clone(), *address);
                directory.addresses.entry(*address).or_default().push(place);
            }
        }
        for outside in scenario.outside() {
            let place = Place::Block(outside.name.clone());
            directory.names.entry(&outside.name).or_default().push(place);
        }
        directory
    }

    /// Resolves a text to an interface, an instance (its primary interface), an outside block or an
    /// address. Ids take precedence over names.
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
            None => address.map(Place::Address).ok_or_else(|| {
                format!(
                    "`{text}` is no instance, network interface or outside address of the \
                     scenario, and no IP address"
                )
            }),
        }
    }

    /// The ends of a packet between two places, with the addresses that the matrix chooses. Of a
    /// named block the largest part with one answer is represented.
    pub fn endpoints(&mut self, from: &Place, to: &Place) -> Option<(Endpoint, Endpoint)> {
        if !matches!((from, to), (Place::Block(_), _) | (_, Place::Block(_))) {
            return complete(self.partial(from)?, self.partial(to)?, None);
        }
        let key = (from.clone(), to.clone());
        if let Some(known) = self.blocks.get(&key) {
            return known.clone();
        }
        let found = self.with_block(from, to);
        self.blocks.insert(key, found.clone());
        found
    }

    fn with_block(&self, from: &Place, to: &Place) -> Option<(Endpoint, Endpoint)> {
        let (Some(source), Some(destination)) = (end(from), end(to)) else {
            // A block and a bare address: both are outside, so any address of the block will do.
            return complete(self.partial(from)?, self.partial(to)?, None);
        };
        let flow = flow_between(self.scenario, &source, &destination, Packet::Gre)?;
        let exact = |place: &Place, endpoint| match place {
            Place::InterfaceAt(id, address) => {
                Endpoint::Interface { id: id.clone(), address: *address }
            }
            Place::Interface(_) | Place::Block(_) | Place::Address(_) => endpoint,
        };
        Some((exact(from, flow.source), exact(to, flow.destination)))
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
