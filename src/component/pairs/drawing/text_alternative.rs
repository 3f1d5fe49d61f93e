//! The drawing in words: who is in which group, and which paths pass or are blocked, and where.

use yew::prelude::*;

use crate::component::pairs::drawing::sketch::Sketch;
use crate::component::words::cell::words_at;
use crate::derived::Reachability;
use crate::drawing::{Area, Grain, Stop, Who, stop};
use crate::hooks::Session;
use crate::text::{connectivity, lessons, views as text};
use sg_core::connectivity::{Cell, CellState};
use sg_core::model::GroupType;

/// Uses the same plan as the drawing; where the drawing shows counts, so does the text.
pub(crate) fn text_alternative(
    session: &Session,
    seen: &Reachability,
    sketch: &Sketch,
    chosen: Option<(usize, usize)>,
) -> Html {
    let (groups, paths) = lines(session, seen, sketch, chosen);
    html! {
        <section class="text-alternative" aria-label={session.say(text::TEXT_ALTERNATIVE)}>
            <h3>{session.say(text::TEXT_ALTERNATIVE_GROUPS)}</h3>
            <ul>{for groups.iter().map(|line| html! { <li>{line}</li> })}</ul>
            <h3>{session.say(text::TEXT_ALTERNATIVE_PATHS)}</h3>
            <ul>{for paths.iter().map(|line| html! { <li>{line}</li> })}</ul>
        </section>
    }
}

/// A sentence for each group, and one for the paths of each sender.
pub(crate) fn lines(
    session: &Session,
    seen: &Reachability,
    sketch: &Sketch,
    chosen: Option<(usize, usize)>,
) -> (Vec<String>, Vec<String>) {
    let areas = sketch.plan.areas.iter().enumerate();
    let groups = areas.map(|area| group(session, seen, sketch, area)).collect();
    let senders: Vec<usize> = match sketch.plan.grain {
        Grain::Each => sketch.ends.iter().map(|(place, _)| *place).collect(),
        Grain::Sets | Grain::Groups => chosen.iter().map(|(from, _)| *from).collect(),
    };
    let paths = senders.into_iter().map(|from| {
        let answers = match sketch.plan.grain {
            Grain::Each => answers(session, seen, from),
            Grain::Sets | Grain::Groups => counts(session, seen, from),
        };
        let values = [("from", name(seen, from)), ("answers", &answers)];
        session.fill(text::TEXT_ALTERNATIVE_FROM, &values)
    });
    (groups, paths.collect())
}

fn name(seen: &Reachability, place: usize) -> &str {
    seen.names.get(place).map(String::as_str).unwrap_or_default()
}

fn group(
    session: &Session,
    seen: &Reachability,
    sketch: &Sketch,
    (place, area): (usize, &Area),
) -> String {
    let plan = &sketch.plan;
    let policy = match area.group_type {
        GroupType::Basic(policy) => policy.as_str(),
        GroupType::Advanced => session.say(text::ADVANCED_ISOLATES),
    };
    let one = |who: Who| match who {
        Who::One(end) => name(seen, end).to_owned(),
        Who::Many(count) => session.fill(text::COUNT, &[("count", &count.to_string())]),
    };
    let inside = plan.nodes.iter().filter(|node| node.areas.contains(&place));
    let names: Vec<String> = inside.map(|node| one(node.who)).collect();
    let members = match (plan.grain, area.members) {
        (_, 0) => session.say(text::TEXT_ALTERNATIVE_EMPTY).to_owned(),
        (Grain::Each, _) => names.join(session.say(connectivity::LIST_SEPARATOR)),
        (_, count) => session.fill(text::COUNT, &[("count", &count.to_string())]),
    };
    let vpc = plan.vpcs.get(area.vpc).filter(|_| plan.vpcs.len() > 1);
    let label = vpc.map(|(_, vpc)| {
        session.fill(text::TEXT_ALTERNATIVE_VPC, &[("group", &area.label), ("vpc", vpc)])
    });
    let label = label.unwrap_or_else(|| area.label.clone());
    let values = [("group", label.as_str()), ("policy", policy), ("members", &members)];
    session.fill(text::TEXT_ALTERNATIVE_GROUP, &values)
}

/// The fate of everything an end sends, by receiver.
fn answers(session: &Session, seen: &Reachability, from: usize) -> String {
    let said = (0..seen.ends.len()).filter_map(|to| {
        let cell = seen.cell(from, to)?;
        if matches!(cell.state, CellState::Itself | CellState::NotFiltered) {
            return None;
        }
        if seen.hides_at(from, to) {
            let values = [("to", name(seen, to)), ("state", session.say(lessons::GUESS))];
            return Some(session.fill(text::TEXT_ALTERNATIVE_TO, &values));
        }
        let state = words_at(session, seen, (from, to), &cell.state);
        let to = name(seen, to);
        Some(match stopped(session, seen, &cell) {
            Some(stop) => session.fill(
                text::TEXT_ALTERNATIVE_TO_STOPPED,
                &[("to", to), ("state", &state), ("stop", stop)],
            ),
            None => session.fill(text::TEXT_ALTERNATIVE_TO, &[("to", to), ("state", &state)]),
        })
    });
    said.collect::<Vec<_>>().join(session.say(connectivity::KIND_SEPARATOR))
}

fn stopped(session: &Session, seen: &Reachability, cell: &Cell) -> Option<&'static str> {
    let blocked = matches!(cell.state, CellState::Blocked);
    let stop = stop(cell, seen.choice).filter(|_| blocked)?;
    Some(session.say(match stop {
        Stop::Egress => text::STOP_EGRESS,
        Stop::Ingress => text::STOP_INGRESS,
        Stop::Both => text::STOP_BOTH,
        Stop::Way => text::STOP_WAY,
    }))
}

/// The number of receivers by outcome.
fn counts(session: &Session, seen: &Reachability, from: usize) -> String {
    let (mut pass, mut part, mut blocked, mut unknown) = (0, 0, 0, 0);
    let told = (0..seen.ends.len()).filter(|to| !seen.hides_at(from, *to));
    for cell in told.filter_map(|to| seen.cell(from, to)) {
        match cell.state {
            CellState::Pass => pass += 1,
            CellState::Partial(_) => part += 1,
            CellState::Blocked => blocked += 1,
            CellState::Unknown => unknown += 1,
            CellState::Itself | CellState::NotFiltered => {}
        }
    }
    let [pass, part, blocked, unknown] = [pass, part, blocked, unknown].map(|n: i32| n.to_string());
    let values =
        [("pass", &*pass), ("part", &*part), ("blocked", &*blocked), ("unknown", &*unknown)];
    session.fill(text::TEXT_ALTERNATIVE_COUNTS, &values)
}
