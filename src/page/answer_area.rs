//! The answer about the chosen pair: why, what stands around it, all ports, fixes.

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
    /// The scenario and how it came to be.
    pub history: Rc<History>,
    /// The pairs.
    pub reachability: Rc<Reachability>,
    /// Why the chosen pair's answer is as it is.
    pub explanation: Option<Rc<Explanation>>,
    /// The chosen pair.
    pub selection: Option<Selection>,
    /// The one outside address asked about.
    pub address: Option<IpAddr>,
    /// Whether fixes are looked for.
    pub fixes: bool,
}

/// The reason on the left, what can be done with it on the right where there is room.
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
                {for around_answer}
            </div>
            <div class="answer-side">
                if let (Some(block), Some(cell)) = (outside, cell) {
                    <AddressField {block} {cell} address={props.address} />
                }
                {for proved.as_ref().as_ref().map(|own| port_bar(&session, &own.space, &own.checked))}
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

/// The name of the outside end of a pair that has one.
fn outside_of(pair: &Selection) -> Option<AttrValue> {
    match (&pair.from, &pair.to) {
        (End::Outside(name), End::Interface(_)) | (End::Interface(_), End::Outside(name)) => {
            Some(AttrValue::from(name.clone()))
        }
        _ => None,
    }
}

/// The chosen pair, where an edit of a group could change it, and whether everything asked passes.
fn fixable(
    reachability: &Reachability,
    selection: Option<&Selection>,
) -> Option<(Selection, bool)> {
    // Few regions take rules for protocols by number, so none is proposed.
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
