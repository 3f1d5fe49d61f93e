//! What the fragment of an address asks for: a document, and where in the page to look at it.
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

/// What the page is asked to show. `Display` writes the fragment with its `#`; the start has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// No wish: the first scene, or the one left last.
    Start,
    /// `#new`: an empty scene.
    New,
    /// `#ex/<id>` or `#ex/<id>/<pane>`: an example.
    Example {
        /// Its permanent id; whether it exists is for the gallery to say.
        id: String,
        /// Where to look; where the example itself looks when absent.
        pane: Option<Pane>,
    },
    /// `#lesson/<id>` or `#lesson/<id>/<step>`: a lesson.
    Lesson {
        /// Its permanent id.
        id: String,
        /// The step, from 1.
        step: Option<u16>,
    },
    /// `#quiz/<seed>`: the quiz that this number makes.
    Quiz {
        /// The number.
        seed: u64,
    },
    /// `#l/<version>/<payload>`: a whole lesson of somebody's own, for
    /// [`unpacked_lesson`](super::unpacked_lesson).
    OwnLesson {
        /// Version and payload, as they stand.
        text: String,
    },
    /// `#s/<version>/<payload>`: a whole scene, for [`Link::read`](super::Link::read).
    Scene {
        /// Version and payload, as they stand.
        text: String,
    },
}

/// Why a fragment is no route.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadRoute {
    /// More than any link of this page has.
    #[error("the link has {characters} characters, more than {MOST_CHARACTERS}")]
    TooLong {
        /// How many it has.
        characters: usize,
    },
    /// No kind of link begins like this.
    #[error("no link begins with `{0}`")]
    Kind(String),
    /// An id has another form.
    #[error("`{0}` is no id: small letters, digits and hyphens")]
    Id(String),
    /// No place of the page has this name.
    #[error("no place of the page is called `{0}`")]
    Pane(String),
    /// A number is wanted.
    #[error("`{0}` is not the number that belongs there")]
    Number(String),
    /// Something stands behind a complete link.
    #[error("`{0}` stands behind the end of the link")]
    Trailing(String),
}

/// The longest fragment that is read at all, in bytes.
pub const MOST_CHARACTERS: usize = 32 * 1024;

/// The longest id.
const MOST_ID_CHARACTERS: usize = 64;

impl Route {
    /// Reads a fragment, with or without its `#`. What mail clients and chat programs do to links
    /// is undone: percent-encoding, and punctuation of the sentence behind the link.
    ///
    /// # Errors
    /// [`BadRoute`] says which part does not fit.
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
                let text = rest.unwrap_or_default();
                let seed = number(text).ok_or_else(|| not_a_number(text))?;
                Ok(Self::Quiz { seed })
            }
            ("l", rest) => Ok(Self::OwnLesson { text: rest.unwrap_or_default().to_owned() }),
            ("s", rest) => Ok(Self::Scene { text: rest.unwrap_or_default().to_owned() }),
            (kind, _) => Err(BadRoute::Kind(quoted(kind))),
        }
    }

    /// Whether it is a scene with the steps that led to it.
    pub fn has_log(&self) -> bool {
        matches!(self, Self::Scene { text } if text.starts_with("v2/"))
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
            Self::OwnLesson { text } => write!(f, "#l/{text}"),
            Self::Scene { text } => write!(f, "#s/{text}"),
        }
    }
}

/// Whether a text has the form of an id: 1 to 64 small letters, digits and hyphens.
pub fn is_id(text: &str) -> bool {
    let sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=MOST_ID_CHARACTERS).contains(&text.len()) && text.chars().all(sign)
}

/// The fragment without its `#`, without encoding and without what a sentence put behind it.
fn tidied(fragment: &str) -> String {
    let mut text = fragment.to_owned();
    // Twice at most: a link inside a link is encoded again, and nobody goes further.
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

/// A number in digits alone; a sign or a leading zero would be a second spelling of the same link.
fn number(text: &str) -> Option<u64> {
    let plain = text == "0" || !text.starts_with('0');
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if plain && digits { text.parse().ok() } else { None }
}

fn not_a_number(text: &str) -> BadRoute {
    BadRoute::Number(quoted(text))
}

/// As much of a wrong text as a message can hold.
fn quoted(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}
