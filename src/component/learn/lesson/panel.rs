//! The open lesson above the groups: its topic and its three parts, with the current one open.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::button::choice;
use crate::component::learn::exercise::grade;
use crate::component::learn::lesson::brief::brief;
use crate::component::learn::lesson::builder::preview::PreviewBar;
use crate::component::learn::lesson::goals::{Goals, goals};
use crate::component::learn::lesson::predict::Predict;
use crate::component::learn::lesson::why::{After, why_it_works};
use crate::component::learn::lesson::words::said;
use crate::hooks::{Session, use_layout, use_session};
use crate::state::{Action, Learning, LessonEdit, LessonStep};
use crate::text::lessons as text;
use sg_core::history::History;
use sg_core::language::Text;
use sg_core::lesson::course::{Attempt, Lacks};
use sg_core::lesson::{Draft, Lesson, Progress};
use sg_core::training::Results;

/// Properties of [`LessonPanel`].
#[derive(Properties, PartialEq)]
pub struct LessonPanelProps {
    /// The lesson and the learner's work on it.
    pub learning: Learning,
    /// The learner's progress.
    pub progress: Rc<Progress>,
    /// The log, including the current scenario.
    pub history: Rc<History>,
    /// What to hand in once the lesson is solved; nothing in a course, which has a result of its own.
    #[prop_or_default]
    pub results: Option<Results>,
    /// The next part of the course that the lesson belongs to.
    #[prop_or_default]
    pub next_part: Option<usize>,
    /// The draft of the lesson, if its author looks at it as a learner.
    #[prop_or_default]
    pub preview: Option<Rc<Draft>>,
    /// Whether everything is shown where room is scarce.
    #[prop_or_default]
    pub unfolded: bool,
    /// Shows or hides everything where room is scarce.
    #[prop_or_default]
    pub onfold: Callback<()>,
}

/// The panel. All of its texts can be read at any time, even after completion.
#[component]
pub fn LessonPanel(props: &LessonPanelProps) -> Html {
    let session = use_session();
    let LessonPanelProps { learning, progress, history, unfolded, onfold, next_part, .. } = props;
    let lesson = &learning.lesson;
    let scenario = history.scenario();
    let begun = !Attempt::of(history).steps().is_empty();
    let part = match learning.step {
        LessonStep::Predict => match lesson.question.clone() {
            Some(question) => {
                html! { <Predict key={lesson.id.clone()} {question} predicted={learning.predicted} /> }
            }
            None => Html::default(),
        },
        LessonStep::Do => {
            let Learning { hints, unsolved, .. } = *learning;
            goals(&session, &Goals { lesson, progress, scenario, begun, hints, unsolved })
        }
        LessonStep::Why => {
            let after = After { next_part: *next_part, results: props.results.clone() };
            why_it_works(&session, learning, (progress, history), after)
        }
    };
    // Where room is scarce, one line stands for the task while the learner works on it. It stays
    // when the last goal is met, so that nothing moves away from where the learner looks.
    let short = use_layout().is_compact() && learning.step != LessonStep::Predict;
    html! {
        <>
        if let Some(draft) = &props.preview {
            <PreviewBar draft={Rc::clone(draft)} lesson={Arc::clone(lesson)} progress={Rc::clone(progress)} history={Rc::clone(history)} />
        }
        <section class={classes!("lesson", short.then_some("short"))} id="lesson" tabindex="-1" data-focus-fallback="lesson" aria-label={lesson.title.get(session.language).to_owned()}>
            <div class="lesson-head">
                <h2><span class="tag">{tag(&session, learning)}</span>{" "}<b>{said(&session, &lesson.title)}</b></h2>
                // A course is left by its own bar.
                if next_part.is_none() {
                    {IconButton::cross(session.say(text::LEAVE), session.on(Action::Lesson(LessonEdit::Leave))).fallback("open-lessons").show()}
                }
            </div>
            {lesson.lacks(session.language).map(|lacks| one_language(&session, lacks)).unwrap_or_default()}
            if short {
                {brief(&session, lesson, progress, (*unfolded, onfold))}
            }
            if !short || *unfolded {
                <p class="task">{said(&session, &lesson.task)}</p>
                <div class="parts" role="group" aria-label={session.say(text::PARTS)}>
                    {for learning.steps().zip(1_u8..).map(|(step, place)| tab(&session, (step, place), learning.step, progress))}
                </div>
                {part}
            }
        </section>
        </>
    }
}

/// That the author wrote all or some of the lesson in the other language only.
fn one_language(session: &Session, lacks: Lacks) -> Html {
    let said = match lacks {
        Lacks::All => text::OTHER_LANGUAGE,
        Lacks::Some => text::PARTLY_OTHER_LANGUAGE,
    };
    html! { <p class="note">{session.say(said)}</p> }
}

/// The number of a lesson, or the grade of an exercise.
fn tag(session: &Session, learning: &Learning) -> String {
    if let Some(seed) = learning.exercise {
        return grade(session, seed).to_owned();
    }
    match Lesson::all().iter().position(|own| own.id == learning.lesson.id) {
        Some(place) => session.fill(text::LESSON, &[("number", &(place + 1).to_string())]),
        None => session.say(text::OWN_LESSON).to_owned(),
    }
}

fn tab(
    session: &Session,
    (step, place): (LessonStep, u8),
    current: LessonStep,
    progress: &Progress,
) -> Html {
    let name: Text = match step {
        LessonStep::Predict => text::PREDICT,
        LessonStep::Do => text::DO,
        LessonStep::Why => text::WHY,
    };
    let count =
        (step == LessonStep::Do).then(|| format!("{}/{}", progress.met(), progress.goals.len()));
    let name = html! {
        <>
            <span class="place">{place}</span>{session.say(name)}
            if let Some(count) = count {
                {" "}<span class="count">{count}</span>
            }
        </>
    };
    choice(name, step == current, None, session.on(Action::Lesson(LessonEdit::Step(step))))
}
