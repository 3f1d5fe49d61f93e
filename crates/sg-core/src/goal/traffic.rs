//! A traffic goal: which packets, between which ends, and whether they should pass.

use serde::{Deserialize, Serialize};

use crate::connectivity::{End, Flow, PacketSet, Verdict, evaluate};
use crate::explain::{explain, packets_text};
use crate::language::{Language, Text};
use crate::model::{PortRange, Scenario};

use super::ends::{Directory, Place, end};
use super::packets::{Asked, parse, without};
use super::pieces::{PieceOfSpace, pieces};
use super::text;

/// The expected result for the packets of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Expect {
    /// All of them pass.
    Pass,
    /// None of them passes.
    Blocked,
    /// All of them pass, and no other packet does.
    PassOnly,
}

/// A traffic goal. Its ends are names, so that it can be checked against any scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traffic {
    /// The sender: an id, a name or an address.
    pub from: String,
    /// The receiver.
    pub to: String,
    /// The packets; all packets if `None`.
    pub packets: Option<Vec<PacketSet>>,
    /// The expected result.
    pub expect: Expect,
}

/// A traffic goal in document form.
#[derive(Debug, Clone, Copy)]
pub struct WrittenTraffic<'a> {
    /// The sender.
    pub from: &'a str,
    /// The receiver.
    pub to: &'a str,
    /// Packets such as `tcp/443`; all packets if `None`.
    pub packets: Option<&'a [String]>,
    /// Source ports such as `1024-65535`; any port if `None`.
    pub source_ports: Option<&'a str>,
    /// The expected result.
    pub expect: Expect,
}

/// Why a traffic goal is not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The scenario has no such end.
    NoEnd {
        /// The name.
        end: String,
        /// A message for the author of the goal.
        sentence: String,
    },
    /// No packet can travel between the ends.
    NoWay,
    /// No security group applies between the ends.
    NotFiltered,
    /// Packets that should pass do not exist between the ends.
    NoSuchPacket(PacketSet),
    /// The first packet with the wrong result.
    Packet {
        /// The packet.
        flow: Flow,
        /// Its actual verdict.
        verdict: Verdict,
        /// Its cell in the matrix; `None` if no cell covers these addresses.
        cell: Option<(End, End)>,
    },
}

impl Traffic {
    /// Parses a goal. Whether its ends exist depends on the scenario.
    ///
    /// # Errors
    /// The invalid field, such as `packets[0]`, and what is wrong with it.
    pub fn read(written: &WrittenTraffic<'_>) -> Result<Self, (String, String)> {
        let ports = |text: &str| {
            let fault = |sentence| ("sourcePorts".to_owned(), sentence);
            super::packets::ports(text).map_err(fault)
        };
        let source = written.source_ports.map(ports).transpose()?;
        let mut packets = Vec::new();
        let mut all = written.packets.is_none();
        for (index, text) in written.packets.iter().copied().flatten().enumerate() {
            let at = |sentence| (format!("packets[{index}]"), sentence);
            match parse(text).map_err(at)? {
                Asked::All => all = true,
                Asked::Set(set) => packets.push(from_ports(set, source).map_err(at)?),
            }
        }
        if !all && packets.is_empty() {
            return Err(("packets".to_owned(), "the list names no packets".to_owned()));
        }
        if all && source.is_some() {
            let sentence = "only TCP and UDP have source ports: name tcp or udp in packets";
            return Err(("sourcePorts".to_owned(), sentence.to_owned()));
        }
        Ok(Self {
            from: written.from.to_owned(),
            to: written.to.to_owned(),
            packets: (!all).then_some(packets),
            expect: written.expect,
        })
    }

    /// The first violation of the goal in a scenario, or `None` if the goal is met. `directory`
    /// must belong to the same scenario.
    pub fn wrong(&self, scenario: &Scenario, directory: &mut Directory<'_>) -> Option<Wrong> {
        let found = |name: &String| directory.find(name).map_err(|said| (name.clone(), said));
        let (from, to) = match (found(&self.from), found(&self.to)) {
            (Ok(from), Ok(to)) => (from, to),
            (Err((end, sentence)), _) | (_, Err((end, sentence))) => {
                return Some(Wrong::NoEnd { end, sentence });
            }
        };
        let Some(pieces) = pieces(scenario, directory, &from, &to) else {
            return Some(Wrong::NoWay);
        };
        if pieces.iter().all(|piece| piece.space.regions.is_empty()) {
            return Some(Wrong::NotFiltered);
        }
        if self.expect != Expect::Blocked
            && let Some(missing) = self.packets.iter().flatten().find(|set| !exists(&pieces, set))
        {
            return Some(Wrong::NoSuchPacket(*missing));
        }
        let flow = pieces.iter().find_map(|piece| self.wrong_packet(piece))?;
        let verdict = evaluate(scenario, &flow).verdict;
        Some(Wrong::Packet { cell: cell(scenario, &from, &to), flow, verdict })
    }

