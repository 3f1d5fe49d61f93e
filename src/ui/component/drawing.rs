//! The scene as a drawing: groups as areas, instances as nodes, the paths of the chosen one.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::ui::derived::Reachability;
use crate::ui::drawing::{Grain, Layout, Plan, Rect, Who, layout, plan};
use crate::ui::hooks::use_session;
use crate::ui::platform;
use crate::ui::state::{Action, Selection};
use crate::ui::text::{connectivity, views as text};

mod areas;
mod nodes;
mod paths;
mod twin;

use areas::{areas, patterns};
use nodes::Nodes;
use paths::paths;
use twin::Twin;

/// Properties of [`Drawing`].
#[derive(Properties, PartialEq)]
pub struct DrawingProps {
    /// The pairs and their changes.
    pub reachability: Rc<Reachability>,
    /// The chosen pair.
    pub selection: Option<Selection>,
}

/// The room a drawing takes before its box was measured.
const ROOM: i32 = 740;

/// What is drawn and where it lies.
#[derive(Debug, PartialEq)]
struct Sketch {
    plan: Plan,
    layout: Layout,
    /// The ends that are nodes of their own, each with its place among all ends.
    ends: Vec<(usize, Rect)>,
}

impl Sketch {
    fn new(seen: &Reachability, chosen: Option<(usize, usize)>, room: i32) -> Self {
        let chosen: Vec<usize> = chosen.into_iter().flat_map(|(from, to)| [from, to]).collect();
        let plan = plan(seen.scenario(), &seen.ends, &chosen);
        let layout = layout(&plan, room);
        let own = |who: Who| match who {
            Who::One(place) => Some(place),
            Who::Many(_) => None,
        };
        let nodes = plan.nodes.iter().zip(&layout.nodes);
        let nodes = nodes.filter_map(|(node, rect)| Some((own(node.who)?, *rect)));
        let outside = plan.outside.iter().copied().zip(layout.outside.iter().copied());
        let ends = nodes.chain(outside).collect();
        Self { plan, layout, ends }
    }

    fn rect(&self, place: usize) -> Option<&Rect> {
        self.ends.iter().find(|(own, _)| *own == place).map(|(_, rect)| rect)
    }
}

/// The drawing with its legend and its twin in words.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
    let session = use_session();
    let seen = &props.reachability;
    let box_ref = use_node_ref();
    let room = use_state_eq(|| ROOM);
    {
        let (box_ref, room) = (box_ref.clone(), room.setter());
        use_effect(move || {
            if let Some(element) = box_ref.cast::<Element>() {
                let width = platform::sight_of(&element).width;
                room.set(i32::try_from(width).unwrap_or(ROOM).max(300));
            }
        });
    }
    // The sender, while the receiver is still to be chosen.
    let pending = use_state_eq(|| None::<usize>);
    let chosen = props.selection.as_ref().and_then(|pair| seen.place(pair));
    let sketch = use_memo((Rc::clone(seen), chosen, *room), |(seen, chosen, room)| {
        Sketch::new(seen, *chosen, *room)
    });
    let worded = use_state(|| false);
    if sketch.plan.areas.is_empty() && sketch.ends.is_empty() {
        return html! { <p class="none">{session.say(connectivity::NOTHING_TO_SHOW)}</p> };
    }
    let onchoose = {
        let (seen, dispatch) = (Rc::clone(seen), session.dispatch.clone());
        let (before, pending) = (*pending, pending.setter());
        Callback::from(move |place: usize| match before {
            None => pending.set(Some(place)),
            Some(from) => {
                pending.set(None);
                if let (Some(from), Some(to)) = (seen.ends.get(from), seen.ends.get(place)) {
                    let pair = Selection { from: from.clone(), to: to.clone() };
                    dispatch.emit(Action::Select(pair));
                }
            }
        })
    };
    let oncancel = {
        let (waiting, pending) = (pending.is_some(), pending.setter());
        Callback::from(move |event: KeyboardEvent| {
            if waiting && event.key() == "Escape" {
                event.stop_propagation();
                pending.set(None);
            }
        })
    };
    let name = |place: usize| seen.names.get(place).map(String::as_str).unwrap_or_default();
    let hint = match *pending {
        Some(from) => session.fill(text::CHOOSE_RECEIVER, &[("from", name(from))]),
        None => session.say(text::CHOOSE_TWO).to_owned(),
    };
    let counted = match sketch.plan.grain {
        Grain::Each => None,
        Grain::Sets => Some(text::COUNTED_SETS),
        Grain::Groups => Some(text::COUNTED_GROUPS),
    };
    let (width, height) = sketch.layout.size;
    let toggle = {
        let worded = worded.clone();
        Callback::from(move |_: MouseEvent| worded.set(!*worded))
    };
    let from = chosen.map(|(from, _)| session.fill(text::LEGEND_PATHS, &[("from", name(from))]));
    html! {
        <section class="drawing" aria-label={session.say(text::DRAWN)} onkeydown={oncancel}>
            <div class="drawing-wrap" ref={box_ref}>
                <svg width={width.to_string()} height={height.to_string()} viewBox={format!("0 0 {width} {height}")}>
                    {patterns()}
                    {areas(&session, &sketch)}
                    {paths(seen, &sketch, chosen)}
                    <Nodes reachability={Rc::clone(seen)} sketch={Rc::clone(&sketch)} {chosen} pending={*pending} {onchoose} />
                </svg>
            </div>
            <p class="legend">
                <span role="status">{hint}</span>
                <button type="button" class="link" aria-expanded={worded.to_string()} onclick={toggle}>{session.say(text::IN_WORDS)}</button>
            </p>
            if let Some(counted) = counted {
                <p class="legend">{session.say(counted)}</p>
            }
            <ul class="legend">
                <li><span aria-hidden="true" class="key-accept">{"⇄"}</span>{session.say(text::LEGEND_ACCEPT)}</li>
                <li><span aria-hidden="true" class="key-drop">{"⊘"}</span>{session.say(text::LEGEND_DROP)}</li>
                <li><span aria-hidden="true" class="bad">{"✗"}</span>{session.say(text::LEGEND_STOP)}</li>
                if let Some(from) = from {
                    <li><span aria-hidden="true">{"→"}</span>{from}</li>
                }
            </ul>
            if *worded {
                <Twin reachability={Rc::clone(seen)} {sketch} {chosen} />
            }
        </section>
    }
}
