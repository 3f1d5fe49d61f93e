//! The dialog that compares flow logs with the scenario.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::flows::intake::LogIntake;
use crate::component::flows::result::LogResult;
use crate::component::kit::dialog::Dialog;
use crate::derived::{JudgedFiles, fault_lines, megabytes};
use crate::hooks::{JudgingStage, ReadBytes, Session, use_judging, use_session};
use crate::state::{KeptLog, State};
use crate::text::flows as text;

/// Properties of [`FlowsPanel`].
#[derive(Properties, PartialEq, Eq)]
pub struct FlowsPanelProps {
    /// The page state.
    pub state: Rc<State>,
    /// How far the reading is at first.
    #[prop_or_default]
    pub stage: JudgingStage,
}

/// The dialog.
#[component]
pub fn FlowsPanel(props: &FlowsPanelProps) -> Html {
    let session = use_session();
    let state = &props.state;
    let judging = use_judging(state.scenario(), props.stage.clone());
    let judged = state.view.log.as_ref().and_then(KeptLog::read::<JudgedFiles>);
    // A log tells what passes, which an open question asks.
    let hidden = state.hidden_answer().is_some();
    html! {
        <Dialog title={&text::FLOWS} opener="open-flows">
            <p class="muted">{session.say(text::LEAD)}</p>
            if hidden {
                <p class="none" role="status">{session.say(text::PREDICT_FIRST)}</p>
            } else {
                <LogIntake onfiles={judging.start.clone()} />
                {progress(&session, &judging.stage, &judging.cancel)}
                <div class="log-faults" role="alert">{nothing(&session, &judging.stage)}</div>
                if let Some(judged) = judged {
                    <LogResult {judged} state={Rc::clone(state)} onagain={judging.start} />
                }
            }
        </Dialog>
    }
}

/// Why no file had any record.
fn nothing(session: &Session, stage: &JudgingStage) -> Html {
    let JudgingStage::Nothing(names, faults) = stage else { return Html::default() };
    let lines = fault_lines(names, faults, session.language);
    html! {
        <>
            {for lines.into_iter().map(|line| html! { <p class="api-error">{line}</p> })}
            <p>{session.say(text::NOTHING_READ)}</p>
        </>
    }
}

/// How far the reading is, and a button that stops it.
fn progress(session: &Session, stage: &JudgingStage, cancel: &Callback<()>) -> Html {
    let (words, part) = match stage {
        JudgingStage::Idle | JudgingStage::Nothing(..) => return Html::default(),
        JudgingStage::Preparing => (session.say(text::PREPARING).to_owned(), None),
        JudgingStage::Summing => (session.say(text::SUMMING).to_owned(), None),
        JudgingStage::Reading(read) => (reading(session, read), Some((read.done, read.all))),
    };
    let (value, max) = part.map(|(done, all)| (done.to_string(), all.to_string())).unzip();
    html! {
        <div class="import-progress">
            <progress {max} {value} aria-label={words.clone()} />
            <span>{words}</span>
            <button type="button" id="flows-cancel" data-focus-fallback="flows-files" onclick={cancel.reform(|_: MouseEvent| ())}>{session.say(text::CANCEL)}</button>
        </div>
    }
}

fn reading(session: &Session, read: &ReadBytes) -> String {
    let (done, all) = (megabytes(read.done), megabytes(read.all));
    let records = read.records.to_string();
    let values = [("done", &*done), ("all", &*all), ("records", &*records)];
    let words = session.fill(text::READING, &values);
    let left = match read.seconds {
        None => return words,
        Some(seconds) if seconds < 100 => (text::SECONDS_LEFT, seconds),
        Some(seconds) => (text::MINUTES_LEFT, seconds.div_ceil(60)),
    };
    let left = session.fill(left.0, &[("count", &left.1.to_string())]);
    format!("{words} · {left}")
}
