//! Which of several sets of as few edits is to be preferred.

use crate::compare::effect_between;
use crate::connectivity::{CheckedDirections, Edit, PacketChoice, PacketSet, Reach, Verdict};
use crate::model::{IpNet, Peer, PortRange, RuleSpec, Scenario};

/// The most sets whose effects are compared.
const MOST_WEIGHED: usize = 64;

/// The set to prefer: with the fewest rules for single addresses, then the one that opens least,
/// then closes least, then with the fewest added rules.
pub(super) fn lightest(scenario: &Scenario, mut sets: Vec<Vec<Edit>>) -> Vec<Edit> {
    sets.sort_by_cached_key(|edits| (singles(scenario, edits), adds(edits)));
    sets.truncate(MOST_WEIGHED);
    if sets.len() < 2 {
        return sets.pop().unwrap_or_default();
    }
    let reach = Reach::new(scenario);
    let weighed = sets.into_iter().map(|edits| {
        let (opened, closed) = changed(&reach, &edits);
        ((singles(scenario, &edits), opened, closed, adds(&edits)), edits)
    });
    let least = weighed.min_by(|(a, _), (b, _)| a.cmp(b));
    least.map(|(_, edits)| edits).unwrap_or_default()
}

/// Rules for one address of an interface, or for one member of a group: somebody has to remember
/// them when the next member comes.
fn singles(scenario: &Scenario, edits: &[Edit]) -> usize {
    let of_interface = |block: &IpNet| {
        scenario.interfaces().any(|own| {
            let addresses = own.addresses.iter().chain(&own.public_address);
            addresses.into_iter().any(|address| IpNet::from(*address) == *block)
        })
    };
    let single = |rule: &&RuleSpec| {
        let one = matches!(&rule.peer, Peer::Cidr(block) if of_interface(block));
        one || rule.local_cidr.is_some()
    };
    edits.iter().filter_map(Edit::added_rule).filter(single).count()
}

fn adds(edits: &[Edit]) -> usize {
    edits.iter().filter_map(Edit::added_rule).count()
}

/// How many packets of how many pairs pass that did not, and the other way round.
fn changed(reach: &Reach, edits: &[Edit]) -> (u64, u64) {
    let Ok(after) = Edit::apply_all(edits, reach.scenario()) else { return (u64::MAX, u64::MAX) };
    let (all, both) = (PacketChoice::All, CheckedDirections::Both);
    let effect = effect_between(reach, &reach.updated(&after), all, both);
    let amount = |passes: fn(Verdict, Verdict) -> bool| {
        let lines = effect.lines.iter();
        let lines = lines.filter(|line| passes(line.shift.before, line.shift.after));
        lines.fold(0_u64, |sum, line| {
            let pairs = u64::try_from(line.pairs).unwrap_or(u64::MAX);
            let packets =
                line.packets.iter().fold(0, |sum: u64, set| sum.saturating_add(size(set)));
            sum.saturating_add(pairs.saturating_mul(packets))
        })
    };
    (amount(|_, after| after != Verdict::Blocked), amount(|_, after| after == Verdict::Blocked))
}

/// The number of packets in a set, as far as rules can tell them apart.
fn size(set: &PacketSet) -> u64 {
    let ports = |range: PortRange| {
        u64::from(range.last().get()).saturating_sub(u64::from(range.first().get())) + 1
    };
    match set {
        PacketSet::Tcp { source, destination } | PacketSet::Udp { source, destination } => {
            ports(*source).saturating_mul(ports(*destination))
        }
        PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre => 1,
        PacketSet::Other { first, last } => u64::from(last.saturating_sub(*first)) + 1,
    }
}
