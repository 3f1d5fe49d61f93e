//! The drawing as an SVG file: the plan, layout and paths of the page, described by its text
//! alternative.

use crate::component::pairs::drawing::ROOM;
use crate::component::pairs::drawing::legend::{counted, signs};
use crate::component::pairs::drawing::paths::stops_of;
use crate::component::pairs::drawing::sketch::Sketch;
use crate::component::pairs::drawing::text_alternative::lines;
use crate::derived::Reachability;
use crate::drawing::{Caption, DrawnPath, Ink, Picture, Rect, curve, svg};
use crate::hooks::Session;
use crate::state::Selection;
use crate::text::{groups, links, views as text};
use sg_core::language::Language;

/// The drawing with the paths of the selected sender as an SVG document, for light or dark pages;
/// `None` for an empty scenario.
pub fn drawing_svg(
    seen: &Reachability,
    selection: Option<&Selection>,
    language: Language,
    dark: bool,
) -> Option<String> {
    let session = Session::silent(language);
    let chosen = selection.and_then(|pair| seen.place(pair));
    let sketch = Sketch::new(seen, chosen, ROOM);
    if sketch.plan.areas.is_empty() && sketch.ends.is_empty() {
        return None;
    }
    let (groups_said, paths_said) = lines(&session, seen, &sketch, chosen);
    let heads =
        [session.say(text::TEXT_ALTERNATIVE_GROUPS), session.say(text::TEXT_ALTERNATIVE_PATHS)];
    let said = heads.into_iter().zip([groups_said, paths_said]);
    let said = said.flat_map(|(head, lines)| std::iter::once(head.to_owned()).chain(lines));
    let from = chosen.and_then(|(from, _)| seen.names.get(from)).map(String::as_str);
    let signs = signs(&session, from).into_iter().map(|(class, sign, said)| {
        let ink = match class {
            "key-accept" => Ink::Pass,
            "key-drop" | "bad" => Ink::Fail,
            _ => Ink::Muted,
        };
        (sign, ink, said)
    });
    let left_out = counted(&session, seen, &sketch).map(|said| ("", Ink::Muted, said));
    let title = title(&session, seen, chosen);
    let caption = Caption {
        title: &title,
        description: &said.collect::<Vec<_>>().join(" · "),
        language: language.tag(),
        legend: signs.chain(left_out).collect(),
        dark,
    };
    let picture = Picture {
        names: &sketch.names,
        labels: &sketch.labels,
        advanced: session.say(groups::ADVANCED),
        paths: drawn(seen, &sketch, chosen),
    };
    Some(svg(&sketch.plan, &sketch.layout, &picture, &caption))
}

/// The title of a figure: its pair, if it is about one.
pub(crate) fn title(
    session: &Session,
    seen: &Reachability,
    chosen: Option<(usize, usize)>,
) -> String {
    let name = |place: usize| seen.names.get(place).map(String::as_str).unwrap_or_default();
    match chosen {
        Some((from, to)) => {
            session.fill(links::LINK_TITLE, &[("from", name(from)), ("to", name(to))])
        }
        None => session.say(links::LINK_TITLE_PLAIN).to_owned(),
    }
}

/// All paths from the selected sender, with the selected one last, on top.
fn drawn(seen: &Reachability, sketch: &Sketch, chosen: Option<(usize, usize)>) -> Vec<DrawnPath> {
    let Some((from, to)) = chosen else { return Vec::new() };
    let Some(start) = sketch.rect(from) else { return Vec::new() };
    let mut ends: Vec<_> = sketch.ends.iter().filter(|(place, _)| *place != from).collect();
    ends.sort_by_key(|(place, _)| *place == to);
    let path = |(place, rect): &(usize, Rect)| {
        let cell = seen.cell(from, *place)?;
        let marks = stops_of(&cell, seen.choice).to_vec();
        let state = cell.state.clone();
        Some(DrawnPath {
            curve: curve(start, rect, &sketch.layout),
            state,
            marks,
            chosen: *place == to,
        })
    };
    ends.into_iter().filter_map(path).collect()
}
