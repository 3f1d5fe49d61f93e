//! The listed pairs as a file: all that match the filters, with every port and address.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::pairs::pair_list::find::find;
use crate::component::pairs::pair_list::row::verdict;
use crate::component::pairs::pair_list::wanted::Wanted;
use crate::derived::Reachability;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::text::{export, views as text};
use sg_core::connectivity::{Cell, Decider};
use sg_core::explain::complete_line_text;
use sg_core::export::csv;
use sg_core::language::Text;
use sg_core::model::InnerAccessPolicy;

/// Properties of [`SaveList`].
#[derive(Properties, PartialEq)]
pub(crate) struct SaveListProps {
    pub(crate) reachability: Rc<Reachability>,
    /// The filters.
    pub(crate) names: String,
    pub(crate) wanted: Wanted,
}

/// The name of the file.
const FILE: &str = "pairs.csv";

/// A button that saves all pairs that match the filters, not only those that are drawn, as CSV.
#[component]
pub(crate) fn SaveList(props: &SaveListProps) -> Html {
    let session = use_session();
    let said = use_state_eq(|| None::<Text>);
    let onclick = {
        let (session, said) = (session.clone(), said.setter());
        let SaveListProps { reachability, names, wanted } = props;
        let (seen, names, wanted) = (Rc::clone(reachability), names.clone(), *wanted);
        Callback::from(move |_: MouseEvent| {
            let rows = csv(&table(&session, &seen, &names, wanted));
            let saved = platform::download(FILE, "text/csv", rows.as_bytes());
            said.set(Some(if saved { export::SAVED } else { export::NOT_SAVED }));
        })
    };
    html! {
        <span class="copy">
            <span class="muted" role="status">{said.map(|said| session.say(said))}</span>
            <button type="button" class="link" {onclick}>{session.say(text::SAVE_CSV)}</button>
        </span>
    }
}

/// The table of all pairs that match, with its headings. Pairs whose answer is hidden are not in it.
pub(crate) fn table(
    session: &Session,
    seen: &Reachability,
    names: &str,
    wanted: Wanted,
) -> Vec<Vec<String>> {
    let found = find(seen, names, wanted, usize::MAX, usize::MAX);
    let head = [
        text::SOURCE,
        text::DESTINATION,
        text::VERDICT,
        text::PORTS,
        text::DECIDED_BY,
        text::RULE_ID,
    ];
    let head = head.map(|title| session.say(title).to_owned()).to_vec();
    let row = |&(from, to): &(usize, usize)| {
        let cell = seen.cell(from, to).filter(|_| !seen.hides_at(from, to))?;
        let name = |place: usize| seen.names.get(place).cloned().unwrap_or_default();
        let answers = seen.answers(from, to);
        let (by, id) = deciders(session, seen, &answers);
        let packets = complete_line_text(&answers, seen.choice, session.language);
        let verdict = verdict(session, &cell.state).to_owned();
        Some(vec![name(from), name(to), verdict, packets, by, id])
    };
    std::iter::once(head).chain(found.pairs.iter().filter_map(row)).collect()
}

/// Everything that decides about the packets of a pair: policies and rules, and the ids of the
/// rules, in the same order.
fn deciders(
    session: &Session,
    seen: &Reachability,
    answers: &[(Arc<Cell>, usize)],
) -> (String, String) {
    let (scenario, asked) = (seen.scenario(), seen.choice.packets());
    let pieces = answers.iter().flat_map(|(cell, _)| &cell.pieces);
    let regions = pieces.flat_map(|piece| &piece.space.regions);
    let asked_about = regions
        .filter(|region| asked.is_none_or(|asked| region.packets.intersection(&asked).is_some()));
    let (mut said, mut ids): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for region in asked_about {
        let (words, id) = match &region.decider {
            Decider::Policy { group } => {
                let label = scenario.group(group).map_or(group.as_str(), |group| group.label());
                let policy = InnerAccessPolicy::Accept.as_str();
                (session.fill(text::POLICY_OF, &[("group", label), ("policy", policy)]), None)
            }
            Decider::Rule { rule, .. } => {
                (rule.in_words(scenario, session.language), Some(rule.id.to_string()))
            }
            decider @ (Decider::Implicit { .. }
            | Decider::Platform(_)
            | Decider::Route(_)
            | Decider::Itself
            | Decider::Unknown(_)) => (decider.clause().to_string(), None),
        };
        if !said.contains(&words) {
            said.push(words);
            ids.extend(id);
        }
    }
    (said.join("; "), ids.join(" "))
}
