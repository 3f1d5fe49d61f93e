//! The list of lessons by level, with checkmarks for completed ones.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::dialog::Dialog;
use crate::component::learn::lesson::name_of;
use crate::component::learn::lesson::open::{link, to_lesson};
use crate::component::learn::lesson::words::said;
use crate::component::learn::practice::PracticePanel;
use crate::component::learn::training::learner::LearnerPanel;
use crate::hooks::{Session, use_session};
use crate::state::{Learned, Training};
use crate::text::{lessons as text, training};
use sg_core::language::Language;
use sg_core::lesson::{Lesson, Level};
use sg_core::model::Timestamp;
use sg_core::share::Route;

/// Properties of [`LessonList`].
#[derive(Properties, PartialEq, Eq)]
pub struct LessonListProps {
    /// Which lessons are completed.
    pub learned: Learned,
    /// The learner.
    pub training: Rc<Training>,
    /// The time; that of the clock if absent.
    #[prop_or_default]
    pub now: Option<Timestamp>,
}

/// The list, with a note if the browser does not keep the checkmarks.
#[component]
pub fn LessonList(props: &LessonListProps) -> Html {
    let session = use_session();
    let Learned { done, kept, .. } = &props.learned;
    let lessons = Lesson::all();
    let count = lessons.iter().filter(|lesson| done.contains(&lesson.id)).count();
    let numbers = [("done", &*count.to_string()), ("all", &*lessons.len().to_string())];
    html! {
        <Dialog title={&text::LESSONS} opener="open-lessons">
            <p class="muted">
                {session.say(text::LESSONS_LEAD)}{session.gap()}<span class="count">{session.fill(text::DONE_OF, &numbers)}</span>
            </p>
            if !*kept {
                <p class="note">{session.say(text::NOT_KEPT)}</p>
            }
            <PracticePanel training={Rc::clone(&props.training)} done={done.clone()} now={props.now} />
            {for Level::ALL.into_iter().zip(1_u8..).map(|(level, number)| section(&session, level, number, props))}
            // Another name gets another panel, whose field holds that name.
            <LearnerPanel key={props.training.learner.name.clone()} training={Rc::clone(&props.training)} />
            <p>{link(&session, Route::Result { text: String::new() }, classes!("alone-link"), "course-page", html! { {session.say(training::READ_RESULTS)} })}</p>
            <p><a class="alone-link" href={cheat_sheet(session.language)} target="_blank" rel="noopener">{session.say(text::CHEAT_SHEET)}</a></p>
        </Dialog>
    }
}

fn section(session: &Session, level: Level, number: u8, props: &LessonListProps) -> Html {
    let numbered = Lesson::all().iter().enumerate();
    let of_level = numbered.filter(|(_, lesson)| lesson.level == level);
    let values = [("number", &*number.to_string()), ("name", session.say(name_of(level)))];
    html! {
        <section class="level">
            <h3>{session.fill(text::LEVEL, &values)}</h3>
            <ul class="lessons">{for of_level.map(|(place, lesson)| item(session, place, lesson, props))}</ul>
        </section>
    }
}

fn item(session: &Session, place: usize, lesson: &Arc<Lesson>, props: &LessonListProps) -> Html {
    let done = props.learned.done.contains(&lesson.id);
    let inside = html! {
        <>
            <span class="place">
                if done {
                    <span aria-hidden="true">{"✓"}</span>
                    <span class="visually-hidden">{session.say(text::DONE)}</span>
                } else {
                    {(place + 1).to_string()}
                }
            </span>
            <span class="said"><b>{said(session, &lesson.title)}</b><span>{said(session, &lesson.task)}</span></span>
        </>
    };
    let class = classes!("to-lesson", done.then_some("done"));
    html! { <li key={lesson.id.clone()}>{link(session, to_lesson(&lesson.id), class, "lesson", inside)}</li> }
}

/// A link to the printable page.
const fn cheat_sheet(language: Language) -> &'static str {
    match language {
        Language::En => "cheat-sheet.en.html",
        Language::Zh => "cheat-sheet.zh.html",
    }
}
