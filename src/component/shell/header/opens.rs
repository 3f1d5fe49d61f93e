//! A button of the header that opens a dialog.

use yew::prelude::*;

use crate::hooks::Session;
use crate::state::{Action, LocationEdit, OpenDialog};
use sg_core::language::Text;

/// A button that opens a dialog.
pub(crate) fn opens(session: &Session, id: &'static str, over: OpenDialog, name: Text) -> Html {
    let onclick = session.on(Action::Location(LocationEdit::Dialog(Some(over))));
    html! {
        <button type="button" {id} aria-haspopup="dialog" {onclick}>{session.say(name)}</button>
    }
}
