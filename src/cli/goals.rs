//! Goals: what must pass and what must not, judged on all packets and not on samples.

use serde::Deserialize;

use crate::connectivity::{Flow, PacketSet, Verdict, evaluate};
use crate::explain::{explain, packets_text};
use crate::language::Language;
use crate::model::Scenario;
use crate::share::{DocumentError, objects, typed};

use super::ends::{Directory, Place};
use super::packets::{Asked, parse, without};
use super::pieces::{PieceOfSpace, pieces};
use super::text;

/// A document of goals, version 1.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GoalsWire {
    /// Where the schema lies, for editors; not read.
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    version: u64,
    #[serde(deserialize_with = "objects")]
    goals: Vec<GoalWire>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GoalWire {
    #[serde(default)]
    name: Option<String>,
    from: String,
    to: String,
    /// All packets when absent.
    #[serde(default)]
    packets: Option<Vec<String>>,
    expect: Expect,
}

/// What is to become of the packets of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Expect {
    /// Each of them passes.
    Pass,
    /// None of them passes.
    Blocked,
    /// Each of them passes, and nothing else does.
    PassOnly,
}

/// One goal, its names resolved.
#[derive(Debug)]
pub(super) struct Goal {
    pub(super) name: Option<String>,
    /// The ends as the document writes them.
    pub(super) from: String,
    pub(super) to: String,
    source: Place,
    destination: Place,
    /// None is all packets.
    packets: Option<Vec<PacketSet>>,
    expect: Expect,
}

/// A goal that is not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Miss {
    /// Why, in one sentence.
    pub(super) sentence: String,
    /// A packet that fares otherwise than it should.
    pub(super) flow: Option<Flow>,
}

/// Reads a document of goals and finds the ends it names.
pub(super) fn read(text: &str, directory: &Directory<'_>) -> Result<Vec<Goal>, DocumentError> {
    let wire: GoalsWire = typed(text)?;
    let error = |path: &str, sentence: &str| DocumentError {
        path: path.to_owned(),
        sentence: sentence.to_owned(),
    };
    if wire.version != 1 {
        return Err(error("version", "the version of a document of goals is the number 1"));
    }
    if wire.goals.is_empty() {
        return Err(error("goals", "there is no goal to check"));
    }
    let numbered = wire.goals.into_iter().enumerate();
    numbered
        .map(|(index, wire)| {
            goal(wire, directory)
                .map_err(|(field, sentence)| error(&format!("goals[{index}].{field}"), &sentence))
        })
        .collect()
}

fn goal(wire: GoalWire, directory: &Directory<'_>) -> Result<Goal, (String, String)> {
    let at = |field: &str| {
        let field = field.to_owned();
        move |sentence: String| (field, sentence)
    };
    let mut packets = Vec::new();
    let mut all = wire.packets.is_none();
    let texts = wire.packets.iter().flatten().enumerate();
    for (index, text) in texts {
        match parse(text).map_err(at(&format!("packets[{index}]")))? {
            Asked::All => all = true,
            Asked::Set(set) => packets.push(set),
        }
    }
    if !all && packets.is_empty() {
        return Err(at("packets")("the list names no packets".to_owned()));
    }
    Ok(Goal {
        source: directory.find(&wire.from).map_err(at("from"))?,
        destination: directory.find(&wire.to).map_err(at("to"))?,
        name: wire.name,
        from: wire.from,
        to: wire.to,
        packets: (!all).then_some(packets),
        expect: wire.expect,
    })
}

/// What goals are judged against.
pub(super) struct Judge<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) directory: Directory<'a>,
    pub(super) language: Language,
}

impl Judge<'_> {
    /// Whether a goal is met: none, or why not.
    pub(super) fn judge(&mut self, goal: &Goal) -> Result<Option<Miss>, String> {
        let (from, to) = (&goal.source, &goal.destination);
        let pieces = pieces(self.scenario, &mut self.directory, from, to)?;
        let filtered = pieces.iter().any(|piece| !piece.space.regions.is_empty());
        if !filtered {
            return Ok(Some(self.empty(goal, text::NOT_FILTERED, "")));
        }
        if goal.expect != Expect::Blocked
            && let Some(missing) = goal.packets.iter().flatten().find(|set| !exists(&pieces, set))
        {
            let packets = packets_text(missing, self.language);
            return Ok(Some(self.empty(goal, text::NO_SUCH_PACKET, &packets)));
        }
        Ok(pieces.iter().find_map(|piece| self.miss(goal, piece)))
    }

    fn empty(&self, goal: &Goal, frame: crate::language::Text, packets: &str) -> Miss {
        let values = [("source", &*goal.from), ("destination", &goal.to), ("packets", packets)];
        Miss { sentence: frame.fill(self.language, &values), flow: None }
    }

    fn miss(&self, goal: &Goal, piece: &PieceOfSpace) -> Option<Miss> {
        let wanted = if goal.expect == Expect::Blocked { Verdict::Blocked } else { Verdict::Pass };
        let regions = || piece.space.regions.iter();
        let wrong = regions().filter(|region| region.verdict != wanted).find_map(|region| {
            match &goal.packets {
                None => Some(region.packets),
                Some(sets) => sets.iter().find_map(|set| region.packets.intersection(set)),
            }
        });
        let others = || {
            let sets = goal.packets.as_ref().filter(|_| goal.expect == Expect::PassOnly)?;
            let open = regions().filter(|region| region.verdict != Verdict::Blocked);
            open.flat_map(|region| without(region.packets, sets)).next()
        };
        let packet = wrong.or_else(others)?.sample();
        let (source, destination) = (piece.source.clone(), piece.destination.clone());
        let flow = Flow { source, destination, packet };
        let evaluation = evaluate(self.scenario, &flow);
        let sentence = explain(self.scenario, &evaluation, self.language).sentence();
        Some(Miss { sentence, flow: Some(flow) })
    }

    /// The goal's own name, or what it says.
    pub(super) fn name(&self, goal: &Goal) -> String {
        if let Some(name) = &goal.name {
            return name.clone();
        }
        let comma = text::COMMA.get(self.language);
        let packets = match &goal.packets {
            None => text::ALL_PACKETS.get(self.language).to_owned(),
            Some(sets) => {
                let names: Vec<String> =
                    sets.iter().map(|set| packets_text(set, self.language)).collect();
                names.join(comma)
            }
        };
        let frame = match goal.expect {
            Expect::Pass => text::GOAL_PASS,
            Expect::Blocked => text::GOAL_BLOCKED,
            Expect::PassOnly => text::GOAL_ONLY,
        };
        let values = [("source", &*goal.from), ("destination", &goal.to), ("packets", &packets)];
        frame.fill(self.language, &values)
    }
}

fn exists(pieces: &[PieceOfSpace], set: &PacketSet) -> bool {
    let mut regions = pieces.iter().flat_map(|piece| &piece.space.regions);
    regions.any(|region| region.packets.intersection(set).is_some())
}
