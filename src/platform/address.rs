//! The page's address: reads, watches and writes its fragment.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;
use yew::Callback;

use crate::platform::query::presentation;
use crate::platform::window::window;
use sg_core::share::Route;

/// The fragment including its `#`; empty if there is none.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Whether the address already holds this link.
pub fn stands_at(route: &Route) -> bool {
    Route::parse(&fragment()).as_ref() == Ok(route)
}

/// Pushes a link as a new history entry. An embedded page pushes none, because Back belongs to the
/// surrounding page.
pub fn push_route(route: &Route) {
    if presentation().embed {
        return replace_route(route);
    }
    write(route, |history, url| history.push_state_with_url(&JsValue::NULL, "", Some(url)));
}

/// Replaces the link in the current history entry.
pub fn replace_route(route: &Route) {
    write(route, |history, url| history.replace_state_with_url(&JsValue::NULL, "", Some(url)));
}

/// Calls back when the address may have changed, by Back, a link or typing, until the listeners are
/// dropped.
pub fn on_address(changed: &Callback<()>) -> Vec<EventListener> {
    let Some(window) = window() else { return Vec::new() };
    let listen = |name: &'static str| {
        let changed = changed.clone();
        EventListener::new(&window, name, move |_| changed.emit(()))
    };
    vec![listen("hashchange"), listen("popstate")]
}

/// The value of a query parameter.
pub(crate) fn asks_for(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Updates a query parameter, if present, to the current value. Otherwise a reload or a copied
/// address would restore the old value.
pub(crate) fn keep_asking(name: &str, value: Option<&str>) {
    let Some(window) = window() else { return };
    let location = window.location();
    let (Ok(path), Ok(search), Ok(hash)) =
        (location.pathname(), location.search(), location.hash())
    else {
        return;
    };
    let Ok(query) = UrlSearchParams::new_with_str(&search) else { return };
    if query.get(name).is_none() || query.get(name).as_deref() == value {
        return;
    }
    match value {
        Some(value) => query.set(name, value),
        None => query.delete(name),
    }
    let query = String::from(query.to_string());
    let mark = if query.is_empty() { "" } else { "?" };
    if let Ok(history) = window.history() {
        let url = format!("{path}{mark}{query}{hash}");
        // A frame may refuse and keep its address; the language has changed anyway.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// The page's address without query and fragment; empty if there is none.
pub fn page_address() -> String {
    let Some(window) = window() else { return String::new() };
    let location = window.location();
    let [origin, path] = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    format!("{origin}{path}")
}

/// Some frames refuse to change the address; the page works without it.
fn write(route: &Route, put: impl Fn(&web_sys::History, &str) -> Result<(), JsValue>) {
    let Some(window) = window() else { return };
    let location = window.location();
    let (Ok(path), Ok(search)) = (location.pathname(), location.search()) else { return };
    if let Ok(history) = window.history() {
        let _ = put(&history, &format!("{path}{search}{route}"));
    }
}
