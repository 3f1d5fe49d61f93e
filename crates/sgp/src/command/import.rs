//! `sgp import`: replies of the API and Terraform states as a scenario document.

use sg_core::import::{Assumed, Note, Reading, Text, anonymise, decode, read};
use sg_core::language::Language;
use sg_core::quote::hidden::visible;
use sg_core::quote::json;
use sg_core::share::write;

use super::super::args::{Args, Signature};
use super::super::failure::Failure;
use super::super::{SUCCESS, Streams, input, text};

pub(super) const SIGNATURE: Signature = Signature {
    name: "import",
    values: &["FILE"; MOST_FILES],
    optional: MOST_FILES - 1,
    options: &["anonymise", "language"],
};

/// The most files of one import: as many groups as a region has, and their lists.
const MOST_FILES: usize = 128;

pub(super) fn run(args: &Args, streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let language = args.language()?;
    let seed = match args.option("anonymise").map(str::parse) {
        None => None,
        Some(Ok(seed)) => Some(seed),
        Some(Err(_)) => {
            let sentence = "--anonymise takes a whole number, from which other names are made";
            return Err(Failure::Usage(sentence.to_owned()));
        }
    };
    let mut texts = Vec::new();
    for path in (0..MOST_FILES).map_while(|place| args.optional(place)) {
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
    let document = match seed {
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
