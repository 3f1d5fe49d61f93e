//! The nodes of a drawing: a button for each end, or a count of several.

use std::rc::Rc;

use yew::prelude::*;

use crate::component::pairs::drawing::sketch::Sketch;
use crate::derived::Reachability;
use crate::drawing::{Rect, Who, neighbour};
use crate::hooks::{Session, use_session};
use crate::platform;
use crate::text::{connectivity, views as text};

#[derive(Properties, PartialEq)]
pub(crate) struct NodesProps {
    pub(crate) reachability: Rc<Reachability>,
    pub(crate) sketch: Rc<Sketch>,
    /// The selected pair.
    pub(crate) chosen: Option<(usize, usize)>,
    /// The sender, while the receiver is yet to be selected.
    pub(crate) pending: Option<usize>,
    /// Called when an end is selected.
    pub(crate) onchoose: Callback<usize>,
}

/// One tab stop; arrow keys move to the nearest node in their direction.
#[component]
pub(crate) fn Nodes(props: &NodesProps) -> Html {
    let session = use_session();
    let sketch = &props.sketch;
    let focused = use_state_eq(|| None::<usize>);
    let ends = &sketch.ends;
    let start = focused.or(props.chosen.map(|(from, _)| from));
    let start = start.filter(|place| sketch.rect(*place).is_some());
    let stop = start.or(ends.first().map(|(place, _)| *place));
    let onfocus = {
        let focused = focused.setter();
        Callback::from(move |place: usize| focused.set(Some(place)))
    };
    let nodes = sketch.plan.nodes.iter().zip(&sketch.layout.nodes);
    let counts = nodes.filter_map(|(node, rect)| match node.who {
        Who::One(_) => None,
        Who::Many(count) => Some(count_box(&session, count, rect)),
    });
    html! {
        <g>
            {for counts}
            {for ends.iter().map(|end| button(&session, props, end, (stop == Some(end.0), &onfocus)))}
        </g>
    }
}

/// The button of an end. `stop` marks the drawing's tab stop.
fn button(
    session: &Session,
    props: &NodesProps,
    (place, rect): &(usize, Rect),
    (stop, onfocus): (bool, &Callback<usize>),
) -> Html {
    let (place, sketch) = (*place, &props.sketch);
    let (from, to) = (
        props.pending.or(props.chosen.map(|(from, _)| from)) == Some(place),
        props.pending.is_none() && props.chosen.is_some_and(|(_, to)| to == place),
    );
    let said = named(session, props, place, (from, to));
    let class = classes!(
        "node",
        from.then_some("from"),
        to.then_some("to"),
        (props.pending == Some(place)).then_some("pending"),
        sketch.plan.outside.contains(&place).then_some("outside"),
    );
    let onclick = props.onchoose.reform(move |_: MouseEvent| place);
    let onfocus = onfocus.reform(move |_: FocusEvent| place);
    let onkeydown = {
        let sketch = Rc::clone(sketch);
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = beside(&sketch, place, &event.key()) {
                event.prevent_default();
                platform::focus(&node_id(next));
            }
        })
    };
    html! {
        <foreignObject key={place} x={rect.x.to_string()} y={rect.y.to_string()} width={rect.width.to_string()} height={rect.height.to_string()}>
            <button
                type="button"
                xmlns="http://www.w3.org/1999/xhtml"
                id={node_id(place)}
                {class}
                tabindex={if stop { "0" } else { "-1" }}
                aria-pressed={(from || to).to_string()}
                aria-label={said.clone()}
                title={said}
                {onclick}
                {onfocus}
                {onkeydown}
            >
                {sketch.name(place).to_owned()}
            </button>
        </foreignObject>
    }
}

/// The end that an arrow key leads to.
fn beside(sketch: &Sketch, place: usize, key: &str) -> Option<usize> {
    let rects: Vec<Rect> = sketch.ends.iter().map(|(_, rect)| *rect).collect();
    let own = sketch.ends.iter().position(|(other, _)| *other == place)?;
    sketch.ends.get(neighbour(&rects, own, key)?).map(|(next, _)| *next)
}

fn count_box(session: &Session, count: usize, rect: &Rect) -> Html {
    let said = session.fill(text::COUNT, &[("count", &count.to_string())]);
    html! {
        <foreignObject x={rect.x.to_string()} y={rect.y.to_string()} width={rect.width.to_string()} height={rect.height.to_string()}>
            <div xmlns="http://www.w3.org/1999/xhtml" class="node many" title={said.clone()}>
                <span aria-hidden="true">{"× "}{count}</span><span class="visually-hidden">{said}</span>
            </div>
        </foreignObject>
    }
}

/// The accessible name of a node: its end, its groups, and its role in the selected path.
fn named(session: &Session, props: &NodesProps, place: usize, (from, to): (bool, bool)) -> String {
    let plan = &props.sketch.plan;
    let name = props.reachability.names.get(place).map(String::as_str).unwrap_or_default();
    let node = plan.nodes.iter().find(|node| node.who == Who::One(place));
    let node = match node {
        Some(node) => {
            let areas = node.areas.iter().filter_map(|area| plan.areas.get(*area));
            let groups: Vec<&str> = areas.map(|area| area.label.as_str()).collect();
            let groups = groups.join(session.say(connectivity::LIST_SEPARATOR));
            session.fill(text::NODE, &[("name", name), ("groups", &groups)])
        }
        None => session.fill(text::NODE_OUTSIDE, &[("name", name)]),
    };
    match (from, to) {
        (true, _) => session.fill(text::NODE_FROM, &[("node", &node)]),
        (_, true) => session.fill(text::NODE_TO, &[("node", &node)]),
        _ => node,
    }
}

/// The element id of an end's button.
fn node_id(place: usize) -> String {
    format!("node-{place}")
}
