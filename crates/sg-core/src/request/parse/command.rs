//! Parses command lines for the Alibaba Cloud CLI.

use std::collections::BTreeSet;

use super::error::{Fault, ParseError};
use super::parsed::{MAX_PARAMETERS, Parsed, Reason, SetAside, Written};
use super::query::{action, check_name};
use super::shell::{self, Word};
use super::whole::Whole;
use crate::emulator::{Call, Params};
use crate::request::VERSION;

/// Where the command begins, after an optional shell prompt; `None` if this is not a command line.
pub(super) fn begins(body: &str) -> Option<usize> {
    let line = body.lines().next()?;
    // The prompt may name a user, a host and a folder before its sign: `root@host:~# `.
    let prompts = line.match_indices(['$', '%', '#', '>']).map(|(place, _)| place + 1);
    let behind = |place: &usize| line.get(*place..).is_some_and(|rest| rest.starts_with(' '));
    std::iter::once(0).chain(prompts.filter(behind)).find_map(|place| {
        let command = body.get(place..)?.trim_start_matches(' ');
        let first = command.split(|c: char| c.is_whitespace()).next()?;
        let program = first.rsplit('/').next()?;
        matches!(program, "aliyun" | "aliyun.exe").then(|| body.len() - command.len())
    })
}

/// The arguments that an option takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// None: it is a flag.
    Nothing,
    /// One value.
    Value,
    /// All values up to the next option.
    Values,
}

/// The options of the CLI itself (`aliyun help`, version 3): name, arguments, and whether the
/// option affects signing.
const OPTIONS: &[(&str, Takes, bool)] = &[
    ("profile", Takes::Value, true),
    ("mode", Takes::Value, true),
    ("access-key-id", Takes::Value, true),
    ("access-key-secret", Takes::Value, true),
    ("sts-token", Takes::Value, true),
    ("sts-region", Takes::Value, true),
    ("ram-role-name", Takes::Value, true),
    ("ram-role-arn", Takes::Value, true),
    ("role-session-name", Takes::Value, true),
    ("source-profile", Takes::Value, true),
    ("external-id", Takes::Value, true),
    ("private-key", Takes::Value, true),
    ("key-pair-name", Takes::Value, true),
    ("process-command", Takes::Value, true),
    ("oidc-provider-arn", Takes::Value, true),
    ("oidc-token-file", Takes::Value, true),
    ("expired-seconds", Takes::Value, true),
    ("region", Takes::Value, false),
    ("language", Takes::Value, false),
    ("config-path", Takes::Value, false),
    ("read-timeout", Takes::Value, false),
    ("retry-timeout", Takes::Value, false),
    ("connect-timeout", Takes::Value, false),
    ("retry-count", Takes::Value, false),
    ("endpoint", Takes::Value, false),
    ("version", Takes::Value, false),
    ("method", Takes::Value, false),
    ("roa", Takes::Value, false),
    ("accept", Takes::Value, false),
    ("body", Takes::Value, false),
    ("body-file", Takes::Value, false),
    ("header", Takes::Values, false),
    ("output", Takes::Values, false),
    ("pager", Takes::Values, false),
    ("waiter", Takes::Values, false),
    ("cli-query", Takes::Value, false),
    ("secure", Takes::Nothing, false),
    ("insecure", Takes::Nothing, false),
    ("force", Takes::Nothing, false),
    ("vpc", Takes::Nothing, false),
    ("dryrun", Takes::Nothing, false),
    ("quiet", Takes::Nothing, false),
    ("skip-secure-verify", Takes::Nothing, false),
    ("help", Takes::Nothing, false),
];

fn option(name: &str) -> Option<(Takes, bool)> {
    let listed = OPTIONS.iter().find(|(own, ..)| *own == name);
    listed.map(|(_, takes, signs)| (*takes, *signs))
}

/// Parses a command line between two positions of the text.
pub(super) fn read(whole: Whole<'_>, start: usize, end: usize) -> Result<Parsed, ParseError> {
    let words = shell::words(whole, start, end)?;
    let mut line = Line {
        whole,
        seen: BTreeSet::new(),
        params: Params::new(),
        region: None,
        host: None,
        set_aside: Vec::new(),
    };
    let mut plain: Vec<Word> = Vec::new();
    let mut words = words.into_iter().skip(1).peekable();
    while let Some(word) = words.next() {
        if word.text.starts_with('-') {
            line.flag(&word, &mut words)?;
        } else if plain.len() == 2 {
            return Err(whole.error(Fault::StrayWord(word.text), word.at));
        } else {
            plain.push(word);
        }
    }
    let mut plain = plain.into_iter();
    let product = plain.next().ok_or_else(|| whole.error(Fault::NoAction, end))?;
    if !product.text.eq_ignore_ascii_case("ecs") {
        return Err(whole.error(Fault::Product(product.text), product.at));
    }
    let operation = plain.next().ok_or_else(|| whole.error(Fault::NoAction, end))?;
    let action = action(whole, operation.at, &operation.text)?;
    let call = Call { action, params: line.params_with_region() };
    Ok(Parsed { call, written: Written::Command, host: line.host, set_aside: line.set_aside })
}

