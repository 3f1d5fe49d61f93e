//! The HTML that embeds a scenario in another page, and its options.

use std::ops::RangeInclusive;

use crate::component::share::link::frame_form::FrameForm;
use crate::state::{Lock, Part, Presentation, Theme};
use sg_core::language::Language;
use sg_core::quote::html::escaped;

/// How a frame shows its scenario. It is not part of the scenario and is discarded with the dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameWish {
    /// The presentation in the query of its address.
    pub presentation: Presentation,
    /// The height in CSS pixels that the author chose.
    pub height: Option<u32>,
    /// The height of the scenario in a frame of [`WIDTH`](Self::WIDTH), once it is known.
    pub measured: Option<u32>,
    /// What is pasted.
    pub form: FrameForm,
}

impl Default for FrameWish {
    /// The usual parts of an embedded page, no locks, the language and the colour scheme of the
    /// reader.
    fn default() -> Self {
        let presentation = Presentation::parse("embed=1");
        Self { presentation, height: None, measured: None, form: FrameForm::Frame }
    }
}

impl FrameWish {
    /// The accepted heights: from a single line to several screens.
    pub const HEIGHTS: RangeInclusive<u32> = 120..=4_000;

    /// The width at which the height is measured: the columns of VitePress, MkDocs Material and
    /// Docusaurus are 688, 688 and 703 pixels wide on a screen of 1,280.
    pub const WIDTH: u32 = 690;

    /// The height where it cannot be measured.
    pub const USUAL_HEIGHT: u32 = 560;

    /// The height of the frame: as chosen, else as measured.
    pub fn height(&self) -> u32 {
        let usual = self.measured.unwrap_or(Self::USUAL_HEIGHT);
        self.height.unwrap_or_else(|| usual.clamp(*Self::HEIGHTS.start(), *Self::HEIGHTS.end()))
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
        Self { presentation, ..self.clone() }
    }

    /// Sets the colour scheme; `None` leaves it to the system.
    #[must_use]
    pub fn painted(&self, theme: Option<Theme>) -> Self {
        let presentation = Presentation { theme, ..self.presentation.clone() };
        Self { presentation, ..self.clone() }
    }

    /// Parses a height; `None` unless it is a whole number in [`HEIGHTS`](Self::HEIGHTS).
    pub fn read_height(text: &str) -> Option<u32> {
        text.trim().parse().ok().filter(|height| Self::HEIGHTS.contains(height))
    }
}

/// The lines that embed the scenario of a fragment.
///
/// A frame is followed by a link for readers that do not show frames, such as mail, feeds and print.
pub fn frame(page: &str, intent: &FrameWish, fragment: &str, title: &str) -> String {
    let FrameWish { presentation, form, .. } = intent;
    let Presentation { language, theme, .. } = *presentation;
    let (query, height, title) = (presentation.query(), intent.height(), escaped(title));
    let sandbox = match form {
        FrameForm::Link => return link(page, &format!("{query}{fragment}"), height, &title),
        FrameForm::Frame => "allow-scripts allow-same-origin",
        FrameForm::NoOrigin => "allow-scripts",
    };
    let alone = Presentation { language, theme, ..Presentation::default() };
    let embedded = escaped(&format!("{page}{query}{fragment}"));
    let full = escaped(&format!("{page}{}{fragment}", alone.query()));
    format!(
        "<iframe src=\"{embedded}\" title=\"{title}\" width=\"100%\" height=\"{height}\" \
         loading=\"lazy\" sandbox=\"{sandbox} allow-popups allow-popups-to-escape-sandbox\" \
         allow=\"clipboard-write\" referrerpolicy=\"no-referrer\"></iframe>\n\
         <p><a href=\"{full}\">{title}</a></p>"
    )
}

/// A link with the script that makes it a frame, from the folder of the page. The script itself asks
/// for the embedded page, so the link leads to the full one.
fn link(page: &str, target: &str, height: u32, title: &str) -> String {
    let query = target.strip_prefix("?embed=1").unwrap_or(target);
    let query = query.strip_prefix('&').map_or_else(|| query.to_owned(), |rest| format!("?{rest}"));
    let (folder, _) = page.rsplit_once('/').unwrap_or((page, ""));
    let (address, script) =
        (escaped(&format!("{page}{query}")), escaped(&format!("{folder}/embed.js")));
    format!(
        "<p><a class=\"sgp-embed\" href=\"{address}\" data-height=\"{height}\">{title}</a></p>\n\
         <script src=\"{script}\" defer></script>"
    )
}
