//! `sgp export`: the scenario in formats for other programs.

use sg_core::connectivity::{CheckedDirections, GroupBy, PacketChoice, Reach, ends};
use sg_core::export::{
    LeftOut, Written, complete_line_rows, complete_matrix_rows, csv, script, terraform,
};
use sg_core::import::anonymise;
use sg_core::quote::hidden::visible;
use sg_core::quote::json;
use sg_core::share::write;

use crate::args::{Choice, InLanguage, seed};
use crate::exit_code::{INCOMPLETE, SUCCESS};
use crate::failure::Failure;
use crate::input;
use crate::pieces::{line_matrix, remark, whole_matrix};
use crate::streams::Streams;

/// The scenario for other programs
///
/// Writes Terraform configuration for the provider aliyun/alicloud, a shell script of CLI calls
/// that builds the groups with their rules and members from nothing, the scenario document itself,
/// or the matrix for a spreadsheet, with every port and address. Every call of the script has been
/// tried on the emulator. What the service would refuse, or a form cannot say, is a comment; the top
/// of the file and standard error say how much that is, and the exit code is 3. What only you know
/// (ids of instances, an image) is a variable at the top.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// What to write
    #[arg(long = "as", value_name = "FORM", value_parser = FORM, default_value = "terraform")]
    form: Form,
    /// Replace IDs, names and addresses; every answer stays the same, and a name keeps its role where
    /// that is an ordinary word, as app-1. Equal numbers make equal addresses; without one, they
    /// differ each time
    #[arg(
        long,
        value_name = "NUMBER",
        num_args = 0..=1,
        require_equals = true,
        value_parser = seed
    )]
    anonymise: Option<Option<u64>>,
    #[command(flatten)]
    language: InLanguage,
}

/// The export formats.
#[derive(Debug, Clone, Copy)]
enum Form {
    Terraform,
    Script,
    Scenario,
    Csv,
}

const FORM: Choice<Form> = Choice {
    words: &["terraform", "script", "scenario", "csv"],
    refusal: "is no form to export as: terraform, script, scenario, csv",
    parse: |text| match text {
        "terraform" => Some(Form::Terraform),
        "script" => Some(Form::Script),
        "scenario" => Some(Form::Scenario),
        "csv" => Some(Form::Csv),
        _ => None,
    },
};

const EXAMPLE: &str = "\
Example:
  sgp export three-groups.json --as script
  sgp export three-groups.json --as scenario --anonymise=7 > to-send.json";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let language = args.language.language;
    let mut scenario = input::scenario(&args.scenario)?;
    if let Some(number) = args.anonymise {
        let seed = number.unwrap_or_else(|| (streams.process.env)().entropy);
        scenario = anonymise(&scenario, seed).map_err(Failure::input)?.scenario;
    }
    let mut left_out = LeftOut::default();
    let mut written = |file: Written| {
        left_out = file.left_out;
        file.text
    };
    let text = match args.form {
        Form::Script => written(script(&scenario, language)),
        Form::Scenario => json::visible(&write(&scenario)).into_owned(),
        Form::Csv => {
            let asked = (PacketChoice::All, CheckedDirections::Both);
            match GroupBy::usual(ends(&scenario).len()) {
                GroupBy::Nothing => {
                    let matrix = whole_matrix(&scenario, asked.0, asked.1);
                    csv(&complete_matrix_rows(
                        &scenario,
                        &matrix.map_err(Failure::Input)?,
                        language,
                    ))
                }
                by @ (GroupBy::Role | GroupBy::SecurityGroup) => {
                    let reach = Reach::new(&scenario);
                    let mut matrix = line_matrix(&reach, by, asked).map_err(Failure::Input)?;
                    remark(&matrix, "`sgp matrix --format csv --group-by none`", streams)?;
                    csv(&complete_line_rows(&scenario, &mut matrix, language))
                }
            }
        }
        Form::Terraform => written(terraform(&scenario, language)),
    };
    streams.output.write_all(text.as_bytes())?;
    let Some(sentence) = left_out.sentence(language) else { return Ok(SUCCESS) };
    writeln!(streams.errors, "{}", visible(&sentence))?;
    Ok(INCOMPLETE)
}
