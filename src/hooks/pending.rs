//! Pending edits: while a form has the focus, the page previews the edit it would make.

use yew::prelude::*;

use crate::hooks::session::use_session;
use crate::state::Action;
use sg_core::history::Edit;

/// Attributes and handlers that tell whether a form has the focus.
#[derive(Clone, PartialEq)]
pub struct Pending {
    /// The form element.
    pub form: NodeRef,
    /// Called when the focus enters the form.
    pub onfocusin: Callback<FocusEvent>,
    /// Called when the focus leaves a field, possibly for another field of the form.
    pub onfocusout: Callback<FocusEvent>,
}

/// Previews an edit on every keystroke while the focus is in the form.
#[hook]
pub fn use_pending(edit: Option<Edit>) -> Pending {
    let session = use_session();
    let form = use_node_ref();
    let inside = use_mut_ref(|| false);
    let preview = session.dispatch.reform(|edit: Option<Edit>| Action::Preview(edit));
    {
        let (inside, preview) = (inside.clone(), preview.clone());
        use_effect_with(edit.clone(), move |edit| {
            if *inside.borrow() {
                preview.emit(edit.clone());
            }
        });
    }
    {
        let (inside, preview) = (inside.clone(), preview.clone());
        use_effect_with((), move |()| {
            move || {
                if *inside.borrow() {
                    preview.emit(None);
                }
            }
        });
    }
    let onfocusin = {
        let (inside, preview) = (inside.clone(), preview.clone());
        Callback::from(move |_: FocusEvent| {
            if !inside.replace(true) {
                preview.emit(edit.clone());
            }
        })
    };
    let onfocusout = {
        let form = form.clone();
        Callback::from(move |event: FocusEvent| {
            let form = form.cast::<web_sys::Node>();
            let next = event.related_target();
            let next =
                next.and_then(|next| wasm_bindgen::JsCast::dyn_into::<web_sys::Node>(next).ok());
            let stays = form.is_some_and(|form| next.is_some() && form.contains(next.as_ref()));
            if !stays {
                inside.replace(false);
                preview.emit(None);
            }
        })
    };
    Pending { form, onfocusin, onfocusout }
}
