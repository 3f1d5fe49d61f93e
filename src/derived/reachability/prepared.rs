//! The first answer to a scenario of which some was worked out before it is shown.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::derived::reachability::{Lines, Reachability};
use crate::state::{LinesShown, Prepared};
use sg_core::connectivity::{CheckedDirections, PacketChoice};

impl Reachability {
    /// What was prepared, as an earlier answer from which the first one is made. It has no rows.
    pub fn prepared(prepared: &Prepared) -> Self {
        let (reach, equivalent) = (Arc::clone(&prepared.reach), Arc::clone(&prepared.equivalent));
        let lines = Lines::new(Vec::new(), (0, &LinesShown::default()), equivalent, &[]);
        Self {
            ends: Vec::new(),
            names: Vec::new(),
            lines: Some(Rc::new(lines)),
            choice: PacketChoice::All,
            view: CheckedDirections::Both,
            changes: Vec::new(),
            uncompared: 0,
            refusal: None,
            hidden: None,
            reach,
            other: None,
            marks: BTreeMap::new(),
            cells: RefCell::default(),
        }
    }
}
