//! The import dialog: takes output of the account's API, shows a preview, and opens the scenario on
//! request.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::dialog::Dialog;
use crate::component::kit::later::later;
use crate::component::share::import::choosing::{regions, sides};
use crate::component::share::import::collect::CollectScriptProps;
use crate::component::share::import::findings::findings;
use crate::component::share::import::intake::Intake;
use crate::component::share::import::opening::OpenImportedProps;
use crate::component::share::parts::{COLLECT, OPEN_IMPORTED};
use crate::hooks::{Session, Source, Stage, use_importing, use_session};
use crate::platform::ChosenFile;
use crate::text::import as text;
use sg_core::import::{Choice, Text};
use sg_core::language::Language;

mod choosing;
pub mod collect;
mod findings;
mod intake;
pub(super) mod opening;

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
    let choice = use_state(Choice::default);
    let given = (Rc::clone(&pasted), (*files).clone(), (*choice).clone());
    use_reading(importing.start.clone(), given);
    let onpaste = {
        let setter = pasted.setter();
        Callback::from(move |words: String| setter.set(Rc::from(words)))
    };
    let onfiles = {
        let setter = files.setter();
        Callback::from(move |files| setter.set(files))
    };
    let onregion = {
        let (setter, choice) = (choice.setter(), (*choice).clone());
        Callback::from(move |region| setter.set(Choice { region: Some(region), ..choice.clone() }))
    };
    let onside = {
        let (setter, choice) = (choice.setter(), (*choice).clone());
        Callback::from(move |plan| setter.set(Choice { plan, ..choice.clone() }))
    };
    html! {
        <Dialog title={&text::IMPORT} opener="open-import">
            <p class="muted">{session.say(text::LEAD)}</p>
            {later(&COLLECT, CollectScriptProps { regions: AttrValue::default() })}
            <Intake files={(*files).clone()} {onpaste} {onfiles} />
            <div class="import-stage" role="status">{said(&session, &importing.stage)}</div>
            {match &importing.stage {
                Stage::Reading(done, all) => progress(&session, *done, *all, &importing.cancel),
                Stage::Done(reading) => html! {
                    <>
                        {regions(&session, reading, choice.region.as_ref(), &onregion)}
                        {sides(&session, reading, choice.plan, &onside)}
                        {findings(&session, reading)}
                        {later(&OPEN_IMPORTED, OpenImportedProps {
                            reading: Rc::clone(reading),
                            sources: Rc::new(sources(session.language, &pasted, &files)),
                            choice: (*choice).clone(),
                        })}
                    </>
                },
                Stage::Idle | Stage::Cancelled | Stage::Unreadable(_) | Stage::Refused(_) => Html::default(),
            }}
        </Dialog>
    }
}

/// Reads all inputs together as soon as they change: pasted words, files, and what was chosen.
#[hook]
fn use_reading(start: Callback<(Vec<Source>, Choice)>, given: (Rc<str>, Vec<ChosenFile>, Choice)) {
    let language = use_session().language;
    let known = use_mut_ref(|| None);
    use_effect_with(given, move |(pasted, files, choice)| {
        let now = Some((Rc::clone(pasted), files.clone(), choice.clone()));
        let before = known.replace(now.clone());
        // The initial content stays until there is input.
        if before.is_some() && before != now {
            start.emit((sources(language, pasted, files), choice.clone()));
        }
    });
}

/// What is read: pasted words, then the files.
fn sources(language: Language, pasted: &str, files: &[ChosenFile]) -> Vec<Source> {
    let name = text::PASTED.get(language).to_owned();
    let words = (!pasted.trim().is_empty())
        .then(|| Source::Pasted(Text { name, content: pasted.to_owned() }));
    words.into_iter().chain(files.iter().cloned().map(Source::File)).collect()
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
