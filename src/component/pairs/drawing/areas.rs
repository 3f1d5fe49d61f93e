//! The areas of a drawing: VPCs as frames, groups as rectangles whose pattern shows the policy.

use yew::prelude::*;

use crate::component::pairs::drawing::sketch::Sketch;
use crate::drawing::{Area, Rect};
use crate::hooks::Session;
use crate::text::groups;
use sg_core::model::{GroupType, InnerAccessPolicy};

/// The pattern of isolating groups and the arrowheads.
pub(crate) fn patterns() -> Html {
    html! {
        <defs>
            <pattern id="drawn-drop" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line class="hatch" x1="0" y1="0" x2="0" y2="8" />
            </pattern>
            <marker id="drawn-arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="6" markerHeight="6" orient="auto">
                <path class="arrow" d="M0 0L8 4L0 8Z" />
            </marker>
        </defs>
    }
}

/// Frames, then areas from the outermost level to the innermost. Hidden from screen readers, because
/// the text alternative and the node labels cover it all.
pub(crate) fn areas(sketch: &Sketch) -> Html {
    let layout = &sketch.layout;
    let frames = layout.frames.iter().zip(&sketch.plan.vpcs).map(|(frame, (_, label))| {
        html! {
            <>
                {rect("frame", frame, None)}
                {label_box(frame, html! { <span class="plate frame-label">{label.clone()}</span> })}
            </>
        }
    });
    let shapes = ordered(sketch).flat_map(|(place, area, pieces)| {
        let class = class_of(area);
        let bridges = layout.bridges.iter().filter(move |bridge| bridge.area == place);
        let bridges = bridges.map(|bridge| {
            let (y, from, to) =
                (bridge.y.to_string(), bridge.from.to_string(), bridge.to.to_string());
            html! { <line class="bridge" x1={from} x2={to} y1={y.clone()} y2={y} /> }
        });
        let pieces = pieces.iter().map(move |piece| {
            let hatch = (class != "area accept").then(|| rect("pattern", piece, Some(HATCH)));
            html! { <>{rect(class, piece, None)}{hatch}</> }
        });
        bridges.chain(pieces).collect::<Vec<_>>()
    });
    html! { <g aria-hidden="true">{for frames}{for shapes}</g> }
}

/// The labels of the groups, each on a plate. They belong above the paths, so that no line crosses
/// a name.
pub(crate) fn labels(session: &Session, sketch: &Sketch) -> Html {
    let labels = ordered(sketch).filter_map(|(place, area, pieces)| {
        let name = sketch.labels.get(place)?;
        Some(label_box(pieces.first()?, label(session, area, name)))
    });
    html! { <g aria-hidden="true">{for labels}</g> }
}

/// The areas with their index and pieces, the outermost first.
fn ordered(sketch: &Sketch) -> impl Iterator<Item = (usize, &Area, &Vec<Rect>)> {
    let (plan, layout) = (&sketch.plan, &sketch.layout);
    let areas = layout.levels.iter();
    areas.filter_map(|place| Some((*place, plan.areas.get(*place)?, layout.areas.get(*place)?)))
}

/// The pattern of isolating groups.
const HATCH: &str = "url(#drawn-drop)";

const fn class_of(area: &Area) -> &'static str {
    match area.group_type {
        GroupType::Basic(InnerAccessPolicy::Accept) => "area accept",
        GroupType::Basic(InnerAccessPolicy::Drop) => "area drop",
        GroupType::Advanced => "area advanced",
    }
}

fn rect(class: &'static str, place: &Rect, fill: Option<&'static str>) -> Html {
    let Rect { x, y, width, height } = place;
    html! {
        <rect {class} {fill} x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()} rx="8" />
    }
}

/// A label at the top of an area, truncated to its width.
fn label_box(place: &Rect, label: Html) -> Html {
    html! {
        <foreignObject x={(place.x + 6).to_string()} y={(place.y + 1).to_string()} width={(place.width - 10).to_string()} height="18">
            <div xmlns="http://www.w3.org/1999/xhtml" class="area-label">{label}</div>
        </foreignObject>
    }
}

fn label(session: &Session, area: &Area, name: &str) -> Html {
    let (class, glyph) = match area.group_type {
        GroupType::Basic(InnerAccessPolicy::Accept) => ("key-accept", "⇄"),
        GroupType::Basic(InnerAccessPolicy::Drop) | GroupType::Advanced => ("key-drop", "⊘"),
    };
    let policy = match area.group_type {
        GroupType::Basic(policy) => policy.as_str(),
        GroupType::Advanced => session.say(groups::ADVANCED),
    };
    html! {
        <span class="plate" title={area.label.clone()}>
            <span {class}>{glyph}</span>
            <b>{name.to_owned()}</b>
            <span class="faint">{policy}</span>
        </span>
    }
}
