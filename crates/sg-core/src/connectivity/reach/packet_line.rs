//! The packet line: all packets from one source port in a linear order, and the decider of each
//! interval.

use crate::model::{Port, PortRange, ProtocolFilter, RulePolicy};

use crate::connectivity::flow::Packet;
use crate::connectivity::reason::Verdict;

/// A position on the packet line: TCP by destination port, then UDP likewise, then protocols by
/// number, then protocols without ports.
pub(super) type Position = u32;

const UDP: Position = 0x1_0000;
const NUMBERS: Position = 0x2_0000;
const ICMP: Position = NUMBERS + 0x100;
const ICMPV6: Position = ICMP + 1;
const GRE: Position = ICMP + 2;
/// The last position; the first is 0.
pub(super) const LAST: Position = GRE;

/// The position of a packet, and its source port: 0 for a protocol without ports.
pub(super) fn place(packet: Packet) -> (Position, u16) {
    match packet {
        Packet::Tcp { source_port, destination_port } => {
            (destination_port.get().into(), source_port.get())
        }
        Packet::Udp { source_port, destination_port } => {
            (UDP + Position::from(destination_port.get()), source_port.get())
        }
        Packet::Other(number) => (NUMBERS + Position::from(number), 0),
        Packet::Icmp => (ICMP, 0),
        Packet::Icmpv6 => (ICMPV6, 0),
        Packet::Gre => (GRE, 0),
    }
}

/// The interval of the packet line that a rule matches, both ends inclusive.
pub(super) fn interval(filter: ProtocolFilter) -> (Position, Position) {
    let ports = |range: PortRange, base: Position| {
        (base + Position::from(range.first().get()), base + Position::from(range.last().get()))
    };
    match filter {
        ProtocolFilter::All => (0, LAST),
        ProtocolFilter::Tcp(filter) => ports(filter.destination, 0),
        ProtocolFilter::Udp(filter) => ports(filter.destination, UDP),
        ProtocolFilter::Number(number) => {
            (NUMBERS + Position::from(number), NUMBERS + Position::from(number))
        }
        ProtocolFilter::Icmp => (ICMP, ICMP),
        ProtocolFilter::Icmpv6 => (ICMPV6, ICMPV6),
        ProtocolFilter::Gre => (GRE, GRE),
    }
}

