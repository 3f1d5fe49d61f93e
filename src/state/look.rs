//! How the page shows what it shows: view, colours, drawer, form of the request.

use sg_core::request::snippet::Tool;

/// How the right pane shows the pairs. All three say the same and share the choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewMode {
    /// Every pair as a cell.
    Matrix,
    /// Groups as areas, interfaces as nodes.
    Drawing,
    /// Pairs below each other, filtered.
    List,
}

impl ViewMode {
    /// All, in the order the page shows them.
    pub const ALL: [Self; 3] = [Self::Matrix, Self::Drawing, Self::List];

    /// The word for an address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Drawing => "drawing",
            Self::List => "list",
        }
    }

    /// The view mode of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view_mode| view_mode.word() == word)
    }
}

/// A colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// What the system asks for.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word for the `theme=` query, the storage and `data-theme`; none follows the system.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The scheme of a word; the system's for any other.
    pub fn from_word(word: &str) -> Self {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The scheme the theme button leads to.
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// A tab of the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrawerTab {
    /// The call: raw parameters, every form it can be written in, the reply.
    Request,
    /// The operation's documented errors.
    Errors,
    /// Everything done so far.
    Timeline,
    /// How a request is signed.
    Signing,
    /// Calls typed as command lines.
    Console,
    /// What is odd about the scenario.
    Problems,
}

impl DrawerTab {
    /// All tabs, in the order the page shows them.
    pub const ALL: [Self; 6] =
        [Self::Request, Self::Errors, Self::Timeline, Self::Signing, Self::Console, Self::Problems];
}

/// How much of the window the drawer takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DrawerHeight {
    /// About a third.
    Low,
    /// Not quite half.
    Middle,
    /// Sixty hundredths.
    High,
}

impl DrawerHeight {
    /// The word for the storage and for the style sheet.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
        }
    }

    /// The height of a word; the middle one for any other.
    pub fn from_word(word: &str) -> Self {
        match word {
            "low" => Self::Low,
            "high" => Self::High,
            _ => Self::Middle,
        }
    }

    /// One step taller; none at the top.
    pub const fn taller(self) -> Option<Self> {
        match self {
            Self::Low => Some(Self::Middle),
            Self::Middle => Some(Self::High),
            Self::High => None,
        }
    }

    /// One step lower; none at the bottom.
    pub const fn lower(self) -> Option<Self> {
        match self {
            Self::Low => None,
            Self::Middle => Some(Self::Low),
            Self::High => Some(Self::Middle),
        }
    }
}

/// A way to write the call in the request pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestForm {
    /// The request URL with all common parameters, not signed.
    Url,
    /// The request URL signed with the demo keys.
    SignedUrl,
    /// A command, a program or a configuration.
    Tool(Tool),
    /// The smallest policy that allows it.
    Ram,
}

impl RequestForm {
    /// All, in the order the page shows them.
    pub fn all() -> impl Iterator<Item = Self> {
        let tools = Tool::ALL.into_iter().map(Self::Tool);
        [Self::Url, Self::SignedUrl].into_iter().chain(tools).chain([Self::Ram])
    }
}
