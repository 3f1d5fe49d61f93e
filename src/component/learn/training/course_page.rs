//! The pages of a course that show no scenario: a text, and the end.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::learn::lesson::words::said;
use crate::component::learn::training::bar::next_part;
use crate::component::learn::training::end::end;
use crate::component::learn::training::results::ResultsTable;
use crate::hooks::{Session, use_session};
use crate::state::{CoursePlace, State};
use sg_core::lesson::course::Words;
use sg_core::training::CoursePart;

/// Properties of [`CoursePage`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct CoursePageProps {
    /// Everything the page remembers.
    pub(crate) state: Rc<State>,
}

/// A text of a course, its end, or the results of a class.
#[component]
pub(crate) fn CoursePage(props: &CoursePageProps) -> Html {
    let session = use_session();
    let opened = &props.state.location.opened;
    if let Some(code) = &opened.results {
        return html! { <ResultsTable code={code.clone()} /> };
    }
    let Some(CoursePlace { course, part }) = &opened.course else { return Html::default() };
    let inside = match course.parts.get(*part) {
        Some(CoursePart::Text(words)) => html! {
            <>
                <h2 id="course-page" tabindex="-1">{said(&session, &course.title)}</h2>
                {paragraphs(&session, words)}
                <p class="quiz-ways">{next_part(&session, part + 1)}</p>
            </>
        },
        Some(CoursePart::Lesson(_) | CoursePart::Quiz(_) | CoursePart::Example(_)) | None => {
            end(&session, &props.state, course)
        }
    };
    html! { <section class="pane quiz-result" aria-labelledby="course-page" data-focus-fallback="course-page">{inside}</section> }
}

/// A text with its paragraphs.
fn paragraphs(session: &Session, words: &Words) -> Html {
    let language = words.language(session.language);
    let lines = words.get(session.language).lines().filter(|line| !line.trim().is_empty());
    let one = |line: &str| {
        let text = Some(line.to_owned());
        let words = match language {
            sg_core::language::Language::En => Words { en: text, zh: None },
            sg_core::language::Language::Zh => Words { en: None, zh: text },
        };
        html! { <p>{said(session, &words)}</p> }
    };
    lines.map(one).collect()
}
