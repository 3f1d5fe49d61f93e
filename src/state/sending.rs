//! Converts the view to and from links.

use crate::state::lines_shown::LinesShown;
use crate::state::selection::Selection;
use crate::state::view::View;
use sg_core::connectivity::{AskedPacket, CheckedDirections, End, GroupBy, PacketChoice};
use sg_core::model::Scenario;
use sg_core::share::{
    Link, LinkEnd, LinkExcess, LinkGrouping, LinkLesson, LinkLines, LinkPacket, LinkSide, LinkView,
    Log, Route,
};

/// The longest link that may include a log, in characters: most programs pass on links of this
/// length.
pub const LOG_FITS: usize = 8_000;

/// The link to a scenario with its view. The steps that led to it are included unless they would make
/// the link longer than [`LOG_FITS`], or began with something larger than any link.
///
/// # Errors
/// The limit that a link without steps would exceed.
pub fn permalink(
    scenario: &Scenario,
    view: &View,
    lesson: Option<LinkLesson>,
    log: Option<Log>,
) -> Result<Route, LinkExcess> {
    let link = Link { scenario: scenario.clone(), view: link_view(view, lesson), log };
    let route = link.route();
    let fits = route.as_ref().is_ok_and(|route| route.to_string().len() <= LOG_FITS);
    if link.log.is_none() || fits {
        return route;
    }
    Link { log: None, ..link }.route()
}

/// The view as links express it.
pub(crate) fn link_view(view: &View, lesson: Option<LinkLesson>) -> LinkView {
    let cell = view.selection.clone();
    let packet = match view.packet {
        PacketChoice::All => None,
        PacketChoice::One(asked) => Some(link_packet(asked)),
    };
    let side = match view.direction {
        CheckedDirections::Both => None,
        CheckedDirections::Egress => Some(LinkSide::Egress),
        CheckedDirections::Ingress => Some(LinkSide::Ingress),
    };
    LinkView {
        cell: cell.map(|Selection { from, to }| (link_end(from), link_end(to))),
        packet,
        pane: view.pane(),
        side,
        lesson,
        lines: link_lines(&view.lines),
        address: view.address,
    }
}

fn link_lines(lines: &LinesShown) -> LinkLines {
    let by = lines.by.map(|by| match by {
        GroupBy::Role => LinkGrouping::Role,
        GroupBy::SecurityGroup => LinkGrouping::SecurityGroup,
        GroupBy::Nothing => LinkGrouping::Nothing,
    });
    let opened = lines.opened.iter().cloned().map(link_end).collect();
    LinkLines { by, opened, filter: lines.filter.clone() }
}

/// The lines that a link shows.
pub(crate) fn lines_shown(lines: &LinkLines) -> LinesShown {
    let by = lines.by.map(|by| match by {
        LinkGrouping::Role => GroupBy::Role,
        LinkGrouping::SecurityGroup => GroupBy::SecurityGroup,
        LinkGrouping::Nothing => GroupBy::Nothing,
    });
    let opened = lines.opened.iter().cloned().map(end).collect();
    LinesShown { by, opened, filter: lines.filter.clone(), only_changed: false }
}

/// The checks that a link shows.
pub(crate) const fn sides(side: LinkSide) -> CheckedDirections {
    match side {
        LinkSide::Egress => CheckedDirections::Egress,
        LinkSide::Ingress => CheckedDirections::Ingress,
    }
}

/// An end of a link as an end of the scenario.
pub(crate) fn end(end: LinkEnd) -> End {
    match end {
        LinkEnd::Interface(id) => End::Interface(id),
        LinkEnd::Outside(name) => End::Outside(name),
    }
}

fn link_end(end: End) -> LinkEnd {
    match end {
        End::Interface(id) => LinkEnd::Interface(id),
        End::Outside(name) => LinkEnd::Outside(name),
    }
}

/// The packets of a link as a selection of the matrix.
pub(crate) const fn choice(packet: LinkPacket) -> PacketChoice {
    PacketChoice::One(match packet {
        LinkPacket::Tcp(port) => AskedPacket::Tcp(port),
        LinkPacket::Udp(port) => AskedPacket::Udp(port),
        LinkPacket::Icmp => AskedPacket::Icmp,
        LinkPacket::Icmpv6 => AskedPacket::Icmpv6,
        LinkPacket::Gre => AskedPacket::Gre,
        LinkPacket::TcpFrom { source, destination } => AskedPacket::TcpFrom { source, destination },
        LinkPacket::UdpFrom { source, destination } => AskedPacket::UdpFrom { source, destination },
        LinkPacket::Other(number) => AskedPacket::Other(number),
    })
}

const fn link_packet(asked: AskedPacket) -> LinkPacket {
    match asked {
        AskedPacket::Tcp(port) => LinkPacket::Tcp(port),
        AskedPacket::Udp(port) => LinkPacket::Udp(port),
        AskedPacket::Icmp => LinkPacket::Icmp,
        AskedPacket::Icmpv6 => LinkPacket::Icmpv6,
        AskedPacket::Gre => LinkPacket::Gre,
        AskedPacket::TcpFrom { source, destination } => LinkPacket::TcpFrom { source, destination },
        AskedPacket::UdpFrom { source, destination } => LinkPacket::UdpFrom { source, destination },
        AskedPacket::Other(number) => LinkPacket::Other(number),
    }
}
