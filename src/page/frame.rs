//! What stands around every page: the header and the messages above, the foot below.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::shell::embed::EmbedFoot;
use crate::component::shell::header::Header;
use crate::component::shell::shortcuts::shortcuts;
use crate::hooks::Session;
use crate::page::links::Links;
use crate::state::State;

/// What stands above the work. `group` is the one that the switch key acts on.
pub(super) fn head(session: &Session, state: &Rc<State>, group: Option<&str>) -> Html {
    let State { history, view, .. } = &**state;
    html! {
        <>
            if !view.presentation.embed {
                <Header
                    theme={view.theme}
                    can_undo={history.undo().is_some()}
                    can_redo={history.redo().is_some()}
                    shortcuts={view.shortcuts}
                />
            }
            if view.shortcuts {
                {shortcuts(session, group)}
            }
            <Links state={Rc::clone(state)} />
        </>
    }
}

/// What stands below it.
pub(super) fn foot(state: &Rc<State>) -> Html {
    html! {
        if state.view.presentation.embed {
            <EmbedFoot state={Rc::clone(state)} />
        }
    }
}
