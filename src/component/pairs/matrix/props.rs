//! What the matrix is given.

use std::rc::Rc;

use yew::prelude::*;

use crate::derived::Reachability;
use crate::state::Selection;

/// Properties of `MatrixGrid`.
#[derive(Properties, PartialEq, Eq)]
pub struct MatrixGridProps {
    /// The pairs and their changes.
    pub reachability: Rc<Reachability>,
    /// The chosen cell.
    pub selection: Option<Selection>,
    /// The pair whose answer waits for a guess, in both directions.
    #[prop_or_default]
    pub hidden_answer: Option<Selection>,
}
