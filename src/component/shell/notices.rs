//! Notices at the top of the page: a bad link, an omitted log, the point of the opened example.

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::notice::notice;
use crate::hooks::{Session, use_session};
use crate::state::{Action, BadLink, LocationEdit, LostLog};
use crate::text::{chrome, links as text};
use sg_core::language::Text;
use sg_core::lesson::Example;
use sg_core::share::{BadRoute, LinkError};

/// Says what is wrong with a link, what is shown instead, and which part of it is at fault.
///
/// `first` says that the first scenario is shown instead of the previous one.
pub fn bad_link_message(session: &Session, bad: &BadLink, first: bool) -> Html {
    let instead = if first { text::BAD_FIRST } else { text::BAD_KEPT };
    let said = html! {
        <>
            <span class="glyph" aria-hidden="true">{"✗ "}</span>
            <b>{session.say(text::BAD_TITLE)}</b>{session.gap()}
            {session.say(said_of(bad))}{session.gap()}
            {session.say(instead)}
            {part_of(bad).map(|part| html! { <>{session.gap()}<code translate="no">{part}</code></> }).unwrap_or_default()}
        </>
    };
    put_away(session, ("bad-link", "alert"), said, chrome::CLOSE, LocationEdit::HideBad)
}

/// Says that the scenario is complete but the steps that led to it are not.
pub(crate) fn lost_log_line(session: &Session, lost: LostLog) -> Html {
    let said = session.say(match lost {
        LostLog::Sent => text::LOST_LOG_SENT,
        LostLog::Saved => text::LOST_LOG_SAVED,
    });
    let said = html! { {said} };
    put_away(session, ("lost-log", "status"), said, chrome::CLOSE, LocationEdit::HideLostLog)
}

/// The name of the opened example and what it demonstrates.
pub fn about_example(session: &Session, id: &str) -> Html {
    let Some(example) = Example::find(id) else { return Html::default() };
    let said = html! {
        <>
            <span class="tag">{session.say(text::ABOUT_EXAMPLE)}</span>{" "}
            <b>{session.say(example.title)}</b>{session.gap()}
            <span>{session.say(example.shows)}</span>
        </>
    };
    put_away(session, ("about", "note"), said, text::HIDE_ABOUT, LocationEdit::HideAbout)
}

/// Properties of [`AboutExample`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct AboutExampleProps {
    /// The id of the example.
    pub(crate) id: String,
}

/// The line about the opened example.
#[component]
pub(crate) fn AboutExample(props: &AboutExampleProps) -> Html {
    about_example(&use_session(), &props.id)
}

/// A notice that can be dismissed.
fn put_away(
    session: &Session,
    (class, role): (&'static str, &'static str),
    said: Html,
    name: Text,
    edit: LocationEdit,
) -> Html {
    let cross = IconButton::cross(session.say(name), session.on(Action::Location(edit)));
    notice(class, Some(role), said, Html::default(), cross.fallback("open-examples"))
}

/// The faulty part of a link, if the message does not make it clear.
fn part_of(bad: &BadLink) -> Option<String> {
    match bad {
        BadLink::Route(
            BadRoute::Kind(part)
            | BadRoute::Id(part)
            | BadRoute::Pane(part)
            | BadRoute::Number(part)
            | BadRoute::Trailing(part),
        )
        | BadLink::NoExample(part)
        | BadLink::NoLesson(part) => Some(part.clone()),
        BadLink::NoQuiz(seed)
        | BadLink::NoExercise(seed)
        | BadLink::Route(BadRoute::Repeated(seed)) => Some(seed.to_string()),
        BadLink::Route(BadRoute::TooMany { questions }) => Some(questions.to_string()),
        BadLink::Scenario(LinkError::Foreign(character)) => Some(character.to_string()),
        BadLink::Scenario(LinkError::Contents(error)) => Some(error.to_string()),
        BadLink::Route(BadRoute::TooLong { .. })
        | BadLink::Scenario(
            LinkError::NoVersion
            | LinkError::Newer(_)
            | LinkError::Cut
            | LinkError::Damaged
            | LinkError::TooLarge,
        ) => None,
    }
}

const fn said_of(bad: &BadLink) -> Text {
    match bad {
        BadLink::Route(BadRoute::TooLong { .. }) => text::BAD_TOO_LONG,
        BadLink::Route(
            BadRoute::Kind(_)
            | BadRoute::Id(_)
            | BadRoute::Pane(_)
            | BadRoute::Number(_)
            | BadRoute::Trailing(_),
        ) => text::BAD_UNKNOWN,
        BadLink::Route(BadRoute::Repeated(_)) => text::BAD_REPEATED,
        BadLink::Route(BadRoute::TooMany { .. }) => text::BAD_TOO_MANY,
        BadLink::NoExample(_) => text::BAD_NO_EXAMPLE,
        BadLink::NoLesson(_) => text::BAD_NO_LESSON,
        BadLink::NoQuiz(_) => text::BAD_NO_QUIZ,
        BadLink::NoExercise(_) => text::BAD_NO_EXERCISE,
        BadLink::Scenario(LinkError::NoVersion) => text::BAD_NO_VERSION,
        BadLink::Scenario(LinkError::Newer(_)) => text::BAD_NEWER,
        BadLink::Scenario(LinkError::Foreign(_)) => text::BAD_FOREIGN,
        BadLink::Scenario(LinkError::Cut) => text::BAD_CUT,
        BadLink::Scenario(LinkError::Damaged) => text::BAD_DAMAGED,
        BadLink::Scenario(LinkError::TooLarge) => text::BAD_TOO_LARGE,
        BadLink::Scenario(LinkError::Contents(_)) => text::BAD_CONTENTS,
    }
}
