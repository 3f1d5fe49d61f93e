//! The browser behind a few functions: clock, chance, storage, address, focus, clipboard.
//!
//! None of them panics: storage may be denied, the clipboard may be missing, an element may be
//! gone. Each says what it does then.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, EventTarget, HtmlDialogElement, HtmlElement, HtmlInputElement,
    KeyboardEvent, Window,
};

use sg_core::emulator::Env;
use sg_core::language::Language;
use sg_core::model::Timestamp;
use sg_core::share::Route;

use super::state::{Opening, Presentation, State, Theme, View};

mod address;
mod clipboard;
mod download;
mod embed;
mod file;
mod focus;
mod heir;
mod memory;
mod panic;
mod preference;
mod scene;
mod sight;

pub use address::{fragment, on_address, page_address, push_route, replace_route, stands_at};
pub use clipboard::copy;
pub use download::download;
pub use embed::Frame;
pub use file::{ChosenFile, breathe, chosen_files, dropped_files, milliseconds};
pub use focus::Focus;
pub use heir::KeptFocus;
pub use memory::{Kept, Memory, Refused, Shelf, forget, keep, on_kept_elsewhere, recall};
pub use panic::report_panics;
pub use preference::{
    apply_language, apply_theme, remember_drawer_height, remember_language, remember_learned,
    remember_theme,
};
pub use scene::{SCENE, save_over, save_scene, saved_elsewhere};
pub use sight::{Sight, scroll_to, sight_of};

/// The id of the field that finds groups and instances, where the key `/` leads.
pub const FIND_FIELD: &str = "find";

/// The element the page mounts in; the static shell around it stays out of Yew's hands.
pub fn mount_point() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// What the page opens with: what its address asks for, or without a wish the scene left last, in
/// the language and the colours asked for.
pub fn initial_state() -> State {
    let language = preference::language().unwrap_or(Language::En);
    let theme = preference::theme().unwrap_or(Theme::System);
    let (drawer_height, learned) = (preference::drawer_height(), preference::learned());
    let presentation = Rc::new(presentation());
    let view = View { drawer_height, learned, presentation, ..View::new(language, theme) };
    let opening = Opening::of(&fragment());
    let wish = opening.route != Route::Start || opening.bad.is_some();
    let opened = || State::opened(opening, &view);
    if wish {
        scene::note_saved_scene();
        return opened();
    }
    scene::left_page(opened, &view)
}

/// What the query of the address says about the page itself.
pub fn presentation() -> Presentation {
    let search = window().and_then(|window| window.location().search().ok());
    Presentation::parse(&search.unwrap_or_default())
}

/// Whether this page may keep anything in the browser, preferences and scenes alike: an embedded
/// one keeps nothing. Whoever stores asks here first.
pub fn may_store() -> bool {
    !presentation().embed
}

/// Tells the static shell that the page stands, so that it steps aside.
pub fn announce_ready() {
    dispatch("sgp:ready");
}

/// This moment, and fresh chance for ids.
pub fn env() -> Env {
    #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970 fit, and are clamped")]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    Env { now: Timestamp::from_unix_seconds(seconds), entropy: entropy() }
}

/// Sixty-four random bits; from the clock where the browser has no source of chance.
fn entropy() -> u64 {
    let mut bytes = [0_u8; 8];
    let filled = window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    match filled {
        Some(_) => u64::from_le_bytes(bytes),
        None => js_sys::Date::now().to_bits(),
    }
}

/// Moves the focus to an element; whether it is there.
pub fn focus(id: &str) -> bool {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let element = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = &element {
        // An element that cannot take the focus leaves it where it is, which is the best answer.
        let _ = element.focus();
    }
    element.is_some()
}

/// Moves the focus to an element when what happens now has been drawn: a panel that closes meanwhile
/// would take it back. After a second the focus stays where it is.
pub fn focus_soon(id: &'static str) {
    focus_within(id, FOCUS_TRIES);
}

