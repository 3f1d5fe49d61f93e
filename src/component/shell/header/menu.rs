//! The overflow menu of the header, for less frequent actions.

use yew::prelude::*;

use crate::component::shell::header::new_scenario::new_scenario;
use crate::component::shell::header::opens::opens;
use crate::hooks::Session;
use crate::platform;
use crate::state::{Action, OpenDialog, VERSION};
use crate::text::{builder, chrome as text, compare, flows, links, reference};
use sg_core::citation::NEWEST_SOURCE;

/// The menu: the browser's own popover, which closes on Escape, on a click elsewhere and when a
/// dialog opens. `first` and `last` have moved here from the bar.
pub(crate) fn menu(session: &Session, first: Html, last: Html) -> Html {
    let start_over = session.dispatch.reform(|_: MouseEvent| {
        platform::focus("more");
        Action::StartOver(platform::env())
    });
    html! {
        <div id="more-menu" class="menu" popover="auto">
            {first}
            {opens(session, "open-compare", OpenDialog::Compare, compare::COMPARE_STEPS)}
            {opens(session, "open-flows", OpenDialog::Flows, flows::OPEN)}
            {opens(session, "open-statements", OpenDialog::Statements, reference::STATEMENTS)}
            {opens(session, "open-glossary", OpenDialog::Glossary, reference::GLOSSARY)}
            {opens(session, "open-builder", OpenDialog::Builder, builder::BUILDER)}
            {opens(session, "open-course-builder", OpenDialog::CourseBuilder, builder::COURSE_BUILDER)}
            {new_scenario(session, "menu-new", links::NEW_SCENARIO, Some("more-menu"))}
            <button type="button" popovertarget="more-menu" popovertargetaction="hide" onclick={start_over}>
                {session.say(text::START_OVER)}
            </button>
            {last}
            <p class="menu-note">{session.fill(reference::ABOUT_VERSION, &[("version", VERSION), ("date", NEWEST_SOURCE)])}</p>
        </div>
    }
}
