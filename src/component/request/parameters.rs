//! The raw parameters of the call: any operation, name and value.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::error_line::api_error_line;
use crate::component::kit::limit::Limit;
use crate::hooks::{Session, text_of, value_of};
use crate::state::{Action, Request, RequestEdit};
use crate::text::request as text;
use sg_core::emulator::{Action as Operation, ApiError, ParamSpec, Reply, param_specs};

/// One row per parameter; the URL and the outcome update on every keystroke.
pub(crate) fn parameters(
    session: &Session,
    request: &Request,
    outcome: &Result<Reply, ApiError>,
) -> Html {
    let choose = session.dispatch.reform(|event: Event| {
        let operation = Operation::parse(&value_of(&event));
        Action::Request(RequestEdit::Choose(
            operation.unwrap_or(Operation::ModifySecurityGroupPolicy),
        ))
    });
    let error = outcome.as_ref().err();
    let specs = param_specs(request.action);
    let has = |name: &str| request.params.iter().any(|(own, _)| own == name);
    let unused = specs.iter().map(ParamSpec::first_name).find(|name| !has(name));
    let add = Action::Request(RequestEdit::Add(unused.unwrap_or_default()));
    html! {
        <div class="parameters" data-focus-fallback="add-param">
            <label class="field">
                {session.say(text::OPERATION)}
                <select class="mono" onchange={choose}>
                    {for Operation::ALL.into_iter().map(|operation| html! {
                        <option value={operation.as_str()} selected={operation == request.action}>{operation.as_str()}</option>
                    })}
                </select>
            </label>
            <p class="faint">{session.say(text::PARAM_HINT)}</p>
            <datalist id="param-names">
                {for specs.iter().map(|spec| html! { <option value={spec.first_name()} /> })}
            </datalist>
            <div class="param-rows">
                {for request.params.iter().enumerate().map(|(place, param)| row(session, place, param, error))}
            </div>
            if let Some(error) = error.filter(|error| !names_a_row(error, request)) {
                {api_error_line(error, None)}
            }
            <button type="button" class="link" id="add-param" onclick={session.on(add)}>{session.say(text::ADD_PARAM)}</button>
        </div>
    }
}

fn names_a_row(error: &ApiError, request: &Request) -> bool {
    request.params.iter().any(|(name, _)| error.param() == Some(name))
}

fn row(
    session: &Session,
    place: usize,
    (name, value): &(String, String),
    error: Option<&ApiError>,
) -> Html {
    let number = (place + 1).to_string();
    let error_id = format!("param-error-{place}");
    let error = error.filter(|error| error.param() == Some(name));
    let edit = |make: fn(usize, String) -> RequestEdit| {
        session
            .dispatch
            .reform(move |event: InputEvent| Action::Request(make(place, text_of(&event))))
    };
    let remove = session.fill(text::REMOVE_PARAM, &[("name", name)]);
    html! {
        <div class="param-row" key={place}>
            <input
                class="mono"
                list="param-names"
                maxlength={Limit::LINE}
                aria-label={session.fill(text::PARAM_NAME, &[("number", &number)])}
                value={name.clone()}
                oninput={edit(RequestEdit::Rename)}
            />
            <input
                class="mono"
                id={format!("param-value-{place}")}
                maxlength={Limit::LIST}
                aria-label={session.fill(text::PARAM_VALUE, &[("name", name)])}
                aria-invalid={error.is_some().to_string()}
                aria-describedby={error.is_some().then(|| error_id.clone())}
                value={value.clone()}
                oninput={edit(RequestEdit::Set)}
            />
            {IconButton::cross(remove, session.on(Action::Request(RequestEdit::Remove(place)))).show()}
            {error.map(|error| api_error_line(error, Some(error_id))).unwrap_or_default()}
        </div>
    }
}
