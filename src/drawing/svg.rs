//! The drawing as an SVG figure.

use crate::drawing::figure::{
    BY_ADDRESS, Caption, Colours, ID, Ink, PARTIAL_UNKNOWN, document, text,
};
use crate::drawing::label::fitted;
use crate::drawing::path::{Curve, Point};
use crate::drawing::plan::{Area, Plan, Who};
use crate::drawing::shape::{Layout, Rect};
use sg_core::connectivity::CellState;
use sg_core::model::{GroupType, InnerAccessPolicy};

/// What a picture needs besides its plan and layout.
#[derive(Debug, Clone)]
pub struct Picture<'a> {
    /// The name of each end that has a node, short enough for it, by its index among all ends.
    pub names: &'a [(usize, String)],
    /// The label of each area, short enough for it.
    pub labels: &'a [String],
    /// The text for the policy of an advanced group.
    pub advanced: &'a str,
    /// The paths, in drawing order.
    pub paths: Vec<DrawnPath>,
}

/// A path to draw.
#[derive(Debug, Clone)]
pub struct DrawnPath {
    /// The curve.
    pub curve: Curve,
    /// Whether the packets pass or are blocked.
    pub state: CellState,
    /// The positions of its block marks, as fractions of the curve.
    pub marks: Vec<f32>,
    /// Whether it is the selected path.
    pub chosen: bool,
}

/// Renders the picture as an SVG document.
pub fn svg(plan: &Plan, layout: &Layout, picture: &Picture<'_>, caption: &Caption<'_>) -> String {
    let colours = Colours::of(caption.dark);
    let mut out = format!(
        "<defs>\n<pattern id=\"{ID}-hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"8\" stroke=\"{}\" \
         stroke-width=\"2\"/></pattern>\n</defs>\n",
        colours.hatch
    );
    frames(&mut out, plan, layout, colours);
    areas(&mut out, plan, layout, colours);
    for path in &picture.paths {
        draw_path(&mut out, path, colours);
    }
    // Above the paths, so that no line crosses a name.
    labels(&mut out, plan, layout, picture, colours);
    nodes(&mut out, plan, layout, picture, colours);
    document(&out, layout.size, caption)
}

fn frames(out: &mut String, plan: &Plan, layout: &Layout, colours: &Colours) {
    for (frame, (_, label)) in layout.frames.iter().zip(&plan.vpcs) {
        let look = format!("fill=\"none\" stroke=\"{}\" stroke-dasharray=\"2 3\"", colours.line);
        rect(out, frame, 8, &look);
        let others = plan.vpcs.iter().map(|(_, label)| label.as_str());
        let label = fitted(label, others, frame.width - 12);
        let muted = colours.ink(Ink::Muted);
        text(out, (frame.x + 6, frame.y + 14), muted, "font-weight=\"600\"", &label);
    }
}

/// Groups from the outermost level to the innermost.
fn areas(out: &mut String, plan: &Plan, layout: &Layout, colours: &Colours) {
    for (place, area, pieces) in ordered(plan, layout) {
        let isolates = area.group_type.inner_access_policy() == InnerAccessPolicy::Drop;
        let (fill, dashes) = match isolates {
            true => (colours.drop, " stroke-dasharray=\"5 3\""),
            false => (colours.accept, ""),
        };
        for bridge in layout.bridges.iter().filter(|bridge| bridge.area == place) {
            out.push_str(&format!(
                "<line x1=\"{}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{}\" \
                 stroke-dasharray=\"2 2\"/>\n",
                bridge.from,
                bridge.to,
                colours.line,
                y = bridge.y
            ));
        }
        for piece in pieces {
            let stroke = if area.group_type == GroupType::Advanced { "2" } else { "1.25" };
            let look = format!(
                "fill=\"{fill}\" stroke=\"{}\" stroke-width=\"{stroke}\"{dashes}",
                colours.line
            );
            rect(out, piece, 8, &look);
            if isolates {
                rect(out, piece, 8, &format!("fill=\"url(#{ID}-hatch)\""));
            }
        }
    }
}

/// The areas with their index and pieces, the outermost first.
fn ordered<'a>(
    plan: &'a Plan,
    layout: &'a Layout,
) -> impl Iterator<Item = (usize, &'a Area, &'a Vec<Rect>)> {
    layout
        .levels
        .iter()
        .filter_map(|place| Some((*place, plan.areas.get(*place)?, layout.areas.get(*place)?)))
}

/// The labels of the groups, each on a plate of the colour of its area.
fn labels(
    out: &mut String,
    plan: &Plan,
    layout: &Layout,
    picture: &Picture<'_>,
    colours: &Colours,
) {
    for (place, area, pieces) in ordered(plan, layout) {
        let (Some(first), Some(label)) = (pieces.first(), picture.labels.get(place)) else {
            continue;
        };
        let (glyph, policy, fill) = match area.group_type {
            GroupType::Basic(InnerAccessPolicy::Accept) => ("⇄", "Accept", colours.accept),
            GroupType::Basic(InnerAccessPolicy::Drop) => ("⊘", "Drop", colours.drop),
            GroupType::Advanced => ("⊘", picture.advanced, colours.drop),
        };
        let look = format!(
            "font-weight=\"600\" stroke=\"{fill}\" stroke-width=\"4\" stroke-linejoin=\"round\" \
             paint-order=\"stroke\""
        );
        let words = format!("{glyph} {label} {policy}");
        text(out, (first.x + 6, first.y + 14), colours.ink(Ink::Ink), &look, &words);
    }
}

