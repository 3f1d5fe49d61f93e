//! What an attribute refers to, through the expressions of a plan's `configuration`: resources of
//! the same module, outputs of the modules it calls, variables that its caller sets.

use std::collections::BTreeMap;

use super::address::{Address, Part, split};
use crate::import::plan::Refers;
use crate::import::tree::View;

/// How many steps a reference may take from module to module.
const MOST_STEPS: usize = 16;

/// The configuration of a plan, and the IDs of its resources by address.
pub(super) struct Configuration<'a> {
    pub(super) root: Option<View<'a>>,
    pub(super) ids: &'a BTreeMap<Address, String>,
}

/// Where a reference stands: the modules around it, and the index of the resource or the module
/// call that it belongs to.
#[derive(Clone)]
struct Site {
    modules: Vec<Part>,
    index: Option<String>,
}

/// What references come to.
#[derive(Default)]
struct Found {
    /// A list of instances for each resource that is named.
    instances: Vec<Vec<Address>>,
    /// Whether something named is no resource, or not found.
    unclear: bool,
    /// Whether `each` or `count` is named, which chooses an instance of the same index.
    by_index: bool,
}

impl<'a> Configuration<'a> {
    /// What an attribute of a resource refers to.
    pub(super) fn refers(&self, address: &Address, attribute: &str, wanted: &[&str]) -> Refers {
        let module = self.module(&address.modules);
        let own = format!("{}.{}", address.kind, address.own.name);
        let resources = module.and_then(|it| it.get("resources"));
        let mut resources = resources.into_iter().flat_map(View::children);
        let resource = resources.find(|it| it.given("address").is_some_and(|it| it.text == *own));
        let Some(resource) = resource else { return Refers::Unclear };
        let expression = resource.get("expressions").and_then(|it| it.get(attribute));
        let Some(expression) = expression else { return Refers::Default };
        let site = Site { modules: address.modules.clone(), index: address.own.index.clone() };
        let mut found = Found::default();
        let mut named = references(expression);
        // `each.value` is the element of what the resource iterates over that has its key.
        if named.iter().any(|it| it == "each.value") {
            named.retain(|it| !it.starts_with("each.value"));
            named.extend(resource.get("for_each_expression").map(references).unwrap_or_default());
            found.by_index = true;
        }
        self.follow(&named, &site, wanted, &mut found, MOST_STEPS);
        self.ids_of(&found)
    }

    fn ids_of(&self, found: &Found) -> Refers {
        if found.unclear || found.instances.is_empty() {
            return Refers::Unclear;
        }
        let ids = |all: &[Address]| -> Vec<String> {
            all.iter().filter_map(|address| self.ids.get(address).cloned()).collect()
        };
        let mut sure = Vec::new();
        for instances in &found.instances {
            match instances.as_slice() {
                [] => return Refers::Unclear,
                [only] => sure.extend(ids(std::slice::from_ref(only))),
                several if found.instances.len() == 1 => return Refers::OneOf(ids(several)),
                _ => return Refers::Unclear,
            }
        }
        sure.sort();
        sure.dedup();
        Refers::To(sure)
    }

