//! What the page shows, in the words of a link, and back.

use sg_core::connectivity::{AskedPacket, DirectionView, End, PacketChoice};
use sg_core::model::Scenario;
use sg_core::share::{Link, LinkEnd, LinkLesson, LinkPacket, LinkSide, LinkView, Log, Route};

use super::{Selection, State, View};

/// The longest link that a log may make, in characters: what most programs pass on whole.
pub const LOG_FITS: usize = 8_000;

/// The link to a scene with the view on it. The steps that led to it go along, unless they would
/// make the link longer than [`LOG_FITS`].
pub fn permalink(
    scenario: &Scenario,
    view: &View,
    lesson: Option<LinkLesson>,
    log: Option<Log>,
) -> Route {
    let link = Link { scenario: scenario.clone(), view: link_view(view, lesson), log };
    let route = link.route();
    if link.log.is_none() || route.to_string().len() <= LOG_FITS {
        return route;
    }
    Link { log: None, ..link }.route()
}

/// The steps that a link to the page is about, and what becomes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentSteps {
    /// How many there are since the scene was opened, undone ones included.
    pub all: usize,
    /// How many of them are done: the place of the log that the page shows.
    pub done: usize,
    /// How many the link takes, the newest: at most [`Log::MOST_STEPS`], and none where the place
    /// that the page shows lies before those.
    pub newest: usize,
    /// Whether the link is short enough with them.
    pub fit: bool,
}

impl State {
    /// What becomes of the steps of the scene in a link to it; none where it has none, or is shared
    /// by its name or by the very link it came from.
    pub fn sent_steps(&self) -> Option<SentSteps> {
        let route = self.shared_route(true);
        let opened = &self.place.opened;
        // A link that is passed on as it came holds the steps that came with it.
        let history = match route == opened.route {
            true => opened.log.as_deref()?,
            false => &self.history,
        };
        let (all, done) = history.recent_steps();
        let newest = history.recent().map_or(0, |log| log.steps.len());
        let scene = matches!(route, Route::Scene { .. });
        (scene && all > 0).then_some(SentSteps { all, done, newest, fit: route.has_log() })
    }
}

/// What of the scene is looked at, in the words of a link.
pub(super) fn link_view(view: &View, lesson: Option<LinkLesson>) -> LinkView {
    let cell = view.selection.clone();
    let packet = match view.packet {
        PacketChoice::All => None,
        PacketChoice::One(asked) => Some(link_packet(asked)),
    };
    let side = match view.direction {
        DirectionView::Both => None,
        DirectionView::Egress => Some(LinkSide::Egress),
        DirectionView::Ingress => Some(LinkSide::Ingress),
    };
    LinkView {
        cell: cell.map(|Selection { from, to }| (link_end(from), link_end(to))),
        packet,
        pane: view.pane(),
        side,
        lesson,
    }
}

/// The sides that a link looks at.
pub(super) const fn sides(side: LinkSide) -> DirectionView {
    match side {
        LinkSide::Egress => DirectionView::Egress,
        LinkSide::Ingress => DirectionView::Ingress,
    }
}

/// An end of a link as an end of the scene.
pub(super) fn end(end: LinkEnd) -> End {
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

/// The packets of a link as the matrix is asked about them.
pub(super) const fn choice(packet: LinkPacket) -> PacketChoice {
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