fn nodes(out: &mut String, plan: &Plan, layout: &Layout, picture: &Picture<'_>, colours: &Colours) {
    let name = |number: usize| {
        let own = picture.names.iter().find(|(end, _)| *end == number);
        own.map(|(_, name)| name.as_str()).unwrap_or_default()
    };
    for (node, place) in plan.nodes.iter().zip(&layout.nodes) {
        match node.who {
            Who::One(number) => end(out, (place, 14), colours, "", name(number)),
            Who::Many(count) => {
                let look = " stroke-dasharray=\"1 2\"";
                end(out, (place, 14), colours, look, &format!("× {count}"));
            }
        }
    }
    for (outside, place) in plan.outside.iter().zip(&layout.outside) {
        end(out, (place, 4), colours, " stroke-dasharray=\"4 2\"", name(*outside));
    }
}

fn end(
    out: &mut String,
    (place, round): (&Rect, i32),
    colours: &Colours,
    dashes: &str,
    label: &str,
) {
    let look = format!("fill=\"{}\" stroke=\"{}\"{dashes}", colours.panel, colours.line);
    rect(out, place, round, &look);
    let middle = (place.x + place.width / 2, place.y + place.height / 2 + 4);
    let bold = "font-weight=\"600\" text-anchor=\"middle\"";
    text(out, middle, colours.ink(Ink::Ink), bold, label);
}

/// An arrow for packets that pass; a stub with a mark for packets that are blocked.
fn draw_path(out: &mut String, path: &DrawnPath, colours: &Colours) {
    let (glyph, ink) = match &path.state {
        CellState::Pass => ("✓", Ink::Pass),
        CellState::Partial(some) if some.depends_on_address => (BY_ADDRESS, Ink::Part),
        CellState::Partial(some) if !some.unknown.is_empty() => (PARTIAL_UNKNOWN, Ink::Part),
        CellState::Partial(_) => ("◐", Ink::Part),
        CellState::Blocked => ("✗", Ink::Fail),
        CellState::Unknown => ("?", Ink::Unknown),
        CellState::Itself | CellState::NotFiltered => return,
    };
    let passes = matches!(path.state, CellState::Pass | CellState::Partial(_));
    let (ink, width) = if path.chosen { (ink, "2.5") } else { (Ink::Muted, "1") };
    let ink = colours.ink(ink);
    let mut line = |curve: &Curve, ink: &str, look: &str| {
        let d = curve.to_svg();
        out.push_str(&format!("<path d=\"{d}\" fill=\"none\" stroke=\"{ink}\" {look}/>\n"));
    };
    if passes {
        line(&path.curve, ink, &format!("stroke-width=\"{width}\""));
        out.push_str(&head(&path.curve, ink));
    } else {
        line(&path.curve, colours.line, "stroke-dasharray=\"2 4\"");
    }
    let shown = if passes && !path.chosen { &[][..] } else { &path.marks };
    for part in shown {
        let Point { x, y } = path.curve.at(*part);
        let (r, size) = match path.chosen {
            true if glyph == PARTIAL_UNKNOWN => (11, 11),
            true => (9, 11),
            false => (6, 9),
        };
        out.push_str(&format!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\" fill=\"{}\" stroke=\"{ink}\"/>\n\
             <text x=\"{x:.1}\" y=\"{:.1}\" fill=\"{ink}\" font-size=\"{size}\" font-weight=\"700\" \
             text-anchor=\"middle\">{glyph}</text>\n",
            colours.panel,
            y + 4.0
        ));
    }
}

/// The arrowhead at the end of a curve.
fn head(curve: &Curve, ink: &str) -> String {
    let (tip, back) = (curve.end, curve.at(0.92));
    let (dx, dy) = (tip.x - back.x, tip.y - back.y);
    let length = dx.hypot(dy).max(0.001);
    let (dx, dy) = (dx / length * 7.0, dy / length * 7.0);
    let corner = |side: f32| (tip.x - dx - dy * side, tip.y - dy + dx * side);
    let ((ax, ay), (bx, by)) = (corner(0.45), corner(-0.45));
    format!(
        "<path d=\"M{:.1} {:.1}L{ax:.1} {ay:.1}L{bx:.1} {by:.1}Z\" fill=\"{ink}\"/>\n",
        tip.x, tip.y
    )
}

fn rect(out: &mut String, place: &Rect, round: i32, look: &str) {
    let Rect { x, y, width, height } = place;
    out.push_str(&format!(
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\" {look}/>\n"
    ));
}
