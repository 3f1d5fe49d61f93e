//! One pair of the list: its ends, its answer, what passes and what decides.

use yew::prelude::*;

use crate::component::kit::cite::cite;
use crate::component::words::cell::{look, mark_of, words_at};
use crate::derived::{Reachability, parts_at};
use crate::hooks::Session;
use crate::text::{connectivity, lessons, views as text};
use sg_core::connectivity::{Cell, CellState, Decider, Region};
use sg_core::model::InnerAccessPolicy;

/// The row of a pair. `stop` marks the list's tab stop.
pub(crate) fn row(
    session: &Session,
    seen: &Reachability,
    (from, to): (usize, usize),
    (chosen, stop): (bool, bool),
) -> Html {
    let Some(cell) = seen.cell(from, to) else { return Html::default() };
    let hidden = seen.hides_at(from, to);
    let name = |place: usize| seen.names.get(place).map(String::as_str).unwrap_or_default();
    let select = seen.selecting(from, to).map(|action| session.on(action));
    let select = select.unwrap_or_else(Callback::noop);
    let (class, glyph) = if hidden { ("veiled", "?") } else { look(&cell.state) };
    let state = match hidden {
        true => session.say(lessons::GUESS).to_owned(),
        false => words_at(session, seen, (from, to), &cell.state),
    };
    // Start with the visible words so that speech control finds the button by them.
    let pair = format!("{} → {}", name(from), name(to));
    let colon = session.say(connectivity::COLON);
    let said = format!("{pair}{colon}{}{state}", session.gap());
    let change = seen.mark(from, to).filter(|_| !hidden).map(|change| {
        let (sign, word) = mark_of(change);
        match seen.foreseen() {
            true => html! { <span class="change preview" aria-hidden="true">{sign}</span> },
            false => html! { <span class="change" title={session.say(word)}><span aria-hidden="true">{sign}</span><span class="visually-hidden">{session.say(word)}</span></span> },
        }
    });
    html! {
        <tr key={format!("{from}-{to}")} class={classes!(chosen.then_some("chosen"))}>
            <th scope="row">
                <button
                    type="button"
                    id={row_id((from, to))}
                    class="pair"
                    tabindex={if stop { "0" } else { "-1" }}
                    aria-pressed={chosen.to_string()}
                    aria-label={said}
                    onclick={select}
                >
                    {pair}
                </button>
            </th>
            <td><span class={classes!("badge", class)}><span aria-hidden="true">{glyph}{" "}</span>{if hidden { session.say(lessons::GUESS) } else { verdict(session, &cell.state) }}</span>{change}</td>
            if hidden {
                <td></td>
                <td></td>
            } else {
                <td>{ports(session, seen, (from, to), &cell.state)}</td>
                <td>{decided(session, seen, (from, to), &cell)}</td>
            }
        </tr>
    }
}

/// The element id of a row's button.
pub(crate) fn row_id((from, to): (usize, usize)) -> String {
    format!("pair-{from}-{to}")
}

pub(crate) const fn verdict(session: &Session, state: &CellState) -> &'static str {
    session.say(match state {
        CellState::Pass => text::FILTER_PASS,
        CellState::Partial(some) if some.depends_on_address => text::BY_ADDRESS,
        CellState::Partial(some) if !some.unknown.is_empty() => text::PARTIAL_UNKNOWN,
        CellState::Partial(_) => text::FILTER_PARTIAL,
        CellState::Blocked => text::FILTER_BLOCKED,
        CellState::Unknown | CellState::Itself | CellState::NotFiltered => text::FILTER_UNKNOWN,
    })
}

fn ports(
    session: &Session,
    seen: &Reachability,
    place: (usize, usize),
    state: &CellState,
) -> String {
    match state {
        CellState::Pass => session.say(text::EVERYTHING).to_owned(),
        CellState::Blocked => session.say(text::NOTHING).to_owned(),
        CellState::Partial(_) | CellState::Unknown | CellState::Itself | CellState::NotFiltered => {
            let parts = parts_at(seen, place, session.language);
            parts.unwrap_or_else(|| words_at(session, seen, place, state))
        }
    }
}

/// The clause and, if a single policy or rule decides everything, that one.
fn decided(
    session: &Session,
    seen: &Reachability,
    (from, to): (usize, usize),
    cell: &Cell,
) -> Html {
    let (scenario, asked) = (seen.scenario(), seen.choice.packets());
    let regions =
        cell.pieces.iter().flat_map(|piece| &piece.space.regions).filter(|region| {
            asked.is_none_or(|asked| region.packets.intersection(&asked).is_some())
        });
    let mut regions = regions.peekable();
    let Some(first) = regions.peek().copied() else { return Html::default() };
    if seen.differs(from, to) || regions.any(|region: &Region| region.decider != first.decider) {
        return html! { <span class="muted">{session.say(text::SEVERAL)}</span> };
    }
    let by = match &first.decider {
        Decider::Policy { group } => {
            let label = scenario.group(group).map_or(group.as_str(), |group| group.label());
            let accept = InnerAccessPolicy::Accept.as_str();
            let said = session.fill(text::POLICY_OF, &[("group", label), ("policy", accept)]);
            html! { {said} }
        }
        Decider::Rule { rule, .. } => html! { {rule.in_words(scenario, session.language)} },
        Decider::Implicit { .. }
        | Decider::Platform(_)
        | Decider::Route(_)
        | Decider::Itself
        | Decider::Unknown(_) => Html::default(),
    };
    html! { <>{by}{cite(session, Some(first.decider.clause()))}</> }
}
