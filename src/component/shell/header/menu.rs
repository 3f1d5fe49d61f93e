//! The overflow menu of the header, for less frequent actions.

use yew::prelude::*;

use crate::component::shell::header::new_scenario::new_scenario;
use crate::component::shell::header::opens::opens;
use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, BuilderTab, LocationEdit, OpenDialog, Slides, VERSION};
use crate::text::{builder, chrome as text, compare, flows, links, present, reference};
use sg_core::citation::NEWEST_SOURCE;
use sg_core::language::Text;

/// The menu: the browser's own popover, which closes on Escape, on a click elsewhere and when a
/// dialog opens. `first` and `last` have moved here from the bar.
pub(crate) fn menu(session: &Session, first: Html, last: Html) -> Html {
    let start_over = session.dispatch.reform(|_: MouseEvent| {
        platform::focus("more");
        Action::StartOver(platform::env())
    });
    let builder_open = Action::Location(LocationEdit::Builder(Some(BuilderTab::Goals)));
    html! {
        <div id="more-menu" class="menu" popover="auto">
            {first}
            {opens(session, "open-compare", OpenDialog::Compare, compare::COMPARE_STEPS)}
            {opens(session, "open-flows", OpenDialog::Flows, flows::OPEN)}
            {opens(session, "open-statements", OpenDialog::Statements, reference::STATEMENTS)}
            {opens(session, "open-glossary", OpenDialog::Glossary, reference::GLOSSARY)}
            {panel(session, "open-builder", builder_open, builder::BUILDER, "builder")}
            {opens(session, "open-course-builder", OpenDialog::CourseBuilder, builder::COURSE_BUILDER)}
            {panel(session, "open-present", Action::Present(Some(Slides::Page)), present::PRESENT, "present-next")}
            {new_scenario(session, "menu-new", links::NEW_SCENARIO, Some("more-menu"))}
            <button type="button" popovertarget="more-menu" popovertargetaction="hide" onclick={start_over}>
                {session.say(text::START_OVER)}
            </button>
            {last}
            <p class="menu-note">{session.fill(reference::ABOUT_VERSION, &[("version", VERSION), ("date", NEWEST_SOURCE)])}</p>
        </div>
    }
}

/// A button that opens a panel of the page, which gets the focus.
fn panel(
    session: &Session,
    id: &'static str,
    open: Action,
    name: Text,
    focus: &'static str,
) -> Html {
    let dispatch = session.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(open.clone());
        platform::focus_soon(focus);
    });
    html! {
        <button type="button" {id} popovertarget="more-menu" popovertargetaction="hide" {onclick}>{session.say(name)}</button>
    }
}
