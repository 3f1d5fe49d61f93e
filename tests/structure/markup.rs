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
