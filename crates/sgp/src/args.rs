//! What the arguments of all commands share: values from a fixed set of words, and errors in one
//! sentence.
//!
//! clap parses the arguments and writes help and completions. Its errors span several lines; here,
//! an error is one line of our own, like every other failure of `sgp`.

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Args, Command};

use sg_core::connectivity::CheckedDirections;
use sg_core::language::Language;

/// The output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Json,
    Csv,
    Markdown,
}

impl Format {
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text {
            "text" => Some(Self::Text),
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// A value from a fixed set of words, which help and completions list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice<T> {
    /// The words.
    pub(super) words: &'static [&'static str],
    /// What any other word is not: the end of the error message.
    pub(super) refusal: &'static str,
    /// The value of a word. It may accept more words than are listed.
    pub(super) parse: fn(&str) -> Option<T>,
}

pub(super) const TEXT_OR_JSON: Choice<Format> = Choice {
    words: &["text", "json"],
    refusal: "is not a format here: text, json",
    parse: |text| Format::parse(text).filter(|it| matches!(it, Format::Text | Format::Json)),
};

pub(super) const TEXT_JSON_OR_MARKDOWN: Choice<Format> = Choice {
    words: &["text", "json", "markdown"],
    refusal: "is not a format here: text, json, markdown",
    parse: |text| Format::parse(text).filter(|it| *it != Format::Csv),
};

pub(super) const ANY_FORMAT: Choice<Format> = Choice {
    words: &["text", "json", "csv", "markdown"],
    refusal: "is not a format here: text, json, csv, markdown",
    parse: Format::parse,
};

const LANGUAGE: Choice<Language> = Choice {
    words: &["en", "zh"],
    refusal: "is not a language known here: en or zh",
    // A tag with a region, such as zh-CN, is accepted too.
    parse: Language::from_tag,
};

const VIEW: Choice<CheckedDirections> = Choice {
    words: &["egress", "ingress", "both"],
    refusal: "is not a view known here: egress, ingress or both",
    parse: |text| match text {
        "egress" => Some(CheckedDirections::Egress),
        "ingress" => Some(CheckedDirections::Ingress),
        "both" => Some(CheckedDirections::Both),
        _ => None,
    },
};

/// The number of `--anonymise`.
pub(super) fn seed(text: &str) -> Result<u64, String> {
    let sentence = "--anonymise takes a whole number, from which other names are made";
    text.parse().map_err(|_| sentence.to_owned())
}

// The types below have no doc comments because clap would use them as the help of a command.

// The output language.
#[derive(Debug, Args)]
pub(super) struct InLanguage {
    /// The language of the answer
    #[arg(long, value_name = "TAG", value_parser = LANGUAGE, default_value = "en")]
    pub(super) language: Language,
}

// The output options of most commands.
#[derive(Debug, Args)]
pub(super) struct Shown {
    /// The form of the answer
    #[arg(long, value_parser = TEXT_OR_JSON, default_value = "text")]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) language: InLanguage,
}

// The output options of a command whose answer people pass on.
#[derive(Debug, Args)]
pub(super) struct PassedOn {
    /// The form of the answer
    #[arg(long, value_parser = TEXT_JSON_OR_MARKDOWN, default_value = "text")]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) language: InLanguage,
}

// What a matrix covers.
#[derive(Debug, Args)]
pub(super) struct Asked {
    /// What senders let out, what receivers let in, or what passes both
    #[arg(long, value_parser = VIEW, default_value = "both")]
    pub(super) view: CheckedDirections,
    /// Only these packets: one protocol and port, such as tcp/443
    #[arg(long)]
    pub(super) packet: Option<String>,
}

impl<T: Copy + Send + Sync + 'static> TypedValueParser for Choice<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<T, clap::Error> {
        let Self { refusal, parse, .. } = *self;
        let parse = move |text: &str| parse(text).ok_or_else(|| format!("`{text}` {refusal}"));
        parse.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.words.iter().map(PossibleValue::new)))
    }
}

/// Lets an option value start with a dash, as a secret or an invalid number may. A value that can be
/// left out may not: it would take the next option for it.
pub(super) fn with_any_values(argument: Arg) -> Arg {
    let is_option = !argument.is_positional() && argument.get_action().takes_values();
    let needs_value = argument.get_num_args().is_none_or(|count| count.min_values() > 0);
    argument.allow_hyphen_values(is_option && needs_value)
}

/// The error in the arguments, in one sentence. `name` is the command.
pub(super) fn sentence(error: &clap::Error, name: &str) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    // An option as shown in its usage: `--format <FORMAT>`.
    let option = argument.split([' ', '=']).next().unwrap_or_default();
    // A hint: the word that was probably meant, or else where to look.
    let help = |kind, otherwise: &str| match context(error, kind) {
        "" => otherwise.to_owned(),
        word => format!("did you mean `{word}`?"),
    };
    match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "say what to do; `sgp --help` lists the commands".to_owned()
        }
        ErrorKind::InvalidSubcommand => {
            let word = context(error, ContextKind::InvalidSubcommand);
            let help = help(ContextKind::SuggestedSubcommand, "`sgp --help` lists them");
            format!("there is no command `{word}`; {help}")
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            let lists = format!("`sgp {name} --help` lists them");
            let help = help(ContextKind::SuggestedArg, &lists);
            format!("`sgp {name}` has no option `{option}`; {help}")
        }
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => {
            let extra = context(error, ContextKind::InvalidValue);
            let extra = if extra.is_empty() { argument } else { extra };
            format!("`{extra}` is one argument too many; `sgp {name} --help` shows an example")
        }
        ErrorKind::MissingRequiredArgument => {
            let value = argument.trim_matches(['<', '>', '.', '[', ']']);
            format!("`sgp {name}` needs {value}; `sgp {name} --help` shows an example")
        }
        ErrorKind::ArgumentConflict => format!("the option `{option}` stands here twice"),
        // The message comes from the value parser.
        ErrorKind::ValueValidation => {
            std::error::Error::source(error).map_or_else(String::new, ToString::to_string)
        }
        ErrorKind::InvalidValue => match context(error, ContextKind::InvalidValue) {
            "" => format!("the option `{option}` needs a value behind it"),
            value => format!("`{value}` is not a value here: {}", valid(error)),
        },
        ErrorKind::NoEquals
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::InvalidUtf8
        | ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::Io
        | ErrorKind::Format
        | _ => {
            let text = error.to_string();
            let first = text.lines().next().unwrap_or_default();
            first.strip_prefix("error: ").unwrap_or(first).to_owned()
        }
    }
}

/// The valid values of an argument.
fn valid(error: &clap::Error) -> String {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(words)) => words.join(", "),
        _ => String::new(),
    }
}

/// A text from the context of an error, the first of several; empty if there is none.
fn context(error: &clap::Error, kind: ContextKind) -> &str {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text,
        Some(ContextValue::Strings(texts)) => texts.first().map_or("", String::as_str),
        _ => "",
    }
}
