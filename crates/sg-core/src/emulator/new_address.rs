//! The private addresses of a new network interface: given, or chosen by the emulator.

use std::net::IpAddr;

use super::error::{OperationError, Refusal};
use super::handler::Request;
use super::paging;
use super::surroundings::Subnet;
use crate::model::{AddressFamily, free_addresses_in, free_private_addresses};

/// The error rows of an operation that takes the addresses of a new interface.
pub(super) trait AddressError: OperationError {
    /// A number or a list is out of range.
    const PARAMETER: Self;
    /// Addresses and their number are both given.
    const CONFLICT: Self;
    /// An IPv4 address is malformed or outside the vSwitch.
    const UNFIT: Self;
    /// An IPv6 address is malformed or outside the vSwitch.
    const UNFIT_V6: Self;
    /// An address is given twice.
    const REPEATED: Self;
    /// Another interface has the address.
    const TAKEN: Self;
    /// The vSwitch has no free address left.
    const NONE_FREE: Self;
}

/// How many addresses the emulator is to choose, besides a primary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    secondary: usize,
    v6: usize,
}

impl Wanted {
    /// Reads and checks the numbers, and that addresses are not given as well.
    pub(super) fn of<E: AddressError>(request: &Request<'_>) -> Result<Self, Refusal> {
        let params = request.params;
        let number = |name: &'static str, list: &str, most: usize| {
            let unfit = |name: &str| E::PARAMETER.saying(name, &format!("`{name}` is not valid"));
            let number = paging::number(params, name, 1..=most).map_err(unfit)?;
            let given = params.list(list).len();
            if number.is_some() && given > 0 {
                let words = format!("`{name}` cannot be used together with `{list}.N`");
                return Err(E::CONFLICT.saying(name, &words));
            }
            if given > MOST_GIVEN {
                return Err(unfit(list));
            }
            Ok(number.unwrap_or(0))
        };
        Ok(Self {
            secondary: number("SecondaryPrivateIpAddressCount", "PrivateIpAddress", 49)?,
            v6: number("Ipv6AddressCount", "Ipv6Address", MOST_GIVEN)?,
        })
    }
}

/// How many addresses of a kind a call may list (CreateNetworkInterface, 2026).
const MOST_GIVEN: usize = 10;

/// The addresses of a new interface in this place, the primary one first.
pub(super) fn chosen<E: AddressError>(
    request: &Request<'_>,
    subnet: Subnet<'_>,
    wanted: Wanted,
) -> Result<Vec<IpAddr>, Refusal> {
    let params = request.params;
    let listed = |name: &str| {
        let items = params.list(name).into_iter();
        items.map(|(number, text)| (format!("{name}.{number}"), text)).collect::<Vec<_>>()
    };
    let mut found = Found { request, subnet, addresses: Vec::new() };
    let primary = params.given("PrimaryIpAddress");
    if let Some(text) = primary {
        found.add::<E>("PrimaryIpAddress", text, AddressFamily::V4)?;
    }
    for (param, text) in listed("PrivateIpAddress") {
        found.add::<E>(&param, text, AddressFamily::V4)?;
    }
    let missing = usize::from(primary.is_none());
    found.pick::<E>(missing + wanted.secondary, AddressFamily::V4)?;
    if missing == 1 {
        // The one that was chosen is the primary one, so it comes before those that were given.
        let given = params.list("PrivateIpAddress").len();
        found.addresses.rotate_left(given);
        let chosen = wanted.secondary;
        if let Some(rest) = found.addresses.get_mut(1..) {
            rest.rotate_left(chosen);
        }
    }
    for (param, text) in listed("Ipv6Address") {
        found.add::<E>(&param, text, AddressFamily::V6)?;
    }
    found.pick::<E>(wanted.v6, AddressFamily::V6)?;
    Ok(found.addresses)
}

struct Found<'a> {
    request: &'a Request<'a>,
    subnet: Subnet<'a>,
    addresses: Vec<IpAddr>,
}

impl Found<'_> {
    /// An address that the call gives.
    fn add<E: AddressError>(
        &mut self,
        param: &str,
        text: &str,
        family: AddressFamily,
    ) -> Result<(), Refusal> {
        let row = match family {
            AddressFamily::V4 => E::UNFIT,
            AddressFamily::V6 => E::UNFIT_V6,
        };
        let unfit = |words: &str| row.saying(param, &format!("`{param}` {words}"));
        let address = text.parse::<IpAddr>().ok();
        let address = address.filter(|address| AddressFamily::of(*address) == family);
        let address = address.ok_or_else(|| unfit("is no address of this kind"))?;
        if self.addresses.contains(&address) {
            return Err(E::REPEATED.saying(param, &format!("`{address}` is given twice")));
        }
        if !self.subnet.holds(address) {
            return Err(unfit("is not in the vSwitch"));
        }
        let mut others = self.request.scenario.interfaces();
        if others.any(|other| other.vpc == self.subnet.vpc.id && other.holds(address)) {
            return Err(E::TAKEN.at(param));
        }
        self.addresses.push(address);
        Ok(())
    }

    /// Chooses free addresses.
    fn pick<E: AddressError>(
        &mut self,
        count: usize,
        family: AddressFamily,
    ) -> Result<(), Refusal> {
        let Subnet { vpc, vswitch } = self.subnet;
        let own = |address: &IpAddr| !self.addresses.contains(address);
        let chosen: Vec<IpAddr> = match vswitch.filter(|_| family == AddressFamily::V4) {
            Some(vswitch) => {
                let free = free_addresses_in(self.request.scenario, &vpc.id, vswitch.block);
                free.filter(own).take(count).collect()
            }
            None => {
                let free = free_private_addresses(self.request.scenario, &vpc.id, family);
                free.filter(own).take(count).collect()
            }
        };
        if chosen.len() < count {
            let words = "the vSwitch does not have enough free addresses";
            return Err(E::NONE_FREE.saying("VSwitchId", words));
        }
        self.addresses.extend(chosen);
        Ok(())
    }
}
