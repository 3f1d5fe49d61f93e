//! How the page presents itself, which the query of its address says: `?embed=1&panes=matrix`.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

use crate::state::look::{DrawerTab, Theme, ViewMode};
use sg_core::language::Language;

mod locks;
mod query;

/// How the page presents itself, whatever it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presentation {
    /// Whether it is a part of another page: then it has no header, keeps nothing and asks for no
    /// secret.
    pub embed: bool,
    /// The parts that are shown.
    pub panes: BTreeSet<Part>,
    /// The parts that are shown and cannot be edited.
    pub locks: BTreeSet<Lock>,
    /// The language asked for.
    pub language: Option<Language>,
    /// The colours asked for.
    pub theme: Option<Theme>,
    /// What the query asks for and this page does not know.
    pub ignored: Vec<Ignored>,
}

/// A part of the page that can be shown or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The groups with their switches, members and rules, and what lies around them.
    Groups,
    /// Who reaches whom, as a matrix.
    Matrix,
    /// The same as a drawing.
    Drawing,
    /// The same as a list.
    List,
    /// Why the chosen pair's answer is as it is.
    Answer,
    /// The API request and the tools below it.
    Request,
}

/// A kind of edit that can be locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lock {
    /// The intra-group policy.
    Policy,
    /// Rules of groups.
    Rules,
    /// Which interfaces belong to a group.
    Members,
    /// Which groups there are, and what they are called.
    Groups,
    /// Everything around the groups: instances, addresses, VPCs, prefix lists, readings.
    Topology,
}

/// A value of the query that says nothing to this page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// The parameter, one of those this page knows.
    pub name: &'static str,
    /// The value, as much of it as a message holds.
    pub value: String,
}

/// The longest stretch of a wrong value that is repeated, in characters.
const MOST_QUOTED: usize = 40;

/// The most wrong values that are repeated.
const MOST_IGNORED: usize = 4;

impl Default for Presentation {
    /// The page as it is without a query.
    fn default() -> Self {
        Self {
            embed: false,
            panes: BTreeSet::from(Part::ALL),
            locks: BTreeSet::new(),
            language: None,
            theme: None,
            ignored: Vec::new(),
        }
    }
}

impl Presentation {
    /// Reads a query, with or without its `?`. What is not known is left out and noted; names of
    /// parameters that are none of this page's say nothing about it. Of a name that stands there
    /// twice the first counts, as in `static/theme.js`.
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
        Self { embed, panes, locks, language, theme, ignored }
    }

    /// Whether a part is shown.
    pub fn shows(&self, part: Part) -> bool {
        self.panes.contains(&part)
    }

    /// The ways to show the pairs that are offered, in the order of their buttons.
    pub fn lenses(&self) -> impl Iterator<Item = ViewMode> {
        ViewMode::ALL.into_iter().filter(|view_mode| {
            self.shows(match view_mode {
                ViewMode::Matrix => Part::Matrix,
                ViewMode::Drawing => Part::Drawing,
                ViewMode::List => Part::List,
            })
        })
    }

    /// The way the pairs are shown when this one is wished for; none where no pairs are shown.
    pub fn view_mode(&self, wished: ViewMode) -> Option<ViewMode> {
        self.lenses().find(|view_mode| *view_mode == wished).or_else(|| self.lenses().next())
    }

    /// The tabs of the drawer that are offered. An embedded page has no field for a secret.
    pub fn tabs(&self) -> impl Iterator<Item = DrawerTab> {
        let offered = |tab: &DrawerTab| !(self.embed && *tab == DrawerTab::Signing);
        DrawerTab::ALL.into_iter().filter(|_| self.shows(Part::Request)).filter(offered)
    }

    /// Whether the edits of a kind are locked.
    pub fn locked(&self, lock: Lock) -> bool {
        self.locks.contains(&lock)
    }
}

impl Part {
    /// All, in the order in which they stand on the page.
    pub const ALL: [Self; 6] =
        [Self::Groups, Self::Matrix, Self::Drawing, Self::List, Self::Answer, Self::Request];

    /// What an embedded page shows that does not say.
    pub const EMBEDDED: [Self; 3] = [Self::Groups, Self::Matrix, Self::Answer];

    /// The word for an address; published, so it never changes.
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

    /// The part of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }
}

impl Lock {
    /// All, in the order in which they stand on the page.
    pub const ALL: [Self; 5] =
        [Self::Policy, Self::Rules, Self::Members, Self::Groups, Self::Topology];

    /// The word for an address; published, so it never changes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Rules => "rules",
            Self::Members => "members",
            Self::Groups => "groups",
            Self::Topology => "world",
        }
    }

    /// The lock of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lock| lock.word() == word)
    }
}

/// A name or a value of the query as text.
fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// The words of a list, which commas part.
fn words(value: Option<String>) -> Vec<String> {
    let value = value.unwrap_or_default();
    let words = value.split(',').map(|word| word.trim().to_ascii_lowercase());
    words.filter(|word| !word.is_empty()).collect()
}

/// As much of a wrong value as a message can hold.
fn quoted(text: &str) -> String {
    let mut short: String = text.chars().filter(|c| !c.is_control()).take(MOST_QUOTED).collect();
    if text.chars().nth(MOST_QUOTED).is_some() {
        short.push('…');
    }
    short
}
