//! The selected cell.

use yew::prelude::*;

use crate::derived::Reachability;
use crate::state::Selection;

/// The lines in which the selected pair was selected, from the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenLines(pub Option<(usize, usize)>);

/// The row and column of the selected pair.
#[hook]
pub fn use_chosen(seen: &Reachability, selection: Option<&Selection>) -> Option<(usize, usize)> {
    let lines = use_context::<ChosenLines>().and_then(|ChosenLines(lines)| lines);
    selection.and_then(|pair| seen.chosen(pair, lines))
}
