//! The export dialog: the scenario and its answers as files.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::button::choice;
use crate::component::kit::dialog::Dialog;
use crate::component::share::export::preview::Preview;
use crate::component::share::hiding::use_hiding;
use crate::export::{File, Form, MOST_DRAWN, MOST_ENDS, Missing, Style};
use crate::hooks::{Session, use_page_address, use_session};
use crate::state::State;
use crate::text::{export as text, framing};
use sg_core::language::Text;

mod preview;

/// Properties of [`ExportPanel`].
#[derive(Properties, PartialEq, Eq)]
pub struct ExportPanelProps {
    /// The page state.
    pub state: Rc<State>,
    /// The initially selected form.
    #[prop_or(Form::Scenario)]
    pub form: Form,
}

/// A list of forms, and the selected one as text. Only the selected one is generated.
#[component]
pub fn ExportPanel(props: &ExportPanelProps) -> Html {
    let session = use_session();
    let chosen = use_state_eq(|| props.form);
    let dark = use_state_eq(|| false);
    let page = use_page_address();
    let hiding = use_hiding(&props.state);
    let asked = (Rc::clone(&hiding.state), *chosen, session.language, *dark, page);
    let file = use_memo(asked, |(state, form, language, dark, page)| {
        File::of(state, *form, Style { language: *language, dark: *dark, page })
    });
    let paint = |wanted: bool, name: Text| {
        let setter = dark.setter();
        let onclick = Callback::from(move |_: MouseEvent| setter.set(wanted));
        choice(session.say(name), *dark == wanted, None, onclick)
    };
    let choose = |form: Form| {
        let chosen = chosen.setter();
        Callback::from(move |_: MouseEvent| chosen.set(form))
    };
    html! {
        <Dialog title={&text::EXPORT} opener="open-export">
            <p class="muted">{session.say(text::LEAD)}</p>
            {hiding.switch}
            <div class="export">
                <div class="export-forms" role="group" aria-label={session.say(text::FORMS)}>
                    {for Form::ALL.into_iter().map(|form| choice(session.say(name_of(form)), form == *chosen, None, choose(form)))}
                </div>
                <div class="export-file">
                    <p>{session.say(about(*chosen))}</p>
                    if chosen.is_picture() {
                        <div class="seg export-colours" role="group" aria-label={session.say(framing::COLOURS)}>
                            {paint(false, text::FOR_LIGHT)}
                            {paint(true, text::FOR_DARK)}
                        </div>
                    }
                    {match &*file {
                        Ok(file) => html! { <Preview key={file.name.clone()} file={Rc::new(file.clone())} /> },
                        Err(missing) => html! { <p class="none">{why(&session, *missing)}</p> },
                    }}
                </div>
            </div>
        </Dialog>
    }
}

fn why(session: &Session, missing: Missing) -> String {
    match missing {
        Missing::Choice => session.say(text::NO_CHOICE).to_owned(),
        Missing::Nothing => session.say(text::NOTHING).to_owned(),
        Missing::Open => session.say(text::OPEN).to_owned(),
        Missing::TooLarge => session.fill(text::TOO_LARGE, &[("most", &MOST_ENDS.to_string())]),
        Missing::TooWide => session.fill(text::TOO_WIDE, &[("most", &MOST_DRAWN.to_string())]),
    }
}

const fn name_of(form: Form) -> Text {
    match form {
        Form::Scenario => text::SCENARIO,
        Form::Script => text::SCRIPT,
        Form::Terraform => text::TERRAFORM,
        Form::Matrix => text::MATRIX,
        Form::MatrixPicture => text::MATRIX_PICTURE,
        Form::Drawing => text::DRAWING,
        Form::Markdown => text::MARKDOWN,
        Form::Json => text::JSON,
    }
}

const fn about(form: Form) -> Text {
    match form {
        Form::Scenario => text::ABOUT_SCENARIO,
        Form::Script => text::ABOUT_SCRIPT,
        Form::Terraform => text::ABOUT_TERRAFORM,
        Form::Matrix => text::ABOUT_MATRIX,
        Form::MatrixPicture => text::ABOUT_MATRIX_PICTURE,
        Form::Drawing => text::ABOUT_DRAWING,
        Form::Markdown => text::ABOUT_MARKDOWN,
        Form::Json => text::ABOUT_JSON,
    }
}
