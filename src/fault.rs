//! Panics on demand, in a build for tests (feature `faults`): a journey names a place in
//! `window.name`, and the program panics when it gets there. Other builds have none of it.

/// Where the program can be made to panic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// While an action changes the state.
    Reducer,
    /// While the page is rendered.
    View,
    /// In an effect after rendering.
    Effect,
    /// When a timer goes off.
    Timer,
    /// When a part of the program has arrived.
    Part,
}

/// Panics if a journey wants it here.
#[cfg(feature = "faults")]
#[expect(clippy::panic, reason = "the purpose of the feature, which no release has")]
pub(crate) fn at(place: Place) {
    let wanted = crate::platform::window_name();
    let place = format!("{place:?}");
    if wanted == place {
        panic!("injected fault: {place}");
    }
}

/// Panics nowhere.
#[cfg(not(feature = "faults"))]
pub(crate) const fn at(_: Place) {}
