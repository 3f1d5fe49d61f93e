//! Practice: what is due today, and the next question or exercise.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::component::learn::quiz::score::refuted;
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::state::{Action, Training, TrainingEdit};
use crate::text::exercises as text;
use sg_core::model::Timestamp;
use sg_core::quiz::Misconception;
use sg_core::training::Practice;

/// Properties of [`PracticePanel`].
#[derive(Properties, PartialEq, Eq)]
pub struct PracticePanelProps {
    /// The learner.
    pub training: Rc<Training>,
    /// The ids of finished lessons.
    pub done: BTreeSet<String>,
    /// The time; that of the clock if absent.
    #[prop_or_default]
    pub now: Option<Timestamp>,
}

/// The panel. What was never practised is only counted: its name would give answers away.
#[component]
pub fn PracticePanel(props: &PracticePanelProps) -> Html {
    let session = use_session();
    let read = use_state(|| props.now);
    {
        let (setter, given) = (read.setter(), props.now);
        use_effect_with(Rc::clone(&props.training.learner), move |_| {
            setter.set(Some(given.unwrap_or_else(|| platform::env().now)));
        });
    }
    let Some(now) = *read else { return Html::default() };
    let practice = &props.training.learner.practice;
    let topics = practice.topics(&props.done);
    let due = practice.due(&topics, now);
    html! {
        <section class="level practice" aria-labelledby="practice">
            <h3 id="practice">{session.say(text::PRACTICE)}</h3>
            <p class="muted">{session.say(text::PRACTICE_LEAD)}</p>
            <p class="count">{counted(&session, practice, &topics, &due, now)}</p>
            if !due.is_empty() {
                <ul>{for due.iter().map(|own| html! { <li key={own.word()}>{refuted(&session, *own)}</li> })}</ul>
            }
            <p>{practise(&session, due.len(), Some("primary"))}</p>
        </section>
    }
}

/// How many are due and new or, if neither, when the next one is due.
fn counted(
    session: &Session,
    practice: &Practice,
    topics: &[Misconception],
    due: &[Misconception],
    now: Timestamp,
) -> String {
    let fresh = practice.fresh(topics).len();
    if due.is_empty() && fresh == 0 {
        let days = practice.days_left(topics, now).unwrap_or_default().to_string();
        return session.fill(text::NOTHING_DUE, &[("days", &days)]);
    }
    let numbers = [("due", &*due.len().to_string()), ("new", &*fresh.to_string())];
    session.fill(text::DUE, &numbers)
}

/// The button that opens what is to be practised next.
pub(crate) fn practise(session: &Session, due: usize, class: Option<&'static str>) -> Html {
    let onclick = session
        .dispatch
        .reform(|_: MouseEvent| Action::Training(TrainingEdit::Practise(platform::env())));
    let name = match due {
        0 => session.say(text::PRACTISE).to_owned(),
        due => session.fill(text::PRACTISE_DUE, &[("due", &due.to_string())]),
    };
    html! { <button type="button" {class} data-focus-fallback="lesson" {onclick}>{name}</button> }
}
