//! The views of the page that a link can open, and their names in links.

/// A view of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pane {
    /// Reachability as a matrix.
    Matrix,
    /// Reachability as a diagram.
    Drawing,
    /// Reachability as a list.
    List,
    /// The API request.
    Request,
    /// The documented errors.
    Errors,
    /// The call log.
    Timeline,
    /// The request signing workbench.
    Signing,
    /// The command console.
    Console,
    /// Likely mistakes in the scenario.
    Problems,
    /// What the Internet can reach.
    Exposure,
}

impl Pane {
    /// All views.
    pub const ALL: [Self; 10] = [
        Self::Matrix,
        Self::Drawing,
        Self::List,
        Self::Request,
        Self::Errors,
        Self::Timeline,
        Self::Signing,
        Self::Console,
        Self::Problems,
        Self::Exposure,
    ];

    /// The name in a link; published, so it must not change.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Drawing => "drawing",
            Self::List => "list",
            Self::Request => "request",
            Self::Errors => "errors",
            Self::Timeline => "timeline",
            Self::Signing => "signing",
            Self::Console => "console",
            Self::Problems => "problems",
            Self::Exposure => "exposure",
        }
    }

    /// Parses the name of a view.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pane| pane.word() == word)
    }
}
