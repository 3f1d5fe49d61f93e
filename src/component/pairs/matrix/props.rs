//! The properties of the matrix.

use std::rc::Rc;

use yew::prelude::*;

use crate::derived::Reachability;
use crate::state::Selection;

/// Properties of `MatrixGrid`.
#[derive(Properties, PartialEq, Eq)]
pub struct MatrixGridProps {
    /// All pairs and their changes.
    pub reachability: Rc<Reachability>,
    /// The selected cell.
    pub selection: Option<Selection>,
}
