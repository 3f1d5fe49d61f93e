//! Display settings: view mode, colours, drawer, form of the request.

use sg_core::request::snippet::Tool;

/// How the right pane shows the pairs. All three modes show the same data and share the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewMode {
    /// Every pair as a cell.
    Matrix,
    /// Groups as areas, interfaces as nodes.
    Drawing,
    /// Pairs as a filtered list.
    List,
}

impl ViewMode {
    /// All modes, in display order.
    pub const ALL: [Self; 3] = [Self::Matrix, Self::Drawing, Self::List];

    /// The word in addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Drawing => "drawing",
            Self::List => "list",
        }
    }

    /// The view mode for a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view_mode| view_mode.word() == word)
    }
}

/// How the page is laid out; decided by its own width, so that an embedded page behaves like a
/// phone of the same width. The style sheets repeat the widths in their container queries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum PageLayout {
    /// Cards on the left, matrix and the whole answer on the right.
    #[default]
    Wide,
    /// Groups as rows on the left, matrix and the first sentence of the answer on the right.
    Columns,
    /// One column.
    Phone,
}

impl PageLayout {
    /// The least width of the wide layout, in CSS pixels.
    pub const WIDE: u32 = 960;

    /// The least width of the layout with two columns.
    pub const COLUMNS: u32 = 600;

    /// The layout of a page of this width.
    pub fn of_width(width: f64) -> Self {
        match width {
            width if width >= f64::from(Self::WIDE) => Self::Wide,
            width if width >= f64::from(Self::COLUMNS) => Self::Columns,
            _ => Self::Phone,
        }
    }

    /// Whether room is scarce, so that only the first line of everything is shown unasked.
    pub fn is_compact(self) -> bool {
        self != Self::Wide
    }
}

/// A part of the lesson builder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuilderTab {
    /// The goals.
    Goals,
    /// Title and task.
    Texts,
    /// The question before the task.
    Question,
    /// Hints, and what a learner may change.
    Hints,
    /// The explanation.
    Why,
    /// The file: saving, sending and opening it.
    File,
}

impl BuilderTab {
    /// All parts, in the order in which a lesson is made.
    pub const ALL: [Self; 6] =
        [Self::Goals, Self::Texts, Self::Question, Self::Hints, Self::Why, Self::File];
}

/// What is shown to an audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slides {
    /// What is open.
    Page,
    /// The steps of the log, one after another.
    Steps,
}

/// A colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The system's preference.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word for the `theme=` query, the storage and `data-theme`; `None` follows the system.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The scheme for a word; the system's for any other.
    pub fn from_word(word: &str) -> Self {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The scheme that the theme button switches to, given whether the system asks for dark colours:
    /// always the other colours than those shown. The system is followed again as soon as it has
    /// the wanted ones.
    pub const fn next(self, system_is_dark: bool) -> Self {
        let is_dark = match self {
            Self::System => system_is_dark,
            Self::Light => false,
            Self::Dark => true,
        };
        match (is_dark, system_is_dark) {
            (true, false) | (false, true) => Self::System,
            (true, true) => Self::Light,
            (false, false) => Self::Dark,
        }
    }
}

/// A tab of the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrawerTab {
    /// The call: raw parameters, all its forms, the reply.
    Request,
    /// The operation's documented errors.
    Errors,
    /// The timeline.
    Timeline,
    /// The signing workbench.
    Signing,
    /// The console.
    Console,
    /// The problems of the scenario.
    Problems,
    /// What the Internet can reach.
    Exposure,
}

impl DrawerTab {
    /// All tabs, in display order.
    pub const ALL: [Self; 7] = [
        Self::Request,
        Self::Errors,
        Self::Timeline,
        Self::Signing,
        Self::Console,
        Self::Problems,
        Self::Exposure,
    ];
}

/// The height of the drawer in relation to the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DrawerHeight {
    /// About a third.
    Low,
    /// Slightly less than half.
    Middle,
    /// Sixty percent.
    High,
}

impl DrawerHeight {
    /// The word for the storage and the style sheet.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
        }
    }

    /// The height for a word; the middle one for any other.
    pub fn from_word(word: &str) -> Self {
        match word {
            "low" => Self::Low,
            "high" => Self::High,
            _ => Self::Middle,
        }
    }

    /// One step taller; `None` at the maximum.
    pub const fn taller(self) -> Option<Self> {
        match self {
            Self::Low => Some(Self::Middle),
            Self::Middle => Some(Self::High),
            Self::High => None,
        }
    }

    /// One step lower; `None` at the minimum.
    pub const fn lower(self) -> Option<Self> {
        match self {
            Self::Low => None,
            Self::Middle => Some(Self::Low),
            Self::High => Some(Self::Middle),
        }
    }
}

/// A form of the call in the request pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestForm {
    /// The unsigned request URL with all common parameters.
    Url,
    /// The request URL, signed with the demo keys.
    SignedUrl,
    /// A command, a program or a configuration.
    Tool(Tool),
    /// The minimal policy that allows it.
    Ram,
}

impl RequestForm {
    /// All forms, in display order.
    pub fn all() -> impl Iterator<Item = Self> {
        let tools = Tool::ALL.into_iter().map(Self::Tool);
        [Self::Url, Self::SignedUrl].into_iter().chain(tools).chain([Self::Ram])
    }
}