/// The section of the packet line for one kind of packet.
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
    /// Every lane, in the order of the packet line.
    pub(super) const ALL: [Self; 6] =
        [Self::Tcp, Self::Udp, Self::Numbers, Self::Icmp, Self::Icmpv6, Self::Gre];

    /// The first and last position.
    pub(super) const fn bounds(self) -> (Position, Position) {
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

/// The destination port at a position in the TCP or UDP lane.
pub(super) fn port_at(place: Position) -> Port {
    u16::try_from(place & 0xffff).ok().and_then(Port::new).unwrap_or(Port::MIN)
}

/// The protocol number at a position in the number lane.
pub(super) fn number_at(place: Position) -> u8 {
    u8::try_from(place & 0xff).unwrap_or(u8::MAX)
}

/// The decider of one side as a number, where smaller means earlier: the platform, then rules by
/// priority, action, group and age, then the intra-group policy (if custom rules come first), then
/// the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SideKey(u64);

const RANK_SHIFT: u32 = 36;
const GROUP_SHIFT: u32 = 24;
const KEY_BITS: u32 = 45;
/// The bits for the position of a group among those of an interface.
const GROUP: u64 = 0xfff;
/// The bits for the position of a rule in its group.
const POSITION: u64 = 0xff_ffff;
/// Marks a rule that may match, and would then decide otherwise.
const MAY_MATCH: u64 = 1 << 44;

impl SideKey {
    /// The platform blocks TCP 25 to the Internet (S-21).
    pub(super) const MAIL: Self = Self(0);
    /// The platform allows the metadata service (S-20).
    pub(super) const METADATA: Self = Self(1 << RANK_SHIFT);
    /// The intra-group policy Accept.
    pub(super) const POLICY: Self = Self(223 << RANK_SHIFT);
    /// The default, if it blocks.
    pub(super) const DENY: Self = Self(0xfe << RANK_SHIFT);
    /// The default, if it allows.
    pub(super) const ALLOW: Self = Self(0xff << RANK_SHIFT);
    /// No decider: weaker than everything else.
    pub(super) const NOBODY: Self = Self((1 << KEY_BITS) - 1);

    /// The rule at a position in its group's list. An odd rank lets packets pass, as it does for
    /// the constants above.
    pub(super) fn rule(priority: u8, policy: RulePolicy, position: usize) -> Self {
        let accept = u64::from(policy == RulePolicy::Accept);
        let position = u64::try_from(position).unwrap_or(u64::MAX).min(POSITION);
        Self((2 * u64::from(priority) + accept) << RANK_SHIFT | position)
    }

    /// The same rule, with the position of its group among the interface's groups: at most 100,
    /// however far the quota is raised.
    pub(super) fn of_group(self, group: usize) -> Self {
        Self(self.0 | (u64::try_from(group).unwrap_or(0) & GROUP) << GROUP_SHIFT)
    }

    /// Whether it lets packets pass for certain.
    pub(super) const fn passes(self) -> bool {
        self.0 >> RANK_SHIFT & 1 == 1 && !self.may_match()
    }

    /// Whether it blocks packets for certain.
    pub(super) const fn blocks(self) -> bool {
        self.0 >> RANK_SHIFT & 1 == 0 && !self.may_match()
    }

    /// What it means for packets.
    pub(super) const fn verdict(self) -> Verdict {
        match (self.passes(), self.blocks()) {
            (true, _) => Verdict::Pass,
            (_, true) => Verdict::Blocked,
            (false, false) => Verdict::Unknown,
        }
    }

    const fn may_match(self) -> bool {
        self.0 & MAY_MATCH != 0 && self.0 != Self::NOBODY.0
    }

    /// What decides between the deciders of the worst and the best case: either, if they agree, or
    /// else the rule that may match, the stronger of the two.
    pub(super) fn between(worst: Self, best: Self) -> Self {
        if worst.passes() {
            worst
        } else if best.blocks() {
            best
        } else {
            Self(worst.0.min(best.0) | MAY_MATCH)
        }
    }

    /// Twice the priority, plus one for an Accept rule.
    pub(super) const fn rank(self) -> u64 {
        (self.0 & !MAY_MATCH) >> RANK_SHIFT
    }

    /// The position of the group among the interface's groups, and of the rule in the group's list.
    pub(super) fn as_rule(self) -> Option<(usize, usize)> {
        // From a Drop rule of priority 1 to an Accept rule of priority 110.
        if !(2..=221).contains(&self.rank()) {
            return None;
        }
        let group = usize::try_from(self.0 >> GROUP_SHIFT & GROUP).ok()?;
        Some((group, usize::try_from(self.0 & POSITION).ok()?))
    }
}

/// An interval of the packet line with one decider. It starts where the previous one ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run(u64);

impl Run {
    pub(super) const fn new(last: Position, key: SideKey) -> Self {
        Self((last as u64) << KEY_BITS | key.0)
    }

    /// The last position of the interval.
    pub(super) const fn last(self) -> Position {
        (self.0 >> KEY_BITS) as Position
    }

    pub(super) const fn key(self) -> SideKey {
        SideKey(self.0 & SideKey::NOBODY.0)
    }
}

/// Appends an interval, merging it with the last one if the decider is the same.
pub(super) fn push(runs: &mut Vec<Run>, last: Position, key: SideKey) {
    match runs.last_mut() {
        Some(run) if run.key() == key => *run = Run::new(last, key),
        _ => runs.push(Run::new(last, key)),
    }
}

/// Walks two packet lines in parallel and passes on the last position and both deciders of each
/// interval.
#[inline]
pub(super) fn together(a: &[Run], b: &[Run], mut step: impl FnMut(Position, SideKey, SideKey)) {
    let (mut left_at, mut right_at) = (0, 0);
    // Which side advances is practically random, so this adds instead of branching.
    while let (Some(left), Some(right)) = (a.get(left_at), b.get(right_at)) {
        let (left_last, right_last) = (left.last(), right.last());
        step(left_last.min(right_last), left.key(), right.key());
        left_at += usize::from(left_last <= right_last);
        right_at += usize::from(right_last <= left_last);
    }
}

/// The packet line of one side for a range of source ports, given by its last port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) source_last: u16,
    pub(super) runs: Vec<Run>,
}

/// A packet line with a single decider.
pub(super) fn uniform(key: SideKey) -> Vec<Column> {
    vec![Column { source_last: u16::MAX, runs: vec![Run::new(LAST, key)] }]
}

/// Walks the columns of two sides in parallel and passes on the last source port and both packet
/// lines.
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

/// Merges the columns of the worst and the best case.
pub(super) fn between(worst: &[Column], best: &[Column]) -> Vec<Column> {
    let mut out: Vec<Column> = Vec::with_capacity(worst.len().max(best.len()));
    columns(worst, best, |source_last, left, right| {
        let mut runs = Vec::with_capacity(left.len() + right.len());
        together(left, right, |last, left, right| {
            push(&mut runs, last, SideKey::between(left, right));
        });
        out.push(Column { source_last, runs });
    });
    out
}

/// Merges two sets of columns, keeping the stronger decider for every packet; `group` is the
/// position of the group of `b`.
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
