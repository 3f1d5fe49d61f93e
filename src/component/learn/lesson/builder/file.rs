//! The file of a lesson draft: saved, copied, sent as a link, opened.

use std::rc::Rc;
use std::sync::Arc;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::prelude::*;

use crate::component::kit::copy::CopyButton;
use crate::component::learn::lesson::builder::link::SendLink;
use crate::component::learn::lesson::builder::open_file::OpenFile;
use crate::hooks::{Session, use_session};
use crate::state::{Action, LocationEdit};
use crate::text::builder as text;
use sg_core::lesson::Draft;
use sg_core::lesson::course::written;
use sg_core::model::Scenario;
use sg_core::quote::json;

#[derive(Properties, PartialEq)]
pub(super) struct BuilderFileProps {
    pub(super) scenario: Arc<Scenario>,
    pub(super) draft: Rc<Draft>,
    pub(super) valid: bool,
}

/// What the draft becomes, and what can become a draft. A draft that is not valid yet can be saved too.
#[component]
pub(super) fn BuilderFile(props: &BuilderFileProps) -> Html {
    let session = use_session();
    let BuilderFileProps { scenario, draft, valid } = props;
    let file = use_memo((Rc::clone(draft), Arc::clone(scenario)), |(draft, scenario)| {
        written(&draft.document(scenario))
    });
    let href = format!("data:application/json,{}", utf8_percent_encode(&file, NON_ALPHANUMERIC));
    let id = draft.id();
    // Whatever names the id from now on must keep naming this lesson.
    let give = {
        let (draft, dispatch) = (Rc::clone(draft), session.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            if draft.id.is_empty() {
                let given = Rc::new(draft.given_away());
                dispatch.emit(Action::Location(LocationEdit::Draft(given)));
            }
        })
    };
    html! {
        <>
            <h3>{session.say(text::SAVE_LEAD)}</h3>
            <div class="builder-acts" onclick={give}>
                <a class="alone-link" id="lesson-save" download={format!("{id}.json")} {href}>{session.say(text::SAVE)}</a>
                <CopyButton label={session.say(text::COPY)} done={session.say(text::COPIED)} what={json::visible(&file).into_owned()} />
                if *valid {
                    <SendLink file={file.to_string()} />
                }
            </div>
            <p class="muted">
                <span translate="no">{session.fill(text::ID, &[("id", &id)])}</span>
                if draft.id.is_empty() {
                    {session.gap()}{session.say(text::ID_LATER)}
                }
            </p>
            <h3>{session.say(text::OPEN_LEAD)}</h3>
            <OpenFile draft={Rc::clone(draft)} />
            <p class="row">
                {earlier(&session, draft)}
                <button type="button" class="link" disabled={**draft == Draft::default()} onclick={empty(&session, draft)}>{session.say(text::NEW_DRAFT)}</button>
            </p>
        </>
    }
}

/// A button that brings back what a file has taken the place of.
fn earlier(session: &Session, draft: &Draft) -> Html {
    let Some(before) = draft.before() else { return Html::default() };
    let untitled = before.title.en.is_none() && before.title.zh.is_none();
    let title = match untitled {
        true => session.say(text::UNTITLED).to_owned(),
        false => before.title.get(session.language).to_owned(),
    };
    let back = Action::Location(LocationEdit::Draft(Rc::new(before)));
    html! {
        <button type="button" class="link" id="lesson-bring-back" data-focus-fallback="builder" onclick={session.on(back)}>
            {session.fill(text::BRING_BACK, &[("title", &title)])}
        </button>
    }
}

fn empty(session: &Session, draft: &Draft) -> Callback<MouseEvent> {
    let empty = Draft::default().in_place_of(draft);
    session.on(Action::Location(LocationEdit::Draft(Rc::new(empty))))
}
