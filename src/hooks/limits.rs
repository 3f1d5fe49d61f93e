//! Says when a text is too long for the field it is pasted into.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::platform;
use crate::text::chrome as text;
use sg_core::language::Language;

/// Inserts nothing instead of a part of the text, and says so at the field. The browser shows and
/// announces it wherever the field is, also in a dialog; it ends with the next input.
#[hook]
pub fn use_limits(language: Language) {
    use_effect_with(language, |language| {
        let language = *language;
        let options = EventListenerOptions::enable_prevent_default();
        let target = platform::root_target();
        let before = target.as_ref().map(|target| {
            EventListener::new_with_options(target, "beforeinput", options, move |event| {
                let Some(event) = event.dyn_ref::<web_sys::InputEvent>() else { return };
                if let Some(excess) = platform::excess(event) {
                    event.prevent_default();
                    let [length, most] = [excess.length, excess.most].map(|own| own.to_string());
                    let values = [("length", length.as_str()), ("most", most.as_str())];
                    platform::say_at(event, &text::TOO_LONG.fill(language, &values));
                }
            })
        });
        let after = target.as_ref().map(|target| {
            EventListener::new(target, "input", |event| {
                if let Some(event) = event.dyn_ref::<web_sys::InputEvent>() {
                    platform::say_no_more(event);
                }
            })
        });
        move || drop((before, after))
    });
}
