//! `sgp import`: converts API replies and Terraform states to a scenario document.

use sg_core::collect::{self, Collect, Shell, script};
use sg_core::import::{Choice, PlanSide, Reading, RegionFound, Text, anonymise, read_as};
use sg_core::model::RegionId;
use sg_core::quote::hidden::visible;
use sg_core::quote::json;
use sg_core::share::write;

use crate::args::{Choice as ArgChoice, InLanguage, seed};
use crate::exit_code::{INCOMPLETE, SUCCESS};
use crate::failure::Failure;
use crate::input;
use crate::notes::notes;
use crate::streams::Streams;
use crate::text;

/// Replies of the API, Terraform states and plans, as a scenario
///
/// Makes a scenario document of what an account says: replies of DescribeSecurityGroupAttribute,
/// DescribeSecurityGroups, DescribeInstances, DescribeNetworkInterfaces,
/// DescribePrefixListAttributes, DescribeVpcs, DescribeNatGateways, DescribeSnatTableEntries and
/// DescribeEipAddresses in JSON or XML, as clients print them, one or many in a file; the console's
/// exports of rules (JSON, CSV); facts of Ansible; Terraform states and plans (terraform.tfstate,
/// terraform show -json); scenario documents. All of them make one scenario. Standard error says
/// with line and column what was not understood or left out, and what was assumed. Truncated files,
/// missing pages of a reply and two versions of one group come first, marked INCOMPLETE; results
/// that they could change are unknown. With --strict, nothing is written if any of this occurs, and
/// the exit code is 3. Files from several regions are not mixed: the exit code is 2, and the error
/// names the regions to choose from.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The files, which together make one scenario
    // As many groups as a region can have, and their lists.
    #[arg(required_unless_present = "collect", num_args = 1..=128, value_name = "FILE")]
    files: Vec<String>,
    /// Print a script for sh (or powershell) that gathers all of this from an account with the
    /// aliyun CLI; it only reads, and has options of its own
    #[arg(
        long,
        value_name = "SHELL",
        num_args = 0..=1,
        default_missing_value = "sh",
        value_parser = SHELL,
        conflicts_with_all = ["files", "anonymise"]
    )]
    collect: Option<Shell>,
    /// The region to read, if the files are from several; with --collect, the regions to collect
    /// (otherwise that of the CLI's profile)
    #[arg(long, value_name = "REGION", value_delimiter = ',', value_parser = region)]
    region: Vec<RegionId>,
    /// The side of a Terraform plan to read: what is there before it is applied, or after
    #[arg(long, value_name = "SIDE", value_parser = SIDE, default_value = "after")]
    plan: PlanSide,
    /// Replace IDs, names and addresses by others made from this number; every answer stays the same, and a
    /// name keeps its role where that is an ordinary word, as app-1
    #[arg(long, value_name = "NUMBER", value_parser = seed)]
    anonymise: Option<u64>,
    /// Write nothing, and exit with code 3, if anything was assumed, left out, truncated or
    /// incomplete
    #[arg(long, conflicts_with = "collect")]
    strict: bool,
    #[command(flatten)]
    language: InLanguage,
}

const EXAMPLE: &str = "\
Example:
  aliyun ecs DescribeSecurityGroupAttribute --SecurityGroupId sg-web > web.json
  aliyun ecs DescribeInstances > instances.json
  sgp import web.json instances.json > scenario.json

A whole account:
  sgp import --collect > sgp-collect.sh
  sh sgp-collect.sh --region cn-hangzhou
  sgp import sgp-collect-cn-hangzhou.json > scenario.json";

const SHELL: ArgChoice<Shell> = ArgChoice {
    words: &["sh", "powershell"],
    refusal: "is not a shell known here: sh, powershell",
    parse: |text| match text {
        "sh" => Some(Shell::Posix),
        "powershell" => Some(Shell::PowerShell),
        _ => None,
    },
};

const SIDE: ArgChoice<PlanSide> = ArgChoice {
    words: &["before", "after"],
    refusal: "is not a side of a plan: before, after",
    parse: |text| match text {
        "before" => Some(PlanSide::Before),
        "after" => Some(PlanSide::After),
        _ => None,
    },
};

fn region(text: &str) -> Result<RegionId, String> {
    RegionId::parse(text).map_err(|_| format!("`{text}` is not the id of a region"))
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    if let Some(shell) = args.collect {
        return collected(shell, &args.region, streams);
    }
    let language = args.language.language;
    let mut texts = Vec::new();
    for path in &args.files {
        texts.push(Text { name: path.to_owned(), content: input::text(path)? });
    }
    if args.region.len() > 1 {
        let why = "--region names one region to read; several can only be collected";
        return Err(Failure::Usage(why.to_owned()));
    }
    let choice = Choice { region: args.region.first().cloned(), plan: args.plan };
    let reading = read_as(texts, choice);
    for line in notes(&reading, language) {
        writeln!(streams.errors, "{}", visible(&line))?;
    }
    let Some(scenario) = &reading.scenario else {
        return Err(Failure::input(nothing_read(&reading)));
    };
    if args.strict && !reading.is_exact() {
        writeln!(streams.errors, "{}", text::IMPORT_STRICT.get(language))?;
        return Ok(INCOMPLETE);
    }
    let document = match args.anonymise {
        None => write(scenario),
        Some(seed) => write(&anonymise(scenario, seed).map_err(Failure::input)?.scenario),
    };
    streams.output.write_all(json::visible(&document).as_bytes())?;
    Ok(SUCCESS)
}

/// Prints the script that collects these regions.
fn collected(shell: Shell, regions: &[RegionId], streams: &mut Streams<'_>) -> Result<u8, Failure> {
    // A script takes fewer texts for a region than a scenario does.
    if let Some(other) = regions.iter().find(|id| collect::region(id.as_str()).is_none()) {
        let why = format!("`{other}` is not a region ID such as cn-hangzhou");
        return Err(Failure::Usage(why));
    }
    let collect = Collect { regions: regions.to_vec(), anonymise: false };
    streams.output.write_all(script(shell, &collect).as_bytes())?;
    Ok(SUCCESS)
}

/// Why there is no scenario.
fn nothing_read(reading: &Reading) -> String {
    if reading.regions.is_empty() {
        return "nothing was read that makes a scenario".to_owned();
    }
    let named = reading.regions.iter().map(|RegionFound { region, groups, instances }| {
        format!("{region} ({groups} security groups, {instances} instances)")
    });
    let named = named.collect::<Vec<_>>().join(", ");
    format!("choose a region with --region; the files are from {named}")
}
