//! The import dialog: takes output of the account's API, shows a preview, and opens the scenario on
//! request.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::dialog::Dialog;
use crate::component::share::import::findings::findings;
use crate::component::share::import::intake::Intake;
use crate::component::share::import::opening::OpenImported;
use crate::hooks::{Session, Source, Stage, use_importing, use_session};
use crate::text::import as text;
use sg_core::import::Text;

mod findings;
mod intake;
mod opening;

/// Properties of [`ImportPanel`].
#[derive(Properties, PartialEq, Eq)]
pub struct ImportPanelProps {
    /// The initial content: empty, or an existing result.
    #[prop_or_default]
    pub stage: Stage,
}

/// The dialog.
#[component]
pub fn ImportPanel(props: &ImportPanelProps) -> Html {
    let session = use_session();
    let importing = use_importing(props.stage.clone());
    let pasted = use_state(|| Rc::<str>::from(""));
    let files = use_state(Vec::new);
    // All inputs are read together as soon as they change.
    {
        let (start, language) = (importing.start.clone(), session.language);
        let known = use_mut_ref(|| None);
        let given = (Rc::clone(&pasted), (*files).clone());
        use_effect_with(given, move |(pasted, files)| {
            let now = Some((Rc::clone(pasted), files.clone()));
            let before = known.replace(now.clone());
            // The initial content stays until there is input.
            if before.is_some() && before != now {
                let name = text::PASTED.get(language).to_owned();
                let words = (!pasted.trim().is_empty())
                    .then(|| Source::Pasted(Text { name, content: pasted.to_string() }));
                let files = files.iter().cloned().map(Source::File);
                start.emit(words.into_iter().chain(files).collect());
            }
        });
    }
    let onpaste = {
        let setter = pasted.setter();
        Callback::from(move |words: String| setter.set(Rc::from(words)))
    };
    let onfiles = {
        let setter = files.setter();
        Callback::from(move |files| setter.set(files))
    };
    html! {
        <Dialog title={&text::IMPORT} opener="open-import">
            <p class="muted">{session.say(text::LEAD)}</p>
            <Intake files={(*files).clone()} {onpaste} {onfiles} />
            <div class="import-stage" role="status">{said(&session, &importing.stage)}</div>
            {match &importing.stage {
                Stage::Reading(done, all) => progress(&session, *done, *all, &importing.cancel),
                Stage::Done(reading) => html! {
                    <>
                        {findings(&session, reading)}
                        <OpenImported reading={Rc::clone(reading)} />
                    </>
                },
                Stage::Idle | Stage::Cancelled | Stage::Unreadable(_) | Stage::Refused(_) => Html::default(),
            }}
        </Dialog>
    }
}

/// The progress of the import, as text.
fn said(session: &Session, stage: &Stage) -> Html {
    let wrong = |words: String| html! { <p class="api-error">{words}</p> };
    match stage {
        Stage::Idle | Stage::Reading(..) | Stage::Done(_) => Html::default(),
        Stage::Cancelled => html! { <p>{session.say(text::CANCELLED)}</p> },
        Stage::Unreadable(name) => wrong(session.fill(text::UNREADABLE, &[("name", name)])),
        Stage::Refused(said) => wrong(said.say(session.language)),
    }
}

fn progress(session: &Session, done: usize, all: usize, cancel: &Callback<()>) -> Html {
    let kilobytes = |bytes: usize| bytes.div_ceil(1024).to_string();
    let (of, whole) = (kilobytes(done), kilobytes(all));
    let words = session.fill(text::READING, &[("done", &of), ("all", &whole)]);
    html! {
        <div class="import-progress">
            <progress max={all.to_string()} value={done.to_string()} aria-label={words.clone()} />
            <span>{words}</span>
            <button type="button" onclick={cancel.reform(|_: MouseEvent| ())}>{session.say(text::CANCEL)}</button>
        </div>
    }
}
