//! The address of the page: its fragment, read, listened to and written.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;
use yew::Callback;

use crate::platform::query::presentation;
use crate::platform::window::window;
use sg_core::share::Route;

/// The fragment with its `#`; empty without one.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Whether the address already asks for this.
pub fn stands_at(route: &Route) -> bool {
    Route::parse(&fragment()).as_ref() == Ok(route)
}

/// Puts a link into the address as a step of its own, which Back undoes. An embedded page adds no
/// steps: Back belongs to the page around it.
pub fn push_route(route: &Route) {
    if presentation().embed {
        return replace_route(route);
    }
    write(route, |history, url| history.push_state_with_url(&JsValue::NULL, "", Some(url)));
}

/// Puts a link into the address in place of the one that stands there.
pub fn replace_route(route: &Route) {
    write(route, |history, url| history.replace_state_with_url(&JsValue::NULL, "", Some(url)));
}

/// Calls back whenever the address may have changed, by Back, by a link or by hand, until the
/// listeners are dropped.
pub fn on_address(changed: &Callback<()>) -> Vec<EventListener> {
    let Some(window) = window() else { return Vec::new() };
    let listen = |name: &'static str| {
        let changed = changed.clone();
        EventListener::new(&window, name, move |_| changed.emit(()))
    };
    vec![listen("hashchange"), listen("popstate")]
}

/// What the query of the address says for a name.
pub(crate) fn asks_for(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Lets the query say what is in force now, where it says anything for that name: else a reload, or
/// whoever gets the address, would have what was chosen before.
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
        // A frame that refuses keeps its address; the page is in the new language all the same.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// The address of the page without query and fragment; empty where there is none.
pub fn page_address() -> String {
    let Some(window) = window() else { return String::new() };
    let location = window.location();
    let [origin, path] = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    format!("{origin}{path}")
}

/// Some frames refuse; then the address stays as it is and the page works all the same.
fn write(route: &Route, put: impl Fn(&web_sys::History, &str) -> Result<(), JsValue>) {
    let Some(window) = window() else { return };
    let location = window.location();
    let (Ok(path), Ok(search)) = (location.pathname(), location.search()) else { return };
    if let Ok(history) = window.history() {
        let _ = put(&history, &format!("{path}{search}{route}"));
    }
}
