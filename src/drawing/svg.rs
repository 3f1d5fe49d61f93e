//! The drawing as a self-contained SVG file, without scripts, style sheets or external resources.

use crate::drawing::path::{Curve, Point};
use crate::drawing::plan::{Area, Plan, Who};
use crate::drawing::shape::{Layout, Rect};
use sg_core::connectivity::CellState;
use sg_core::model::{GroupType, InnerAccessPolicy};
use sg_core::quote::hidden::visible;
use sg_core::quote::xml;

/// What a picture needs besides its plan and layout.
#[derive(Debug, Clone)]
pub struct Picture<'a> {
    /// A short title.
    pub title: &'a str,
    /// A full description in sentences.
    pub description: &'a str,
    /// The language tag of its texts.
    pub language: &'a str,
    /// The name of each end, by its index among all ends.
    pub names: &'a [(&'a str, Option<String>)],
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

/// The colours of the light scheme (`static/css/tokens.css`); a file cannot follow the user's
/// preference.
mod colour {
    pub(crate) const INK: &str = "#15191e";
    pub(crate) const MUTED: &str = "#515c68";
    pub(crate) const LINE: &str = "#7c8794";
    pub(crate) const PANEL: &str = "#ffffff";
    pub(crate) const ACCEPT: &str = "#eff5fc";
    pub(crate) const DROP: &str = "#f4f6f8";
    pub(crate) const HATCH: &str = "#f0dfdb";
    pub(crate) const PASS: &str = "#0a6545";
    pub(crate) const FAIL: &str = "#a12e17";
    pub(crate) const PART: &str = "#725000";
    pub(crate) const UNKNOWN: &str = "#566070";
}

/// The font size of labels.
const LABEL: i32 = 11;

/// The most width of an ASCII character in a label.
const NARROW: i32 = 7;

/// The most width of any other character.
const WIDE: i32 = 12;

/// Renders the picture as an SVG document.
pub fn svg(plan: &Plan, layout: &Layout, picture: &Picture<'_>) -> String {
    let (width, height) = layout.size;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"title desc\" lang=\"{}\" \
         font-family=\"system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif\" font-size=\"{LABEL}\">\n",
        escaped(picture.language)
    );
    out.push_str(&format!("<title id=\"title\">{}</title>\n", escaped(picture.title)));
    out.push_str(&format!("<desc id=\"desc\">{}</desc>\n", escaped(picture.description)));
    out.push_str(&format!(
        "<defs>\n<pattern id=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"8\" stroke=\"{}\" \
         stroke-width=\"2\"/></pattern>\n</defs>\n<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        colour::HATCH,
        colour::PANEL
    ));
    frames(&mut out, plan, layout);
    areas(&mut out, plan, layout, picture);
    for path in &picture.paths {
        draw_path(&mut out, path);
    }
    nodes(&mut out, plan, layout, picture);
    out.push_str("</svg>\n");
    out
}

fn frames(out: &mut String, plan: &Plan, layout: &Layout) {
    for (frame, (_, label)) in layout.frames.iter().zip(&plan.vpcs) {
        let look = format!("fill=\"none\" stroke=\"{}\" stroke-dasharray=\"2 3\"", colour::LINE);
        rect(out, frame, 8, &look);
        let label = fitted(label, frame.width - 12);
        text(out, (frame.x + 6, frame.y + 14), colour::MUTED, "font-weight=\"600\"", &label);
    }
}

/// Groups from the outermost level to the innermost, then their labels.
fn areas(out: &mut String, plan: &Plan, layout: &Layout, picture: &Picture<'_>) {
    let ordered: Vec<(usize, &Area, &Vec<Rect>)> = layout
        .levels
        .iter()
        .filter_map(|place| Some((*place, plan.areas.get(*place)?, layout.areas.get(*place)?)))
        .collect();
    for (place, area, pieces) in &ordered {
        let isolates = area.group_type.inner_access_policy() == InnerAccessPolicy::Drop;
        let (fill, dashes) = match isolates {
            true => (colour::DROP, " stroke-dasharray=\"5 3\""),
            false => (colour::ACCEPT, ""),
        };
        for bridge in layout.bridges.iter().filter(|bridge| bridge.area == *place) {
            out.push_str(&format!(
                "<line x1=\"{}\" x2=\"{}\" y1=\"{y}\" y2=\"{y}\" stroke=\"{}\" \
                 stroke-dasharray=\"2 2\"/>\n",
                bridge.from,
                bridge.to,
                colour::LINE,
                y = bridge.y
            ));
        }
        for piece in *pieces {
            let stroke = if area.group_type == GroupType::Advanced { "2" } else { "1.25" };
            let look = format!(
                "fill=\"{fill}\" stroke=\"{}\" stroke-width=\"{stroke}\"{dashes}",
                colour::LINE
            );
            rect(out, piece, 8, &look);
            if isolates {
                rect(out, piece, 8, "fill=\"url(#hatch)\"");
            }
        }
    }
    for (_, area, pieces) in ordered {
        let Some(first) = pieces.first() else { continue };
        let (glyph, policy) = match area.group_type {
            GroupType::Basic(InnerAccessPolicy::Accept) => ("⇄", "Accept"),
            GroupType::Basic(InnerAccessPolicy::Drop) => ("⊘", "Drop"),
            GroupType::Advanced => ("⊘", picture.advanced),
        };
        let label = fitted(&format!("{glyph} {} {policy}", area.label), first.width - 12);
        text(out, (first.x + 6, first.y + 14), colour::INK, "font-weight=\"600\"", &label);
    }
}

