//! The name of an end in a narrow place: what tells interfaces of an instance apart is never cut.

use yew::prelude::*;

use crate::derived::Reachability;
use sg_core::connectivity::End;
use sg_core::explain::narrow_label;

/// The label of the end at a place of the matrix.
pub(crate) fn end_name_at(seen: &Reachability, place: usize) -> Html {
    let end = seen.ends.get(place).zip(seen.names.get(place));
    end.map(|(end, label)| end_name(end, label)).unwrap_or_default()
}

/// The label of an end, which fits itself into its box. The whole label belongs into the title.
pub(crate) fn end_name(end: &End, label: &str) -> Html {
    match narrow_label(end, label) {
        (name, None) => html! { {name.to_owned()} },
        (name, Some(last)) => html! {
            <span class="end-name"><span>{name.to_owned()}</span>{" "}<small>{last}</small></span>
        },
    }
}
