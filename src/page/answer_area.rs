//! The answer for the selected pair: the explanation, related actions, all ports and fixes.

use std::net::IpAddr;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::answer::address::AddressField;
use crate::component::answer::around::{Around, around};
use crate::component::answer::fixes::FixPanel;
use crate::component::answer::port_bar::port_bar;
use crate::component::answer::regions::Regions;
use crate::component::answer::why::{layers, why, why_in_short};
use crate::component::kit::named_rules::rules_on_record;
use crate::component::kit::since_field::SinceField;
use crate::derived::Reachability;
use crate::hooks::{Session, use_layout, use_session, use_settled, use_toggle};
use crate::state::{Action, Selection, Since};
use crate::text::answer as text;
use sg_core::connectivity::{AskedPacket, CellState, End, Intent, PacketChoice};
use sg_core::explain::{Explanation, RuleList};
use sg_core::history::History;
use sg_core::model::Scenario;

/// Properties of [`AnswerArea`].
#[derive(Properties, Clone, PartialEq, Eq)]
pub struct AnswerAreaProps {
    /// The log, including the current scenario.
    pub history: Rc<History>,
    /// The reachability of all pairs.
    pub reachability: Rc<Reachability>,
    /// The explanation for the selected pair.
    pub explanation: Option<Rc<Explanation>>,
    /// The selected pair.
    pub selection: Option<Selection>,
    /// The selected address of the outside end, if any.
    pub address: Option<IpAddr>,
    /// Since when the rules were created that are listed.
    pub since: Rc<Since>,
    /// Whether to search for fixes.
    pub fixes: bool,
}

/// The whole answer or, where room is scarce, its first sentence with a button that shows the rest.
/// Until then, the rest is neither computed nor rendered. The whole answer follows the matrix by a
/// frame, so that a press is seen to work before its reasons are worked out.
#[component]
pub fn AnswerArea(props: &AnswerAreaProps) -> Html {
    let session = use_session();
    let compact = use_layout().is_compact();
    let more = use_toggle(false);
    // The search for fixes belongs to the rest.
    let open = more.open || props.fixes;
    let onclick = {
        let (close_fixes, toggle) = (session.on(Action::Fixes(false)), more.set(!open));
        Callback::from(move |event: MouseEvent| {
            toggle.emit(());
            close_fixes.emit(event);
        })
    };
    let (settled, behind) = use_settled(props);
    html! {
        <div class="answer" aria-busy={behind.then_some("true")}>
            if compact {
                {why_in_short(&session, props.explanation.as_deref())}
            }
            if compact && props.explanation.is_some() {
                <button type="button" class="link more-answer" aria-expanded={open.to_string()} {onclick}>
                    {session.say(if open { text::LESS } else { text::MORE })}
                </button>
            }
            {match settled.filter(|_| open || !compact) {
                Some(settled) => html! {
                    <WholeAnswer ..AnswerAreaProps { fixes: props.fixes, since: Rc::clone(&props.since), ..settled } />
                },
                None if compact => Html::default(),
                None => why_in_short(&session, props.explanation.as_deref()),
            }}
        </div>
    }
}

/// Shows the explanation on the left and, if there is room, the actions on the right. Where room is
/// scarce, the first sentence is above it.
#[component]
fn WholeAnswer(props: &AnswerAreaProps) -> Html {
    let session = use_session();
    let AnswerAreaProps { history, reachability: seen, selection, .. } = props;
    let scenario = history.scenario();
    let asked = (Rc::clone(seen), selection.clone(), props.address);
    let proved = use_memo(asked.clone(), |(seen, pair, address)| {
        let of = |pair| seen.spaces(seen.scenario(), pair, *address);
        pair.as_ref().map(of).unwrap_or_default()
    });
    let open = use_memo((asked, Rc::clone(history)), |((seen, pair, _), history)| {
        seen.open_session(history, pair.as_ref()?)
    });
    let outside = selection.as_ref().and_then(outside_of);
    let cell = selection.as_ref().and_then(|pair| seen.between(pair));
    let around_answer =
        selection.as_ref().zip(props.explanation.as_ref()).map(|(pair, explanation)| {
            let open = open.as_ref().as_ref();
            around(&session, &Around { reachability: seen, pair, explanation, session: open })
        });
    let explanation = props.explanation.as_deref();
    let explained = match use_layout().is_compact() {
        true => explanation.map(|own| layers(&session, own)).unwrap_or_default(),
        false => why(&session, explanation),
    };
    html! {
        <>
            <div class="answer-main">
                {explained}
                {around_answer.unwrap_or_default()}
                {explanation.map(|own| named(&session, scenario, own, &props.since)).unwrap_or_default()}
            </div>
            <div class="answer-side">
                if let (Some(block), Some(cell)) = (outside, cell) {
                    <AddressField {block} {cell} address={props.address} />
                }
                {for proved.iter().map(|own| port_bar(&session, own))}
                if let Some((pair, intents)) = fixable(seen, selection.as_ref()) {
                    <FixPanel history={Rc::clone(history)} {pair} packet={seen.choice} {intents} open={props.fixes} hidden={seen.hidden.is_some()} />
                }
            </div>
            {for proved.iter().enumerate().map(|(place, own)| html! {
                <Regions key={place} scenario={Arc::clone(scenario)} proved={own.clone()} />
            })}
        </>
    }
}

/// How many of the rules that the explanation names are shown at first.
const NEWEST: usize = 3;

/// What is on record of the rules that the explanation names, or of those created since a moment.
fn named(
    session: &Session,
    scenario: &Scenario,
    explanation: &Explanation,
    since: &Rc<Since>,
) -> Html {
    let list = RuleList::new(scenario, explanation, since.moment().unwrap_or_default());
    let Some(title) = list.title().filter(|_| !explanation.rules().is_empty()) else {
        return Html::default();
    };
    let (newest, older) = list.rules().split_at(list.rules().len().min(NEWEST));
    html! {
        <section class="named-rules">
            <h3>{title}</h3>
            <SinceField id="answer-since" since={Rc::clone(since)} />
            {rules_on_record(session, scenario, newest)}
            if !older.is_empty() {
                <details>
                    <summary>{session.fill(text::OLDER_RULES, &[("count", &older.len().to_string())])}</summary>
                    {rules_on_record(session, scenario, older)}
                </details>
            }
        </section>
    }
}

/// The name of the pair's outside end, if it has one.
fn outside_of(pair: &Selection) -> Option<AttrValue> {
    match (&pair.from, &pair.to) {
        (End::Outside(name), End::Interface(_)) | (End::Interface(_), End::Outside(name)) => {
            Some(AttrValue::from(name.clone()))
        }
        _ => None,
    }
}

/// The selected pair if editing a group could change its answer, and what can be wanted of it.
fn fixable(
    reachability: &Reachability,
    selection: Option<&Selection>,
) -> Option<(Selection, Vec<Intent>)> {
    // Rules for protocols by number exist in few regions, so none is proposed.
    if matches!(reachability.choice, PacketChoice::One(AskedPacket::Other(_))) {
        return None;
    }
    let pair = selection?;
    let intents = match reachability.between(pair)?.state {
        CellState::Pass => vec![Intent::Block],
        CellState::Blocked => vec![Intent::Allow],
        CellState::Partial(_) => vec![Intent::Allow, Intent::Block],
        CellState::Itself | CellState::NotFiltered | CellState::Unknown => return None,
    };
    Some((pair.clone(), intents))
}
