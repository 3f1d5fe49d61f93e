//! What *Share* offers for a scenario that is larger than any link: the reason, and the file.

use std::rc::Rc;

use yew::prelude::*;

use crate::export::{File, Form, Style};
use crate::hooks::{Session, use_page_address, use_session};
use crate::platform;
use crate::state::State;
use crate::text::{export, links as text};
use sg_core::language::Text;
use sg_core::share::{Counted, Excess, Limits, LinkExcess, MOST_CHARACTERS};

/// Properties of [`NoLink`].
#[derive(Properties, PartialEq, Eq)]
pub(crate) struct NoLinkProps {
    /// What is shared.
    pub(crate) state: Rc<State>,
}

/// The limit that is exceeded, and a button that saves the scenario as a file. The file is written
/// only then.
#[component]
pub(crate) fn NoLink(props: &NoLinkProps) -> Html {
    let session = use_session();
    let said = use_state_eq(|| None::<Text>);
    let page = use_page_address();
    let onclick = {
        let (state, said, language) = (Rc::clone(&props.state), said.setter(), session.language);
        Callback::from(move |_: MouseEvent| {
            let style = Style { language, dark: false, page: &page };
            let file = File::of(&state, Form::Scenario, style);
            let saved =
                file.is_ok_and(|file| platform::download(&file.name, file.kind, &file.bytes()));
            said.set(Some(if saved { export::SAVED } else { export::NOT_SAVED }));
        })
    };
    let excess = use_memo(Rc::clone(&props.state), |state| state.link_excess());
    html! {
        <>
            <p>{session.say(text::NO_LINK)}{" "}{excess.map(|excess| reason(&session, excess)).unwrap_or_default()}</p>
            <p>{session.say(text::NO_LINK_FILE)}</p>
            <p><button type="button" class="primary" id="share-file" {onclick}>{session.say(text::AS_FILE)}</button></p>
            <p role="status">{said.map(|said| session.say(said))}</p>
        </>
    }
}

/// Which limit of a link the scenario exceeds, and by how much.
fn reason(session: &Session, excess: LinkExcess) -> String {
    let (sentence, count, most) = match excess {
        LinkExcess::Contents(Excess { what, count, most }) => (too_many(what), count, most),
        LinkExcess::Text(bytes) => (text::MORE_BYTES, bytes, Limits::LINK.bytes),
        LinkExcess::Length(characters) => (text::MORE_CHARACTERS, characters, MOST_CHARACTERS),
    };
    let [count, most] = [count, most].map(|number| number.to_string());
    session.fill(sentence, &[("count", &*count), ("most", &*most)])
}

const fn too_many(what: Counted) -> Text {
    match what {
        Counted::Groups => text::MORE_GROUPS,
        Counted::Rules => text::MORE_RULES,
        Counted::Instances => text::MORE_INSTANCES,
        Counted::Interfaces => text::MORE_INTERFACES,
        Counted::Outside => text::MORE_OUTSIDE,
    }
}
