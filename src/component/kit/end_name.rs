//! Shortened end names: the part that distinguishes interfaces of an instance is never truncated.

use yew::prelude::*;

use crate::derived::Reachability;
use sg_core::connectivity::End;
use sg_core::explain::narrow_label;

/// The label of the end at an index of the matrix.
pub(crate) fn end_name_at(seen: &Reachability, place: usize) -> Html {
    let end = seen.ends.get(place).zip(seen.names.get(place));
    end.map(|(end, label)| end_name(end, label)).unwrap_or_default()
}

/// A label that fits itself into its box. Put the full label into the title.
pub(crate) fn end_name(end: &End, label: &str) -> Html {
    match narrow_label(end, label) {
        (name, None) => html! { {name.to_owned()} },
        (name, Some(last)) => html! {
            <span class="end-name"><span>{name.to_owned()}</span>{" "}<small>{last}</small></span>
        },
    }
}
