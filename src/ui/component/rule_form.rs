//! The form that adds a rule: what it would send is answered while it is typed.

use std::sync::Arc;

use yew::prelude::*;

use crate::emulator::{self, ApiError, Call};
use crate::history::Edit;
use crate::language::Text;
use crate::model::{Direction, Scenario, SecurityGroup};
use crate::ui::component::ApiErrorLine;
use crate::ui::derived::prediction_env;
use crate::ui::hooks::{Session, text_of, use_session, value_of};
use crate::ui::text::{chrome, rules as text};

mod draft;

use draft::{Field, PeerKind, QUICK, RuleDraft};

/// Properties of [`RuleForm`].
#[derive(Properties, PartialEq)]
pub struct RuleFormProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The group the rule goes to.
    pub group: Arc<SecurityGroup>,
    /// Inbound or outbound.
    pub direction: Direction,
    /// The form is done with.
    pub onclose: Callback<()>,
}

/// The fields of the console's form. The API's error stands beside the field it names; sending a
/// wrong rule sends it all the same, and the API refuses it.
#[component]
pub fn RuleForm(props: &RuleFormProps) -> Html {
    let session = use_session();
    let draft = use_state(|| RuleDraft::new(&props.scenario, &props.group));
    let call = call(props, &draft);
    let refused = emulator::answer(&props.scenario, &call, &prediction_env()).err();
    let onsubmit = {
        let (session, onclose, wrong) = (session.clone(), props.onclose.clone(), refused.is_some());
        let edit = Edit::Call(call);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            session.edit.emit(edit.clone());
            if !wrong {
                onclose.emit(());
            }
        })
    };
    let form =
        Form { session: &session, group: &props.group, draft: &draft, refused: refused.as_ref() };
    let peer = match props.direction {
        Direction::Ingress => text::SOURCE,
        Direction::Egress => text::DESTINATION,
    };
    html! {
        <form
            class="form rule-form"
            {onsubmit}
            novalidate=true
            aria-label={session.fill(text::ADD_RULE_TITLE, &[("group", props.group.label())])}
        >
            {form.quick()}
            {form.select(Field::Policy, text::ACTION, &[("accept", text::ALLOW), ("drop", text::DENY)])}
            {form.input(Field::Priority, text::PRIORITY)}
            {form.protocols()}
            {form.input(Field::Ports, text::PORT_RANGE)}
            {form.select(Field::PeerKind, text::PEER_KIND, &[("cidr", text::PEER_CIDR), ("group", text::PEER_GROUP)])}
            {form.peer(&props.scenario, &props.group, peer)}
            {form.input(Field::Description, text::DESCRIPTION)}
            <div class="form-actions">
                <button type="submit" class="primary">{session.say(text::ADD)}</button>
                <button type="button" onclick={props.onclose.reform(|_: MouseEvent| ())}>{session.say(chrome::CANCEL)}</button>
            </div>
            if let Some(error) = refused.clone().filter(|error| Field::of(error.param()).is_none()) {
                <ApiErrorLine {error} />
            }
        </form>
    }
}

fn call(props: &RuleFormProps, draft: &RuleDraft) -> Call {
    let permission = draft.permission();
    Call::authorize(props.scenario.region(), &props.group.id, props.direction, &[permission])
}

/// The form's fields with what they share.
struct Form<'a> {
    session: &'a Session,
    group: &'a SecurityGroup,
    draft: &'a UseStateHandle<RuleDraft>,
    refused: Option<&'a ApiError>,
}

impl Form<'_> {
    fn error_of(&self, field: Field) -> Option<&ApiError> {
        self.refused.filter(|error| Field::of(error.param()) == Some(field))
    }

    /// Forms of several groups may be open at once.
    fn error_id(&self, field: Field) -> String {
        format!("rule-error-{}-{}", field.class(), self.group.id)
    }

    fn set(&self, field: Field) -> Callback<String> {
        let draft = self.draft.clone();
        Callback::from(move |value: String| draft.set(draft.with(field, value)))
    }

    fn framed(&self, field: Field, name: Text, control: Html) -> Html {
        let error = self.error_of(field).cloned();
        html! {
            <div class={classes!("field-frame", field.class())}>
                <label class="field">{self.session.say(name)}{control}</label>
                if let Some(error) = error {
                    <ApiErrorLine id={self.error_id(field)} {error} />
                }
            </div>
        }
    }

    fn input(&self, field: Field, name: Text) -> Html {
        let set = self.set(field);
        let wrong = self.error_of(field).is_some();
        self.framed(
            field,
            name,
            html! {
                <input
                    value={self.draft.get(field).to_owned()}
                    aria-invalid={wrong.to_string()}
                    aria-describedby={wrong.then(|| self.error_id(field))}
                    oninput={Callback::from(move |event: InputEvent| set.emit(text_of(&event)))}
                />
            },
        )
    }

    fn select(&self, field: Field, name: Text, options: &[(&'static str, Text)]) -> Html {
        let options =
            options.iter().map(|(value, text)| (*value, self.session.say(*text).to_owned()));
        self.options(field, name, options.collect())
    }

    fn options(&self, field: Field, name: Text, options: Vec<(&str, String)>) -> Html {
        let set = self.set(field);
        let chosen = self.draft.get(field);
        self.framed(
            field,
            name,
            html! {
                <select onchange={Callback::from(move |event: Event| set.emit(value_of(&event)))}>
                    {for options.into_iter().map(|(value, label)| html! {
                        <option value={value.to_owned()} selected={value == chosen}>{label}</option>
                    })}
                </select>
            },
        )
    }

    fn protocols(&self) -> Html {
        let own = ["TCP", "UDP", "ICMP", "ICMPv6", "GRE"];
        let mut options: Vec<(&str, String)> = own.map(|name| (name, name.to_owned())).to_vec();
        options.push(("ALL", format!("{} · ALL", self.session.say(text::ALL_PROTOCOLS))));
        self.options(Field::Protocol, text::PROTOCOL, options)
    }

    fn peer(&self, scenario: &Scenario, own: &SecurityGroup, name: Text) -> Html {
        if self.draft.peer_kind == PeerKind::Cidr {
            return self.input(Field::Peer, name);
        }
        // The group itself stands in the list too: naming it is a documented error worth seeing.
        let label = |group: &SecurityGroup| match group.id == own.id {
            true => format!("{} (=)", group.label()),
            false => group.label().to_owned(),
        };
        let options = scenario.groups().map(|group| (group.id.as_str(), label(group)));
        self.options(Field::Peer, name, options.collect())
    }

    fn quick(&self) -> Html {
        let button = |&(label, protocol, ports): &(&'static str, &'static str, &'static str)| {
            let draft = self.draft.clone();
            let fill = Callback::from(move |_: MouseEvent| {
                let filled = draft.with(Field::Protocol, protocol.to_owned());
                draft.set(filled.with(Field::Ports, ports.to_owned()));
            });
            html! { <button type="button" class="chip" onclick={fill}>{label}</button> }
        };
        html! {
            <div class="quick" role="group" aria-label={self.session.say(text::QUICK_ADD)}>
                <span class="faint">{self.session.say(text::QUICK_ADD)}</span>
                {for QUICK.iter().map(button)}
            </div>
        }
    }
}
