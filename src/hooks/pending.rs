//! An edit that is being typed: while the focus is in its form, the page shows what it would change.

use yew::prelude::*;

use crate::hooks::session::use_session;
use crate::state::Action;
use sg_core::history::Edit;

/// What a form hears to know whether the focus is in it.
#[derive(Clone, PartialEq)]
pub struct Pending {
    /// The form itself.
    pub form: NodeRef,
    /// The focus came into the form.
    pub onfocusin: Callback<FocusEvent>,
    /// The focus left a field, perhaps for another of the form.
    pub onfocusout: Callback<FocusEvent>,
}

/// Previews an edit with every keystroke, as long as the focus stays in the form.
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
