//! What the address says about the page itself, for every component.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::Presentation;

/// How the page presents itself; as without a query where nobody says.
#[hook]
pub fn use_presentation() -> Rc<Presentation> {
    use_context::<Rc<Presentation>>().unwrap_or_default()
}
