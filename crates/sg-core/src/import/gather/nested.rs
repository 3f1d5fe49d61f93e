//! Replies inside the wrapper of a client, the console or a program.

use super::Gather;
use super::console::is_rule_list;
use super::item::Task;
use crate::import::tree::{Kind, View, is_named};

/// Names under which clients wrap a reply.
pub(super) const WRAPPERS: [&str; 5] = ["body", "data", "result", "response", "ResponseBody"];

/// How deep a reply may be inside wrappers that are not known by name.
pub(super) const DEPTH: usize = 4;

impl Gather<'_> {
    /// A reply inside the wrapper of a client, the console or a program: under a name that is
    /// known for it, or else under any.
    pub(super) fn inside(&mut self, view: View<'_>, tasks: &mut Vec<Task>, depth: usize) -> bool {
        let nested = |child: &View<'_>| matches!(child.kind(), Kind::Object | Kind::List);
        let wraps = |child: &View<'_>| {
            let key = child.key();
            WRAPPERS.iter().any(|name| is_named(key, name))
                || key.to_ascii_lowercase().ends_with("response")
        };
        let (named, others): (Vec<_>, Vec<_>) = view.children().filter(nested).partition(wraps);
        if !named.is_empty() {
            named.into_iter().for_each(|child| self.classify(child, tasks));
            return true;
        }
        let mut found = false;
        for child in others {
            found |= self.deep(child, tasks, depth);
        }
        found
    }

    /// Looks for documents in a value without reporting what is none.
    fn deep(&mut self, view: View<'_>, tasks: &mut Vec<Task>, depth: usize) -> bool {
        let Some(deeper) = depth.checked_sub(1) else { return false };
        match view.kind() {
            Kind::List if is_rule_list(view) => {
                self.rules_alone(view, tasks);
                true
            }
            Kind::List => {
                let mut found = false;
                for child in view.children() {
                    found |= self.deep(child, tasks, deeper);
                }
                found
            }
            Kind::Object => self.known(view, tasks) || self.inside(view, tasks, deeper),
            Kind::Null
            | Kind::Truth(_)
            | Kind::Number
            | Kind::Quoted
            | Kind::Tagged
            | Kind::Cell => false,
        }
    }
}