    /// The configuration of a module.
    fn module(&self, modules: &[Part]) -> Option<View<'a>> {
        let mut at = self.root?;
        for part in modules {
            at = child(at.get("module_calls")?, &part.name)?.get("module")?;
        }
        Some(at)
    }

    fn follow(
        &self,
        references: &[String],
        site: &Site,
        wanted: &[&str],
        found: &mut Found,
        steps: usize,
    ) {
        let Some(steps) = steps.checked_sub(1) else {
            found.unclear = true;
            return;
        };
        found.by_index |= references.iter().any(|it| it == "each.key" || it == "count.index");
        let mut named: Vec<(String, Part)> = Vec::new();
        for reference in references {
            let parts = split(reference);
            let [first, second, ..] = parts.as_slice() else { continue };
            match first.name.as_str() {
                "each" if second.name == "key" => {}
                "count" | "path" | "terraform" => {}
                "var" => self.variable(&second.name, site, wanted, found, steps),
                "module" => {
                    // Both `module.a.id` and `module.a` are listed; the output is what counts.
                    if let Some(output) = parts.get(2) {
                        self.output(second, &output.name, site, wanted, found, steps);
                    }
                }
                "each" | "local" | "data" | "self" => found.unclear = true,
                kind if wanted.contains(&kind) => {
                    let known =
                        named.iter_mut().find(|(name, it)| name == kind && it.name == second.name);
                    match known {
                        // A listed index is more exact than none.
                        Some((_, it)) if it.index.is_none() => *it = second.clone(),
                        Some((_, it)) if second.index.is_none() || it.index == second.index => {}
                        Some(_) | None => named.push((kind.to_owned(), second.clone())),
                    }
                }
                _ => found.unclear = true,
            }
        }
        for (kind, own) in named {
            let all = self.instances(site, &kind, &own, found.by_index);
            found.instances.push(all);
        }
    }

    /// The instances that a reference to a resource can mean.
    fn instances(&self, site: &Site, kind: &str, own: &Part, by_index: bool) -> Vec<Address> {
        let here = |address: &&Address| {
            let fits = |(a, b): (&Part, &Part)| {
                a.name == b.name && (b.index.is_none() || a.index == b.index)
            };
            address.kind == kind
                && address.own.name == own.name
                && address.modules.len() == site.modules.len()
                && address.modules.iter().zip(&site.modules).all(fits)
        };
        let all: Vec<Address> = self.ids.keys().filter(here).cloned().collect();
        // An index in a reference is written as in an address if it is a number or a text.
        let exact = own.index.as_ref();
        let exact = exact.filter(|it| it.starts_with('"') || it.parse::<u32>().is_ok());
        let same = exact.or(site.index.as_ref().filter(|_| by_index));
        let chosen = same
            .and_then(|index| all.iter().find(|address| address.own.index.as_ref() == Some(index)));
        chosen.map_or_else(|| all.clone(), |address| vec![address.clone()])
    }

    /// A variable of a module is what its caller sets.
    fn variable(&self, name: &str, site: &Site, wanted: &[&str], found: &mut Found, steps: usize) {
        let mut outer = site.clone();
        let set = outer.modules.pop().and_then(|call| {
            outer.index = call.index;
            let caller = self.module(&outer.modules)?;
            let calls = caller.get("module_calls")?;
            child(child(calls, &call.name)?.get("expressions")?, name)
        });
        match set {
            Some(expression) => {
                self.follow(&references(expression), &outer, wanted, found, steps);
            }
            None => found.unclear = true,
        }
    }

    /// An output of a module is what the module's own expression says.
    fn output(
        &self,
        call: &Part,
        name: &str,
        site: &Site,
        wanted: &[&str],
        found: &mut Found,
        steps: usize,
    ) {
        let mut inner = site.clone();
        let chosen = call.index.clone().or_else(|| {
            let own = site.index.clone();
            own.filter(|_| found.by_index)
        });
        inner.modules.push(Part { name: call.name.clone(), index: chosen });
        inner.index = None;
        let expression = self
            .module(&inner.modules)
            .and_then(|module| child(module.get("outputs")?, name)?.get("expression"));
        match expression {
            Some(expression) => {
                self.follow(&references(expression), &inner, wanted, found, steps);
            }
            None => found.unclear = true,
        }
    }
}

/// A member by its exact name: names in a configuration differ in case and underscores.
fn child<'a>(object: View<'a>, name: &str) -> Option<View<'a>> {
    object.children().find(|child| child.key() == name)
}

/// The references of an expression.
fn references(expression: View<'_>) -> Vec<String> {
    let list = expression.get("references").into_iter().flat_map(View::children);
    list.filter_map(|it| Some(it.text()?.into_owned())).collect()
}
