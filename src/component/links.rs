//! What belongs to links: messages above the work, the gallery, the share panel.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::{
    Builder, ExportPanel, Glossary, ImportPanel, LessonList, PresentationNotices, Statements,
};
use crate::hooks::use_session;
use crate::state::{Over, State};
use crate::text::links;
use sg_core::share::Route;

mod dialog;
mod forms;
mod frame;
mod framing;
mod gallery;
mod height;
mod keep_notice;
mod measure;
mod notices;
mod qr;
mod share;
mod steps;
mod thumbnail;

pub(super) use dialog::Dialog;
pub use frame::{FrameWish, frame};
pub use framing::{Framing, FramingProps};
pub use gallery::{Gallery, GalleryProps};
pub use keep_notice::{KeepLine, KeepLineProps};
pub use measure::{LinkMeasure, LinkMeasureProps};
pub use notices::{
    AboutExample, AboutExampleProps, BadLinkMessage, BadLinkMessageProps, LostLogLine,
    LostLogLineProps,
};
pub use qr::{QrPicture, QrPictureProps};
pub use share::{SharePanel, SharePanelProps};
pub use steps::{StepsAlong, StepsAlongProps};
pub use thumbnail::{Thumbnail, ThumbnailProps};

/// Properties of [`Links`].
#[derive(Properties, PartialEq)]
pub struct LinksProps {
    /// Everything the page remembers.
    pub state: Rc<State>,
}

/// The messages above the work, and what lies over it.
#[component]
pub fn Links(props: &LinksProps) -> Html {
    let session = use_session();
    let state = &props.state;
    let place = &state.place;
    let mut example = None;
    if let Route::Example { id, .. } = &place.opened.route {
        example = place.about.then(|| AttrValue::from(id.clone()));
    }
    html! {
        <>
            <section class="notices" aria-label={session.say(links::NOTICES)}>
                <PresentationNotices barred={state.view.barred} />
                if let Some(notice) = &state.keeping.notice {
                    <KeepLine state={Rc::clone(state)} notice={notice.clone()} />
                }
                if let Some(bad) = &place.bad {
                    <BadLinkMessage bad={bad.clone()} first={place.opened.bad.is_some()} />
                }
                if let Some(lost) = place.lost_log {
                    <LostLogLine {lost} />
                }
                if let Some(id) = example {
                    <AboutExample {id} />
                }
            </section>
            {match place.over {
                Some(Over::Examples) => html! { <Gallery /> },
                Some(Over::Import) => html! { <ImportPanel /> },
                Some(Over::Lessons) => html! { <LessonList learned={state.view.learned.clone()} /> },
                Some(Over::Share) => html! { <SharePanel state={Rc::clone(state)} /> },
                Some(Over::Export) => html! { <ExportPanel state={Rc::clone(state)} /> },
                Some(Over::Statements) => html! { <Statements scenario={Arc::clone(state.scenario())} /> },
                Some(Over::Glossary) => html! { <Glossary /> },
                Some(Over::Builder) => html! {
                    <Builder scenario={Arc::clone(state.scenario())} draft={Rc::clone(&state.draft)} view={state.view.clone()} />
                },
                None => Html::default(),
            }}
        </>
    }
}
