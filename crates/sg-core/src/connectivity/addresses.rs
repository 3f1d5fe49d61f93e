//! Chooses a packet's addresses between ends that leave them open; the only place that does.

use std::net::IpAddr;

use crate::model::{AddressFamily, NetworkInterface};

use super::flow::Endpoint;
use super::internet::is_internet;
use super::route::primary;

/// One end of a packet, whose address may still be open.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PartialEndpoint<'a> {
    /// An interface; a suitable address is chosen.
    Interface(&'a NetworkInterface),
    /// An interface with one of its addresses.
    InterfaceAt(&'a NetworkInterface, IpAddr),
    /// An outside address.
    Outside(IpAddr),
}

impl PartialEndpoint<'_> {
    fn at(self, address: IpAddr) -> Endpoint {
        match self {
            Self::Interface(interface) | Self::InterfaceAt(interface, _) => {
                Endpoint::Interface { id: interface.id.clone(), address }
            }
            Self::Outside(_) => Endpoint::Outside { address },
        }
    }
}

/// Chooses the open addresses; `None` if an interface has no address.
///
/// Two interfaces use their primary private addresses in one family: the requested one, or else the
/// sender's first choice if possible. If they have no family in common, the families differ. To
/// reach a given address, an interface uses its primary private address in that family. A receiver
/// is reached at its first public address if the sender is on the Internet.
pub(crate) fn complete(
    source: PartialEndpoint<'_>,
    destination: PartialEndpoint<'_>,
    asked: Option<AddressFamily>,
) -> Option<(Endpoint, Endpoint)> {
    use PartialEndpoint::{Interface, InterfaceAt, Outside};
    let (sends, receives) = match (source, destination) {
        (Interface(from), Interface(to)) => between_interfaces(from, to, asked)?,
        (Interface(from), InterfaceAt(_, to) | Outside(to)) => (towards(from, to)?, to),
        (InterfaceAt(_, from), Interface(to)) => (from, towards(to, from)?),
        (Outside(from), Interface(to)) => (from, reached_from(to, from)?),
        (InterfaceAt(_, from) | Outside(from), InterfaceAt(_, to) | Outside(to)) => (from, to),
    };
    Some((source.at(sends), destination.at(receives)))
}

/// The addresses at which two interfaces meet: those that [`complete`] chooses.
pub(super) fn between_interfaces(
    source: &NetworkInterface,
    destination: &NetworkInterface,
    asked: Option<AddressFamily>,
) -> Option<(IpAddr, IpAddr)> {
    let common = |asked: Option<AddressFamily>| {
        let sends = source.addresses.iter().copied();
        let mut sends = sends.map(|sends| (sends, AddressFamily::of(sends)));
        sends.find_map(|(sends, family)| {
            let fits = asked.is_none_or(|asked| asked == family);
            Some((sends, primary(destination, family).filter(|_| fits)?))
        })
    };
    let common = common(asked).or_else(|| common(None));
    common.or_else(|| Some((*source.addresses.first()?, *destination.addresses.first()?)))
}

/// The primary private address in the family of a remote address, or else the primary one.
fn towards(interface: &NetworkInterface, remote: IpAddr) -> Option<IpAddr> {
    let same_family = primary(interface, AddressFamily::of(remote));
    same_family.or_else(|| interface.addresses.first().copied())
}

/// The address at which an outside host reaches an interface.
fn reached_from(interface: &NetworkInterface, sender: IpAddr) -> Option<IpAddr> {
    let mut public = interface.public_addresses().filter(|_| is_internet(sender));
    let public = public.find(|public| public.is_ipv4() == sender.is_ipv4());
    public.or_else(|| towards(interface, sender))
}
