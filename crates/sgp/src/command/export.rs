//! `sgp export`: the scene for other programs.

use sg_core::connectivity::{DirectionView, PacketChoice};
use sg_core::export::{csv, matrix_rows, script, terraform};
use sg_core::quote::json;
use sg_core::share::write;

use super::super::args::{Args, Signature};
use super::super::failure::Failure;
use super::super::pieces::whole_matrix;
use super::super::{SUCCESS, Streams, input};

pub(super) const SIGNATURE: Signature =
    Signature { name: "export", values: &["SCENARIO"], optional: 0, options: &["as", "language"] };

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let language = args.language()?;
    let wanted = args.option("as").unwrap_or("terraform");
    if !FORMS.contains(&wanted) {
        let names = FORMS.join(", ");
        return Err(Failure::Usage(format!("`{wanted}` is no form to export as: {names}")));
    }
    let scenario = input::scenario(args.value(0))?;
    let text = match wanted {
        "script" => script(&scenario, language),
        "scenario" => json::visible(&write(&scenario)).into_owned(),
        "csv" => {
            let matrix = whole_matrix(&scenario, PacketChoice::All, DirectionView::Both);
            csv(&matrix_rows(&scenario, &matrix.map_err(Failure::Input)?, language))
        }
        _ => terraform(&scenario, language),
    };
    streams.output.write_all(text.as_bytes())?;
    Ok(SUCCESS)
}

/// What `--as` takes; the first when nobody says.
const FORMS: [&str; 4] = ["terraform", "script", "scenario", "csv"];
