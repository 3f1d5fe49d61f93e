//! A control of the rule form, with the API error beside it.

use yew::prelude::*;

use crate::component::groups::rule_form::draft::RuleDraft;
use crate::component::groups::rule_form::field::Field;
use crate::component::groups::rule_form::props::RuleFormProps;
use crate::component::kit::error_line::api_error_line;
use crate::component::kit::limit::Limit;
use crate::hooks::{Session, text_of, value_of};
use crate::state::Suggested;
use sg_core::emulator::ApiError;
use sg_core::language::Text;

/// The fields of the form with their shared context.
pub(crate) struct Fields<'a> {
    pub(crate) session: &'a Session,
    pub(crate) props: &'a RuleFormProps,
    /// The initial input.
    pub(crate) base: &'a RuleDraft,
    pub(crate) draft: &'a UseStateHandle<RuleDraft>,
    pub(crate) refused: Option<&'a ApiError>,
    /// What is selected.
    pub(crate) suggested: &'a Suggested,
}

impl Fields<'_> {
    pub(crate) fn error_of(&self, field: Field) -> Option<&ApiError> {
        self.refused.filter(|e| Field::of(e.param(), self.props.direction) == Some(field))
    }

    /// Ids are unique per form, since forms of several groups and rules may be open at once.
    pub(crate) fn error_id(&self, field: Field) -> String {
        let rule = self.props.rule.as_ref().map(|rule| rule.id.as_str()).unwrap_or_default();
        format!("rule-error-{}-{}{rule}", field.class(), self.props.group.id)
    }

    /// The id of the input of a field.
    pub(crate) fn input_id(&self, field: Field) -> String {
        let rule = self.props.rule.as_ref().map(|rule| rule.id.as_str()).unwrap_or_default();
        format!("rule-input-{}-{}{rule}", field.class(), self.props.group.id)
    }

    pub(crate) fn set(&self, field: Field) -> Callback<String> {
        let draft = self.draft.clone();
        Callback::from(move |value: String| draft.set(draft.with(field, value)))
    }

    pub(crate) fn framed(&self, field: Field, name: Text, control: Html) -> Html {
        let error = self.error_of(field);
        html! {
            <div class={classes!("field-frame", field.class())}>
                <label class="field">{self.session.say(name)}{control}</label>
                {error.map(|error| api_error_line(error, Some(self.error_id(field)))).unwrap_or_default()}
            </div>
        }
    }

    pub(crate) fn input(&self, field: Field, name: Text) -> Html {
        self.completed_input(field, name, None)
    }

    /// An input that the options of a `datalist` complete.
    pub(crate) fn completed_input(&self, field: Field, name: Text, list: Option<String>) -> Html {
        let set = self.set(field);
        let wrong = self.error_of(field).is_some();
        let control = html! {
            <input
                id={self.input_id(field)}
                maxlength={Limit::LINE}
                {list}
                value={self.draft.get(field).to_owned()}
                autocomplete="off"
                spellcheck="false"
                aria-invalid={wrong.to_string()}
                aria-describedby={wrong.then(|| self.error_id(field))}
                oninput={Callback::from(move |event: InputEvent| set.emit(text_of(&event)))}
            />
        };
        self.framed(field, name, control)
    }

    pub(crate) fn select(
        &self,
        field: Field,
        name: Text,
        options: &[(&'static str, Text)],
    ) -> Html {
        let options =
            options.iter().map(|(value, text)| (*value, self.session.say(*text).to_owned()));
        self.options(field, name, options.collect())
    }

    pub(crate) fn options(&self, field: Field, name: Text, options: Vec<(&str, String)>) -> Html {
        let set = self.set(field);
        let chosen = self.draft.get(field);
        let id = self.props.first.clone().filter(|_| field == Field::Policy);
        let wrong = self.error_of(field).is_some();
        let control = html! {
            <select
                {id}
                aria-invalid={wrong.then_some("true")}
                aria-describedby={wrong.then(|| self.error_id(field))}
                onchange={Callback::from(move |event: Event| set.emit(value_of(&event)))}
            >
                {for options.into_iter().map(|(value, label)| html! {
                    <option value={value.to_owned()} selected={value == chosen}>{label}</option>
                })}
            </select>
        };
        self.framed(field, name, control)
    }
}