fn nodes(out: &mut String, plan: &Plan, layout: &Layout, picture: &Picture<'_>) {
    let name = |number: usize, place: &Rect| match picture.names.get(number) {
        Some((name, None)) => fitted(name, place.width - 12),
        Some((name, Some(last))) => {
            format!("{} {last}", fitted(name, place.width - 12 - width_of(last) - NARROW))
        }
        None => String::new(),
    };
    for (node, place) in plan.nodes.iter().zip(&layout.nodes) {
        let (label, dashes) = match node.who {
            Who::One(end) => (name(end, place), ""),
            Who::Many(count) => {
                (fitted(&format!("× {count}"), place.width - 12), " stroke-dasharray=\"1 2\"")
            }
        };
        end(out, place, 14, dashes, &label);
    }
    for (outside, place) in plan.outside.iter().zip(&layout.outside) {
        end(out, place, 4, " stroke-dasharray=\"4 2\"", &name(*outside, place));
    }
}

fn end(out: &mut String, place: &Rect, round: i32, dashes: &str, label: &str) {
    let look = format!("fill=\"{}\" stroke=\"{}\"{dashes}", colour::PANEL, colour::LINE);
    rect(out, place, round, &look);
    let middle = (place.x + place.width / 2, place.y + place.height / 2 + 4);
    text(out, middle, colour::INK, "font-weight=\"600\" text-anchor=\"middle\"", label);
}

/// An arrow for packets that pass; a stub with a mark for packets that are blocked.
fn draw_path(out: &mut String, path: &DrawnPath) {
    let (glyph, ink) = match path.state {
        CellState::Pass => ("✓", colour::PASS),
        CellState::Partial(_) => ("◐", colour::PART),
        CellState::Blocked => ("✗", colour::FAIL),
        CellState::Unknown => ("?", colour::UNKNOWN),
        CellState::Itself | CellState::NotFiltered => return,
    };
    let passes = matches!(path.state, CellState::Pass | CellState::Partial(_));
    let (ink, width) = if path.chosen { (ink, "2.5") } else { (colour::MUTED, "1") };
    let mut line = |curve: &Curve, ink: &str, look: &str| {
        let d = curve.to_svg();
        out.push_str(&format!("<path d=\"{d}\" fill=\"none\" stroke=\"{ink}\" {look}/>\n"));
    };
    if passes {
        line(&path.curve, ink, &format!("stroke-width=\"{width}\""));
        out.push_str(&head(&path.curve, ink));
    } else {
        line(&path.curve, colour::LINE, "stroke-dasharray=\"2 4\"");
    }
    let shown = if passes && !path.chosen { &[][..] } else { &path.marks };
    for part in shown {
        let Point { x, y } = path.curve.at(*part);
        let (r, size) = if path.chosen { (9, 11) } else { (6, 9) };
        out.push_str(&format!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\" fill=\"{}\" stroke=\"{ink}\"/>\n\
             <text x=\"{x:.1}\" y=\"{:.1}\" fill=\"{ink}\" font-size=\"{size}\" font-weight=\"700\" \
             text-anchor=\"middle\">{glyph}</text>\n",
            colour::PANEL,
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

fn text(out: &mut String, (x, y): (i32, i32), ink: &str, look: &str, words: &str) {
    let words = escaped(words);
    out.push_str(&format!("<text x=\"{x}\" y=\"{y}\" fill=\"{ink}\" {look}>{words}</text>\n"));
}

/// Truncates a label to a width. The file cannot know the viewer's font, so this errs on the short
/// side.
fn fitted(label: &str, room: i32) -> String {
    if width_of(label) <= room {
        return label.to_owned();
    }
    let mut left = room - WIDE;
    let mut short: String = label
        .chars()
        .take_while(|c| {
            left -= width(*c);
            left >= 0
        })
        .collect();
    short.push('…');
    short
}

const fn width(c: char) -> i32 {
    if c.is_ascii() { NARROW } else { WIDE }
}

fn width_of(label: &str) -> i32 {
    label.chars().map(width).sum()
}

/// Escapes text for display in XML.
fn escaped(text: &str) -> String {
    xml::escaped(&visible(text))
}
