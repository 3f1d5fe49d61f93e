//! The goals with live checkmarks, the first violating packet of each unmet goal, and hints.

use yew::prelude::*;

use crate::component::learn::lesson::words::said;
use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, LessonEdit};
use crate::text::{exercises, lessons as text};
use sg_core::lesson::course::{Goal, Miss};
use sg_core::lesson::{Lesson, Progress};
use sg_core::model::Scenario;

/// The properties of the goal list.
pub(crate) struct Goals<'a> {
    /// The lesson.
    pub(crate) lesson: &'a Lesson,
    /// The learner's progress.
    pub(crate) progress: &'a Progress,
    /// The current scenario.
    pub(crate) scenario: &'a Scenario,
    /// Whether the learner has made an edit; before that, violations are not shown.
    pub(crate) begun: bool,
    /// The number of hints shown.
    pub(crate) hints: usize,
    /// Whether a solution was asked for and none was found.
    pub(crate) unsolved: bool,
}

/// The goals. Changes of their count are announced.
pub(crate) fn goals(session: &Session, props: &Goals<'_>) -> Html {
    let Goals { lesson, progress, hints, .. } = props;
    let (met, all) = (progress.met().to_string(), progress.goals.len().to_string());
    let goals = lesson.goals.iter().zip(&progress.goals);
    let (given, most) = (*hints, lesson.hints.len());
    let restart = session
        .dispatch
        .reform(|_: MouseEvent| Action::Lesson(LessonEdit::Restart(platform::env())));
    let restarts = if lesson.question.is_some() { text::RESTART } else { exercises::RESTART };
    let solve =
        session.dispatch.reform(|_: MouseEvent| Action::Lesson(LessonEdit::Solve(platform::env())));
    html! {
        <div class="do">
            <p class="met" role="status">{session.fill(text::GOALS_MET, &[("met", &met), ("all", &all)])}</p>
            <ol class="goals" aria-label={session.say(text::GOALS)}>
                {for goals.map(|(goal, miss)| line(session, props, goal, miss.as_ref()))}
            </ol>
            if given > 0 {
                <ul class="hints" aria-label={session.say(text::HINTS)}>
                    {for lesson.hints.iter().take(given).map(|hint| html! { <li>{said(session, hint)}</li> })}
                </ul>
            }
            <p class="row">
                if given < most {
                    <button type="button" class="link" data-focus-fallback="lesson-restart" onclick={session.on(Action::Lesson(LessonEdit::Hint))}>
                        {session.fill(text::HINT, &[("number", &(given + 1).to_string()), ("all", &most.to_string())])}
                    </button>
                }
                if lesson.can_be_searched() && !progress.is_done() {
                    <button type="button" class="link" id="show-solution" data-focus-fallback="lesson" onclick={solve}>{session.say(exercises::SHOW_SOLUTION)}</button>
                }
                <button type="button" class="link" id="lesson-restart" onclick={restart}>{session.say(restarts)}</button>
            </p>
            if props.unsolved {
                <p class="note" role="status">{session.say(exercises::NO_SOLUTION)}</p>
            }
        </div>
    }
}

fn line(session: &Session, props: &Goals<'_>, goal: &Goal, miss: Option<&Miss>) -> Html {
    let (class, glyph, word) = match miss {
        None => ("met", "✓", text::MET),
        Some(_) => ("open", "○", text::NOT_MET),
    };
    let told = miss.filter(|_| props.begun);
    let jump = told.and_then(LessonEdit::jump).map(Action::Lesson);
    html! {
        <li class={class}>
            <span class="glyph" aria-hidden="true">{glyph}</span>
            <span class="visually-hidden">{session.say(word)}{" "}</span>
            <div>
                {said(session, &goal.name)}
                if let Some(miss) = told {
                    <p class="miss">
                        {miss.sentence(props.scenario, session.language)}{session.gap()}
                        if let Some(jump) = jump {
                            <button type="button" class="link" data-focus-fallback="lesson" onclick={session.on(jump)}>{session.say(text::SHOW_PACKET)}</button>
                        }
                    </p>
                }
            </div>
        </li>
    }
}
