//! All packets from one source port laid out on a line, and who decides each stretch of it.

use crate::model::{Port, PortRange, ProtocolFilter, RulePolicy};

use crate::connectivity::flow::Packet;

/// A place on the line: the destination port for TCP, then the same for UDP, then the protocols
/// known by number, then those without ports.
pub(super) type Place = u32;

const UDP: Place = 0x1_0000;
const NUMBERS: Place = 0x2_0000;
const ICMP: Place = NUMBERS + 0x100;
const ICMPV6: Place = ICMP + 1;
const GRE: Place = ICMP + 2;
/// The last place of the line; the first is 0.
pub(super) const LAST: Place = GRE;

/// Where a packet stands, and its source port: 0 for a protocol without ports.
pub(super) fn place(packet: Packet) -> (Place, u16) {
    match packet {
        Packet::Tcp { source_port, destination_port } => {
            (destination_port.get().into(), source_port.get())
        }
        Packet::Udp { source_port, destination_port } => {
            (UDP + Place::from(destination_port.get()), source_port.get())
        }
        Packet::Other(number) => (NUMBERS + Place::from(number), 0),
        Packet::Icmp => (ICMP, 0),
        Packet::Icmpv6 => (ICMPV6, 0),
        Packet::Gre => (GRE, 0),
    }
}

/// The stretch of the line a rule speaks of, both ends included.
pub(super) fn stretch(filter: ProtocolFilter) -> (Place, Place) {
    let ports = |range: PortRange, base: Place| {
        (base + Place::from(range.first().get()), base + Place::from(range.last().get()))
    };
    match filter {
        ProtocolFilter::All => (0, LAST),
        ProtocolFilter::Tcp(filter) => ports(filter.destination, 0),
        ProtocolFilter::Udp(filter) => ports(filter.destination, UDP),
        ProtocolFilter::Number(number) => {
            (NUMBERS + Place::from(number), NUMBERS + Place::from(number))
        }
        ProtocolFilter::Icmp => (ICMP, ICMP),
        ProtocolFilter::Icmpv6 => (ICMPV6, ICMPV6),
        ProtocolFilter::Gre => (GRE, GRE),
    }
}

/// The part of the line that belongs to one kind of packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    Tcp,
    Udp,
    Numbers,
    Icmp,
    Icmpv6,
    Gre,
}

impl Lane {
    /// Every lane, in the order of the line.
    pub(super) const ALL: [Self; 6] =
        [Self::Tcp, Self::Udp, Self::Numbers, Self::Icmp, Self::Icmpv6, Self::Gre];

    /// First and last place.
    pub(super) const fn bounds(self) -> (Place, Place) {
        match self {
            Self::Tcp => (1, UDP - 1),
            Self::Udp => (UDP + 1, NUMBERS - 1),
            Self::Numbers => (NUMBERS, ICMP - 1),
            Self::Icmp => (ICMP, ICMP),
            Self::Icmpv6 => (ICMPV6, ICMPV6),
            Self::Gre => (GRE, GRE),
        }
    }
}

/// The destination port at a place in the lane of TCP or UDP.
pub(super) fn port_at(place: Place) -> Port {
    u16::try_from(place & 0xffff).ok().and_then(Port::new).unwrap_or(Port::MIN)
}

/// The protocol number at a place in the lane of numbers.
pub(super) fn number_at(place: Place) -> u8 {
    u8::try_from(place & 0xff).unwrap_or(u8::MAX)
}

/// Who decides at one side, as a number that is smaller the earlier it is asked: the platform,
/// then the rules by priority, action, group and age, then the intra-group policy where custom
/// rules come first, then the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SideKey(u64);

const RANK_SHIFT: u32 = 36;
const GROUP_SHIFT: u32 = 32;
const KEY_BITS: u32 = 44;

impl SideKey {
    /// The platform closes TCP 25 to the Internet (S-21).
    pub(super) const MAIL: Self = Self(0);
    /// The platform opens the metadata service (S-20).
    pub(super) const METADATA: Self = Self(1 << RANK_SHIFT);
    /// The intra-group policy Accept.
    pub(super) const POLICY: Self = Self(203 << RANK_SHIFT);
    /// The default, where it blocks.
    pub(super) const DENY: Self = Self(0xfe << RANK_SHIFT);
    /// The default, where it lets pass.
    pub(super) const ALLOW: Self = Self(0xff << RANK_SHIFT);
    /// Nobody: weaker than anything.
    pub(super) const NOBODY: Self = Self((1 << KEY_BITS) - 1);

