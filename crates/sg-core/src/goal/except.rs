//! Outside addresses that a goal excepts.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::IpNet;

use crate::connectivity::{Answer, AnswerPart, Endpoint};

/// The outside addresses that are excepted from the senders and from the receivers of a goal.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Except<'a> {
    pub(super) from: &'a [IpNet],
    pub(super) to: &'a [IpNet],
}

impl Except<'_> {
    /// An answer without the excepted addresses, each part represented by one of the others.
    pub(super) fn left(&self, answer: Answer) -> Answer {
        if self.from.is_empty() && self.to.is_empty() {
            return answer;
        }
        let parts = answer.parts.into_iter();
        let parts = parts.filter_map(|part| {
            let source = left(&part.source, &part.ranges, self.from)?;
            let destination = left(&part.destination, &part.ranges, self.to)?;
            Some(AnswerPart { source, destination, ..part })
        });
        Answer { parts: parts.collect(), ..answer }
    }
}

/// An end of a part at an address that is not excepted; `None` if every address is.
fn left(end: &Endpoint, ranges: &[(IpAddr, IpAddr)], except: &[IpNet]) -> Option<Endpoint> {
    let Endpoint::Outside { address } = end else { return Some(end.clone()) };
    let holder = |address: IpAddr| except.iter().find(|block| block.contains(&address));
    if holder(*address).is_none() {
        return Some(end.clone());
    }
    let free = |(first, last): &(IpAddr, IpAddr)| {
        let mut address = *first;
        while let Some(block) = holder(address) {
            address = next(block.broadcast()).filter(|address| address <= last)?;
        }
        Some(address)
    };
    let address = ranges.iter().find_map(free)?;
    Some(Endpoint::Outside { address })
}

/// The next address of the same family.
fn next(address: IpAddr) -> Option<IpAddr> {
    match address {
        IpAddr::V4(own) => {
            own.to_bits().checked_add(1).map(|bits| Ipv4Addr::from_bits(bits).into())
        }
        IpAddr::V6(own) => {
            own.to_bits().checked_add(1).map(|bits| Ipv6Addr::from_bits(bits).into())
        }
    }
}
