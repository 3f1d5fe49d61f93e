//! `sgp diff`: the pairs whose verdicts differ between two scenarios, each with a packet as proof.

use sg_core::connectivity::{
    CellChange, End, Judged, PairChange, RegionChange, Shift, diff, diff_regions,
};
use sg_core::explain::{end_label, packets_text, state_text};
use sg_core::goal::packets;
use sg_core::goal::text::COMMA;
use sg_core::language::Language;

use crate::args::{Asked, Choice, Format, InLanguage, Shown};
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::pieces::{ranges, whole_matrix};
use crate::print::print_json;
use crate::reason::{packet_text, reason, verdict};
use crate::streams::Streams;
use crate::{input, table, text};

mod comparison;
mod json;

use comparison::{Comparison, Version, change_text, shift_text};

/// Which pairs fare differently in two scenarios
///
/// Lists the pairs that are opened, closed, widened, narrowed or changed, each with a packet that
/// passes in one of the two only, and below it the packets that changed, region by region, with
/// what decided about them before and now and one of them as proof. `reason` marks packets that
/// fare as before for another reason. Pairs are told by interface id and by the names of outside
/// addresses. `No packet changes.` is an answer too. The exit code is 0 either way.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document before
    before: String,
    /// The scenario document after
    after: String,
    #[command(flatten)]
    asked: Asked,
    /// One line for a pair, also the packets that changed, or also those with another reason
    #[arg(long, value_parser = DETAIL, default_value = "reasons")]
    detail: Detail,
    #[command(flatten)]
    shown: Shown,
}

const DETAIL: Choice<Detail> = Choice {
    words: &["pairs", "verdicts", "reasons"],
    refusal: "is not a detail here: pairs, verdicts, reasons",
    parse: |text| match text {
        "pairs" => Some(Detail::Pairs),
        "verdicts" => Some(Detail::Verdicts),
        "reasons" => Some(Detail::Reasons),
        _ => None,
    },
};

const EXAMPLE: &str = "\
Example:
  sgp diff before.json after.json";

/// The level of detail for each pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Detail {
    /// One line per pair.
    Pairs,
    /// The packets whose verdicts differ.
    Verdicts,
    /// Also packets with the same verdict for a different reason.
    Reasons,
}

/// The maximum number of address ranges named in a line; JSON names all.
const NAMED_RANGES: usize = 4;

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let Shown { format, language: InLanguage { language } } = args.shown;
    let comparison = compare(args)?;
    if format == Format::Json {
        print_json(streams.output, &json::of(&comparison))?;
        return Ok(SUCCESS);
    }
    let Comparison { changes, pairs, .. } = &comparison;
    if changes.is_empty() {
        writeln!(streams.output, "{}", text::NO_CHANGE.get(language))?;
    }
    let mut heads: Vec<_> = changes.iter().map(|change| comparison.row(change, language)).collect();
    let others: Vec<_> = pairs.iter().filter(|pair| pair.change.is_none()).collect();
    heads.extend(others.iter().map(|pair| comparison.row_of_reasons(pair, language)));
    let told = changes.iter().map(|change| {
        let same = |pair: &&PairChange| pair.from == change.from && pair.to == change.to;
        pairs.iter().find(same)
    });
    let told = told.chain(others.iter().map(|pair| Some(*pair)));
    for (head, pair) in table::columns(&heads).lines().zip(told) {
        writeln!(streams.output, "{head}")?;
        let regions = pair.map_or(&[][..], |pair| &pair.regions);
        let rows = alike(regions).into_iter().map(|regions| comparison.region(&regions, language));
        let rows: Vec<_> = rows.collect();
        for line in table::columns(&rows).lines() {
            writeln!(streams.output, "  {line}")?;
        }
    }
    Ok(SUCCESS)
}

/// Groups the regions of one pair that changed in the same way for the same reason, ordered by the
/// first region of each group.
fn alike(regions: &[RegionChange]) -> Vec<Vec<&RegionChange>> {
    let mut groups: Vec<Vec<&RegionChange>> = Vec::new();
    for region in regions {
        let key = |region: &RegionChange| {
            (region.before.clone(), region.after.clone(), region.addresses.clone())
        };
        let same = |group: &&mut Vec<&RegionChange>| {
            group.first().is_some_and(|first| key(first) == key(region))
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(region),
            None => groups.push(vec![region]),
        }
    }
    groups
}

