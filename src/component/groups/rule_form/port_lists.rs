//! The ports of a rule: a range, or a port list by its ID.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::rule_form::control::Fields;
use crate::component::groups::rule_form::field::Field;
use crate::text::connectivity::LIST_SEPARATOR;
use crate::text::{edit, rules as text};
use sg_core::model::PortList;

/// How many ranges of a list are shown.
const SHOWN: usize = 8;

/// How many lists are one press away; the field completes the IDs of all.
const PRESSED: usize = 8;

impl Fields<'_> {
    fn port_lists(&self) -> impl ExactSizeIterator<Item = &Arc<PortList>> {
        self.props.scenario.parts().port_lists.values()
    }

    /// The field. Where the scenario has port lists, their IDs complete what is typed, and the ranges
    /// of the list that is named stand beside it.
    pub(crate) fn ports(&self) -> Html {
        if self.port_lists().len() == 0 {
            return self.input(Field::Ports, text::PORT_RANGE);
        }
        let id = format!("{}-lists", self.input_id(Field::Ports));
        let options = self.port_lists().map(|list| {
            html! { <option value={list.id.to_string()} label={list.label().to_owned()} /> }
        });
        let typed = self.draft.get(Field::Ports);
        let named = self.port_lists().find(|list| list.id.as_str() == typed);
        html! {
            <>
                {self.completed_input(Field::Ports, text::PORTS_OR_LIST, Some(id.clone()))}
                <datalist {id}>{for options}</datalist>
                if let Some(list) = named {
                    <p class="form-note" role="status">{self.listed(list)}</p>
                }
            </>
        }
    }

    fn listed(&self, list: &PortList) -> String {
        let ranges: Vec<String> =
            list.entries.iter().take(SHOWN).map(|entry| entry.range.to_string()).collect();
        let ranges = ranges.join(self.session.say(LIST_SEPARATOR));
        let count = list.entries.len();
        let (count, more) = (count.to_string(), count > SHOWN);
        let values = [("list", list.label()), ("ports", &*ranges), ("count", &*count)];
        let said = match (list.entries.is_empty(), more) {
            (true, _) => edit::LIST_EMPTY,
            (false, true) => edit::LIST_HOLDS_MORE,
            (false, false) => edit::LIST_HOLDS,
        };
        self.session.fill(said, &values)
    }

    /// One press for each port list. A list stands for ports of TCP or UDP.
    pub(crate) fn quick_lists(&self) -> Html {
        let chip = |list: &Arc<PortList>| {
            let (draft, id) = (self.draft.clone(), list.id.to_string());
            let pressed = (draft.get(Field::Ports) == id).to_string();
            let title = self.listed(list);
            let fill = Callback::from(move |_: MouseEvent| {
                let has_ports = matches!(draft.get(Field::Protocol), "TCP" | "UDP");
                let protocol = if has_ports { draft.get(Field::Protocol) } else { "TCP" };
                let next = draft.with(Field::Protocol, protocol.to_owned());
                draft.set(next.with(Field::Ports, id.clone()));
            });
            html! { <button type="button" class="chip" aria-pressed={pressed} {title} onclick={fill}>{list.label().to_owned()}</button> }
        };
        html! {
            if self.port_lists().len() > 0 {
                <div class="quick" role="group" aria-label={self.session.say(text::PORT_LISTS)}>
                    <span class="faint">{self.session.say(text::PORT_LISTS)}</span>
                    {for self.port_lists().take(PRESSED).map(chip)}
                </div>
            }
        }
    }
}
