//! Routes in the URL fragment: what to open and which view of it to show.
//!
//! ```
//! use sg_core::share::{Pane, Route};
//!
//! let route = Route::parse("#ex/three-groups/errors")?;
//! let id = "three-groups".to_owned();
//! assert_eq!(route, Route::Example { id, pane: Some(Pane::Errors) });
//! assert_eq!(route.to_string(), "#ex/three-groups/errors");
//! # Ok::<(), sg_core::share::BadRoute>(())
//! ```

use std::fmt;

use percent_encoding::percent_decode_str;
use thiserror::Error;

use super::pane::Pane;

/// What the page should show. `Display` writes the fragment with its `#`; `Start` is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// No fragment: the first example, or the scenario of the last visit.
    Start,
    /// `#new`: an empty scenario.
    New,
    /// `#ex/<id>` or `#ex/<id>/<pane>`: an example.
    Example {
        /// Its permanent id; the gallery decides whether it exists.
        id: String,
        /// The view to show; defaults to the example's own.
        pane: Option<Pane>,
    },
    /// `#lesson/<id>` or `#lesson/<id>/<step>`: a lesson.
    Lesson {
        /// Its permanent id.
        id: String,
        /// The step, from 1.
        step: Option<u16>,
    },
    /// `#quiz/<seed>`: the quiz generated from a seed.
    Quiz {
        /// The seed.
        seed: u64,
    },
    /// `#quiz/<seed>,<seed>,…`: a series of quizzes in this order, each only once.
    Series {
        /// The seeds: 2 to [`MOST_QUESTIONS`].
        seeds: Vec<u64>,
    },
    /// `#exercise/<seed>`: the exercise generated from a seed.
    Exercise {
        /// The seed.
        seed: u64,
    },
    /// `#course/<version>/<payload>` or `#course/<version>/<payload>/<part>`: a course, for
    /// [`unpacked_course`](super::unpacked_course).
    Course {
        /// Version and payload, unparsed.
        text: String,
        /// The part, from 1; the number after the last part is the end page.
        part: Option<u16>,
    },
    /// `#result` or `#result/<version>/<payload>`: the results of a class, to begin with this one.
    Result {
        /// The result code, unparsed; empty if there is none.
        text: String,
    },
    /// `#l/<version>/<payload>`: a whole custom lesson, for
    /// [`unpacked_lesson`](super::unpacked_lesson).
    OwnLesson {
        /// Version and payload, unparsed.
        text: String,
    },
    /// `#s/<version>/<payload>`: a whole scenario, for [`Link::read`](super::Link::read).
    Scenario {
        /// Version and payload, unparsed.
        text: String,
    },
}

/// Why a fragment is not a valid route.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadRoute {
    /// It is longer than any link of this page.
    #[error("the link has {characters} characters, more than {MOST_CHARACTERS}")]
    TooLong {
        /// The actual length.
        characters: usize,
    },
    /// Unknown kind of link.
    #[error("no link begins with `{0}`")]
    Kind(String),
    /// Malformed id.
    #[error("`{0}` is no id: small letters, digits and hyphens")]
    Id(String),
    /// Unknown view.
    #[error("no place of the page is called `{0}`")]
    Pane(String),
    /// Not a valid number.
    #[error("`{0}` is not the number that belongs there")]
    Number(String),
    /// The same quiz twice in a series.
    #[error("the quiz {0} stands twice in the series")]
    Repeated(u64),
    /// A series that is too long.
    #[error("the series has {questions} quizzes, more than {MOST_QUESTIONS}")]
    TooMany {
        /// The actual number.
        questions: usize,
    },
    /// Extra text after a complete link.
    #[error("`{0}` stands behind the end of the link")]
    Trailing(String),
}

/// The maximum length of a fragment, in bytes.
pub const MOST_CHARACTERS: usize = 32 * 1024;

/// The maximum number of quizzes in a series.
pub const MOST_QUESTIONS: usize = 30;

/// The maximum length of an id.
const MOST_ID_CHARACTERS: usize = 64;

impl Route {
    /// Parses a fragment, with or without its `#`. Undoes what mail and chat programs do to links:
    /// percent-encoding, and trailing punctuation.
    ///
    /// # Errors
    /// [`BadRoute`] says which part is invalid.
    pub fn parse(fragment: &str) -> Result<Self, BadRoute> {
        if fragment.len() > MOST_CHARACTERS {
            return Err(BadRoute::TooLong { characters: fragment.len() });
        }
        let tidy = tidied(fragment);
        let (kind, rest) = match tidy.split_once('/') {
            Some((kind, rest)) => (kind, Some(rest)),
            None => (tidy.as_str(), None),
        };
        match (kind, rest) {
            ("", None) => Ok(Self::Start),
            ("new", None) => Ok(Self::New),
            ("new", Some(rest)) => Err(BadRoute::Trailing(quoted(rest))),
            ("ex", rest) => {
                let (id, pane) = id_and_rest(rest.unwrap_or_default())?;
                let pane = pane.map(|word| Pane::parse(word).ok_or_else(|| behind(word)));
                Ok(Self::Example { id, pane: pane.transpose()? })
            }
            ("lesson", rest) => {
                let (id, step) = id_and_rest(rest.unwrap_or_default())?;
                let step = step.map(|text| match number(text) {
                    Some(step @ 1..=999) => u16::try_from(step).map_err(|_| not_a_number(text)),
                    Some(_) | None => Err(not_a_number(text)),
                });
                Ok(Self::Lesson { id, step: step.transpose()? })
            }
            ("quiz", rest) => {
                let seeds = series(rest.unwrap_or_default())?;
                match seeds.as_slice() {
                    [seed] => Ok(Self::Quiz { seed: *seed }),
                    _ => Ok(Self::Series { seeds }),
                }
            }
            ("exercise", rest) => {
                let rest = rest.unwrap_or_default();
                Ok(Self::Exercise { seed: number(rest).ok_or_else(|| not_a_number(rest))? })
            }
            ("course", rest) => course(rest.unwrap_or_default()),
            ("result", rest) => Ok(Self::Result { text: rest.unwrap_or_default().to_owned() }),
            ("l", rest) => Ok(Self::OwnLesson { text: rest.unwrap_or_default().to_owned() }),
            ("s", rest) => Ok(Self::Scenario { text: rest.unwrap_or_default().to_owned() }),
            (kind, _) => Err(BadRoute::Kind(quoted(kind))),
        }
    }

