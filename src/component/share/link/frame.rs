//! The HTML that embeds a scenario in another page, and its options.

use std::ops::RangeInclusive;

use crate::state::{Lock, Part, Presentation, Theme};
use sg_core::language::Language;
use sg_core::quote::html::escaped;

/// How a frame shows its scenario. It is not part of the scenario and is discarded with the dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameWish {
    /// The presentation in the query of its address.
    pub presentation: Presentation,
    /// The height in CSS pixels, for host pages that do not listen for the reported height.
    pub height: u32,
}

impl FrameWish {
    /// The accepted heights: from a single line to several screens.
    pub const HEIGHTS: RangeInclusive<u32> = 120..=4_000;

    /// The default options: the usual parts of an embedded page, no locks, the current language and
    /// the user's colour scheme.
    pub fn new(language: Language) -> Self {
        let embedded = Presentation::parse("embed=1");
        let presentation = Presentation { language: Some(language), ..embedded };
        Self { presentation, height: 640 }
    }

    /// Toggles a part. The last visible part cannot be removed, because the frame would be empty.
    #[must_use]
    pub fn toggled(&self, part: Part) -> Self {
        let mut next = self.clone();
        let panes = &mut next.presentation.panes;
        if !panes.insert(part) && panes.len() > 1 {
            panes.remove(&part);
        }
        next
    }

    /// Whether this is the only visible part.
    pub fn shows_only(&self, part: Part) -> bool {
        self.presentation.panes.iter().eq([&part])
    }

    /// Toggles a lock.
    #[must_use]
    pub fn locking(&self, lock: Lock) -> Self {
        let mut next = self.clone();
        let locks = &mut next.presentation.locks;
        if !locks.insert(lock) {
            locks.remove(&lock);
        }
        next
    }

    /// Sets the language; `None` leaves it to the browser.
    #[must_use]
    pub fn speaking(&self, language: Option<Language>) -> Self {
        let presentation = Presentation { language, ..self.presentation.clone() };
        Self { presentation, ..*self }
    }

    /// Sets the colour scheme; `None` leaves it to the system.
    #[must_use]
    pub fn painted(&self, theme: Option<Theme>) -> Self {
        let presentation = Presentation { theme, ..self.presentation.clone() };
        Self { presentation, ..*self }
    }

    /// Parses a height; `None` unless it is a whole number in [`HEIGHTS`](Self::HEIGHTS).
    pub fn read_height(text: &str) -> Option<u32> {
        text.trim().parse().ok().filter(|height| Self::HEIGHTS.contains(height))
    }
}

/// A frame with the scenario of a fragment, followed by a link for readers that do not show frames,
/// such as mail, feeds and print.
///
/// The frame is sandboxed: it may run its program and open the full page, but cannot access the
/// host page.
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
