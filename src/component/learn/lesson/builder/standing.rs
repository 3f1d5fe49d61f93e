//! Where a lesson draft stands: what is missing, or everything that is wrong.

use yew::prelude::*;

use crate::component::learn::lesson::builder::making::name_of;
use crate::hooks::Session;
use crate::state::{Action, BuilderTab, LocationEdit};
use crate::text::{builder as text, connectivity};
use sg_core::language::Text;
use sg_core::lesson::draft::Part;
use sg_core::lesson::{Draft, Lesson};
use sg_core::share::DocumentError;

/// The status of the draft.
pub(super) fn standing(
    session: &Session,
    draft: &Draft,
    lesson: &Result<Lesson, Vec<DocumentError>>,
) -> Html {
    let Err(problems) = lesson else {
        return html! {
            <p class="builder-verdict" role="status"><span class="ok" aria-hidden="true">{"✓ "}</span>{session.say(text::READS)}</p>
        };
    };
    let missing = draft.missing();
    let named = missing.iter().map(|part| session.say(name(*part)));
    let parts = named.collect::<Vec<_>>().join(session.say(connectivity::LIST_SEPARATOR));
    // What is missing is said in one sentence, not once for each field of the file.
    let rest = problems.iter().filter(|problem| !is_missing(&missing, problem));
    html! {
        <div class="builder-verdict" role="status">
            if !missing.is_empty() {
                <p>{session.fill(text::MISSING, &[("parts", &parts)])}</p>
            }
            <ul>{for rest.map(|problem| line(session, problem))}</ul>
        </div>
    }
}

const fn name(part: Part) -> Text {
    match part {
        Part::Goal => text::MISSING_GOAL,
        Part::Title => text::MISSING_TITLE,
        Part::Task => text::MISSING_TASK,
        Part::Why => text::MISSING_WHY,
    }
}

/// Whether a problem is only that a part is missing. Without a goal, the usual question is about
/// nothing.
fn is_missing(missing: &[Part], problem: &DocumentError) -> bool {
    let path = problem.path.as_str();
    let of = |part: &Part| match part {
        Part::Goal => path == "goals" || path.starts_with("question"),
        Part::Title => path == "title",
        Part::Task => path == "task",
        Part::Why => path.starts_with("why"),
    };
    missing.iter().any(of)
}

/// A problem with a button that leads to its part.
fn line(session: &Session, problem: &DocumentError) -> Html {
    let (tab, place) = place(session, &problem.path);
    let own = match problem.path.as_str() {
        "goals" => Some(text::MET),
        "question.choices" => Some(text::NOT_ONE_RIGHT),
        _ => None,
    };
    let said = match own {
        Some(own) => html! { {session.say(own)} },
        None => html! { <code translate="no">{problem.sentence.clone()}</code> },
    };
    let place = match tab {
        Some(tab) => {
            let to = session.on(Action::Location(LocationEdit::Builder(Some(tab))));
            html! { <button type="button" class="link" title={problem.path.clone()} onclick={to}>{place}</button> }
        }
        None => html! { <b>{place}</b> },
    };
    html! { <li><span class="bad" aria-hidden="true">{"✗ "}</span>{place}{" "}{said}</li> }
}

/// The part of the builder that a path of the file is in, and its name.
fn place(session: &Session, path: &str) -> (Option<BuilderTab>, String) {
    let head = path.split(['.', '[']).next().unwrap_or_default();
    let last = |list: &str| {
        let (_, rest) = path.split_once(&format!("{list}["))?;
        let place: usize = rest.split(']').next()?.parse().ok()?;
        Some((place + 1).to_string())
    };
    let numbered = |text: Text, list: &str| {
        last(list).map(|number| session.fill(text, &[("number", &number)]))
    };
    let (tab, name) = match head {
        "goals" => (BuilderTab::Goals, numbered(text::PLACE_GOAL, "goals")),
        "question" => (BuilderTab::Question, numbered(text::ANSWER, "choices")),
        "hints" => (BuilderTab::Hints, numbered(text::HINT, "hints")),
        "locks" => (BuilderTab::Hints, None),
        "why" => (BuilderTab::Why, None),
        "title" | "task" | "level" => (BuilderTab::Texts, None),
        "" | "version" | "id" | "par" | "also" => {
            (BuilderTab::File, Some(path.to_owned()).filter(|path| !path.is_empty()))
        }
        // What is left is in the scenario, which the page itself edits.
        _ => return (None, session.say(text::PLACE_SCENARIO).to_owned()),
    };
    (Some(tab), name.unwrap_or_else(|| session.say(name_of(tab)).to_owned()))
}
