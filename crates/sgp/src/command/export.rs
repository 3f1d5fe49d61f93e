//! `sgp export`: the scenario for other programs.

use sg_core::connectivity::{CheckedDirections, PacketChoice};
use sg_core::export::{csv, matrix_rows, script, terraform};
use sg_core::quote::json;
use sg_core::share::write;

use crate::args::{Choice, InLanguage};
use crate::exit_code::SUCCESS;
use crate::failure::Failure;
use crate::input;
use crate::pieces::whole_matrix;
use crate::streams::Streams;

/// The scenario for other programs
///
/// Writes Terraform configuration for the provider aliyun/alicloud, a shell script of CLI calls
/// that builds the groups with their rules and members from nothing, the scenario document itself,
/// or the matrix for a spreadsheet. Every call of the script has been tried on the emulator; one
/// that the service would refuse is a comment. What a form cannot say is a comment too, and what
/// only you know (ids of instances, an image) is a variable at the top.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(super) struct Args {
    /// The scenario document
    scenario: String,
    /// What to write
    #[arg(long = "as", value_name = "FORM", value_parser = FORM, default_value = "terraform")]
    form: Form,
    #[command(flatten)]
    language: InLanguage,
}

/// What a scenario can be exported as.
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
  sgp export three-groups.json --as script";

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let language = args.language.language;
    let scenario = input::scenario(&args.scenario)?;
    let text = match args.form {
        Form::Script => script(&scenario, language),
        Form::Scenario => json::visible(&write(&scenario)).into_owned(),
        Form::Csv => {
            let matrix = whole_matrix(&scenario, PacketChoice::All, CheckedDirections::Both);
            csv(&matrix_rows(&scenario, &matrix.map_err(Failure::Input)?, language))
        }
        Form::Terraform => terraform(&scenario, language),
    };
    streams.output.write_all(text.as_bytes())?;
    Ok(SUCCESS)
}
