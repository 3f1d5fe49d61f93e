//! Markup whose code is in a part of the program: a placeholder while the part is downloaded, and a
//! way to try again if it does not arrive.

use std::rc::Rc;

use yew::html::BaseComponent;
use yew::prelude::*;
use yew::virtual_dom::VComp;

use crate::hooks::{Session, use_loading, use_session};
use crate::part::{Loading, Seam};
use crate::platform;
use crate::text::chrome as text;

/// A view in a part: from properties to markup.
pub(crate) type View<P> = fn(Rc<P>) -> Html;

/// The view of a component.
pub(crate) fn shown<C: BaseComponent>(props: Rc<C::Properties>) -> Html {
    VComp::new::<C>(props, None).into()
}

/// The markup of a seam, or a placeholder until its part has arrived.
pub(crate) fn later<P: 'static>(seam: &'static Seam<View<P>>, props: P) -> Html {
    place(seam, props, None)
}

/// The markup of a seam, or the most important of it until its part has arrived.
pub(crate) fn later_than<P: 'static>(seam: &'static Seam<View<P>>, props: P, first: Html) -> Html {
    place(seam, props, Some(first))
}

fn place<P: 'static>(seam: &'static Seam<View<P>>, props: P, first: Option<Html>) -> Html {
    let props = Rc::new(props);
    let markup = move || seam.get().map(|view| view(Rc::clone(&props)));
    html! { <Later load={seam.loader()} markup={Rc::new(markup) as Rc<dyn Fn() -> Option<Html>>} {first} /> }
}

#[derive(Properties)]
struct LaterProps {
    load: fn() -> Loading,
    /// Renders the markup if its part is here.
    markup: Rc<dyn Fn() -> Option<Html>>,
    /// Shown instead of a placeholder.
    first: Option<Html>,
}

impl PartialEq for LaterProps {
    /// Never equal, because the properties that the markup holds may have changed.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// One component for all seams, so that a seam adds little to the first download.
#[component]
fn Later(props: &LaterProps) -> Html {
    let session = use_session();
    let markup = (props.markup)();
    let again = use_loading(markup.is_some(), props.load);
    use_effect_with(markup.is_some(), |here| {
        if *here {
            platform::focus_awaited();
        }
    });
    match (markup, again) {
        (Some(markup), _) => markup,
        (None, None) => props.first.clone().unwrap_or_else(|| coming(&session)),
        (None, Some(again)) => html! {
            <>
                {props.first.clone().unwrap_or_default()}
                {missing(&session, &again.reform(|_: MouseEvent| ()))}
            </>
        },
    }
}

/// Says that a part is on its way.
pub(crate) fn coming(session: &Session) -> Html {
    html! { <p class="part-awaited" role="status">{session.say(text::PART_COMING)}</p> }
}

/// Says that a part did not arrive.
pub(crate) fn missing(session: &Session, again: &Callback<MouseEvent>) -> Html {
    html! {
        <p class="part-missing" role="alert">
            {session.say(text::PART_MISSING)}{session.gap()}
            <button type="button" class="link" onclick={again}>{session.say(text::RETRY)}</button>
        </p>
    }
}
