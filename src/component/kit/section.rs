//! Collapsible sections below the groups, and lists with lines that are edited in place.

use yew::prelude::*;

use crate::component::kit::button::{opener, pencil};
use crate::component::kit::edit_button::EditButton;
use crate::hooks::{Disclosure, Session, Toggle};
use crate::text::edit as text;
use sg_core::history::Edit;
use sg_core::language::Text;

/// A section. While collapsed, only its heading is rendered.
pub(crate) fn section(
    session: &Session,
    (name, count): (Text, Option<usize>),
    toggle: &Toggle,
    body: impl FnOnce() -> Html,
) -> Html {
    html! {
        <section class="world">
            {section_head(session, (name, count), toggle.open, toggle.on())}
            if toggle.open {
                {body()}
            }
        </section>
    }
}

/// The heading of a section, with an optional item count.
pub(crate) fn section_head(
    session: &Session,
    (name, count): (Text, Option<usize>),
    open: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <h3 class="section-head">
            <button type="button" class="fold" aria-expanded={open.to_string()} {onclick}>
                {session.say(name)}
                if let Some(count) = count {
                    {" "}<span class="count">{count}</span>
                }
            </button>
        </h3>
    }
}

/// A list with a form that adds items.
pub(crate) struct EditableList<'a> {
    /// The items.
    pub(crate) name: Text,
    /// The text shown for an empty list.
    pub(crate) empty: Text,
    /// The label of the button that opens the form.
    pub(crate) add: Text,
    /// Whether the section is expanded.
    pub(crate) toggle: &'a Toggle,
    /// Whether the form is open.
    pub(crate) adding: &'a Disclosure,
}

impl EditableList<'_> {
    /// A list with `count` items.
    pub(crate) fn show(
        &self,
        session: &Session,
        count: usize,
        lines: impl FnOnce() -> Html,
        form: impl FnOnce() -> Html,
    ) -> Html {
        let Self { name, empty, add, toggle, adding } = *self;
        section(session, (name, Some(count)), toggle, || {
            html! {
                <>
                    if count == 0 {
                        <p class="none">{session.say(empty)}</p>
                    }
                    <ul data-focus-fallback={adding.opener()}>{lines()}</ul>
                    if adding.open {
                        {form()}
                    } else {
                        {opener(adding, session.say(add))}
                    }
                </>
            }
        })
    }
}

/// A line of an editable list: its text, an edit button and a remove button.
pub(crate) fn line(
    session: &Session,
    editing: &Disclosure,
    name: &str,
    (remove, removes): (Edit, Text),
    [said, below]: [Html; 2],
) -> Html {
    let named = [("name", name)];
    html! {
        <li class="line">
            {said}
            <span class="tools-end">
                {pencil(editing, session.fill(text::EDIT_OF, &named))}
                <EditButton edit={remove} class="icon" label={session.fill(removes, &named)}>{"×"}</EditButton>
            </span>
            {below}
        </li>
    }
}
