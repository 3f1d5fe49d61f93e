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
use crate::component::answer::why::why;
use crate::derived::{Proved, Reachability};
use crate::hooks::use_session;
use crate::state::Selection;
use sg_core::connectivity::{AskedPacket, CellState, End, PacketChoice};
use sg_core::explain::Explanation;
use sg_core::history::History;

/// Properties of [`AnswerArea`].
#[derive(Properties, PartialEq, Eq)]
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
    /// Whether to search for fixes.
    pub fixes: bool,
}

/// Shows the explanation on the left and, if there is room, the actions on the right.
#[component]
pub fn AnswerArea(props: &AnswerAreaProps) -> Html {
    let session = use_session();
    let AnswerAreaProps { history, reachability: seen, selection, .. } = props;
    let scenario = history.scenario();
    let asked = (Rc::clone(seen), selection.clone(), props.address);
    let proved = use_memo(asked.clone(), |(seen, pair, address)| {
        seen.space(seen.scenario(), pair.as_ref()?, *address)
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
    html! {
        <div class="answer">
            <div class="answer-main">
                {why(&session, props.explanation.as_deref())}
                {around_answer.unwrap_or_default()}
            </div>
            <div class="answer-side">
                if let (Some(block), Some(cell)) = (outside, cell) {
                    <AddressField {block} {cell} address={props.address} />
                }
                {proved.as_ref().as_ref().map(|own| port_bar(&session, &own.space, &own.checked)).unwrap_or_default()}
                if let Some((pair, passes)) = fixable(seen, selection.as_ref()) {
                    <FixPanel scenario={Arc::clone(scenario)} {pair} packet={seen.choice} {passes} open={props.fixes} />
                }
            </div>
            if let Some(Proved { space, .. }) = (*proved).clone() {
                <Regions scenario={Arc::clone(scenario)} {space} />
            }
        </div>
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

/// The selected pair if editing a group could change its answer, and whether all selected packets
/// pass.
fn fixable(
    reachability: &Reachability,
    selection: Option<&Selection>,
) -> Option<(Selection, bool)> {
    // Rules for protocols by number exist in few regions, so none is proposed.
    if matches!(reachability.choice, PacketChoice::One(AskedPacket::Other(_))) {
        return None;
    }
    let pair = selection?;
    let passes = match reachability.between(pair)?.state {
        CellState::Pass => true,
        CellState::Blocked | CellState::Partial(_) => false,
        CellState::Itself | CellState::NotFiltered | CellState::Unknown => return None,
    };
    Some((pair.clone(), passes))
}
