//! The presentation parsed from the page's query, for every component.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::Presentation;

/// The current presentation; the default one if there is no provider.
#[hook]
pub fn use_presentation() -> Rc<Presentation> {
    use_context::<Rc<Presentation>>().unwrap_or_default()
}
