//! Where a lesson stands, told beside the matrix, where the learner looks after an edit: solved, or the
//! first packet that still violates a goal.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::learn::training::bar::next_part;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::state::{Action, LessonEdit, LessonStep};
use crate::text::lessons as text;
use sg_core::history::History;
use sg_core::lesson::Progress;
use sg_core::lesson::course::{Attempt, Miss};

/// Properties of [`LessonNews`].
#[derive(Properties, PartialEq)]
pub struct LessonNewsProps {
    /// The learner's progress.
    pub progress: Rc<Progress>,
    /// The log, including the current scenario.
    pub history: Rc<History>,
    /// The next part of the course that the lesson belongs to.
    #[prop_or_default]
    pub next_part: Option<usize>,
    /// Shows everything that the panel of the lesson holds.
    #[prop_or_default]
    pub onmore: Callback<()>,
}

/// One line. Nothing before the first edit: the goals say what to do.
#[component]
pub fn LessonNews(props: &LessonNewsProps) -> Html {
    let session = use_session();
    let LessonNewsProps { progress, history, next_part, onmore } = props;
    if Attempt::of(history).changes().next().is_none() {
        return Html::default();
    }
    match progress.goals.iter().flatten().next() {
        None => solved(&session, *next_part, onmore.clone()),
        Some(miss) => missed(&session, progress, history, miss),
    }
}

fn solved(session: &Session, next: Option<usize>, more: Callback<()>) -> Html {
    let dispatch = session.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        more.emit(());
        dispatch.emit(Action::Lesson(LessonEdit::Step(LessonStep::Why)));
        platform::focus_soon("lesson");
    });
    html! {
        <p class="solved" role="status">
            <b><span aria-hidden="true">{"✓ "}</span>{session.say(text::ALL_MET)}</b>
            <button type="button" class="link" {onclick}>{session.say(text::WHY_IT_WORKS)}</button>
            {next.map(|part| next_part(session, part)).unwrap_or_default()}
        </p>
    }
}

fn missed(session: &Session, progress: &Progress, history: &History, miss: &Miss) -> Html {
    let (met, all) = (progress.met().to_string(), progress.goals.len().to_string());
    let count = session.fill(text::GOALS_MET, &[("met", &met), ("all", &all)]);
    let jump = LessonEdit::jump(miss).map(Action::Lesson);
    html! {
        <p class="solved missed" role="status">
            <b><span aria-hidden="true">{"○ "}</span>{count}</b>
            <span>{miss.sentence(history.scenario(), session.language)}</span>
            if let Some(jump) = jump {
                <button type="button" class="link" data-focus-fallback="matrix" onclick={session.on(jump)}>{session.say(text::SHOW_PACKET)}</button>
            }
        </p>
    }
}
