//! The reader's language and colours: from the address, else from the last visit, else the browser.
//!
//! `static/theme.js` has put them on the root element before the first paint; here they are read
//! from there, so that both always agree.

use crate::language::Language;
use crate::ui::state::{DrawerHeight, Learned, Theme};

const LANGUAGE_KEY: &str = "sgp.lang";
const THEME_KEY: &str = "sgp.theme";
const DRAWER_KEY: &str = "sgp.drawer";
const LESSONS_KEY: &str = "sgp.lessons";

/// The language the page was opened in.
pub(super) fn language() -> Option<Language> {
    Language::from_tag(&root()?.get_attribute("lang")?)
}

/// The colours the page was opened in.
pub(super) fn theme() -> Option<Theme> {
    Some(Theme::from_word(&root()?.get_attribute("data-theme")?))
}

/// Puts the language on the root element, where styles and screen readers look for it.
pub fn apply_language(language: Language) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", language.tag());
    }
}

/// Puts the colours on the root element.
pub fn apply_theme(theme: Theme) {
    let Some(root) = root() else { return };
    let _ = match theme.word() {
        Some(word) => root.set_attribute("data-theme", word),
        None => root.remove_attribute("data-theme"),
    };
}

/// Keeps the language for the next visit, where the browser lets us.
pub fn remember_language(language: Language) {
    store(LANGUAGE_KEY, Some(language.tag()));
}

/// Keeps the colours for the next visit, where the browser lets us.
pub fn remember_theme(theme: Theme) {
    store(THEME_KEY, theme.word());
}

/// The drawer's height of the last visit.
pub(super) fn drawer_height() -> DrawerHeight {
    let word = storage().and_then(|storage| storage.get_item(DRAWER_KEY).ok()).flatten();
    DrawerHeight::from_word(&word.unwrap_or_default())
}

/// Keeps the drawer's height for the next visit, where the browser lets us.
pub fn remember_drawer_height(height: DrawerHeight) {
    store(DRAWER_KEY, Some(height.word()));
}

/// The lessons done on earlier visits, and whether this visit's are kept.
pub(super) fn learned() -> Learned {
    let storage = storage();
    let kept = storage.is_some();
    let words = storage.and_then(|storage| storage.get_item(LESSONS_KEY).ok()).flatten();
    Learned::from_words(&words.unwrap_or_default(), kept)
}

/// Keeps the lessons done for the next visit, where the browser lets us.
pub fn remember_learned(learned: &Learned) {
    let words = learned.words();
    store(LESSONS_KEY, (!words.is_empty()).then_some(words.as_str()));
}

/// Writes the bare word, as `static/theme.js` reads it. Denied or full storage costs the reader
/// one click on the next visit and nothing now.
fn store(key: &str, word: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = match word {
            Some(word) => storage.set_item(key, word),
            None => storage.remove_item(key),
        };
    }
}

fn storage() -> Option<web_sys::Storage> {
    super::window()?.local_storage().ok().flatten()
}

fn root() -> Option<web_sys::Element> {
    super::document()?.document_element()
}
