//! A long list that is drawn in parts, one a frame, so that the page never stops for it.

use yew::prelude::*;

use crate::platform::after_paint;

/// How many of the first `count` items to draw now: at most one part more than in the frame before.
/// A list that is at most one part longer than what was drawn is drawn whole, so that what a user
/// adds is there at once. Natively there are no frames, and every list is drawn whole.
#[hook]
pub fn use_growing(count: usize, part: usize) -> usize {
    let drawn = use_state_eq(|| part);
    let whole = !cfg!(target_arch = "wasm32") || count <= *drawn + part;
    let now = if whole { count } else { *drawn };
    let setter = drawn.setter();
    use_effect_with((now, whole), move |(now, whole)| {
        let next = *now + if *whole { 0 } else { part };
        let frame = after_paint(move || setter.set(next));
        move || drop(frame)
    });
    now
}
