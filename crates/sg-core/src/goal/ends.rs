//! The ends of a path as users name them: ids, names and addresses.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use crate::connectivity::{End, Endpoint, Packet, flow_between};
use crate::model::{AddressFamily, NetworkInterface, NetworkInterfaceId, Scenario};

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

    /// The endpoints of a packet between two places, chosen as in the matrix: primary private
    /// addresses of a common family, or the receiver's public address if the sender is on the
    /// Internet. A named block is represented by its largest partition with a uniform answer.
    pub fn endpoints(&mut self, from: &Place, to: &Place) -> Option<(Endpoint, Endpoint)> {
        if !matches!((from, to), (Place::Block(_), _) | (_, Place::Block(_))) {
            return Some((self.source(from, to)?, self.destination(from, to)?));
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
            return Some((self.lone(from)?, self.lone(to)?));
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

    fn lone(&self, place: &Place) -> Option<Endpoint> {
        let address = match place {
            Place::Address(address) => *address,
            Place::Block(name) => {
                self.scenario.outside().iter().find(|o| o.name == *name)?.block.network()
            }
            Place::Interface(_) | Place::InterfaceAt(..) => return None,
        };
        Some(Endpoint::Outside { address })
    }

    fn source(&self, from: &Place, to: &Place) -> Option<Endpoint> {
        match from {
            Place::Interface(id) => {
                let own = self.scenario.interface(id)?;
                let address = match to {
                    Place::Interface(other) => {
                        let other = self.scenario.interface(other)?;
                        common_family(own, other).or(own.addresses.first().copied())?
                    }
                    Place::InterfaceAt(_, remote) | Place::Address(remote) => {
                        primary(own, *remote)?
                    }
                    Place::Block(_) => return None,
                };
                Some(Endpoint::Interface { id: id.clone(), address })
            }
            Place::InterfaceAt(..) | Place::Block(_) | Place::Address(_) => self.exact(from),
        }
    }

    fn destination(&self, from: &Place, to: &Place) -> Option<Endpoint> {
        let Place::Interface(id) = to else { return self.exact(to) };
        let own = self.scenario.interface(id)?;
        let address = match from {
            Place::Address(remote) => {
                let public = own.public_address.filter(|public| {
                    public.is_ipv4() == remote.is_ipv4() && !is_private_range(*remote)
                });
                public.or_else(|| primary(own, *remote))?
            }
            Place::InterfaceAt(_, remote) => primary(own, *remote)?,
            Place::Interface(_) | Place::Block(_) => {
                primary(own, self.source(from, to)?.address())?
            }
        };
        Some(Endpoint::Interface { id: id.clone(), address })
    }

    fn exact(&self, place: &Place) -> Option<Endpoint> {
        match place {
            Place::InterfaceAt(id, address) => {
                Some(Endpoint::Interface { id: id.clone(), address: *address })
            }
            Place::Address(_) | Place::Block(_) => self.lone(place),
            Place::Interface(_) => None,
        }
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

/// The sender's first address in a family that both interfaces have.
fn common_family(from: &NetworkInterface, to: &NetworkInterface) -> Option<IpAddr> {
    let shared =
        |address: &&IpAddr| to.addresses.iter().any(|own| own.is_ipv4() == address.is_ipv4());
    from.addresses.iter().find(shared).copied()
}

/// The primary private address in the family of the remote address, or else the first address.
fn primary(interface: &NetworkInterface, remote: IpAddr) -> Option<IpAddr> {
    let family = AddressFamily::of(remote);
    let mut addresses = interface.addresses.iter().copied();
    let same = addresses.find(|address| AddressFamily::of(*address) == family);
    same.or_else(|| interface.addresses.first().copied())
}

/// Whether a host with this address reaches an instance through its private address (a leased line,
/// a load balancer) rather than its public one. The verdict is the same either way.
fn is_private_range(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let shared = u32::from(v4) & 0xffc0_0000 == u32::from(Ipv4Addr::new(100, 64, 0, 0));
            v4.is_private() || v4.is_link_local() || shared
        }
        IpAddr::V6(_) => true,
    }
}
