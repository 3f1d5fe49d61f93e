//! The head of a table.

use yew::prelude::*;

use crate::hooks::Session;
use sg_core::language::Text;

/// A row of column heads.
pub(crate) fn table_head(session: &Session, columns: &[Text]) -> Html {
    let head = |name: &Text| html! { <th scope="col">{session.say(*name)}</th> };
    html! { <thead><tr>{for columns.iter().map(head)}</tr></thead> }
}
