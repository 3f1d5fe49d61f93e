//! What a new rule is most likely about, for every form.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::Suggested;

/// The selected pair and packets; nothing if there is no provider.
#[hook]
pub fn use_suggested() -> Rc<Suggested> {
    use_context::<Rc<Suggested>>().unwrap_or_default()
}
