//! `sgp space`: every packet between two ends, as regions with reasons.

use serde::Serialize;

use sg_core::connectivity::{AnswerPart, Checked, PacketSpace, Region, Wrong, check};
use sg_core::explain::{addresses_text, brief, packets_text};
use sg_core::goal::Directory;
use sg_core::goal::text::COMMA;
use sg_core::language::Language;
use sg_core::model::Scenario;

use crate::answer::{EndJson, RegionJson};
use crate::args::{Format, InLanguage, Shown};
use crate::exit_code::{SUCCESS, UNMET};
use crate::failure::Failure;
use crate::pieces::ranges;
use crate::print::print_json;
use crate::streams::Streams;
use crate::{input, table, text};

/// Every packet between two ends, as regions with reasons
///
/// Cuts all packets between two ends into regions, each with its verdict, the clause and the
/// reason. An outside address block is cut where its addresses fare differently. A second,
/// independent decision procedure then checks that the regions cover every packet, do not overlap
/// and are right, and its verdict is the last line.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// The end that sends
    src: String,
    /// The end that receives
    dst: String,
    #[command(flatten)]
    shown: Shown,
}

const EXAMPLE: &str = "\
Example:
  sgp space three-groups.json internet ecs1";

#[derive(Serialize)]
struct SpaceJson {
    /// One partition, or several if the answer depends on the address of the outside block.
    pieces: Vec<PieceJson>,
}

#[derive(Serialize)]
struct PieceJson {
    source: EndJson,
    destination: EndJson,
    /// The addresses of the outside block to which it applies; empty between two interfaces.
    addresses: Vec<String>,
    regions: Vec<RegionJson>,
    /// The result of the independent check.
    checked: CheckedJson,
}

#[derive(Serialize)]
#[serde(untagged)]
enum CheckedJson {
    Right { right: bool, packets: u64, questions: usize },
    Wrong { right: bool, packet: String },
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let Shown { format, language: InLanguage { language } } = args.shown;
    let scenario = input::scenario(&args.scenario)?;
    let mut directory = Directory::new(&scenario);
    let from = directory.find(&args.src).map_err(Failure::Input)?;
    let to = directory.find(&args.dst).map_err(Failure::Input)?;
    let answer = directory
        .ask(&from, &to, None)
        .ok_or_else(|| Failure::Input("nothing can travel between these two ends".to_owned()))?;
    let pieces = &answer.parts;
    let checks: Vec<_> = pieces.iter().map(|piece| checked(&scenario, piece)).collect();
    let code = if checks.iter().all(Result::is_ok) { SUCCESS } else { UNMET };
    if format == Format::Json {
        let pieces = pieces.iter().zip(&checks);
        let pieces = pieces.map(|(piece, check)| piece_json(piece, check)).collect();
        print_json(streams.output, &SpaceJson { pieces })?;
        return Ok(code);
    }
    for (piece, check) in pieces.iter().zip(&checks) {
        if pieces.len() > 1 {
            let addresses = addresses_text(&piece.ranges).join(COMMA.get(language));
            let heading = text::FOR_ADDRESSES.fill(language, &[("addresses", &addresses)]);
            writeln!(streams.output, "{heading}")?;
        }
        let table = table(&scenario, &piece.space, language);
        streams.output.write_all(table.as_bytes())?;
        writeln!(streams.output, "{}", check_text(check, language))?;
    }
    Ok(code)
}

/// The independent check of the regions of a partition. If no group filters, there is nothing to
/// check.
fn checked(scenario: &Scenario, piece: &AnswerPart) -> Result<Checked, Wrong> {
    if piece.space.regions.is_empty() {
        return Ok(Checked { packets: 0, questions: 0 });
    }
    check(scenario, &piece.source, &piece.destination, &piece.space.regions)
}

fn check_text(check: &Result<Checked, Wrong>, language: Language) -> String {
    match check {
        Ok(Checked { packets, questions }) => {
            let (packets, questions) = (packets.to_string(), questions.to_string());
            let values = [("packets", packets.as_str()), ("questions", &questions)];
            text::CHECKED.fill(language, &values)
        }
        Err(wrong) => {
            let packet = brief::packet_text(wrong.packet, language);
            text::WRONG.fill(language, &[("packet", &packet)])
        }
    }
}

fn table(scenario: &Scenario, space: &PacketSpace, language: Language) -> String {
    let row = |region: &Region| {
        let Region { packets, verdict, decider, .. } = region;
        vec![
            brief::verdict_of(region, language),
            packets_text(packets, language),
            decider.clause().to_string(),
            brief::reason(scenario, decider, *verdict, language),
        ]
    };
    table::columns(&space.regions.iter().map(row).collect::<Vec<_>>())
}

fn piece_json(piece: &AnswerPart, check: &Result<Checked, Wrong>) -> PieceJson {
    PieceJson {
        source: (&piece.source).into(),
        destination: (&piece.destination).into(),
        addresses: ranges(&piece.ranges),
        regions: piece.space.regions.iter().map(RegionJson::from).collect(),
        checked: match check {
            Ok(Checked { packets, questions }) => {
                CheckedJson::Right { right: true, packets: *packets, questions: *questions }
            }
            Err(wrong) => CheckedJson::Wrong { right: false, packet: wrong.packet.to_string() },
        },
    }
}
