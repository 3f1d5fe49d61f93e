//! A value that follows its source one frame later.

use yew::prelude::*;

use crate::platform::{AfterPaint, after_paint};

struct Following<T> {
    latest: T,
    /// Whether a frame is being waited for.
    waits: bool,
    _frame: Option<AfterPaint>,
}

/// The value as it was in the frame before, which is `None` in the first one, and whether it is
/// about to change. What is costly to draw and not what the user looks at first is drawn from it, so
/// that a press shows its effect at once. While the value changes in every frame, it follows one
/// frame behind. Natively there are no frames, and the value is the latest.
#[hook]
pub fn use_settled<T: Clone + PartialEq + 'static>(latest: &T) -> (Option<T>, bool) {
    let shown = use_state_eq(|| (!cfg!(target_arch = "wasm32")).then(|| latest.clone()));
    let following =
        use_mut_ref(|| Following { latest: latest.clone(), waits: false, _frame: None });
    following.borrow_mut().latest = latest.clone();
    {
        let (following, setter) = (following.clone(), shown.setter());
        use_effect_with(latest.clone(), move |_| {
            if std::mem::replace(&mut following.borrow_mut().waits, true) {
                return;
            }
            let own = following.clone();
            let frame = after_paint(move || {
                let latest = {
                    let mut own = own.borrow_mut();
                    own.waits = false;
                    own.latest.clone()
                };
                setter.set(Some(latest));
            });
            following.borrow_mut()._frame = Some(frame);
        });
    }
    use_effect_with((), move |()| move || following.borrow_mut()._frame = None);
    ((*shown).clone(), shown.as_ref() != Some(latest))
}
