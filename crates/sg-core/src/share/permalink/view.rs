//! What a link looks at: a cell, the packets asked about, a place of the page.

use crate::model::{NetworkInterfaceId, Port, Scenario};
use crate::share::{Pane, Route};

/// What of the scene is looked at. Everything may be absent, and what no longer fits is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkView {
    /// The row and the column of a cell.
    pub cell: Option<(LinkEnd, LinkEnd)>,
    /// The packets; all of them when absent.
    pub packet: Option<LinkPacket>,
    /// The place of the page.
    pub pane: Option<Pane>,
    /// The one side that is looked at; both when absent.
    pub side: Option<LinkSide>,
    /// The lesson that the scene is worked on in.
    pub lesson: Option<LinkLesson>,
}

/// The rules of one side alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkSide {
    /// What the sender lets out.
    Egress,
    /// What the receiver lets in.
    Ingress,
}

/// A lesson and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkLesson {
    /// Its permanent id: small letters, digits and hyphens.
    pub id: String,
    /// The step, from 1 to 999.
    pub step: Option<u16>,
}

/// A row or a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkEnd {
    /// A network interface.
    Interface(NetworkInterfaceId),
    /// An outside block by its name.
    Outside(String),
}

/// Packets that can be asked about.
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
    /// Any other protocol by its number: none of 1, 6, 17, 47 and 58, which are named above.
    Other(u8),
}

impl LinkView {
    /// The view as one line: row, column, packets, place, side, lesson, parted by tabs. Ends go by
    /// their number: interfaces in the order of their instances, then outside blocks. Side and
    /// lesson came later; a page that does not know them passes over them.
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
        [&from, &to, &packet, pane, side, &lesson].join("\t").trim_end_matches('\t').to_owned()
    }

    /// Reads the line. What this version does not know, or what does not fit the scene, is left
    /// out: the scene is worth more than the place to look at it.
    pub(in crate::share) fn parse(line: &str, scenario: &Scenario) -> Self {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (from, to, packet, pane) = (next(), next(), next(), next());
        let (side, lesson) = (next(), next());
        let ends = ends(scenario);
        let end = |text: &str| ends.get(text.parse::<usize>().ok()?).cloned();
        Self {
            cell: end(from).zip(end(to)),
            packet: LinkPacket::parse(packet),
            pane: Pane::parse(pane),
            side: LinkSide::parse(side),
            lesson: LinkLesson::parse(lesson),
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
    /// As in its own link: the id, and the step behind a slash.
    fn text(&self) -> String {
        let Self { id, step } = self;
        step.map_or_else(|| id.clone(), |step| format!("{id}/{step}"))
    }

    fn parse(text: &str) -> Option<Self> {
        // One grammar for both, so that what opens here opens as a link of its own too.
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
