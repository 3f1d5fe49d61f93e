//! The scenario as a drawing: groups as areas, instances as nodes, and the paths of the selected
//! end.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::component::pairs::drawing::areas::{areas, labels, patterns};
use crate::component::pairs::drawing::legend::{Legend, counted, legend};
use crate::component::pairs::drawing::nodes::Nodes;
use crate::component::pairs::drawing::paths::paths;
use crate::component::pairs::drawing::sketch::Sketch;
use crate::component::pairs::drawing::text_alternative::text_alternative;
use crate::derived::Reachability;
use crate::hooks::{Session, use_chosen, use_session, use_toggle};
use crate::platform;
use crate::state::Selection;
use crate::text::{connectivity, views as text};

mod areas;
mod legend;
pub mod matrix_picture;
mod nodes;
mod paths;
pub mod picture;
mod sketch;
pub mod static_svg;
mod text_alternative;

/// Properties of [`Drawing`].
#[derive(Properties, PartialEq, Eq)]
pub struct DrawingProps {
    /// All pairs and their changes.
    pub reachability: Rc<Reachability>,
    /// The selected pair.
    pub selection: Option<Selection>,
}

/// The assumed width of a drawing before its box is measured, in CSS pixels.
pub(crate) const ROOM: i32 = 740;

/// The minimum width; a narrower box scrolls.
const NARROWEST: i32 = 264;

/// The drawing with its legend and text alternative.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
    let session = use_session();
    let seen = &props.reachability;
    let (box_ref, room) = use_room();
    let (pending, onchoose, oncancel) = use_picked(&session, seen);
    let chosen = use_chosen(seen, props.selection.as_ref());
    let sketch = use_memo((Rc::clone(seen), chosen, room), |(seen, chosen, room)| {
        Sketch::new(seen, *chosen, *room)
    });
    let worded = use_toggle(false);
    if sketch.plan.areas.is_empty() && sketch.ends.is_empty() {
        return html! { <p class="none">{session.say(connectivity::NOTHING_TO_SHOW)}</p> };
    }
    let (width, height) = sketch.layout.size;
    html! {
        <section class="drawing" aria-label={session.say(text::DRAWN)} onkeydown={oncancel}>
            <div class="drawing-wrap" ref={box_ref}>
                <svg width={width.to_string()} height={height.to_string()} viewBox={format!("0 0 {width} {height}")}>
                    {patterns()}
                    {areas(&sketch)}
                    {paths(seen, &sketch, chosen)}
                    {labels(&session, &sketch)}
                    <Nodes reachability={Rc::clone(seen)} sketch={Rc::clone(&sketch)} {chosen} {pending} {onchoose} />
                </svg>
            </div>
            {legend(&session, Legend {
                names: &seen.names,
                counted: counted(&session, seen, &sketch),
                from: chosen.map(|(from, _)| from),
                pending,
                worded: worded.open,
                ontoggle: worded.on(),
            })}
            if worded.open {
                {text_alternative(&session, seen, &sketch, chosen)}
            }
        </section>
    }
}

/// The width of the drawing's box, measured after mounting.
#[hook]
pub(crate) fn use_room() -> (NodeRef, i32) {
    let box_ref = use_node_ref();
    let room = use_state_eq(|| ROOM);
    {
        let (box_ref, room) = (box_ref.clone(), room.setter());
        use_effect(move || {
            if let Some(element) = box_ref.cast::<Element>() {
                let width = platform::sight_of(&element).width;
                room.set(i32::try_from(width).unwrap_or(ROOM).max(NARROWEST));
            }
        });
    }
    (box_ref, *room)
}

/// Selecting two ends in turn: the sender while the receiver is yet to be selected, the handler for
/// a selected end, and the key handler that cancels.
#[hook]
fn use_picked(
    session: &Session,
    seen: &Rc<Reachability>,
) -> (Option<usize>, Callback<usize>, Callback<KeyboardEvent>) {
    let pending = use_state_eq(|| None::<usize>);
    let onchoose = {
        let (seen, dispatch) = (Rc::clone(seen), session.dispatch.clone());
        let (before, pending) = (*pending, pending.setter());
        Callback::from(move |place: usize| match before {
            None => pending.set(Some(place)),
            Some(from) => {
                pending.set(None);
                if let Some(action) = seen.selecting(from, place) {
                    dispatch.emit(action);
                }
            }
        })
    };
    let oncancel = {
        let (waiting, pending) = (pending.is_some(), pending.setter());
        Callback::from(move |event: KeyboardEvent| {
            if waiting && event.key().starts_with("Esc") {
                event.stop_propagation();
                pending.set(None);
            }
        })
    };
    (*pending, onchoose, oncancel)
}
