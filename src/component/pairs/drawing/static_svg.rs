//! A non-interactive drawing: groups as areas, instances as boxes, and one path with a symbol.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::pairs::drawing::areas::{areas, labels, patterns};
use crate::component::pairs::drawing::sketch::Sketch;
use crate::component::pairs::drawing::use_room;
use crate::drawing::{Point, Rect, curve};
use crate::hooks::use_session;
use sg_core::connectivity::End;
use sg_core::explain::ends_with_labels;
use sg_core::model::Scenario;

/// Properties of [`StaticSvg`].
#[derive(Properties, PartialEq, Eq)]
pub struct StaticSvgProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The sender.
    pub from: End,
    /// The receiver.
    pub to: End,
    /// Whether the path is open or blocked; `None` if the answer is hidden.
    pub works: Option<bool>,
}

/// The drawing. Hidden from screen readers, because the surrounding text describes it.
#[component]
pub fn StaticSvg(props: &StaticSvgProps) -> Html {
    let session = use_session();
    let (box_ref, room) = use_room();
    let asked = (Arc::clone(&props.scenario), room, session.language);
    let drawn = use_memo(asked, |(scenario, room, language)| {
        let ends = ends_with_labels(scenario, *language).into_iter();
        let (ends, names): (Vec<End>, Vec<String>) = ends.unzip();
        let sketch = Sketch::of(scenario, (&ends, &names), None, *room);
        (ends, sketch)
    });
    let (ends, sketch) = &*drawn;
    let rect = |wanted: &End| sketch.rect(ends.iter().position(|end| end == wanted)?);
    let path = rect(&props.from)
        .zip(rect(&props.to))
        .map(|(from, to)| path(sketch, (from, to), props.works));
    let node = |(place, rect): &(usize, Rect)| {
        let own = ends.get(*place);
        let class = classes!(
            "node",
            (own == Some(&props.from)).then_some("from"),
            (own == Some(&props.to)).then_some("to"),
            sketch.plan.outside.contains(place).then_some("outside"),
        );
        html! {
            <foreignObject x={rect.x.to_string()} y={rect.y.to_string()} width={rect.width.to_string()} height={rect.height.to_string()}>
                <div xmlns="http://www.w3.org/1999/xhtml" {class}>
                    {sketch.name(*place).to_owned()}
                </div>
            </foreignObject>
        }
    };
    let (width, height) = sketch.layout.size;
    html! {
        <div class="drawing still" aria-hidden="true">
            <div class="drawing-wrap" ref={box_ref}>
                <svg width={width.to_string()} height={height.to_string()} viewBox={format!("0 0 {width} {height}")}>
                    {patterns()}
                    {areas(sketch)}
                    {path}
                    {labels(&session, sketch)}
                    <g>{for sketch.ends.iter().map(node)}</g>
                </svg>
            </div>
        </div>
    }
}

fn path(sketch: &Sketch, (from, to): (&Rect, &Rect), works: Option<bool>) -> Html {
    let (class, glyph) = match works {
        None => ("unknown", "?"),
        Some(true) => ("pass", "✓"),
        Some(false) => ("fail", "✗"),
    };
    let curve = curve(from, to, &sketch.layout);
    let Point { x, y } = curve.at(0.5);
    html! {
        <g>
            <path class={classes!("path", class, "chosen")} d={curve.to_svg()} marker-end="url(#drawn-arrow)" />
            <g class={classes!("path-badge", class, "chosen")}>
                <circle cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="9" />
                <text x={format!("{x:.1}")} y={format!("{:.1}", y + 4.0)}>{glyph}</text>
            </g>
        </g>
    }
}
