//! What markup must keep to so that the page does not make its elements anew.

use crate::source::files;

/// An optional part must stay one node. `{option.map(…)}` in `html!` is no node or one, and Yew
/// aligns children from the last one: when such a part appears, its earlier siblings are made anew,
/// and a field among them loses the focus and what was typed. `.unwrap_or_default()` keeps a node.
#[test]
fn an_optional_part_keeps_its_place() {
    let mut loose = Vec::new();
    for source in files(&["src"]) {
        for (number, line) in (1..).zip(source.text.lines()) {
            if is_loose(line.trim()) {
                loose.push(format!("{}:{number}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(loose.is_empty(), "no node or one:\n{}", loose.join("\n"));
}

/// Whether a line is a block of markup that maps an option and may leave it empty.
fn is_loose(line: &str) -> bool {
    let Some(inside) = line.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
        return false;
    };
    let statement = ["for ", "match ", "if ", "{"].iter().any(|word| inside.starts_with(word));
    if statement || inside.ends_with(".unwrap_or_default()") {
        return false;
    }
    // `.map(` outside every bracket: otherwise it belongs to an argument.
    let mut depth = 0_i32;
    let bytes = inside.as_bytes();
    bytes.iter().enumerate().any(|(place, byte)| {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
        depth == 0 && bytes[place..].starts_with(b".map(")
    })
}

#[test]
fn loose_parts_are_told_from_others() {
    assert!(is_loose("{error.map(|error| line(error))}"));
    assert!(is_loose("{found.as_ref().map(|found| list(&session, found))}"));
    assert!(!is_loose("{error.map(|error| line(error)).unwrap_or_default()}"));
    assert!(!is_loose("{head(&session, group.map(|group| group.label()))}"));
    assert!(!is_loose("{for rows.iter().map(row)}"));
    assert!(!is_loose("<p>{said}</p>"));
}

/// Every field has a `maxlength` of `kit::limit`, unless nobody types into it or its reader refuses
/// what is too large with an error of its own.
#[test]
fn every_field_has_a_limit() {
    let mut endless = Vec::new();
    let mut limited = 0;
    for source in files(&["src"]) {
        for (at, element) in fields(&source.text) {
            let line = source.text[..at].lines().count();
            let typed = !UNTYPED.iter().any(|kind| element.contains(kind));
            if element.contains(" maxlength={") {
                limited += 1;
            } else if typed && !element.contains(REFUSES_ITSELF) {
                endless.push(format!("{}:{line}: {element}", source.path));
            }
        }
    }
    assert!(endless.is_empty(), "no maxlength:\n{}", endless.join("\n"));
    assert!(limited >= 15, "the fields are found: {limited}");
}

/// Fields that take no text from the keyboard.
const UNTYPED: [&str; 5] = [
    " type=\"checkbox\"",
    " type=\"radio\"",
    " type=\"range\"",
    " type=\"file\"",
    " readonly=true",
];

/// The box of the import, which says how much it reads (`sg_core::import::MOST_BYTES`).
const REFUSES_ITSELF: &str = " id=\"import-paste\"";

/// The opening tags of fields with white space normalized, and where they begin.
fn fields(text: &str) -> Vec<(usize, String)> {
    let starts = ["<input", "<textarea"].into_iter().flat_map(|tag| {
        text.match_indices(tag).filter(move |(at, _)| {
            text[at + tag.len()..].starts_with(|after: char| after.is_whitespace())
        })
    });
    let whole = |at: usize| text[at..].split("/>").next().unwrap_or_default();
    let line = |at: usize| whole(at).split_whitespace().collect::<Vec<_>>().join(" ");
    starts.map(|(at, _)| (at, line(at))).collect()
}
