//! Puts the ends of a large scenario into lines: filtered, and together if they answer alike or are
//! in the same group.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use crate::derived::grouped::filter::Filter;
use crate::derived::reachability::rows::Grouped;
use crate::derived::reachability::{Asked, Combined, Line, Lines, MemberCells, Reachability};
use crate::seam;
use crate::state::{LinesShown, Selection};
use sg_core::compare::effect_between;
use sg_core::connectivity::{
    Cell, CheckedDirections, End, EquivalentEnds, GroupBy, Line as CoreLine, LineCell, LineCells,
    PacketChoice, Reach,
};
use sg_core::explain::line_label;

mod filter;

seam! {
    /// Puts the ends of a large scenario into lines.
    pub static GROUPED: Grouped = lines; grouped in lines
}

/// Finds the ends that answer alike in steps: each call is one, and the last gives them.
type Search = for<'a> fn(&'a Reach) -> Box<dyn FnMut() -> Option<Arc<EquivalentEnds>> + 'a>;

seam! {
    /// Finds the ends that answer alike, of all packets and both directions.
    pub static EQUIVALENT: Search = search; equivalent_ends in lines
}

fn search(reach: &Reach) -> Box<dyn FnMut() -> Option<Arc<EquivalentEnds>> + '_> {
    let mut search = reach.equivalence(PacketChoice::All, CheckedDirections::Both);
    Box::new(move || search.step())
}

fn lines(seen: &Reachability, known: Option<Arc<EquivalentEnds>>, asked: &LinesShown) -> Lines {
    let equivalent = known.unwrap_or_else(|| seen.reach().equivalent_ends(seen.choice, seen.view));
    let filter = Filter::read(&asked.filter);
    let changed = asked.only_changed.then(|| changed(seen));
    let ends = seen.ends.iter().zip(&seen.names);
    let admits = |(end, name): (&End, &String)| {
        changed.as_ref().is_none_or(|changed| changed.contains(end))
            && filter.admits(seen.scenario(), end, name)
    };
    let admitted: Vec<bool> = ends.map(admits).collect();
    let by = asked.by(seen.ends.len());
    let mut kept: Vec<CoreLine> = Vec::new();
    for mut line in by.lines(seen.scenario(), &seen.ends, &equivalent) {
        line.members.retain(|place| admitted.get(*place) == Some(&true));
        if line.members.is_empty() {
            continue;
        }
        kept.push(line);
    }
    let rows = kept.iter().flat_map(|line| rows_of(seen, line, asked)).collect();
    let mut lines =
        Lines::new(rows, (seen.ends.len(), asked), Arc::clone(&equivalent), &seen.changes);
    if by != GroupBy::SecurityGroup {
        return lines;
    }
    let cells = LineCells::new(seen.ends.clone(), equivalent, seen.choice, seen.view);
    let members = MemberCells {
        members: kept.into_iter().map(|line| line.members).collect(),
        cells: RefCell::new(cells),
        combiner: combined,
        known: RefCell::default(),
    };
    lines.combined = Some(Rc::new(members));
    lines
}

/// The ends of which a pair changed, or would change.
fn changed(seen: &Reachability) -> BTreeSet<End> {
    if seen.uncompared == 0 {
        let pairs = seen.changes.iter().flat_map(|change| [&change.from, &change.to]);
        return pairs.cloned().collect();
    }
    let Some((before, after)) = seen.sides() else { return BTreeSet::new() };
    let effect = effect_between(before, after, seen.choice, seen.view);
    let places = effect.lines.iter().flat_map(|line| line.from.iter().chain(&line.to));
    places.filter_map(|place| effect.ends.get(*place).cloned()).collect()
}

/// The cell between the members of two rows.
fn combined(
    reach: &Reach,
    (choice, view): Asked,
    cells: &mut LineCells,
    (from, to): (&[usize], &[usize]),
) -> Option<Combined> {
    let LineCell { state, differs, example: (from, to) } = cells.between(reach, from, to)?;
    let pair = Selection { from: cells.end(from)?.clone(), to: cells.end(to)?.clone() };
    let example = reach.cell(&pair.from, &pair.to, choice, view)?;
    Some(Combined { cell: Arc::new(Cell { state, ..example }), differs, pair })
}

/// The rows of a line: one for all members or, if it is open, one for each.
fn rows_of(seen: &Reachability, line: &CoreLine, asked: &LinesShown) -> Vec<Line> {
    let members = line.members.iter().filter_map(|place| seen.ends.get(*place));
    let members: Vec<End> = members.cloned().collect();
    if let Some(group) = line.group.clone() {
        let name = line_label(seen.scenario(), line, &seen.names);
        let second = members.get(1).cloned();
        return vec![Line { members, second, name, group: Some(group), opener: None }];
    }
    let opened: Vec<End> =
        members.iter().filter(|end| asked.opened.contains(end)).cloned().collect();
    if members.len() > 1 && opened.is_empty() {
        let name = line_label(seen.scenario(), line, &seen.names);
        let (first, second) = (members.iter().take(1).cloned().collect(), members.get(1).cloned());
        let opener = Some((first, false));
        return vec![Line { members, second, name, group: None, opener }];
    }
    let mut opener = (members.len() > 1).then_some((opened, true));
    let alone = |(end, place): (End, &usize)| Line {
        members: vec![end],
        second: None,
        name: seen.names.get(*place).cloned().unwrap_or_default(),
        group: None,
        opener: opener.take(),
    };
    members.into_iter().zip(&line.members).map(alone).collect()
}

impl Reachability {
    /// The same with the ends of a large scenario in lines, provided that the part of the program
    /// that finds them is here. `earlier` may hold the classes of the same scenario.
    #[must_use]
    pub fn in_lines(self, earlier: Option<&Self>, asked: &LinesShown) -> Self {
        self.in_lines_by(GROUPED.get(), earlier, asked)
    }
}
