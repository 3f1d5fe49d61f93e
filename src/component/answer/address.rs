//! The address field of an outside block, shown if the answer depends on the address.

use std::net::IpAddr;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::hooks::{text_of, use_session};
use crate::state::Action;
use crate::text::answer as text;
use sg_core::connectivity::Cell;

/// Properties of [`AddressField`].
#[derive(Properties, PartialEq, Eq)]
pub struct AddressFieldProps {
    /// The name of the outside block.
    pub block: AttrValue,
    /// The cell of the pair, whose parts are the addresses grouped by answer.
    pub cell: Arc<Cell>,
    /// The selected address.
    pub address: Option<IpAddr>,
}

/// The input stays as typed; only an address of the block takes effect.
#[component]
pub fn AddressField(props: &AddressFieldProps) -> Html {
    let session = use_session();
    let typed = use_state_eq(|| props.address.map_or_else(String::new, |own| own.to_string()));
    let wrong = match (typed.trim(), typed.trim().parse::<IpAddr>()) {
        ("", _) => None,
        (_, Err(_)) => Some(session.say(text::NOT_AN_ADDRESS).to_owned()),
        (_, Ok(address)) if stands_for(&props.cell, address) => None,
        (_, Ok(address)) => {
            let values = [("address", &*address.to_string()), ("block", &*props.block)];
            Some(session.fill(text::NOT_INSIDE, &values))
        }
    };
    {
        // Selecting another pair clears the address.
        let typed = typed.setter();
        use_effect_with((props.block.clone(), props.address), move |(_, address)| {
            if address.is_none() {
                typed.set(String::new());
            }
        });
    }
    let oninput = {
        let (typed, dispatch, cell) =
            (typed.setter(), session.dispatch.clone(), props.cell.clone());
        Callback::from(move |event: InputEvent| {
            let text = text_of(&event);
            let address = text.trim().parse::<IpAddr>().ok();
            let known = address.filter(|address| stands_for(&cell, *address));
            if known.is_some() || text.trim().is_empty() {
                dispatch.emit(Action::Address(known));
            }
            typed.set(text);
        })
    };
    let example = props.cell.pieces.first().map(|piece| piece.representative.to_string());
    html! {
        <div class="address">
            <label class="field" title={session.fill(text::ADDRESS_TITLE, &[("block", &props.block)])}>
                {session.say(text::ADDRESS)}
                <input class="mono" maxlength={Limit::NUMBER} value={(*typed).clone()} placeholder={example} aria-invalid={wrong.is_some().to_string()} {oninput} />
            </label>
            if let Some(wrong) = wrong {
                <span role="status" class="bad">{wrong}</span>
            }
        </div>
    }
}

/// Whether a cell covers an address.
fn stands_for(cell: &Cell, address: IpAddr) -> bool {
    let mut ranges = cell.pieces.iter().flat_map(|piece| &piece.ranges);
    ranges.any(|(first, last)| *first <= address && address <= *last)
}
