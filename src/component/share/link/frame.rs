//! The lines that embed a scenario in another page, and what their author may choose.

use std::ops::RangeInclusive;

use crate::state::{Lock, Part, Presentation, Theme};
use sg_core::language::Language;
use sg_core::quote::html::escaped;

/// How a frame shows its scenario. It is no part of the scenario, and is forgotten with the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameWish {
    /// What the query of its address says.
    pub presentation: Presentation,
    /// How high it is in CSS pixels, where the page around does not listen for another height.
    pub height: u32,
}

impl FrameWish {
    /// The heights that are written: from what holds one line to what fills several screens.
    pub const HEIGHTS: RangeInclusive<u32> = 120..=4_000;

    /// What a frame shows unless somebody chooses otherwise: the usual parts of an embedded page,
    /// nothing locked, in this language, in the reader's colours.
    pub fn new(language: Language) -> Self {
        let embedded = Presentation::parse("embed=1");
        let presentation = Presentation { language: Some(language), ..embedded };
        Self { presentation, height: 640 }
    }

    /// With a part that was left out, or without one that was shown. The last one stays: a frame
    /// that shows nothing is none.
    #[must_use]
    pub fn toggled(&self, part: Part) -> Self {
        let mut next = self.clone();
        let panes = &mut next.presentation.panes;
        if !panes.insert(part) && panes.len() > 1 {
            panes.remove(&part);
        }
        next
    }

    /// Whether a part is the only one that is shown.
    pub fn shows_only(&self, part: Part) -> bool {
        self.presentation.panes.iter().eq([&part])
    }

    /// With a lock, or without one that was there.
    #[must_use]
    pub fn locking(&self, lock: Lock) -> Self {
        let mut next = self.clone();
        let locks = &mut next.presentation.locks;
        if !locks.insert(lock) {
            locks.remove(&lock);
        }
        next
    }

    /// In a language; none leaves it to the reader's browser.
    #[must_use]
    pub fn speaking(&self, language: Option<Language>) -> Self {
        let presentation = Presentation { language, ..self.presentation.clone() };
        Self { presentation, ..*self }
    }

    /// In these colours; none leaves them to the reader's system.
    #[must_use]
    pub fn painted(&self, theme: Option<Theme>) -> Self {
        let presentation = Presentation { theme, ..self.presentation.clone() };
        Self { presentation, ..*self }
    }

    /// A height as somebody types it; none where it is no whole number of [`HEIGHTS`](Self::HEIGHTS).
    pub fn read_height(text: &str) -> Option<u32> {
        text.trim().parse().ok().filter(|height| Self::HEIGHTS.contains(height))
    }
}

/// A frame with the scenario of a fragment, and behind it a link for whoever sees no frames: mail,
/// feeds, print, readers that take frames out.
///
/// Sandboxed: the frame may run its program and open the full page, and reaches nothing of the page
/// around it.
pub fn frame(page: &str, intent: &FrameWish, fragment: &str, title: &str) -> String {
    let FrameWish { presentation, height } = intent;
    let Presentation { language, theme, .. } = *presentation;
    let alone = Presentation { language, theme, ..Presentation::default() };
    let embedded = escaped(&format!("{page}{}{fragment}", presentation.query()));
    let full = escaped(&format!("{page}{}{fragment}", alone.query()));
    let title = escaped(title);
    format!(
        "<iframe src=\"{embedded}\" title=\"{title}\" width=\"100%\" height=\"{height}\" \
         loading=\"lazy\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" \
         allow=\"clipboard-write\" referrerpolicy=\"no-referrer\"></iframe>\n\
         <p><a href=\"{full}\">{title}</a></p>"
    )
}
