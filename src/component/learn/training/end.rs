//! The end of a course: what is done, what to look at again and why, and what to hand in.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::learn::quiz::result::suspect;
use crate::component::learn::training::bar::to;
use crate::component::learn::training::hand_in::HandIn;
use crate::component::learn::training::names::name_of;
use crate::hooks::Session;
use crate::state::{RESULTS, State};
use crate::text::training as text;
use sg_core::training::{Course, PartResult, Results};

/// The end page.
pub(crate) fn end(session: &Session, state: &Rc<State>, course: &Course) -> Html {
    let Some(results) = RESULTS.get().and_then(|results| results(state)) else {
        return Html::default();
    };
    let done = results.parts.iter().filter(|part| part.is_done()).count();
    let all = course.parts.len();
    let numbers = [("done", &*done.to_string()), ("all", &*all.to_string())];
    let held: Vec<_> = results.held().collect();
    let asked = results.score().answered > 0;
    let needless =
        |part: &PartResult| matches!(part, PartResult::Lesson(Some(solved)) if solved.openings > 0);
    html! {
        <>
            <h2 id="course-page" tabindex="-1">{session.say(text::END_PART)}</h2>
            <p>{if done == all { session.say(text::ALL_DONE).to_owned() } else { session.fill(text::DONE_PARTS, &numbers) }}</p>
            {listed(session, course, &results, text::OPEN_PARTS, |part| !part.is_done())}
            {listed(session, course, &results, text::AGAIN_PARTS, needless)}
            if !held.is_empty() {
                <h3>{session.say(text::LOOK_AGAIN)}</h3>
                <ul>{for held.iter().map(|own| suspect(session, *own, Html::default()))}</ul>
            } else if asked {
                <p>{session.say(text::NO_MISCONCEPTION)}</p>
            }
            <HandIn {results} />
        </>
    }
}

/// The parts whose result is of a kind, each as a button that opens it.
fn listed(
    session: &Session,
    course: &Course,
    results: &Results,
    title: sg_core::language::Text,
    is: impl Fn(&PartResult) -> bool,
) -> Html {
    let parts = results.parts.iter().enumerate().filter(|(_, part)| is(part));
    let parts: Vec<usize> = parts.map(|(place, _)| place).collect();
    if parts.is_empty() {
        return Html::default();
    }
    let item = |place: &usize| {
        html! {
            <li key={*place}>
                <button type="button" class="link" onclick={to(session, course, *place)}>{name_of(session, course, *place)}</button>
            </li>
        }
    };
    html! {
        <>
            <h3>{session.say(title)}</h3>
            <ul>{for parts.iter().map(item)}</ul>
        </>
    }
}