fn compare(args: &Args) -> Result<Comparison, Failure> {
    let (detail, Asked { view, packet }) = (args.detail, &args.asked);
    let choice = packets::choice(packet.as_deref()).map_err(Failure::Usage)?;
    let version = |path: &str| {
        let scenario = input::scenario(path)?;
        let matrix = whole_matrix(&scenario, choice, *view);
        let matrix = matrix.map_err(|error| Failure::input(format!("{path}: {error}")))?;
        Ok::<_, Failure>(Version { scenario, matrix })
    };
    let (before, after) = (version(&args.before)?, version(&args.after)?);
    let changes = diff(&before.matrix, &after.matrix);
    let mut pairs = match detail {
        Detail::Pairs => Vec::new(),
        Detail::Verdicts | Detail::Reasons => diff_regions(&before.matrix, &after.matrix),
    };
    if detail == Detail::Verdicts {
        for pair in &mut pairs {
            pair.regions.retain(|region| region.shift != Shift::Reason);
        }
        pairs.retain(|pair| !pair.regions.is_empty());
    }
    Ok(Comparison { before, after, changes, pairs })
}

impl Comparison {
    fn row(&self, change: &CellChange, language: Language) -> Vec<String> {
        let flow = &change.counterexample;
        let values = [
            ("before", self.before.state(change, language)),
            ("after", self.after.state(change, language)),
            ("packet", packet_text(flow.packet, language)),
            ("source", flow.source.address().to_string()),
            ("destination", flow.destination.address().to_string()),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        vec![
            change_text(change.change).get(language).to_owned(),
            self.ends(&change.from, &change.to),
            text::DIFFERENCE.fill(language, &values),
        ]
    }

    fn row_of_reasons(&self, pair: &PairChange, language: Language) -> Vec<String> {
        vec![
            text::REASON_CHANGED.get(language).to_owned(),
            self.ends(&pair.from, &pair.to),
            text::ONLY_REASONS.get(language).to_owned(),
        ]
    }

    fn ends(&self, from: &End, to: &End) -> String {
        let label = |end| {
            let here = self.after.matrix.ends.contains(end);
            end_label(if here { &self.after.scenario } else { &self.before.scenario }, end)
        };
        format!("{} → {}", label(from), label(to))
    }

    /// A line for regions that changed in the same way; the first one provides the proof.
    fn region(&self, regions: &[&RegionChange], language: Language) -> Vec<String> {
        let Some(region) = regions.first() else { return Vec::new() };
        let said = |version: &Version, judged: &Option<Judged>| match judged {
            None => text::ABSENT.get(language).to_owned(),
            Some(Judged { verdict: said, decider }) => {
                let reason = reason(&version.scenario, decider, *said, language);
                let values = [("verdict", verdict(*said, language)), ("reason", &reason)];
                text::SAID.fill(language, &values)
            }
        };
        let flow = &region.counterexample;
        let values = [
            ("before", said(&self.before, &region.before)),
            ("after", said(&self.after, &region.after)),
            ("packet", packet_text(flow.packet, language)),
            ("source", flow.source.address().to_string()),
            ("destination", flow.destination.address().to_string()),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let comma = COMMA.get(language);
        let packets = regions.iter().map(|region| packets_text(&region.packets, language));
        let mut addresses = ranges(&region.addresses);
        if addresses.len() > NAMED_RANGES {
            addresses.truncate(NAMED_RANGES);
            addresses.push("…".to_owned());
        }
        vec![
            shift_text(region.shift).get(language).to_owned(),
            packets.collect::<Vec<_>>().join(comma),
            addresses.join(comma),
            text::DIFFERENCE.fill(language, &values),
        ]
    }
}

impl Version {
    /// The state of the pair, or that it does not exist.
    fn state(&self, change: &CellChange, language: Language) -> String {
        self.matrix.between(&change.from, &change.to).map_or_else(
            || text::ABSENT.get(language).to_owned(),
            |cell| state_text(&cell.state, language),
        )
    }
}
