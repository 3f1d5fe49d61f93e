//! The pairs as a list, filtered by name and answer.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::kit::limit::Limit;
use crate::component::kit::table::table_head;
use crate::component::pairs::pair_list::file::SaveList;
use crate::component::pairs::pair_list::find::{Found, find};
use crate::component::pairs::pair_list::nothing::nothing;
use crate::component::pairs::pair_list::row::{row, row_id};
use crate::component::pairs::pair_list::wanted::Wanted;
use crate::derived::Reachability;
use crate::hooks::{Session, text_of, use_chosen, use_session, value_of};
use crate::platform;
use crate::state::Selection;
use crate::text::views as text;

mod file;
mod find;
mod nothing;
mod row;
mod wanted;

/// Properties of [`PairList`].
#[derive(Properties, PartialEq, Eq)]
pub struct PairListProps {
    /// All pairs and their changes.
    pub reachability: Rc<Reachability>,
    /// The selected pair.
    pub selection: Option<Selection>,
}

/// How many pairs are shown at first, and how many each click adds.
const SHOWN: usize = 50;

/// The most cells evaluated per page of results.
const LOOKED: usize = 5_000;

/// Shows the same pairs and selection as the matrix. One tab stop; arrow keys move the selection.
#[component]
pub fn PairList(props: &PairListProps) -> Html {
    let session = use_session();
    let seen = &props.reachability;
    let wanted = use_state_eq(|| Wanted::Any);
    let names = use_state_eq(String::new);
    let pages = use_state_eq(|| 1_usize);
    let asked = (Rc::clone(seen), (*names).clone(), *wanted, *pages);
    let found = use_memo(asked, |(seen, names, wanted, pages)| {
        find(seen, names, *wanted, pages * SHOWN, pages * LOOKED)
    });
    let chosen = use_chosen(seen, props.selection.as_ref());
    let stop = chosen.filter(|pair| found.pairs.contains(pair)).or(found.pairs.first().copied());
    let onkeydown = moves(&session, seen, &found, stop);
    let filter = {
        let wanted = wanted.setter();
        Callback::from(move |event: Event| wanted.set(Wanted::from_word(&value_of(&event))))
    };
    let search = {
        let names = names.setter();
        Callback::from(move |event: InputEvent| names.set(text_of(&event)))
    };
    let option = |one: Wanted| html! { <option value={one.word()} selected={one == *wanted}>{session.say(one.text())}</option> };
    let more = {
        let (pages, next) = (pages.setter(), *pages + 1);
        Callback::from(move |_: MouseEvent| pages.set(next))
    };
    let head = [text::FROM_TO, text::VERDICT, text::PORTS, text::DECIDED_BY];
    html! {
        <section class="pair-list" aria-label={session.say(text::LIST_NAME)}>
            <div class="filters">
                <label class="field">{session.say(text::FILTER)}
                    <select onchange={filter}>{for Wanted::ALL.into_iter().map(option)}</select>
                </label>
                <label class="field">{session.say(text::SEARCH)}
                    <input type="search" maxlength={Limit::LINE} placeholder="ecs1 -> ecs2" value={(*names).clone()} oninput={search} />
                </label>
                <span class="faint" role="status">{counted(&session, &found)}</span>
                <SaveList reachability={Rc::clone(seen)} names={(*names).clone()} wanted={*wanted} />
            </div>
            if found.pairs.is_empty() {
                {nothing(&session, seen, &names)}
            } else {
                <div class="list-wrap">
                    <table class="pairs">
                        {table_head(&session, &head)}
                        <tbody {onkeydown}>
                            {for found.pairs.iter().map(|pair| row(&session, seen, *pair, (chosen == Some(*pair), stop == Some(*pair))))}
                        </tbody>
                    </table>
                </div>
            }
            if found.looked < found.named {
                <button type="button" class="link" onclick={more}>{session.say(text::MORE_PAIRS)}</button>
            }
        </section>
    }
}

/// The numbers of pairs shown and matched and, if limited, how many were evaluated.
fn counted(session: &Session, found: &Found) -> String {
    let Found { pairs, named, looked } = found;
    let (shown, named, seen) = (pairs.len().to_string(), named.to_string(), looked.to_string());
    match *looked < found.named {
        false => session.fill(text::LISTED, &[("shown", &shown), ("pairs", &named)]),
        true => {
            let values = [("shown", &*shown), ("pairs", &*named), ("looked", &*seen)];
            session.fill(text::LISTED_SOME, &values)
        }
    }
}

/// Arrow keys, Home and End move the selection along the list, and the focus with it.
fn moves(
    session: &Session,
    seen: &Rc<Reachability>,
    found: &Rc<Found>,
    stop: Option<(usize, usize)>,
) -> Callback<KeyboardEvent> {
    let (dispatch, seen, found) = (session.dispatch.clone(), Rc::clone(seen), Rc::clone(found));
    Callback::from(move |event: KeyboardEvent| {
        let pairs = &found.pairs;
        let Some(at) = stop.and_then(|stop| pairs.iter().position(|pair| *pair == stop)) else {
            return;
        };
        let next = match event.key().as_str() {
            "ArrowUp" => at.checked_sub(1),
            "ArrowDown" => Some(at + 1),
            "Home" => Some(0),
            "End" => pairs.len().checked_sub(1),
            _ => return,
        };
        event.prevent_default();
        let Some(&(from, to)) = next.and_then(|next| pairs.get(next)) else { return };
        if let Some(action) = seen.selecting(from, to) {
            dispatch.emit(action);
            platform::focus(&row_id((from, to)));
        }
    })
}
