//! The options of the embedding frame: parts, locks, form, language, colours, height.

use yew::prelude::*;

use crate::component::kit::button::tick;
use crate::component::share::link::form_field::FormField;
use crate::component::share::link::frame::FrameWish;
use crate::component::share::link::height::Height;
use crate::component::words::lock::what_of;
use crate::hooks::{Session, use_session, value_of};
use crate::state::{Lock, Part, Theme};
use crate::text::{chrome, framing as text, views};
use sg_core::language::{Language, Text};

/// Properties of [`Framing`].
#[derive(Properties, PartialEq)]
pub struct FramingProps {
    /// The current options.
    pub intent: FrameWish,
    /// Called with new options.
    pub onchange: Callback<FrameWish>,
}

/// The options, collapsed by default.
#[component]
pub fn Framing(props: &FramingProps) -> Html {
    let session = use_session();
    let FramingProps { intent, onchange } = props;
    let part = |part: Part| {
        let name = session.say(name_of(part));
        let next = intent.toggled(part);
        let state = (intent.presentation.shows(part), intent.shows_only(part));
        tick(name, state, onchange.reform(move |_: Event| next.clone()))
    };
    let lock = |lock: Lock| {
        let name = session.say(what_of(lock));
        let next = intent.locking(lock);
        let state = (intent.presentation.locked(lock), false);
        tick(name, state, onchange.reform(move |_: Event| next.clone()))
    };
    let onlanguage = changing(props, |intent, event: Event| {
        let short = value_of(&event);
        intent.speaking(Language::ALL.into_iter().find(|own| own.short() == short))
    });
    let ontheme = changing(props, |intent, event: Event| {
        let theme = Theme::from_word(&value_of(&event));
        intent.painted(theme.word().map(|_| theme))
    });
    let onheight = changing(props, |intent, height| FrameWish { height, ..intent.clone() });
    let onform = changing(props, |intent, form| FrameWish { form, ..intent.clone() });
    html! {
        <details class="framing">
            <summary>{session.say(text::FRAMING)}</summary>
            <fieldset>
                <legend>{session.say(text::PARTS)}</legend>
                {for Part::ALL.into_iter().map(part)}
            </fieldset>
            <fieldset>
                <legend>{session.say(text::LOCKS)}</legend>
                {for Lock::ALL.into_iter().map(lock)}
            </fieldset>
            <FormField form={intent.form} onchange={onform} />
            <div class="framing-fields">
                <label class="field">
                    {session.say(text::LANGUAGE)}
                    <select id="frame-language" onchange={onlanguage}>{languages(&session, intent.presentation.language)}</select>
                </label>
                <label class="field">
                    {session.say(text::COLOURS)}
                    <select id="frame-colours" onchange={ontheme}>{colours(&session, intent.presentation.theme)}</select>
                </label>
                <Height height={intent.height()} fixed={intent.height.is_some()} onchange={onheight} />
            </div>
            <p class="muted">{session.fill(text::HEIGHT_HINT, &[("width", &FrameWish::WIDTH.to_string())])}</p>
        </details>
    }
}

/// A callback that changes the options.
fn changing<T: 'static>(
    props: &FramingProps,
    change: impl Fn(&FrameWish, T) -> FrameWish + 'static,
) -> Callback<T> {
    let (intent, onchange) = (props.intent.clone(), props.onchange.clone());
    Callback::from(move |value: T| onchange.emit(change(&intent, value)))
}

fn languages(session: &Session, chosen: Option<Language>) -> Html {
    // Each language is shown by its own name.
    let own = |language: Language| chrome::LANGUAGE_BUTTON.get(language.other());
    html! {
        <>
            <option value="" selected={chosen.is_none()}>{session.say(text::READERS)}</option>
            {for Language::ALL.into_iter().map(|language| html! {
                <option value={language.short()} selected={chosen == Some(language)} lang={language.tag()}>{own(language)}</option>
            })}
        </>
    }
}

fn colours(session: &Session, chosen: Option<Theme>) -> Html {
    let option = |theme: Option<Theme>, name: Text| {
        let word = theme.and_then(Theme::word).unwrap_or_default();
        html! { <option value={word} selected={chosen == theme}>{session.say(name)}</option> }
    };
    html! {
        <>
            {option(None, text::READERS)}
            {option(Some(Theme::Light), text::LIGHT)}
            {option(Some(Theme::Dark), text::DARK)}
        </>
    }
}

const fn name_of(part: Part) -> Text {
    match part {
        Part::Groups => text::PART_GROUPS,
        Part::Matrix => views::MATRIX,
        Part::Drawing => views::DRAWING,
        Part::List => views::LIST,
        Part::Answer => text::PART_ANSWER,
        Part::Request => text::PART_REQUEST,
    }
}
