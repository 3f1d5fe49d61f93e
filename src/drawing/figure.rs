//! A figure as an SVG document: self-contained, on transparent ground, in light or dark colours.

use sg_core::quote::hidden::visible;
use sg_core::quote::xml;

use crate::drawing::label::{width_of, wrapped};

/// The glyph of an answer that is partial and partly unknown.
pub const PARTIAL_UNKNOWN: &str = "◐?";

/// The glyph of an answer that depends on the address of an outside block.
pub const BY_ADDRESS: &str = "◒";

/// What every figure has besides its picture.
#[derive(Debug, Clone)]
pub struct Caption<'a> {
    /// A short title.
    pub title: &'a str,
    /// A full description in sentences.
    pub description: &'a str,
    /// The language tag of its texts.
    pub language: &'a str,
    /// The signs and what they mean.
    pub legend: Vec<(&'a str, Ink, String)>,
    /// For dark pages.
    pub dark: bool,
}

/// A colour by its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Ink,
    /// Less important text.
    Muted,
    /// Packets pass.
    Pass,
    /// Packets are blocked.
    Fail,
    /// Some packets pass.
    Part,
    /// Nobody knows.
    Unknown,
}

/// The colours of a scheme (`static/css/tokens.css`): a file cannot follow the reader's preference.
pub(crate) struct Colours {
    inks: [&'static str; 6],
    pub(crate) line: &'static str,
    pub(crate) panel: &'static str,
    pub(crate) accept: &'static str,
    pub(crate) drop: &'static str,
    pub(crate) hatch: &'static str,
    /// The backgrounds of cells by their ink, from [`Ink::Pass`] on.
    softs: [&'static str; 4],
}

const LIGHT: Colours = Colours {
    inks: ["#15191e", "#515c68", "#0a6545", "#a12e17", "#725000", "#566070"],
    line: "#7c8794",
    panel: "#ffffff",
    accept: "#eff5fc",
    drop: "#f4f6f8",
    hatch: "#f0dfdb",
    softs: ["#ddf1e8", "#fae5df", "#fcefcc", "#e7ebef"],
};

const DARK: Colours = Colours {
    inks: ["#e6e9ec", "#a7b1bc", "#6fd3a6", "#ff9c82", "#f0c35a", "#a3adb8"],
    line: "#66727f",
    panel: "#161a1f",
    accept: "#18222f",
    drop: "#191e24",
    hatch: "#3b2a28",
    softs: ["#11302a", "#3a201b", "#352b12", "#242b32"],
};

impl Colours {
    pub(crate) const fn of(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    pub(crate) const fn ink(&self, ink: Ink) -> &'static str {
        let [plain, muted, pass, fail, part, unknown] = self.inks;
        match ink {
            Ink::Ink => plain,
            Ink::Muted => muted,
            Ink::Pass => pass,
            Ink::Fail => fail,
            Ink::Part => part,
            Ink::Unknown => unknown,
        }
    }

    /// The background of a cell; `None` without one.
    pub(crate) const fn soft(&self, ink: Ink) -> Option<&'static str> {
        let [pass, fail, part, unknown] = self.softs;
        match ink {
            Ink::Pass => Some(pass),
            Ink::Fail => Some(fail),
            Ink::Part => Some(part),
            Ink::Unknown => Some(unknown),
            Ink::Ink | Ink::Muted => None,
        }
    }
}

/// Stands for the figure's own id until it is known. It occurs in no text, because texts are made
/// visible first.
pub(crate) const ID: char = '\u{1}';

/// The font size of labels.
pub(crate) const LABEL: i32 = 11;

/// The height of a line of the legend.
const LINE: i32 = 17;

/// The least width of a figure, so that its legend can be read.
const LEAST: i32 = 320;

/// The margin of the legend.
const MARGIN: i32 = 8;

/// The document of a picture with its legend below. Ids begin with a digest of the content: two
/// figures in one page share an id only if they are the same.
pub(crate) fn document(
    picture: &str,
    (width, height): (i32, i32),
    caption: &Caption<'_>,
) -> String {
    let colours = Colours::of(caption.dark);
    let width = width.max(LEAST);
    let mut legend = String::new();
    let mut y = height + MARGIN + LABEL;
    for (sign, ink, words) in &caption.legend {
        text(&mut legend, (MARGIN, y), colours.ink(*ink), "font-weight=\"700\"", sign);
        let start = MARGIN + if sign.is_empty() { 0 } else { width_of(sign) + 6 };
        for line in wrapped(words, width - start - MARGIN) {
            text(&mut legend, (start, y), colours.ink(Ink::Muted), "", &line);
            y += LINE;
        }
    }
    let height = y;
    let (language, title) = (escaped(caption.language), escaped(caption.title));
    let description = escaped(caption.description);
    let marked = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{ID}-title {ID}-desc\" lang=\"{language}\" \
         font-family=\"system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif\" font-size=\"{LABEL}\">\n\
         <title id=\"{ID}-title\">{title}</title>\n<desc id=\"{ID}-desc\">{description}</desc>\n\
         {picture}{legend}</svg>\n"
    );
    let id = format!("sgp-{:08x}", digest(&marked));
    marked.replace(ID, &id)
}

/// 32-bit FNV-1a: it only has to differ between the figures of one page.
fn digest(text: &str) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811c_9dc5, step)
}

/// A text at a baseline.
pub(crate) fn text(out: &mut String, (x, y): (i32, i32), ink: &str, look: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    let gap = if look.is_empty() { "" } else { " " };
    let words = escaped(words);
    out.push_str(&format!("<text x=\"{x}\" y=\"{y}\" fill=\"{ink}\"{gap}{look}>{words}</text>\n"));
}

/// Escapes text for display in XML.
fn escaped(text: &str) -> String {
    xml::escaped(&visible(text))
}