    /// Whether it is a scenario with a log.
    pub fn has_log(&self) -> bool {
        matches!(self, Self::Scenario { text } if text.starts_with("v2/"))
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start => Ok(()),
            Self::New => f.write_str("#new"),
            Self::Example { id, pane: None } => write!(f, "#ex/{id}"),
            Self::Example { id, pane: Some(pane) } => write!(f, "#ex/{id}/{}", pane.word()),
            Self::Lesson { id, step: None } => write!(f, "#lesson/{id}"),
            Self::Lesson { id, step: Some(step) } => write!(f, "#lesson/{id}/{step}"),
            Self::Quiz { seed } => write!(f, "#quiz/{seed}"),
            Self::Series { seeds } => {
                let seeds: Vec<String> = seeds.iter().map(u64::to_string).collect();
                write!(f, "#quiz/{}", seeds.join(","))
            }
            Self::Exercise { seed } => write!(f, "#exercise/{seed}"),
            Self::Course { text, part: None } => write!(f, "#course/{text}"),
            Self::Course { text, part: Some(part) } => write!(f, "#course/{text}/{part}"),
            Self::Result { text } if text.is_empty() => f.write_str("#result"),
            Self::Result { text } => write!(f, "#result/{text}"),
            Self::OwnLesson { text } => write!(f, "#l/{text}"),
            Self::Scenario { text } => write!(f, "#s/{text}"),
        }
    }
}

/// Whether a text is a valid id: 1 to 64 lower-case letters, digits and hyphens.
pub fn is_id(text: &str) -> bool {
    let sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=MOST_ID_CHARACTERS).contains(&text.len()) && text.chars().all(sign)
}

/// Removes the `#`, percent-encoding and trailing punctuation.
fn tidied(fragment: &str) -> String {
    let mut text = fragment.to_owned();
    // At most twice: a link inside another link is encoded again; deeper nesting does not occur.
    for _ in 0..2 {
        if text.contains('%') {
            text = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        }
    }
    let text = text.trim();
    let text = text.strip_prefix('#').unwrap_or(text);
    text.trim_end_matches(|c: char| {
        c.is_whitespace() || ".,;:!?)>]}'\"/，。；：！？）》」”’".contains(c)
    })
    .to_owned()
}

fn id_and_rest(rest: &str) -> Result<(String, Option<&str>), BadRoute> {
    let (id, rest) = match rest.split_once('/') {
        Some((id, rest)) => (id, Some(rest)),
        None => (rest, None),
    };
    if is_id(id) { Ok((id.to_owned(), rest)) } else { Err(BadRoute::Id(quoted(id))) }
}

fn behind(word: &str) -> BadRoute {
    match word.split_once('/') {
        Some((pane, rest)) if Pane::parse(pane).is_some() => BadRoute::Trailing(quoted(rest)),
        _ => BadRoute::Pane(quoted(word)),
    }
}

/// Parses the numbers of a series, which are separated by commas.
///
/// # Errors
/// [`BadRoute`] for what is no number, a number that stands twice, and more than [`MOST_QUESTIONS`].
pub fn series(text: &str) -> Result<Vec<u64>, BadRoute> {
    let questions = text.split(',').count();
    if questions > MOST_QUESTIONS {
        return Err(BadRoute::TooMany { questions });
    }
    let mut seeds = Vec::new();
    for part in text.split(',') {
        let seed = number(part.trim()).ok_or_else(|| not_a_number(part))?;
        if seeds.contains(&seed) {
            return Err(BadRoute::Repeated(seed));
        }
        seeds.push(seed);
    }
    Ok(seeds)
}

/// Splits the link to a course from the number of its part.
fn course(rest: &str) -> Result<Route, BadRoute> {
    let mut pieces = rest.splitn(3, '/');
    let text: Vec<&str> = pieces.by_ref().take(2).collect();
    let part = pieces.next().map(|text| match number(text) {
        Some(part @ 1..=999) => u16::try_from(part).map_err(|_| not_a_number(text)),
        Some(_) | None => Err(not_a_number(text)),
    });
    Ok(Route::Course { text: text.join("/"), part: part.transpose()? })
}

/// Parses a number of digits only; a sign or a leading zero would give a link a second spelling.
fn number(text: &str) -> Option<u64> {
    let plain = text == "0" || !text.starts_with('0');
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if plain && digits { text.parse().ok() } else { None }
}

fn not_a_number(text: &str) -> BadRoute {
    BadRoute::Number(quoted(text))
}

/// Shortens an invalid text for an error message.
fn quoted(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}
