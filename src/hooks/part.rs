//! Downloads a part of the program when a component needs it.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::part::{Loading, Seam};

/// Downloads a part unless it is here, then renders again. Returns how to try again if the part did
/// not arrive.
#[hook]
pub fn use_loading(here: bool, load: fn() -> Loading) -> Option<Callback<()>> {
    let failed = use_state(|| false);
    let setter = failed.setter();
    use_effect_with(!here && !*failed, move |wanted| {
        if *wanted {
            spawn_local(async move { setter.set(load().await.is_err()) });
        }
    });
    let again = failed.setter();
    (!here && *failed).then(|| Callback::from(move |()| again.set(false)))
}

/// The function of a seam once its part is here, which is downloaded when it is wanted.
#[hook]
pub fn use_seam<F: Copy + 'static>(seam: &'static Seam<F>, wanted: bool) -> Option<F> {
    use_seam_or_again(seam, wanted).0
}

/// The same, and how to try again if the part did not arrive.
#[hook]
pub fn use_seam_or_again<F: Copy + 'static>(
    seam: &'static Seam<F>,
    wanted: bool,
) -> (Option<F>, Option<Callback<()>>) {
    let function = seam.get();
    let again = use_loading(function.is_some() || !wanted, seam.loader());
    (function, again)
}
