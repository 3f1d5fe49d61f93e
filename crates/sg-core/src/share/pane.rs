//! The places of the page that a link can lead to, by the words it uses for them.

/// A place of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pane {
    /// Who reaches whom, as a matrix.
    Matrix,
    /// The same as a drawing.
    Drawing,
    /// The same as a list.
    List,
    /// The API request.
    Request,
    /// The documented errors.
    Errors,
    /// The log of calls.
    Timeline,
    /// The signing workbench.
    Signing,
    /// The command console.
    Console,
    /// What is odd in the scene.
    Problems,
}

impl Pane {
    /// Every place.
    pub const ALL: [Self; 9] = [
        Self::Matrix,
        Self::Drawing,
        Self::List,
        Self::Request,
        Self::Errors,
        Self::Timeline,
        Self::Signing,
        Self::Console,
        Self::Problems,
    ];

    /// The word for it in a link; published, so it never changes.
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
        }
    }

    /// The place of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pane| pane.word() == word)
    }
}
