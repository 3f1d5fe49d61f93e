//! Lines above the work: which way a link is bad, which log was left out, what the opened example
//! shows.

use yew::prelude::*;

use crate::hooks::{Session, use_session};
use crate::state::{Action, BadLink, LostLog, PlaceEdit};
use crate::text::{chrome, links as text};
use sg_core::language::Text;
use sg_core::lesson::Example;
use sg_core::share::{BadRoute, LinkError};

/// Properties of [`BadLinkMessage`].
#[derive(Properties, PartialEq)]
pub struct BadLinkMessageProps {
    /// Which way the link is bad.
    pub bad: BadLink,
    /// Whether the first scene stands in for it, and not what was there before.
    pub first: bool,
}

/// Says which way a link is bad, what is shown instead, and which part of it is at fault.
#[component]
pub fn BadLinkMessage(props: &BadLinkMessageProps) -> Html {
    let session = use_session();
    let instead = if props.first { text::BAD_FIRST } else { text::BAD_KEPT };
    html! {
        <div class="notice bad-link" role="alert">
            <p>
                <span class="glyph" aria-hidden="true">{"✗ "}</span>
                <b>{session.say(text::BAD_TITLE)}</b>{session.gap()}
                {session.say(said_of(&props.bad))}{session.gap()}
                {session.say(instead)}
                {for part_of(&props.bad).map(|part| html! { <>{" "}<code translate="no">{part}</code></> })}
            </p>
            {cross(&session, chrome::CLOSE, PlaceEdit::HideBad)}
        </div>
    }
}

/// Properties of [`LostLogLine`].
#[derive(Properties, PartialEq)]
pub struct LostLogLineProps {
    /// Whose log it was.
    pub lost: LostLog,
}

/// Says that the scene is all there, and that the steps which led to it are not.
#[component]
pub fn LostLogLine(props: &LostLogLineProps) -> Html {
    let session = use_session();
    let said = match props.lost {
        LostLog::Sent => text::LOST_LOG_SENT,
        LostLog::Saved => text::LOST_LOG_SAVED,
    };
    html! {
        <div class="notice lost-log" role="status">
            <p>{session.say(said)}</p>
            {cross(&session, chrome::CLOSE, PlaceEdit::HideLostLog)}
        </div>
    }
}

/// Properties of [`AboutExample`].
#[derive(Properties, PartialEq)]
pub struct AboutExampleProps {
    /// The id of the example.
    pub id: AttrValue,
}

/// The name of the opened example and the one thing it shows.
#[component]
pub fn AboutExample(props: &AboutExampleProps) -> Html {
    let session = use_session();
    let Some(example) = Example::find(&props.id) else { return Html::default() };
    html! {
        <div class="notice about" role="note">
            <p>
                <span class="tag">{session.say(text::ABOUT_EXAMPLE)}</span>{" "}
                <b>{session.say(example.title)}</b>{" "}
                <span>{session.say(example.shows)}</span>
            </p>
            {cross(&session, text::HIDE_ABOUT, PlaceEdit::HideAbout)}
        </div>
    }
}

fn cross(session: &Session, name: Text, edit: PlaceEdit) -> Html {
    html! {
        <button
            type="button"
            class="icon"
            data-heir="open-examples"
            aria-label={session.say(name)}
            title={session.say(name)}
            onclick={session.on(Action::Place(edit))}
        >
            {"×"}
        </button>
    }
}

/// The part of a link that is at fault, where the sentence about it leaves that open.
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
        BadLink::NoQuiz(seed) => Some(seed.to_string()),
        BadLink::Scene(LinkError::Foreign(character)) => Some(character.to_string()),
        BadLink::Scene(LinkError::Contents(error)) => Some(error.to_string()),
        BadLink::Route(BadRoute::TooLong { .. })
        | BadLink::Scene(
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
        BadLink::NoExample(_) => text::BAD_NO_EXAMPLE,
        BadLink::NoLesson(_) => text::BAD_NO_LESSON,
        BadLink::NoQuiz(_) => text::BAD_NO_QUIZ,
        BadLink::Scene(LinkError::NoVersion) => text::BAD_NO_VERSION,
        BadLink::Scene(LinkError::Newer(_)) => text::BAD_NEWER,
        BadLink::Scene(LinkError::Foreign(_)) => text::BAD_FOREIGN,
        BadLink::Scene(LinkError::Cut) => text::BAD_CUT,
        BadLink::Scene(LinkError::Damaged) => text::BAD_DAMAGED,
        BadLink::Scene(LinkError::TooLarge) => text::BAD_TOO_LARGE,
        BadLink::Scene(LinkError::Contents(_)) => text::BAD_CONTENTS,
    }
}
