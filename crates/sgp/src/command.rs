//! The commands, one per file, and the table that finds them.

mod check;
mod diff;
mod evaluate;
mod explain;
mod export;
mod fix;
mod import;
mod lint;
mod matrix;
mod serve;
mod sign;
mod space;

use std::io::Write;

use sg_core::quote::json;

use super::args::{Args, Signature};
use super::failure::Failure;
use super::{SUCCESS, Streams, help};

/// A command: how it is called, what it says of itself, what it does.
struct Command {
    signature: Signature,
    help: &'static str,
    run: fn(&Args, &mut Streams<'_>) -> Result<u8, Failure>,
}

const COMMANDS: &[Command] = &[
    Command { signature: evaluate::SIGNATURE, help: help::EVALUATE, run: evaluate::run },
    Command { signature: space::SIGNATURE, help: help::SPACE, run: space::run },
    Command { signature: matrix::SIGNATURE, help: help::MATRIX, run: matrix::run },
    Command { signature: diff::SIGNATURE, help: help::DIFF, run: diff::run },
    Command { signature: check::SIGNATURE, help: help::CHECK, run: check::run },
    Command { signature: fix::SIGNATURE, help: help::FIX, run: fix::run },
    Command { signature: lint::SIGNATURE, help: help::LINT, run: lint::run },
    Command { signature: import::SIGNATURE, help: help::IMPORT, run: import::run },
    Command { signature: explain::SIGNATURE, help: help::EXPLAIN, run: explain::run },
    Command { signature: export::SIGNATURE, help: help::EXPORT, run: export::run },
    Command { signature: sign::SIGNATURE, help: help::SIGN, run: sign::run },
    Command { signature: serve::SIGNATURE, help: help::SERVE, run: serve::run },
];

/// Runs the command that the first argument names.
pub(super) fn dispatch(words: &[String], streams: &mut Streams<'_>) -> Result<u8, Failure> {
    let (name, rest) = match words.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => {
            let sentence = "say what to do; `sgp --help` lists the commands";
            return Err(Failure::Usage(sentence.to_owned()));
        }
    };
    let named = |name: &str| COMMANDS.iter().find(|command| command.signature.name == name);
    match name {
        "-h" | "--help" | "help" => {
            let text = rest.first().and_then(|name| named(name)).map_or(help::ALL, |c| c.help);
            return print(streams, text);
        }
        "-V" | "--version" => {
            return print(streams, concat!("sgp ", env!("CARGO_PKG_VERSION"), "\n"));
        }
        _ => {}
    }
    let command = named(name).ok_or_else(|| {
        Failure::Usage(format!("there is no command `{name}`; `sgp --help` lists them"))
    })?;
    let before_dashes = rest.iter().take_while(|word| *word != "--");
    if before_dashes.clone().any(|word| word == "-h" || word == "--help") {
        return print(streams, command.help);
    }
    (command.run)(&Args::parse(rest, command.signature)?, streams)
}

fn print(streams: &mut Streams<'_>, text: &str) -> Result<u8, Failure> {
    streams.output.write_all(text.as_bytes())?;
    Ok(SUCCESS)
}

/// Writes a value as JSON on lines of its own.
fn print_json(output: &mut dyn Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(std::io::Error::from)?;
    writeln!(output, "{}", json::visible(&text))?;
    Ok(())
}

/// Writes a value as one line of JSON.
fn print_json_line(output: &mut dyn Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string(value).map_err(std::io::Error::from)?;
    writeln!(output, "{}", json::visible(&text))?;
    Ok(())
}