/// The state while parsing the flags of a line.
struct Line<'a> {
    whole: Whole<'a>,
    seen: BTreeSet<String>,
    params: Params,
    region: Option<String>,
    host: Option<String>,
    set_aside: Vec<SetAside>,
}

type Words = std::iter::Peekable<std::iter::Skip<std::vec::IntoIter<Word>>>;

impl Line<'_> {
    /// Parses `--Name value`, `--Name=value` or `--Name:value`. The only short options are `-o`,
    /// `-p value` and `-q`.
    fn flag(&mut self, word: &Word, words: &mut Words) -> Result<(), ParseError> {
        let cut = word.text.find(['=', ':']);
        let (flag, tied) = match cut.and_then(|cut| word.text.split_at_checked(cut)) {
            Some((flag, value)) => (flag, value.get(1..).filter(|value| !value.is_empty())),
            None => (word.text.as_str(), None),
        };
        let name = match flag {
            "-p" => "profile",
            "-o" => "output",
            "-q" => "quiet",
            _ => flag.strip_prefix("--").unwrap_or_default(),
        };
        if name.is_empty() {
            return Err(self.whole.error(Fault::FlagForm(word.text.clone()), word.at));
        }
        let repeatable = matches!(option(name), Some((Takes::Values, _)));
        if !self.seen.insert(name.to_owned()) && !repeatable {
            return Err(self.whole.error(Fault::Repeated(flag.to_owned()), word.at));
        }
        match option(name) {
            Some((takes, signs)) => self.option(name, flag, takes, signs, (word, tied), words),
            None => self.parameter(name, word, tied, words),
        }
    }

    fn parameter(
        &mut self,
        name: &str,
        word: &Word,
        tied: Option<&str>,
        words: &mut Words,
    ) -> Result<(), ParseError> {
        check_name(self.whole, word.at + 2, name)?;
        if self.params.len() >= MAX_PARAMETERS {
            return Err(self.whole.error(Fault::TooMany, word.at));
        }
        // A parameter without a value is sent as empty.
        let value = match tied {
            Some(value) => value.to_owned(),
            None => self.value(words)?.unwrap_or_default(),
        };
        self.params.set(name, value);
        Ok(())
    }

    fn option(
        &mut self,
        name: &str,
        flag: &str,
        takes: Takes,
        signs: bool,
        (word, tied): (&Word, Option<&str>),
        words: &mut Words,
    ) -> Result<(), ParseError> {
        let missing = || self.whole.error(Fault::NoValue(flag.to_owned()), word.at);
        let value = match (takes, tied) {
            (Takes::Nothing, None) => String::new(),
            (Takes::Nothing, Some(value)) => {
                return Err(self.whole.error(Fault::StrayWord(value.to_owned()), word.at));
            }
            (_, Some(value)) => value.to_owned(),
            (Takes::Value, None) => self.value(words)?.ok_or_else(missing)?,
            (Takes::Values, None) => self.value(words)?.unwrap_or_default(),
        };
        while takes == Takes::Values && self.value(words)?.is_some() {}
        match name {
            "region" => self.region = Some(value),
            "endpoint" => self.host = Some(value),
            "version" if value != VERSION => {
                return Err(self.whole.error(Fault::Version(value), word.at));
            }
            _ => {
                let reason = if signs { Reason::Signing } else { Reason::Option };
                self.set_aside.push(SetAside { name: flag.to_owned(), reason });
            }
        }
        Ok(())
    }

    /// The next word, if it is a value. A word that begins with a dash is an option, so such a
    /// value must be attached to its name with `=`.
    fn value(&self, words: &mut Words) -> Result<Option<String>, ParseError> {
        let short = ["-p", "-o", "-q"];
        match words.peek() {
            None => Ok(None),
            Some(word) if word.text.starts_with("--") || short.contains(&word.text.as_str()) => {
                Ok(None)
            }
            Some(word) if word.text.starts_with('-') => {
                Err(self.whole.error(Fault::FlagForm(word.text.clone()), word.at))
            }
            Some(_) => Ok(words.next().map(|word| word.text)),
        }
    }

    /// The parameters. `--region` sets the region of a call that does not set it itself.
    fn params_with_region(&mut self) -> Params {
        let mut params = std::mem::take(&mut self.params);
        match self.region.take() {
            Some(region) if params.get("RegionId").is_none() => {
                let rest = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
                let first = ("RegionId".to_owned(), region);
                params = std::iter::once(first).chain(rest).collect();
            }
            Some(_) => {
                let name = "--region".to_owned();
                self.set_aside.push(SetAside { name, reason: Reason::Option });
            }
            None => {}
        }
        params
    }
}
