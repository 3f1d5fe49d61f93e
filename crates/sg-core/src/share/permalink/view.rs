//! The view that a link opens: a cell, the packets asked about, a view of the page.

use std::net::IpAddr;

use crate::model::{NetworkInterfaceId, Port, Scenario};
use crate::share::{Pane, Route};

mod lines;

pub use lines::{LinkGrouping, LinkLines};

/// The view of a scenario. Every part is optional, and parts that no longer fit are dropped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkView {
    /// The row and column of a cell.
    pub cell: Option<(LinkEnd, LinkEnd)>,
    /// The packets; all packets if `None`.
    pub packet: Option<LinkPacket>,
    /// The view of the page.
    pub pane: Option<Pane>,
    /// The only side that is checked; both sides if `None`.
    pub side: Option<LinkSide>,
    /// The lesson that uses the scenario.
    pub lesson: Option<LinkLesson>,
    /// How the ends are put into lines.
    pub lines: LinkLines,
    /// The address of the outside end that is asked about; all of them if `None`.
    pub address: Option<IpAddr>,
}

/// The rules of only one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkSide {
    /// The outbound rules of the sender.
    Egress,
    /// The inbound rules of the receiver.
    Ingress,
}

/// A lesson and the current step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkLesson {
    /// Its permanent id: lower-case letters, digits and hyphens.
    pub id: String,
    /// The step, from 1 to 999.
    pub step: Option<u16>,
}

/// A row or column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkEnd {
    /// A network interface.
    Interface(NetworkInterfaceId),
    /// An outside block, by name.
    Outside(String),
}

/// The packets that a link can ask about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPacket {
    /// TCP to a port.
    Tcp(Port),
    /// UDP to a port.
    Udp(Port),
    /// ICMP.
    Icmp,
    /// ICMPv6.
    Icmpv6,
    /// GRE.
    Gre,
    /// TCP from one port to another.
    TcpFrom {
        /// The sender's port.
        source: Port,
        /// The receiver's port.
        destination: Port,
    },
    /// UDP from one port to another.
    UdpFrom {
        /// The sender's port.
        source: Port,
        /// The receiver's port.
        destination: Port,
    },
    /// Any other protocol by its number, except 1, 6, 17, 47 and 58, which have their own variants.
    Other(u8),
}

impl LinkView {
    /// The view as one tab-separated line: row, column, packets, pane, side, lesson, then what
    /// shares a line, which lines are open, the filter, and the address asked about. Ends are
    /// written as indices: interfaces in the order of their instances, then outside blocks. All
    /// from the side on were added later; older pages ignore what they do not know.
    pub(in crate::share) fn line(&self, scenario: &Scenario) -> String {
        let ends = ends(scenario);
        let place = |end: &LinkEnd| ends.iter().position(|other| other == end);
        let cell = self.cell.as_ref().and_then(|(from, to)| Some((place(from)?, place(to)?)));
        let [from, to] = match cell {
            Some((from, to)) => [from.to_string(), to.to_string()],
            None => [String::new(), String::new()],
        };
        let packet = self.packet.map_or_else(String::new, LinkPacket::text);
        let pane = self.pane.map_or("", Pane::word);
        let side = self.side.map_or("", LinkSide::letter);
        let lesson = self.lesson.as_ref().map_or_else(String::new, LinkLesson::text);
        let [by, opened, filter] = self.lines.texts(&ends);
        let address = self.address.map_or_else(String::new, |address| address.to_string());
        let fields = [&from, &to, &packet, pane, side, &lesson, &by, &opened, &filter, &address];
        fields.join("\t").trim_end_matches('\t').to_owned()
    }

    /// Parses the line. Ignores what this version does not know and what does not fit the scenario:
    /// losing the view is better than rejecting the scenario.
    pub(in crate::share) fn parse(line: &str, scenario: &Scenario) -> Self {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (from, to, packet, pane) = (next(), next(), next(), next());
        let (side, lesson) = (next(), next());
        let (lines, address) = ([next(), next(), next()], next());
        let ends = ends(scenario);
        let end = |text: &str| ends.get(text.parse::<usize>().ok()?).cloned();
        Self {
            cell: end(from).zip(end(to)),
            packet: LinkPacket::parse(packet),
            pane: Pane::parse(pane),
            side: LinkSide::parse(side),
            lesson: LinkLesson::parse(lesson),
            lines: LinkLines::parse(lines, &ends),
            address: address.parse().ok(),
        }
    }
}

impl LinkSide {
    const fn letter(self) -> &'static str {
        match self {
            Self::Egress => "e",
            Self::Ingress => "i",
        }
    }

    fn parse(letter: &str) -> Option<Self> {
        [Self::Egress, Self::Ingress].into_iter().find(|side| side.letter() == letter)
    }
}

impl LinkLesson {
    /// As in a link to the lesson itself: the id, then the step after a slash.
    fn text(&self) -> String {
        let Self { id, step } = self;
        step.map_or_else(|| id.clone(), |step| format!("{id}/{step}"))
    }

    fn parse(text: &str) -> Option<Self> {
        // Uses the parser of routes, so that what is accepted here also works as a link to the
        // lesson.
        match Route::parse(&format!("#lesson/{text}")) {
            Ok(Route::Lesson { id, step }) if !text.is_empty() => Some(Self { id, step }),
            Ok(_) | Err(_) => None,
        }
    }
}

impl LinkPacket {
    fn text(self) -> String {
        match self {
            Self::Tcp(port) => format!("t{}", port.get()),
            Self::Udp(port) => format!("u{}", port.get()),
            Self::Icmp => "i".to_owned(),
            Self::Icmpv6 => "j".to_owned(),
            Self::Gre => "g".to_owned(),
            Self::TcpFrom { source, destination } => {
                format!("t{}<{}", destination.get(), source.get())
            }
            Self::UdpFrom { source, destination } => {
                format!("u{}<{}", destination.get(), source.get())
            }
            Self::Other(number) => format!("n{number}"),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        match text {
            "i" => Some(Self::Icmp),
            "j" => Some(Self::Icmpv6),
            "g" => Some(Self::Gre),
            text => match (text.get(..1)?, text.get(1..)?) {
                ("t", ports) => match ports.split_once('<') {
                    None => Port::parse(ports).map(Self::Tcp),
                    Some((destination, source)) => Some(Self::TcpFrom {
                        source: Port::parse(source)?,
                        destination: Port::parse(destination)?,
                    }),
                },
                ("u", ports) => match ports.split_once('<') {
                    None => Port::parse(ports).map(Self::Udp),
                    Some((destination, source)) => Some(Self::UdpFrom {
                        source: Port::parse(source)?,
                        destination: Port::parse(destination)?,
                    }),
                },
                ("n", number) => {
                    let number = number.parse().ok();
                    number.filter(|number| !matches!(number, 1 | 6 | 17 | 47 | 58)).map(Self::Other)
                }
                _ => None,
            },
        }
    }
}

fn ends(scenario: &Scenario) -> Vec<LinkEnd> {
    let interfaces = scenario.instances().flat_map(|instance| &instance.interfaces);
    let outside = scenario.outside().iter().map(|outside| LinkEnd::Outside(outside.name.clone()));
    interfaces.cloned().map(LinkEnd::Interface).chain(outside).collect()
}
