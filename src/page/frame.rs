//! The frame shared by every page: header and notices at the top, footer at the bottom.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::later::later;
use crate::component::learn::training::bar::CourseBarProps;
use crate::component::shell::embed::EmbedFoot;
use crate::component::shell::header::Header;
use crate::component::shell::shortcuts::{SHORTCUTS, ShortcutListProps};
use crate::page::links::Links;
use crate::page::parts;
use crate::state::State;

/// The header and notices. `group` is the group that the toggle shortcut acts on.
pub(super) fn head(state: &Rc<State>, group: Option<&str>) -> Html {
    let State { history, view, .. } = &**state;
    html! {
        <>
            if !view.presentation.embed && view.presenting.is_none() {
                <Header
                    theme={view.theme}
                    can_undo={history.undo().is_some()}
                    can_redo={history.redo().is_some()}
                    shortcuts={view.shortcuts}
                />
            }
            if view.shortcuts {
                {later(&SHORTCUTS, ShortcutListProps { group: group.map(str::to_owned) })}
            }
            <Links state={Rc::clone(state)} />
            if state.location.opened.course.is_some() && view.presenting.is_none() {
                {later(&parts::COURSE_BAR, CourseBarProps { state: Rc::clone(state) })}
            }
        </>
    }
}

/// The footer.
pub(super) fn foot(state: &Rc<State>) -> Html {
    html! {
        if state.view.presentation.embed {
            <EmbedFoot state={Rc::clone(state)} />
        }
    }
}
