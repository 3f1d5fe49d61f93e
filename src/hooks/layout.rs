//! The layout of the page, for components whose markup depends on it.

use yew::prelude::*;

use crate::platform;
use crate::state::PageLayout;

/// The current layout; the wide one if there is no provider.
#[hook]
pub fn use_layout() -> PageLayout {
    use_context::<PageLayout>().unwrap_or_default()
}

/// Measures the page, at once and whenever its width changes.
#[hook]
pub fn use_measured_layout() -> PageLayout {
    let layout = use_state_eq(platform::page_layout);
    {
        let setter = layout.setter();
        use_effect_with((), move |()| {
            let observer = platform::LayoutObserver::new(move |layout| setter.set(layout));
            move || drop(observer)
        });
    }
    *layout
}
