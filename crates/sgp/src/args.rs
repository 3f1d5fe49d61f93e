//! Arguments in order and options by name: `--name value` or `--name=value`, anywhere.

use std::collections::BTreeMap;
use std::ffi::OsString;

use sg_core::connectivity::DirectionView;
use sg_core::language::Language;

use super::failure::Failure;

/// The arguments of one command.
#[derive(Debug, Default)]
pub(super) struct Args {
    values: Vec<String>,
    options: BTreeMap<String, String>,
}

/// How a command is called.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signature {
    /// The command's name.
    pub(super) name: &'static str,
    /// The names of its arguments, in order.
    pub(super) values: &'static [&'static str],
    /// How many of them may be left out, from the end.
    pub(super) optional: usize,
    /// The options it takes, each with a value, without the dashes.
    pub(super) options: &'static [&'static str],
}

/// The form of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Json,
    Csv,
    Markdown,
}

/// The arguments as texts.
pub(super) fn texts(arguments: &[OsString]) -> Result<Vec<String>, Failure> {
    let text = |argument: &OsString| {
        let lossy = || format!("the argument `{}` is not UTF-8", argument.to_string_lossy());
        argument.to_str().map(str::to_owned).ok_or_else(|| Failure::Usage(lossy()))
    };
    arguments.iter().map(text).collect()
}

impl Args {
    /// Sorts what stands behind the command's name.
    pub(super) fn parse(words: &[String], signature: Signature) -> Result<Self, Failure> {
        let mut args = Self::default();
        let mut words = words.iter();
        let name = signature.name;
        while let Some(word) = words.next() {
            if word == "--" {
                args.values.extend(words.by_ref().cloned());
                break;
            }
            let Some(option) = word.strip_prefix("--") else {
                args.values.push(word.clone());
                continue;
            };
            let (key, value) = match option.split_once('=') {
                Some((key, value)) => (key, Some(value.to_owned())),
                None => (option, None),
            };
            if !signature.options.contains(&key) {
                return Err(Failure::Usage(format!(
                    "`sgp {name}` has no option `--{key}`; `sgp {name} --help` lists them"
                )));
            }
            let value = value.or_else(|| words.next().cloned()).ok_or_else(|| {
                Failure::Usage(format!("the option `--{key}` needs a value behind it"))
            })?;
            if args.options.insert(key.to_owned(), value).is_some() {
                return Err(Failure::Usage(format!("the option `--{key}` stands here twice")));
            }
        }
        args.counted(signature)
    }

    fn counted(self, signature: Signature) -> Result<Self, Failure> {
        let Signature { name, values, optional, .. } = signature;
        if let Some(missing) = values.get(self.values.len())
            && self.values.len() + optional < values.len()
        {
            return Err(Failure::Usage(format!(
                "`sgp {name}` needs {missing}; `sgp {name} --help` shows an example"
            )));
        }
        match self.values.get(values.len()) {
            Some(extra) => Err(Failure::Usage(format!(
                "`{extra}` is one argument too many; `sgp {name} --help` shows an example"
            ))),
            None => Ok(self),
        }
    }

    /// An argument by its place; empty when it was left out.
    pub(super) fn value(&self, place: usize) -> &str {
        self.values.get(place).map_or("", String::as_str)
    }

    /// An argument that may have been left out.
    pub(super) fn optional(&self, place: usize) -> Option<&str> {
        self.values.get(place).map(String::as_str)
    }

    /// An option's value.
    pub(super) fn option(&self, name: &str) -> Option<&str> {
        self.options.get(name).map(String::as_str)
    }

    /// `--language`, English when nobody says.
    pub(super) fn language(&self) -> Result<Language, Failure> {
        let Some(tag) = self.option("language") else { return Ok(Language::En) };
        Language::from_tag(tag).ok_or_else(|| {
            Failure::Usage(format!("`{tag}` is not a language known here: en or zh"))
        })
    }

    /// `--format` among those the command writes; the first of them when nobody says.
    pub(super) fn format(&self, known: &[(&str, Format)]) -> Result<Format, Failure> {
        let wanted = self.option("format");
        let found = match wanted {
            Some(wanted) => known.iter().find(|(name, _)| *name == wanted),
            None => known.first(),
        };
        found.map(|(_, format)| *format).ok_or_else(|| {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            let wanted = wanted.unwrap_or_default();
            Failure::Usage(format!("`{wanted}` is not a format here: {}", names.join(", ")))
        })
    }

    /// `--view`, both checks when nobody says.
    pub(super) fn view(&self) -> Result<DirectionView, Failure> {
        match self.option("view") {
            None | Some("both") => Ok(DirectionView::Both),
            Some("egress") => Ok(DirectionView::Egress),
            Some("ingress") => Ok(DirectionView::Ingress),
            Some(other) => Err(Failure::Usage(format!(
                "`{other}` is not a view known here: egress, ingress or both"
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: Signature =
        Signature { name: "two", values: &["A", "B"], optional: 1, options: &["format"] };

    fn parse(line: &str) -> Result<Args, String> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Args::parse(&words, TWO).map_err(|failure| failure.to_string())
    }

    #[test]
    fn options_stand_anywhere_and_in_two_forms() {
        for line in ["a --format json b", "--format=json a b", "a b --format json"] {
            let args = parse(line).unwrap();
            assert_eq!((args.value(0), args.value(1)), ("a", "b"), "{line}");
            assert_eq!(args.option("format"), Some("json"), "{line}");
        }
        assert_eq!(parse("-- --format b").unwrap().value(0), "--format");
        assert_eq!(parse("a").unwrap().optional(1), None);
    }

    #[test]
    fn each_mistake_has_its_sentence() {
        for (line, part) in [
            ("", "needs A"),
            ("a b c", "`c` is one argument too many"),
            ("a --colour red", "no option `--colour`"),
            ("a --format", "needs a value"),
            ("a --format x --format=y", "twice"),
        ] {
            let sentence = parse(line).unwrap_err();
            assert!(sentence.contains(part), "{line}: {sentence}");
        }
    }
}
