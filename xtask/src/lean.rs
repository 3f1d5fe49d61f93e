//! What a released page leaves out of its style sheets and scripts: what only helps who reads their
//! sources. Style sheets that are fetched alike become one, because each file is compressed alone.
//!
//! Written by hand: a minifier would be a parser of CSS with dozens of crates, which every new machine
//! compiles, for the comments and spaces of our own sheets; and Trunk's `minify` rewrites the HTML,
//! too, whose attributes the seal reads.

use crate::Outcome;
use crate::hash::{hex, integrity, sha256};
use crate::seal::{attribute, file_name, tags};
use std::fs;
use std::path::Path;

/// The page with lean style sheets and scripts, which are written beside it.
pub(crate) fn page(html: &str, folder: &Path) -> Outcome<String> {
    let mut lean = html.to_owned();
    for sheets in alike(html) {
        let [first, rest @ ..] = sheets.as_slice() else { continue };
        let names: Vec<&str> = sheets.iter().filter_map(|link| attribute(link, "href")).collect();
        let text = names.iter().map(|name| taken(folder, name)).collect::<Outcome<String>>()?;
        let link = written(folder, first, "href", &style_sheet(&text))?;
        lean = rest.iter().fold(lean.replace(first, &link), |html, link| html.replace(link, ""));
    }
    for script in tags(html, "script") {
        if let Some(name) = attribute(script, "src") {
            let element = written(folder, script, "src", &self::script(&taken(folder, name)?))?;
            lean = lean.replace(script, &element);
        }
    }
    Ok(lean)
}

/// The style sheets of a page, in their order: those together that follow each other and are
/// fetched with the same attributes.
fn alike(html: &str) -> Vec<Vec<&str>> {
    let mut found: Vec<Vec<&str>> = Vec::new();
    for link in tags(html, "link") {
        if attribute(link, "rel") != Some("stylesheet") {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.first().is_some_and(|first| kind(first) == kind(link)) => {
                last.push(link);
            }
            Some(_) | None => found.push(vec![link]),
        }
    }
    found
}

/// An element without what belongs to its file.
fn kind(element: &str) -> String {
    let own = ["href", "integrity"].map(|name| attribute(element, name).unwrap_or_default());
    own.iter()
        .filter(|value| !value.is_empty())
        .fold(element.to_owned(), |element, value| element.replace(value, ""))
}

/// The content of a file that is going to be replaced.
fn taken(folder: &Path, address: &str) -> Outcome<String> {
    let file = folder.join(file_name(address));
    let content = fs::read_to_string(&file);
    let content = content.map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    fs::remove_file(&file).map_err(|error| format!("cannot remove {}: {error}", file.display()))?;
    Ok(content)
}

/// Writes a file under the name of the one of an element, with the hash of what it holds now, and
/// gives the element that names it.
fn written(folder: &Path, element: &str, attribute_name: &str, text: &str) -> Outcome<String> {
    let lost = || format!("index.html names no file in {element}");
    let address = attribute(element, attribute_name).ok_or_else(lost)?;
    let (stem, ending) = file_name(address).rsplit_once('.').ok_or_else(lost)?;
    let (name, _) = stem.rsplit_once('-').ok_or_else(lost)?;
    let hash = sha256(text.as_bytes());
    let file = format!("{name}-{}.{ending}", hex(&hash).get(..16).unwrap_or_default());
    let path = folder.join(&file);
    fs::write(&path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    let element = element.replace(address, &address.replace(file_name(address), &file));
    Ok(match attribute(&element, "integrity") {
        Some(old) => element.replace(old, &integrity(&hash)),
        None => element,
    })
}

/// A script without the lines that only help who reads its source: comments and indentation.
pub(crate) fn script(source: &str) -> String {
    let mut lean = String::new();
    let mut comment = false;
    for line in source.lines().map(str::trim) {
        // A comment before code in a line stays.
        comment |=
            line.starts_with("/*") && line.find("*/").is_none_or(|end| end + 2 == line.len());
        if !(comment || line.is_empty() || line.starts_with("//")) {
            lean += line;
            lean.push('\n');
        }
        comment &= !line.ends_with("*/");
    }
    lean
}

/// A style sheet without comments and without the space that separates nothing.
fn style_sheet(text: &str) -> String {
    let mut lean = String::new();
    let mut space = false;
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            let parted = space || lean.is_empty() || lean.ends_with(BRACKETS);
            if !parted && !rest.starts_with(char::is_whitespace) && !rest.starts_with(BRACKETS) {
                lean.push_str("/**/");
            }
            continue;
        }
        let token = if sign == '"' || sign == '\'' { quoted(rest) } else { sign.len_utf8() };
        let (token, after) = rest.split_at_checked(token).unwrap_or((rest, ""));
        rest = after;
        if sign.is_whitespace() {
            space = true;
            continue;
        }
        if space && !token.starts_with(BRACKETS) && !lean.ends_with(BRACKETS) && !lean.is_empty() {
            lean.push(' ');
        }
        space = false;
        if sign == '}' && lean.ends_with(';') {
            lean.pop();
        }
        lean.push_str(token);
    }
    lean
}