/// How often an element is asked to take the focus, and the pause in between in milliseconds.
const FOCUS_TRIES: u32 = 50;
const FOCUS_PAUSE: u32 = 20;

fn focus_within(id: &'static str, tries: u32) {
    let again = move || {
        focus(id);
        let now = document().and_then(|document| document.active_element());
        if tries > 1 && now.is_none_or(|now| now.id() != id) {
            focus_within(id, tries - 1);
        }
    };
    Timeout::new(FOCUS_PAUSE, again).forget();
}

/// Scrolls an element into view once what was just asked for is drawn.
pub fn reveal_soon(id: String) {
    Timeout::new(0, move || reveal(&id)).forget();
}

/// Opens a dialog element over the page, with the focus in its search field if it has one.
pub fn show_dialog(node: &yew::NodeRef) -> Option<HtmlDialogElement> {
    let dialog = node.cast::<HtmlDialogElement>()?;
    if dialog.show_modal().is_err() {
        // Without support for a layer of its own it shows in its place.
        dialog.set_open(true);
    }
    let search = dialog.query_selector("[type=search]").ok().flatten();
    if let Some(search) = search.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = search.focus();
    }
    Some(dialog)
}

/// Closes a dialog element and gives the focus to what opened it. As long as the dialog is open,
/// nothing behind it can have the focus.
pub fn close_dialog(dialog: Option<HtmlDialogElement>, opener: &str) {
    if let Some(dialog) = dialog {
        dialog.close();
    }
    focus(opener);
}

/// Selects the text of a text area, so that it can be copied by hand.
pub fn select_text(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = element.and_then(|e| e.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
        // The field is focused first, because only then the selection shows.
        let _ = field.focus();
        field.select();
    }
}

/// Moves the focus to the matrix's tab stop.
pub fn focus_matrix() {
    let stop =
        document().and_then(|d| d.query_selector("[role=grid] [tabindex='0']").ok()).flatten();
    if let Some(stop) = stop {
        focus(&stop.id());
    }
}

/// The place where the page's keys are heard.
pub fn root_target() -> Option<EventTarget> {
    document().map(EventTarget::from)
}

/// Does something each time the page is left; stops when the listener is dropped.
pub fn on_page_hide(mut leave: impl FnMut() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "pagehide", move |_| leave()))
}

/// Whether a key goes to something that takes text, where letters are not commands.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| match element.tag_name().as_str() {
        // A slider and a box to tick take arrows and Space, but no letters.
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("range" | "checkbox" | "radio" | "button" | "submit")
        ),
        tag => matches!(tag, "SELECT" | "TEXTAREA"),
    })
}

/// Whether a key goes to a field whose cursor stands behind the last character.
pub fn is_at_end(event: &KeyboardEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| {
        let end = field.value().encode_utf16().count();
        let place = |place: Option<u32>| place.and_then(|place| usize::try_from(place).ok());
        let (start, stop) = (field.selection_start().ok(), field.selection_end().ok());
        [start, stop].map(|at| place(at.flatten())) == [Some(end), Some(end)]
    })
}

/// Puts the cursor behind the last character of the field that gets the focus: what it begins with
/// is gone on with, not typed over.
pub fn caret_to_end(event: &web_sys::FocusEvent) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
        let _ = field.set_selection_range(end, end);
    }
}

/// Scrolls a box to its end, if it is there.
pub fn scroll_to_end(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.set_scroll_top(element.scroll_height());
    }
}

/// Scrolls an element into view, if it is there and not in view already.
pub fn reveal(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view_with_bool(false);
    }
}

fn dispatch(event: &str) {
    if let (Some(document), Ok(event)) = (document(), web_sys::Event::new(event)) {
        // Only a listener that throws makes this fail, and then there is nobody left to tell.
        let _ = document.dispatch_event(&event);
    }
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}
