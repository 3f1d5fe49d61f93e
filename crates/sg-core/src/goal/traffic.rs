//! A goal about packets: which, from where to where, and what is to become of them.

use serde::{Deserialize, Serialize};

use crate::connectivity::{End, Flow, PacketSet, Verdict, evaluate};
use crate::explain::{explain, packets_text};
use crate::language::{Language, Text};
use crate::model::{PortRange, Scenario};

use super::ends::{Directory, Place, end};
use super::packets::{Asked, parse, without};
use super::pieces::{PieceOfSpace, pieces};
use super::text;

/// What is to become of the packets of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Expect {
    /// Each of them passes.
    Pass,
    /// None of them passes.
    Blocked,
    /// Each of them passes, and nothing else does.
    PassOnly,
}

/// A goal about packets. Its ends are names, so that it can be held against any scene.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traffic {
    /// The sender: an id, a name or an address.
    pub from: String,
    /// The receiver.
    pub to: String,
    /// The packets it speaks of; all of them when absent.
    pub packets: Option<Vec<PacketSet>>,
    /// What is to become of them.
    pub expect: Expect,
}

/// A goal about packets as documents write it.
#[derive(Debug, Clone, Copy)]
pub struct WrittenTraffic<'a> {
    /// The sender.
    pub from: &'a str,
    /// The receiver.
    pub to: &'a str,
    /// Packets such as `tcp/443`; all of them when absent.
    pub packets: Option<&'a [String]>,
    /// The ports they come from, such as `1024-65535`; any when absent.
    pub source_ports: Option<&'a str>,
    /// What is to become of them.
    pub expect: Expect,
}

/// Why a goal about packets is not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The scene does not have an end that it names.
    NoEnd {
        /// The name.
        end: String,
        /// What is wrong with it, for whoever wrote the goal.
        sentence: String,
    },
    /// Nothing can travel between its ends.
    NoWay,
    /// No security group stands between its ends.
    NotFiltered,
    /// Packets that are to pass do not exist between its ends.
    NoSuchPacket(PacketSet),
    /// The first packet that fares otherwise than it should.
    Packet {
        /// The packet.
        flow: Flow,
        /// What becomes of it.
        verdict: Verdict,
        /// Its cell of the matrix; none where no cell asks about these addresses.
        cell: Option<(End, End)>,
    },
}

impl Traffic {
    /// Reads a goal. Whether its ends exist is for the scene to say.
    ///
    /// # Errors
    /// The field that cannot be read, such as `packets[0]`, and what is wrong with it.
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

    /// The first thing that is wrong with the goal in a scene; none when it is met. The directory
    /// is the scene's own.
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

    /// What it says, for a goal without a name of its own.
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
    /// Why the goal is not met, in one sentence.
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

/// A set of packets from some source ports only.
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

/// The cell of the matrix that asks about two places: interfaces by themselves or by the private
/// address that the matrix would choose, and named blocks.
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
