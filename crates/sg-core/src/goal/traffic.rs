//! A traffic goal: which packets, between which ends, and whether they should pass.

use serde::{Deserialize, Serialize};

use crate::connectivity::{
    Answer, AnswerPart, Decider, End, Endpoint, Flow, PacketSet, Region, UnknownReason, Verdict,
    evaluate,
};
use crate::explain::{explain_answer, packets_text};
use crate::language::{Language, Text};
use crate::model::Scenario;

use super::ends::{Directory, Place, cell};
use super::except::Except;
use super::packets::{Asked, from_ports, parse, without};
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
        /// The answer about the packets of the goal to which it belongs.
        answer: Box<Answer>,
    },
    /// No known pair of ends is wrong, but the scenario does not list every interface, and the goal
    /// is about all of a kind.
    Unlisted,
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
        self.wrong_between(scenario, directory, (&from, &to), &Except::default())
    }

    /// The first violation between two ends, but for outside addresses that are excepted.
    pub(super) fn wrong_between(
        &self,
        scenario: &Scenario,
        directory: &mut Directory<'_>,
        (from, to): (&Place, &Place),
        except: &Except<'_>,
    ) -> Option<Wrong> {
        let Some(answers) = self.answers(directory, from, to) else { return Some(Wrong::NoWay) };
        let answers = answers.into_iter().map(|answer| except.left(answer)).collect::<Vec<_>>();
        if answers.iter().all(|answer| answer.parts.is_empty()) {
            // Every address is excepted.
            return None;
        }
        let mut parts = answers.iter().flat_map(|answer| &answer.parts);
        if parts.all(|part| part.space.regions.is_empty()) {
            return Some(Wrong::NotFiltered);
        }
        let missing = answers.iter().find(|answer| !regions(answer).any(exists));
        if self.expect != Expect::Blocked
            && let Some(set) = missing.and_then(|answer| answer.asked)
        {
            return Some(Wrong::NoSuchPacket(set));
        }
        let wrong = answers.iter().find_map(|answer| Some((answer, self.wrong_packet(answer)?)));
        let (answer, flow) = match wrong {
            Some((answer, flow)) => (answer.clone(), flow),
            None => self.other_packet(directory, (from, to), &answers, except)?,
        };
        let verdict = evaluate(scenario, &flow).verdict;
        let cell = cell(scenario, from, to);
        Some(Wrong::Packet { flow, verdict, cell, answer: Box::new(answer) })
    }

    /// The answers about the packets of the goal: one for each set, since each may have an address
    /// family of its own.
    pub(crate) fn answers(
        &self,
        directory: &mut Directory<'_>,
        from: &Place,
        to: &Place,
    ) -> Option<Vec<Answer>> {
        match &self.packets {
            None => Some(vec![directory.ask(from, to, None)?]),
            Some(sets) => sets.iter().map(|set| directory.ask(from, to, Some(*set))).collect(),
        }
    }

    /// A packet that the goal names and that does not get the verdict it should.
    fn wrong_packet(&self, answer: &Answer) -> Option<Flow> {
        let wanted = if self.expect == Expect::Blocked { Verdict::Blocked } else { Verdict::Pass };
        answer.parts.iter().find_map(|part| {
            let mut regions = part.space.regions.iter().filter(|region| exists(region));
            regions.find(|region| region.verdict != wanted).map(|region| part.flow(region))
        })
    }

    /// A packet that the goal does not name and that is not blocked, if only those that it names may
    /// pass.
    fn other_packet(
        &self,
        directory: &mut Directory<'_>,
        (from, to): (&Place, &Place),
        answers: &[Answer],
        except: &Except<'_>,
    ) -> Option<(Answer, Flow)> {
        let sets = self.packets.as_ref().filter(|_| self.expect == Expect::PassOnly)?;
        let mut all = vec![except.left(directory.ask(from, to, None)?)];
        for part in answers.iter().flat_map(|answer| &answer.parts) {
            // Packets of one address family may use other addresses than the rest.
            let met = |known: &AnswerPart| {
                known.source == part.source && known.destination == part.destination
            };
            if !part.ranges.is_empty() || all.iter().any(|known| known.parts.iter().any(met)) {
                continue;
            }
            let places = [&part.source, &part.destination].map(place);
            let [from, to] = &places;
            all.extend(directory.ask(from, to, None));
        }
        all.into_iter().find_map(|answer| {
            let flow = answer.parts.iter().find_map(|part| {
                let open = part.space.regions.iter();
                let open = open.filter(|region| region.verdict != Verdict::Blocked);
                let packets = open.flat_map(|region| without(region.packets, sets)).next()?;
                let (source, destination) = (part.source.clone(), part.destination.clone());
                Some(Flow { source, destination, packet: packets.sample() })
            })?;
            Some((answer, flow))
        })
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
            Self::Unlisted => text::UNLISTED.get(language).to_owned(),
            Self::NoSuchPacket(set) => {
                goal.fill(text::NO_SUCH_PACKET, &packets_text(set, language), language)
            }
            Self::Packet { flow, answer, .. } => {
                // About the packet that is named, but for all addresses and for all source ports of
                // the goal, because a sentence does not name the source port of one packet.
                let like = PacketSet::like(flow.packet);
                let both = |asked: &PacketSet| asked.intersection(&like);
                let asked = answer.asked.as_ref().and_then(both).unwrap_or(like);
                explain_answer(scenario, &answer.within(asked), language).sentence()
            }
        }
    }
}

fn regions(answer: &Answer) -> impl Iterator<Item = &Region> {
    answer.parts.iter().flat_map(|part| &part.space.regions)
}

/// Whether the packets of a region can exist between its ends.
fn exists(region: &Region) -> bool {
    region.decider != Decider::Unknown(UnknownReason::NoSuchPacket)
}

/// An end of a packet as a place of its own.
fn place(end: &Endpoint) -> Place {
    match end {
        Endpoint::Interface { id, address } => Place::InterfaceAt(id.clone(), *address),
        Endpoint::Outside { address } => Place::Address(*address),
    }
}