/// No space counts beside these.
const BRACKETS: [char; 4] = ['{', '}', ';', ','];

/// How long the quoted text is with which a text begins.
fn quoted(text: &str) -> usize {
    let mut signs = text.char_indices();
    let Some((_, quote)) = signs.next() else { return 0 };
    while let Some((place, sign)) = signs.next() {
        match sign {
            '\\' => {
                signs.next();
            }
            _ if sign == quote => return place + sign.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{page, style_sheet};
    use std::fs;

    #[test]
    fn a_style_sheet_keeps_what_counts() {
        let sheet = "/* a note */\n.a ,\n.b > .c :hover {\n  color : red ;\n  margin: 1px  2px;\n}\n\n\
                     @media (min-width: 3px) and (width) {\n  .d { width: calc(1px + 2px); }\n}\n";
        assert_eq!(
            style_sheet(sheet),
            ".a,.b > .c :hover{color : red;margin: 1px 2px}\
             @media (min-width: 3px) and (width){.d{width: calc(1px + 2px)}}"
        );
    }

    #[test]
    fn what_is_quoted_stays_as_it_is() {
        let sheet = r#".a { content: "/* \"  } ; */" / ''; }"#;
        assert_eq!(style_sheet(sheet), r#".a{content: "/* \"  } ; */" / ''}"#);
    }

    #[test]
    fn a_comment_parts_words_as_it_did() {
        assert_eq!(style_sheet(".a/* x */.b { c: d /* x */ e/* x */; }"), ".a/**/.b{c: d e}");
    }

    #[test]
    fn sheets_that_are_fetched_alike_become_one_and_scripts_lose_their_comments() {
        let folder = std::env::temp_dir().join(format!("sgp-lean-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let files = [
            ("first-01.css", "a { b: c; }"),
            ("page-02.css", "d { e: f; } /* of the page */"),
            ("more-03.css", "g { h: i; }"),
            ("start-04.js", "// Starts.\n  start();\n"),
        ];
        for (name, text) in files {
            fs::write(folder.join(name), text).unwrap();
        }
        let html = "<link rel=\"stylesheet\" href=\"./first-01.css\" data-integrity=\"none\"/>\
             <link rel=\"stylesheet\" href=\"./page-02.css\" crossorigin=\"anonymous\" integrity=\"sha384-a\"/>\
             <link rel=\"stylesheet\" href=\"./more-03.css\" crossorigin=\"anonymous\" integrity=\"sha384-b\"/>\
             <script src=\"./start-04.js\"></script>";
        let lean = page(html, &folder).unwrap();
        let mut left: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        let content = |start: &str| {
            let name = left.iter().find(|name| name.starts_with(start)).unwrap();
            assert!(lean.contains(&format!("\"./{name}\"")), "{lean}");
            fs::read_to_string(folder.join(name)).unwrap()
        };
        assert_eq!(content("first-"), "a{b: c}");
        assert_eq!(content("page-"), "d{e: f}g{h: i}");
        assert_eq!(content("start-"), "start();\n");
        assert_eq!(left.len(), 3, "{left:?}");
        assert!(!lean.contains("sha384-") && lean.contains("integrity=\"sha256-"), "{lean}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
