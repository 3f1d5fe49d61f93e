//! The forms of the lines that embed a scenario.

/// What is pasted into the host page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameForm {
    /// A frame that works on any host. Its page keeps its own origin, which holds nothing but the
    /// playground's files: an embedded page stores nothing and reads no storage. The sandbox keeps
    /// it from navigating the host page, opening dialogs and sending forms. It does not protect a
    /// host page of the same origin, whose author should choose [`NoOrigin`](Self::NoOrigin).
    Frame,
    /// A frame without an origin. To it the playground's own files are those of a stranger, so
    /// their server must allow every origin.
    NoOrigin,
    /// A link that `static/embed.js` makes a frame.
    Link,
}

impl FrameForm {
    /// All forms, the usual one first.
    pub const ALL: [Self; 3] = [Self::Frame, Self::Link, Self::NoOrigin];

    /// The word in the list of forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::NoOrigin => "no-origin",
            Self::Link => "link",
        }
    }
}
