//! `sgp import`: replies of the API and Terraform states as a scenario document.

use sg_core::import::{Assumed, Note, Reading, Text, anonymise, decode, read};
use sg_core::language::Language;
use sg_core::quote::hidden::visible;
use sg_core::quote::json;
use sg_core::share::write;

use crate::args::InLanguage;
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::streams::Streams;
use crate::{input, text};

/// Replies of the API and Terraform states, as a scenario
///
/// Makes a scenario document of what an account says: replies of DescribeSecurityGroupAttribute,
/// DescribeSecurityGroups, DescribeInstances, DescribeNetworkInterfaces,
/// DescribePrefixListAttributes and DescribeVpcs in JSON or XML, as clients print them, one or many
/// in a file; Terraform states (terraform show -json, terraform.tfstate); scenario documents. All
/// of them make one scenario. Standard error says with line and column what was not understood or
/// left out, and what was assumed.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The files, which together make one scenario
    // As many groups as a region has, and their lists.
    #[arg(required = true, num_args = 1..=128, value_name = "FILE")]
    files: Vec<String>,
    /// Other ids, names and addresses, made from this number; every answer stays the same
    #[arg(long, value_name = "NUMBER", value_parser = seed)]
    anonymise: Option<u64>,
    #[command(flatten)]
    language: InLanguage,
}

const EXAMPLE: &str = "\
Example:
  aliyun ecs DescribeSecurityGroupAttribute --SecurityGroupId sg-web > web.json
  aliyun ecs DescribeInstances > instances.json
  sgp import web.json instances.json > scenario.json";

fn seed(text: &str) -> Result<u64, String> {
    let sentence = "--anonymise takes a whole number, from which other names are made";
    text.parse().map_err(|_| sentence.to_owned())
}

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let language = args.language.language;
    let mut texts = Vec::new();
    for path in &args.files {
        let content = decode(input::bytes(path)?);
        let neither = || Failure::input(format!("cannot read {path}: it is not text"));
        texts.push(Text { name: path.to_owned(), content: content.ok_or_else(neither)? });
    }
    let reading = read(texts);
    for line in notes(&reading, language) {
        writeln!(streams.errors, "{}", visible(&line))?;
    }
    let Some(scenario) = &reading.scenario else {
        return Err(Failure::input("nothing was read that makes a scenario"));
    };
    let document = match args.anonymise {
        None => write(scenario),
        Some(seed) => write(&anonymise(scenario, seed).map_err(Failure::input)?.scenario),
    };
    streams.output.write_all(json::visible(&document).as_bytes())?;
    Ok(SUCCESS)
}

/// What was not understood, with its place, and what was assumed.
fn notes(reading: &Reading, language: Language) -> Vec<String> {
    let unread = |Note { place, said }: &Note| {
        let said = said.say(language);
        let file = place.and_then(|at| reading.files.get(at.file));
        match (place, file) {
            (Some(at), Some(file)) => format!("{file}:{}:{}: {said}", at.line, at.column),
            _ => said,
        }
    };
    let assumed = |assumed: &Assumed| {
        let (name, said) = (assumed.which.as_str(), assumed.say(language));
        let about = assumed.about.join(", ");
        text::IMPORT_ASSUMED
            .fill(language, &[("name", name), ("sentence", &said), ("about", &about)])
    };
    let more = (reading.more_unread > 0)
        .then(|| text::IMPORT_MORE.fill(language, &[("count", &reading.more_unread.to_string())]));
    let unread = reading.unread.iter().map(unread).chain(more);
    unread.chain(reading.assumed.iter().map(assumed)).collect()
}
