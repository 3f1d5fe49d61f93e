//! The last part of a lesson: the effort, the explanation with its statements, and suggestions.

use yew::prelude::*;

use crate::component::kit::cite::cite_basis;
use crate::component::learn::exercise::{about, next};
use crate::component::learn::lesson::open::{link, to_lesson};
use crate::component::learn::lesson::words::said;
use crate::component::learn::training::bar::next_part;
use crate::component::learn::training::hand_in::HandIn;
use crate::hooks::Session;
use crate::state::Learning;
use crate::text::{exercises, lessons as text};
use sg_core::explain::{end_label, packets_text};
use sg_core::history::History;
use sg_core::lesson::course::{Also, Attempt, Needless, Reason};
use sg_core::lesson::{Example, Lesson, Progress};
use sg_core::model::Scenario;
use sg_core::share::Route;
use sg_core::training::Results;

/// What follows a lesson.
pub(crate) struct After {
    /// The next part of the course that it belongs to.
    pub(crate) next_part: Option<usize>,
    /// What to hand in, if it is solved and no part of a course.
    pub(crate) results: Option<Results>,
}

/// The explanation, which can be read at any time.
pub(crate) fn why_it_works(
    session: &Session,
    learning: &Learning,
    (progress, history): (&Progress, &History),
    after: After,
) -> Html {
    let Learning { lesson, shown, exercise, .. } = learning;
    let scenario = history.scenario();
    // A custom lesson may have the id of a listed one.
    let known = Lesson::find(&lesson.id).is_some_and(|own| **own == **lesson);
    // What holds for some solutions only is not true before there is one.
    let attempt = Attempt::of(history);
    let solved = progress.is_done();
    let holds = |reason: &&Reason| reason.when.is_empty() || solved && reason.holds(&attempt);
    let reasons: Vec<&Reason> = lesson.why.iter().filter(holds).collect();
    let other = solved && reasons.len() < lesson.why.len();
    html! {
        <div class="reasons">
            <div role="status">
                if progress.is_done() {
                    {result(session, lesson, progress, scenario)}
                    if *shown {
                        <p class="note">{session.say(exercises::SHOWN)}</p>
                    }
                } else {
                    <p class="note">{session.say(text::NOT_DONE)}</p>
                }
            </div>
            if let Some(seed) = exercise {
                {about(session, *seed, lesson)}
            } else {
                <h3>{session.say(if known { text::WHY_IT_WORKS } else { text::WHY_AUTHOR })}</h3>
                <ul>{for reasons.iter().map(|reason| self::reason(session, reason))}</ul>
                if other && reasons.is_empty() {
                    <p class="note">{session.say(text::WHY_OTHER)}</p>
                }
            }
            if !lesson.also.is_empty() {
                <h3>{session.say(text::ALSO_TRY)}</h3>
                <ul>{for lesson.also.iter().map(|also| self::also(session, also))}</ul>
            }
            <p class="row">
                if exercise.is_some() {
                    {next(session)}
                } else if let Some(part) = after.next_part {
                    {next_part(session, part)}
                } else if let Some(next) = lesson.next() {
                    {link(session, to_lesson(&next.id), classes!("next"), "lesson", html! {
                        {session.fill(text::NEXT_LESSON, &[("title", next.title.get(session.language))])}
                    })}
                } else if known {
                    {session.say(text::LAST_LESSON)}
                }
            </p>
            {after.results.map(|results| html! { <HandIn {results} /> }).unwrap_or_default()}
        </div>
    }
}

/// The learner's effort compared with that of a good solution.
fn result(session: &Session, lesson: &Lesson, progress: &Progress, scenario: &Scenario) -> Html {
    let par = lesson.par;
    let good = progress.within(par);
    let numbers = [("calls", &*progress.calls.to_string()), ("par", &*par.calls.to_string())];
    html! {
        <div class={classes!("result", good.then_some("good"))}>
            <p><b><span aria-hidden="true">{"✓ "}</span>{session.say(text::ALL_MET)}</b>{session.gap()}{session.fill(text::EDITS, &numbers)}</p>
            if progress.openings.is_empty() {
                <p>{session.say(text::NOTHING_NEEDLESS)}</p>
            } else {
                <p>{session.say(text::NEEDLESS)}</p>
                <ul>{for progress.openings.iter().map(|pair| html! { <li>{opening(session, scenario, pair)}</li> })}</ul>
            }
        </div>
    }
}

/// Above this number, packet sets are not listed one by one.
const NAMED: usize = 3;

fn opening(session: &Session, scenario: &Scenario, pair: &Needless) -> String {
    let named = pair.packets.iter().take(NAMED);
    let packets: Vec<String> = named.map(|set| packets_text(set, session.language)).collect();
    let mut packets = packets.join(sg_core::goal::text::COMMA.get(session.language));
    if pair.packets.len() > NAMED {
        packets = session.fill(text::AND_MORE, &[("packets", &packets)]);
    }
    let label = |end| end_label(scenario, end, session.language);
    let (from, to) = (label(&pair.from), label(&pair.to));
    session.fill(text::NEEDLESS_PAIR, &[("from", &from), ("to", &to), ("packets", &packets)])
}

fn reason(session: &Session, reason: &Reason) -> Html {
    html! {
        <li>{said(session, &reason.text)}{for reason.rests.iter().map(|basis| cite_basis(session, *basis))}</li>
    }
}

fn also(session: &Session, also: &Also) -> Html {
    let example = also.example.as_deref().and_then(Example::find);
    html! {
        <li>
            {said(session, &also.text)}
            if let Some(example) = example {
                {session.gap()}
                {link(session, Route::Example { id: example.id.to_owned(), pane: None }, classes!("to-example"), "matrix", html! {
                    {session.fill(text::EXAMPLE, &[("title", session.say(example.title))])}
                })}
            }
        </li>
    }
}
