//! The lines that embed a scene in another page.

use crate::language::Language;

/// The height a frame has where the page around does not listen for another.
const HEIGHT: u32 = 640;

/// A frame with the scene of a fragment, and behind it a link for whoever sees no frames: mail,
/// feeds, print, readers that take frames out.
///
/// Sandboxed: the frame may run its program and open the full page, and reaches nothing of the page
/// around it.
pub fn frame(page: &str, language: Language, fragment: &str, title: &str) -> String {
    let language = language.short();
    let embedded = attribute(&format!("{page}?embed=1&lang={language}{fragment}"));
    let full = attribute(&format!("{page}?lang={language}{fragment}"));
    let title = attribute(title);
    format!(
        "<iframe src=\"{embedded}\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" \
         loading=\"lazy\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" \
         allow=\"clipboard-write\" referrerpolicy=\"no-referrer\"></iframe>\n\
         <p><a href=\"{full}\">{title}</a></p>"
    )
}

/// A text as it stands in an attribute of HTML, or between its tags.
fn attribute(text: &str) -> String {
    let write = |c: char| match c {
        '&' | '"' | '<' | '>' | '\'' => format!("&#{};", u32::from(c)),
        _ => c.to_string(),
    };
    text.chars().map(write).collect()
}