    /// The rule at a position of its group's list. An odd rank lets packets pass, as it does for
    /// the constants above.
    pub(super) fn rule(priority: u8, policy: RulePolicy, position: usize) -> Self {
        let accept = u64::from(policy == RulePolicy::Accept);
        let position = u64::from(u32::try_from(position).unwrap_or(u32::MAX));
        Self((2 * u64::from(priority) + accept) << RANK_SHIFT | position)
    }

    /// The same rule, its group being the given one of the interface's groups (at most 10).
    pub(super) fn of_group(self, group: usize) -> Self {
        Self(self.0 | (u64::try_from(group).unwrap_or(0) & 0xf) << GROUP_SHIFT)
    }

    /// Whether it lets packets pass.
    pub(super) const fn passes(self) -> bool {
        self.0 >> RANK_SHIFT & 1 == 1
    }

    /// Twice the priority, and one more for an Accept rule.
    pub(super) const fn rank(self) -> u64 {
        self.0 >> RANK_SHIFT
    }

    /// The position of the group among the interface's, and of the rule in the group's list.
    pub(super) fn as_rule(self) -> Option<(usize, usize)> {
        if !(2..=201).contains(&self.rank()) {
            return None;
        }
        let group = usize::try_from(self.0 >> GROUP_SHIFT & 0xf).ok()?;
        Some((group, usize::try_from(self.0 & 0xffff_ffff).ok()?))
    }
}

/// A stretch of the line with one decider; it begins where the one before it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run(u64);

impl Run {
    pub(super) const fn new(last: Place, key: SideKey) -> Self {
        Self((last as u64) << KEY_BITS | key.0)
    }

    /// The last place of the stretch.
    pub(super) const fn last(self) -> Place {
        (self.0 >> KEY_BITS) as Place
    }

    pub(super) const fn key(self) -> SideKey {
        SideKey(self.0 & SideKey::NOBODY.0)
    }
}

/// Adds a run, joined to the last one where they agree.
pub(super) fn push(runs: &mut Vec<Run>, last: Place, key: SideKey) {
    match runs.last_mut() {
        Some(run) if run.key() == key => *run = Run::new(last, key),
        _ => runs.push(Run::new(last, key)),
    }
}

/// Walks two lines together, stretch by stretch: the last place, and who decides on each.
#[inline]
pub(super) fn together(a: &[Run], b: &[Run], mut step: impl FnMut(Place, SideKey, SideKey)) {
    let (mut left_at, mut right_at) = (0, 0);
    // Which side moves on is as good as random: added, not branched on.
    while let (Some(left), Some(right)) = (a.get(left_at), b.get(right_at)) {
        let (left_last, right_last) = (left.last(), right.last());
        step(left_last.min(right_last), left.key(), right.key());
        left_at += usize::from(left_last <= right_last);
        right_at += usize::from(right_last <= left_last);
    }
}

/// The lines of one side by source port: each holds up to its last source port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) source_last: u16,
    pub(super) runs: Vec<Run>,
}

/// A line all of whose packets have one decider.
pub(super) fn uniform(key: SideKey) -> Vec<Column> {
    vec![Column { source_last: u16::MAX, runs: vec![Run::new(LAST, key)] }]
}

/// Walks the columns of two sides together: the last source port, and the line of each.
pub(super) fn columns<'a>(
    a: &'a [Column],
    b: &'a [Column],
    mut step: impl FnMut(u16, &'a [Run], &'a [Run]),
) {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
        let last = left.source_last.min(right.source_last);
        step(last, &left.runs, &right.runs);
        a.next_if(|column| column.source_last == last);
        b.next_if(|column| column.source_last == last);
    }
}

/// Two sets of columns, the stronger decider at every packet; `group` is the position of the
/// second one's group.
pub(super) fn overlay(a: &[Column], b: &[Column], group: usize) -> Vec<Column> {
    let mut out: Vec<Column> = Vec::with_capacity(a.len().max(b.len()));
    columns(a, b, |source_last, left, right| {
        let mut runs = Vec::with_capacity(left.len() + right.len());
        together(left, right, |last, left, right| {
            push(&mut runs, last, left.min(right.of_group(group)));
        });
        out.push(Column { source_last, runs });
    });
    out
}