    fn wrong_packet(&self, piece: &PieceOfSpace) -> Option<Flow> {
        let wanted = if self.expect == Expect::Blocked { Verdict::Blocked } else { Verdict::Pass };
        let regions = || piece.space.regions.iter();
        let wrong = regions().filter(|region| region.verdict != wanted).find_map(|region| {
            match &self.packets {
                None => Some(region.packets),
                Some(sets) => sets.iter().find_map(|set| region.packets.intersection(set)),
            }
        });
        let others = || {
            let sets = self.packets.as_ref().filter(|_| self.expect == Expect::PassOnly)?;
            let open = regions().filter(|region| region.verdict != Verdict::Blocked);
            open.flat_map(|region| without(region.packets, sets)).next()
        };
        let packet = wrong.or_else(others)?.sample();
        let (source, destination) = (piece.source.clone(), piece.destination.clone());
        Some(Flow { source, destination, packet })
    }

    /// The default name of a goal.
    pub fn name(&self, language: Language) -> String {
        let packets = match &self.packets {
            None => text::ALL_PACKETS.get(language).to_owned(),
            Some(sets) => {
                let names: Vec<String> =
                    sets.iter().map(|set| packets_text(set, language)).collect();
                names.join(text::COMMA.get(language))
            }
        };
        let frame = match self.expect {
            Expect::Pass => text::GOAL_PASS,
            Expect::Blocked => text::GOAL_BLOCKED,
            Expect::PassOnly => text::GOAL_ONLY,
        };
        self.fill(frame, &packets, language)
    }

    fn fill(&self, frame: Text, packets: &str, language: Language) -> String {
        let values = [("source", &*self.from), ("destination", &self.to), ("packets", packets)];
        frame.fill(language, &values)
    }
}

impl Wrong {
    /// A sentence that says why the goal is not met.
    pub fn sentence(&self, goal: &Traffic, scenario: &Scenario, language: Language) -> String {
        match self {
            Self::NoEnd { end, .. } => text::NO_END.fill(language, &[("end", end)]),
            Self::NoWay => goal.fill(text::NO_WAY, "", language),
            Self::NotFiltered => goal.fill(text::NOT_FILTERED, "", language),
            Self::NoSuchPacket(set) => {
                goal.fill(text::NO_SUCH_PACKET, &packets_text(set, language), language)
            }
            Self::Packet { flow, .. } => {
                explain(scenario, &evaluate(scenario, flow), language).sentence()
            }
        }
    }
}

fn exists(pieces: &[PieceOfSpace], set: &PacketSet) -> bool {
    let mut regions = pieces.iter().flat_map(|piece| &piece.space.regions);
    regions.any(|region| region.packets.intersection(set).is_some())
}

/// Restricts a packet set to some source ports.
fn from_ports(set: PacketSet, source: Option<PortRange>) -> Result<PacketSet, String> {
    let Some(source) = source else { return Ok(set) };
    match set {
        PacketSet::Tcp { destination, .. } => Ok(PacketSet::Tcp { source, destination }),
        PacketSet::Udp { destination, .. } => Ok(PacketSet::Udp { source, destination }),
        PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre | PacketSet::Other { .. } => {
            Err("only TCP and UDP have source ports".to_owned())
        }
    }
}

/// The matrix cell that covers two places: an interface, or an interface with the private address
/// that the matrix would choose, or a named block.
fn cell(scenario: &Scenario, from: &Place, to: &Place) -> Option<(End, End)> {
    let asked = |place: &Place| match place {
        Place::InterfaceAt(id, address) => {
            let interface = scenario.interface(id)?;
            (interface.addresses.first() == Some(address)).then(|| end(place))?
        }
        Place::Interface(_) | Place::Block(_) | Place::Address(_) => end(place),
    };
    Some((asked(from)?, asked(to)?))
}
