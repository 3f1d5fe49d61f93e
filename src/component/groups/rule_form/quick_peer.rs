//! One press for the usual authorization objects of a rule.

use yew::prelude::*;

use crate::component::groups::rule_form::control::Fields;
use crate::component::groups::rule_form::field::{Field, PeerKind};
use crate::platform;
use crate::text::rules as text;
use sg_core::explain::end_label;
use sg_core::language::Text;
use sg_core::model::GroupType;

/// Every address, by family.
const ANYWHERE: [(&str, Text); 2] =
    [("0.0.0.0/0", text::ANYWHERE_IPV4), ("::/0", text::ANYWHERE_IPV6)];

impl Fields<'_> {
    /// One press for the usual objects, the selected pair's other end first.
    pub(crate) fn quick_peers(&self) -> Html {
        let (_, name) = self.side();
        let Self { session, props, draft, .. } = self;
        let (scenario, group) = (&props.scenario, &props.group);
        let chip = |label: String, kind: PeerKind, value: Option<String>| {
            let same = value.as_ref().is_none_or(|value| draft.get(Field::Peer) == value);
            let pressed = (draft.peer_kind == kind && same).to_string();
            let draft = (*draft).clone();
            let fill = Callback::from(move |_: MouseEvent| {
                let next = draft.with(Field::PeerKind, kind.word().to_owned());
                draft
                    .set(value.clone().map_or_else(|| next.clone(), |v| next.with(Field::Peer, v)));
            });
            html! { <button type="button" class="chip" aria-pressed={pressed} onclick={fill}>{label}</button> }
        };
        let chosen = self.suggested.peer(scenario, group, props.direction);
        let chosen = chosen.map(|(end, block)| {
            let label = format!("{} {block}", end_label(scenario, &end, session.language));
            chip(label, PeerKind::Cidr, Some(block.to_string()))
        });
        let anywhere = ANYWHERE.map(|(block, label)| {
            chip(session.say(label).to_owned(), PeerKind::Cidr, Some(block.to_owned()))
        });
        let members = props.rule.is_none() && !self.members().is_empty();
        let others = group.group_type != GroupType::Advanced && scenario.groups().len() > 1;
        html! {
            <div class="quick" role="group" aria-label={session.say(name)}>
                <span class="faint">{session.say(name)}</span>
                {chosen.unwrap_or_default()}
                {for anywhere}
                if members {
                    {chip(session.say(text::OWN_MEMBERS).to_owned(), PeerKind::Members, None)}
                }
                if others {
                    {chip(session.say(text::ANOTHER_GROUP).to_owned(), PeerKind::Group, None)}
                }
                {self.own_address()}
            </div>
        }
    }

    /// Empties the field for an address to be typed: the page does not ask anybody for yours.
    fn own_address(&self) -> Html {
        let (draft, id) = ((*self.draft).clone(), self.input_id(Field::Peer));
        let onclick = Callback::from(move |_: MouseEvent| {
            let next = draft.with(Field::PeerKind, PeerKind::Cidr.word().to_owned());
            draft.set(next.with(Field::Peer, String::new()));
            platform::focus_next(id.clone());
        });
        let title = self.session.say(text::OWN_ADDRESS_TITLE);
        html! { <button type="button" class="chip" {title} {onclick}>{self.session.say(text::OWN_ADDRESS)}</button> }
    }
}
