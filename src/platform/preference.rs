//! The language and colour scheme: from the address, the last visit or the browser, in this order.
//!
//! `static/theme.js` sets them on the root element before the first paint. They are read from
//! there, so both always agree.

use crate::platform::address::{asks_for, keep_asking};
use crate::platform::memory::{forget, is_kept, keep, recall};
use crate::platform::window::{document, window};
use crate::state::{DrawerHeight, Learned, Theme};
use sg_core::language::Language;

// `static/theme.js` reads the first two as well, with the common key prefix `sgp.`.
const LANGUAGE_KEY: &str = "lang";

const THEME_KEY: &str = "theme";

const DRAWER_KEY: &str = "drawer";

const LESSONS_KEY: &str = "lessons";

/// The language the page was opened in.
pub(crate) fn language() -> Option<Language> {
    Language::from_tag(&root()?.get_attribute("lang")?)
}

/// The colour scheme the page was opened in.
pub(crate) fn theme() -> Option<Theme> {
    Some(Theme::from_word(&root()?.get_attribute("data-theme")?))
}

/// Sets the language on the root element, where styles and screen readers expect it.
pub fn apply_language(language: Language) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", language.tag());
    }
    let asked = asks_for(LANGUAGE_KEY).and_then(|tag| Language::from_tag(&tag));
    if asked != Some(language) {
        keep_asking(LANGUAGE_KEY, Some(language.tag()));
    }
}

/// Sets the colour scheme on the root element.
pub fn apply_theme(theme: Theme) {
    let Some(root) = root() else { return };
    let _ = match theme.word() {
        Some(word) => root.set_attribute("data-theme", word),
        None => root.remove_attribute("data-theme"),
    };
    keep_asking(THEME_KEY, theme.word());
}

/// Whether the system asks for dark colours.
pub fn prefers_dark() -> bool {
    let query = window().and_then(|own| own.match_media("(prefers-color-scheme: dark)").ok());
    query.flatten().is_some_and(|query| query.matches())
}

/// Stores the language for the next visit.
pub fn remember_language(language: Language) {
    keep(LANGUAGE_KEY, language.tag());
}

/// Stores the colour scheme for the next visit.
pub fn remember_theme(theme: Theme) {
    match theme.word() {
        Some(word) => {
            keep(THEME_KEY, word);
        }
        None => forget(THEME_KEY),
    }
}

/// The drawer height from the last visit.
pub(crate) fn drawer_height() -> DrawerHeight {
    DrawerHeight::from_word(&recall(DRAWER_KEY).unwrap_or_default())
}

/// Stores the drawer height for the next visit.
pub fn remember_drawer_height(height: DrawerHeight) {
    keep(DRAWER_KEY, height.word());
}

/// The lessons completed on earlier visits, and whether this visit's can be stored.
pub(crate) fn learned() -> Learned {
    Learned::from_words(&recall(LESSONS_KEY).unwrap_or_default(), is_kept())
}

/// Stores the completed lessons for the next visit.
pub fn remember_learned(learned: &Learned) {
    // The record of a learner with a name holds them.
    if learned.named {
        return;
    }
    let words = learned.words();
    if words.is_empty() {
        forget(LESSONS_KEY);
    } else {
        keep(LESSONS_KEY, &words);
    }
}

fn root() -> Option<web_sys::Element> {
    document()?.document_element()
}
