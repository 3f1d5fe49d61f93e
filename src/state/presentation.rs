//! The presentation of the page, read from the query of its address: `?embed=1&panes=matrix`.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

use crate::state::look::{DrawerTab, Theme, ViewMode};
use sg_core::language::Language;
pub use sg_core::lesson::Lock;

mod locks;
mod query;

/// How the page is presented, whatever its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presentation {
    /// Whether it is embedded in another page: then it has no header, stores nothing and asks for
    /// no secret.
    pub embed: bool,
    /// The visible parts.
    pub panes: BTreeSet<Part>,
    /// The locked kinds of edits.
    pub locks: BTreeSet<Lock>,
    /// The requested language.
    pub language: Option<Language>,
    /// The requested colour scheme.
    pub theme: Option<Theme>,
    /// Whether the page begins as it is shown to an audience.
    pub present: bool,
    /// The values of the query that this page does not support.
    pub ignored: Vec<Ignored>,
}

/// A part of the page that can be shown or hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The groups with their switches, members and rules, and the topology.
    Groups,
    /// The pairs as a matrix.
    Matrix,
    /// The pairs as a drawing.
    Drawing,
    /// The pairs as a list.
    List,
    /// The explanation for the selected pair.
    Answer,
    /// The API request and the tools below it.
    Request,
}

/// A query value that this page does not support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// The parameter, one of those this page supports.
    pub name: &'static str,
    /// The value, shortened to fit a message.
    pub value: String,
}

/// How many characters of an unsupported value are repeated.
const MOST_QUOTED: usize = 40;

/// How many unsupported values are repeated.
const MOST_IGNORED: usize = 4;

impl Default for Presentation {
    /// The presentation without a query.
    fn default() -> Self {
        Self {
            embed: false,
            panes: BTreeSet::from(Part::ALL),
            locks: BTreeSet::new(),
            language: None,
            theme: None,
            present: false,
            ignored: Vec::new(),
        }
    }
}

impl Presentation {
    /// Parses a query, with or without its `?`. Unsupported values are recorded; unknown parameters
    /// are ignored. If a parameter is repeated, the first one counts, as in `static/theme.js`.
    pub fn parse(query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        let value = |name: &str| {
            let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
            let value = pairs.into_iter().find(|(own, _)| decoded(own) == name);
            value.map(|(_, value)| decoded(value)).filter(|value| !value.is_empty())
        };
        let mut ignored = Vec::new();
        let mut note = |name: &'static str, value: &str| {
            if ignored.len() < MOST_IGNORED {
                ignored.push(Ignored { name, value: quoted(value) });
            }
        };
        let embed = match value("embed").as_deref() {
            Some("1") => true,
            Some("0") | None => false,
            Some(other) => {
                note("embed", other);
                false
            }
        };
        let mut panes = BTreeSet::new();
        for word in words(value("panes")) {
            match Part::parse(&word) {
                Some(part) => drop(panes.insert(part)),
                None => note("panes", &word),
            }
        }
        if panes.is_empty() {
            panes = if embed { Part::EMBEDDED.into() } else { Part::ALL.into() };
        }
        let mut locks = BTreeSet::new();
        for word in words(value("lock")) {
            match (word.as_str(), Lock::parse(&word)) {
                ("all", _) => locks.extend(Lock::ALL),
                (_, Some(lock)) => drop(locks.insert(lock)),
                (_, None) => note("lock", &word),
            }
        }
        let language = value("lang").and_then(|tag| {
            let language = Language::from_tag(&tag);
            if language.is_none() {
                note("lang", &tag);
            }
            language
        });
        let theme = value("theme").and_then(|word| {
            let theme = Some(Theme::from_word(&word)).filter(|theme| *theme != Theme::System);
            if theme.is_none() {
                note("theme", &word);
            }
            theme
        });
        let present = named(query, "present") && !embed;
        Self { embed, panes, locks, language, theme, present, ignored }
    }

    /// Whether a part is visible.
    pub fn shows(&self, part: Part) -> bool {
        self.panes.contains(&part)
    }

    /// The available view modes, in the order of their buttons.
    pub fn lenses(&self) -> impl Iterator<Item = ViewMode> {
        ViewMode::ALL.into_iter().filter(|view_mode| {
            self.shows(match view_mode {
                ViewMode::Matrix => Part::Matrix,
                ViewMode::Drawing => Part::Drawing,
                ViewMode::List => Part::List,
            })
        })
    }

    /// The view mode to use if this one is requested; `None` if no view of the pairs is visible.
    pub fn view_mode(&self, wished: ViewMode) -> Option<ViewMode> {
        self.lenses().find(|view_mode| *view_mode == wished).or_else(|| self.lenses().next())
    }

    /// The available tabs of the drawer. An embedded page has no field for a secret.
    pub fn tabs(&self) -> impl Iterator<Item = DrawerTab> {
        let offered = |tab: &DrawerTab| !(self.embed && *tab == DrawerTab::Signing);
        DrawerTab::ALL.into_iter().filter(|_| self.shows(Part::Request)).filter(offered)
    }

    /// Whether a kind of edit is locked.
    pub fn locked(&self, lock: Lock) -> bool {
        self.locks.contains(&lock)
    }
}

impl Part {
    /// All parts, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Groups, Self::Matrix, Self::Drawing, Self::List, Self::Answer, Self::Request];

    /// The default parts of an embedded page.
    pub const EMBEDDED: [Self; 3] = [Self::Groups, Self::Matrix, Self::Answer];

    /// The word in addresses; published, so it never changes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::Matrix => "matrix",
            Self::Drawing => "drawing",
            Self::List => "list",
            Self::Answer => "answer",
            Self::Request => "request",
        }
    }

    /// The part for a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }
}

/// Whether a query has a parameter with this name that is not switched off.
fn named(query: &str, name: &str) -> bool {
    let mut pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.any(|(own, value)| decoded(own) == name && value != "0")
}

/// Decodes a name or value of the query.
fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// The words of a comma-separated list.
fn words(value: Option<String>) -> Vec<String> {
    let value = value.unwrap_or_default();
    let words = value.split(',').map(|word| word.trim().to_ascii_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}

/// An unsupported value, shortened to fit a message.
fn quoted(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(MOST_QUOTED).collect();
    if text.chars().nth(MOST_QUOTED).is_some() {
        short.push('…');
    }
    short
}
