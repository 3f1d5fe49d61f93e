//! Contrast in both themes, computed from the style sheets (WCAG 2.2, 1.4.3 and 1.4.11).
//!
//! Which text stands on which ground depends on markup, which a browser sees only in the states that
//! somebody opens. So every colour of text must be legible on every ground, and the tests find the
//! colours and the grounds in the sheets: a new one is either legible everywhere or has a row.

use std::collections::{BTreeMap, BTreeSet};

use regex_lite::Regex;

use crate::styles::sheets;

/// The least ratio of text, and of what is no text but tells something.
const TEXT: f64 = 4.5;
const GRAPHICS: f64 = 3.0;

/// Grounds that only text of their own colour stands on: ground, text.
const PAIRS: [(&str, &str); 3] = [
    ("var(--accent)", "var(--on-accent)"),
    ("var(--ink)", "var(--panel)"),
    ("color-mix(in srgb, var(--accent) 86%, var(--ink))", "var(--on-accent)"),
];

/// Colours of borders and graphics that separate controls from what is around them, or tell states
/// apart. Other lines only decorate.
const MARKS: [&str; 8] = [
    "var(--line-strong)",
    "var(--focus)",
    "var(--accent)",
    "var(--pass)",
    "var(--fail)",
    "var(--part)",
    "var(--unknown)",
    "var(--mark)",
];

/// Values that are no colour of the page: what is there already, or the system's.
const NEUTRAL: [&str; 9] = [
    "inherit",
    "currentcolor",
    "none",
    "transparent",
    "context-stroke",
    "Highlight",
    "HighlightText",
    "Canvas",
    "CanvasText",
];

/// Grounds under no text: the shade behind a dialog.
const WITHOUT_TEXT: [&str; 1] = ["light-dark(#15191e66, #000a)"];

/// The only places that fade what they show: nothing there can be used.
const FADED: [(&str, &str); 2] =
    [("page.css", "#app button:disabled"), ("shell.css", ":root[data-start=\"panic\"] #app")];

/// A colour: red, green and blue from 0 to 1.
type Colour = [f64; 3];

/// The colours of one theme by name.
struct Theme(BTreeMap<String, Colour>);

impl Theme {
    /// Both themes, light first.
    fn both() -> [Self; 2] {
        let tokens = &sheets()["tokens.css"];
        let token = Regex::new(r"--([a-z-]+): light-dark\((#\w{6}), (#\w{6})\);").unwrap();
        let own = |theme: usize| {
            let pairs = token
                .captures_iter(tokens)
                .map(|own| (format!("var(--{})", &own[1]), hex(&own[theme])));
            let mut all: BTreeMap<String, Colour> = pairs.collect();
            all.insert("var(--focus)".to_owned(), all["var(--accent)"]);
            Self(all)
        };
        assert!(tokens.contains("--focus: var(--accent);"));
        [own(2), own(3)]
    }

    fn colour(&self, value: &str) -> Colour {
        let mix = Regex::new(r"^color-mix\(in srgb, (\S+) (\d+)%, (\S+)\)$").unwrap();
        let Some(mixed) = mix.captures(value) else {
            return *self.0.get(value).unwrap_or_else(|| panic!("no colour: {value}"));
        };
        blend(
            self.colour(&mixed[1]),
            self.colour(&mixed[3]),
            mixed[2].parse::<f64>().unwrap() / 100.,
        )
    }
}

fn hex(text: &str) -> Colour {
    [1, 3, 5].map(|at| f64::from(u8::from_str_radix(&text[at..at + 2], 16).unwrap()) / 255.)
}

/// One colour over another, opaque to this share.
fn blend(over: Colour, under: Colour, share: f64) -> Colour {
    std::array::from_fn(|at| over[at] * share + under[at] * (1. - share))
}

/// Relative luminance, as WCAG defines it.
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] =
        colour.map(
            |part| {
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            },
        );
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The declarations of a property in all sheets but the tokens: sheet, selector, value.
fn declared(property: &str) -> Vec<(String, String, String)> {
    let rule = Regex::new(r"([^{};]+)\{([^{}]*)\}").unwrap();
    let own = Regex::new(&format!(r"(?:^|[;\s])(?:{property}): ([^;]+);")).unwrap();
    let mut all = Vec::new();
    for (name, css) in sheets() {
        // Paper and forced colours have colours of their own.
        if ["tokens.css", "print.css"].contains(&name.as_str()) {
            continue;
        }
        for rule in rule.captures_iter(&css) {
            let selector = rule[1].split_whitespace().collect::<Vec<_>>().join(" ");
            all.extend(own.captures_iter(&rule[2]).map(|found| {
                let value = found[1].split_whitespace().collect::<Vec<_>>().join(" ");
                (name.clone(), selector.clone(), value)
            }));
        }
    }
    all
}

/// The colours of text, except those of [`PAIRS`].
fn inks() -> BTreeSet<String> {
    let own = |value: &str| PAIRS.iter().any(|(_, text)| *text == value);
    let all = declared("color").into_iter().map(|(.., value)| value);
    all.filter(|value| !NEUTRAL.contains(&value.as_str()) && !own(value)).collect()
}

/// The grounds of text, except those of [`PAIRS`]. A pattern is checked apart.
fn grounds() -> BTreeSet<String> {
    let own = |value: &str| PAIRS.iter().any(|(ground, _)| *ground == value);
    let all = declared("background|background-color").into_iter().map(|(.., value)| value);
    all.filter(|value| {
        let known = NEUTRAL.contains(&value.as_str()) || WITHOUT_TEXT.contains(&value.as_str());
        !known && !own(value) && !value.contains("-gradient(")
    })
    .collect()
}

#[test]
fn every_text_is_legible_on_every_ground_in_both_themes() {
    let (inks, grounds) = (inks(), grounds());
    assert!(inks.len() >= 9 && grounds.len() >= 7, "found: {inks:?} on {grounds:?}");
    let mut faint = Vec::new();
    for (theme, name) in Theme::both().iter().zip(["light", "dark"]) {
        let known = PAIRS.map(|(ground, text)| (text.to_owned(), ground.to_owned()));
        let crossed =
            inks.iter().flat_map(|ink| grounds.iter().map(|own| (ink.clone(), own.clone())));
        for (ink, ground) in crossed.chain(known) {
            let found = ratio(theme.colour(&ink), theme.colour(&ground));
            if found < TEXT {
                faint.push(format!("{name}: {ink} on {ground}: {found:.2}"));
            }
        }
    }
    assert!(faint.is_empty(), "less than {TEXT}:1\n{}", faint.join("\n"));
}

#[test]
fn a_ground_with_text_of_its_own_sets_both() {
    let texts = declared("color");
    let mut alone = Vec::new();
    for (sheet, selector, value) in declared("background|background-color") {
        let Some((_, text)) = PAIRS.iter().find(|(ground, _)| *ground == value) else { continue };
        // A state of an element that has the colour already: `button:hover:not(:disabled)`.
        let element = selector.split(":hover").next().unwrap();
        let sets =
            |own: &(String, String, String)| own.0 == sheet && own.1 == element && own.2 == *text;
        if !texts.iter().any(sets) {
            alone.push(format!("{sheet}: {selector}: {value}"));
        }
    }
    assert!(alone.is_empty(), "a ground without its text:\n{}", alone.join("\n"));
}

#[test]
fn patterns_leave_verdicts_legible() {
    let stripe = Regex::new(r"color-mix\(in srgb, var\(--(\w+)\) (\d+)%, transparent\)").unwrap();
    let used = Regex::new(r"var\(--[a-z-]+\)").unwrap();
    let grounds = grounds();
    let patterned = declared("background|background-image");
    let patterned: Vec<_> =
        patterned.iter().filter(|(.., value)| value.contains("-gradient(")).collect();
    assert!(patterned.len() >= 3, "{patterned:?}");
    for (sheet, selector, value) in patterned {
        let stripes: Vec<_> = stripe.captures_iter(value).collect();
        if stripes.is_empty() {
            // From one ground to none.
            let known = used.captures_iter(value).all(|own| grounds.contains(&own[0]));
            assert!(known, "{sheet}: {selector}: {value}");
        }
        for found in stripes {
            let share = found[2].parse::<f64>().unwrap() / 100.;
            let (ink, soft) =
                (format!("var(--{})", &found[1]), format!("var(--{}-soft)", &found[1]));
            for theme in Theme::both() {
                let ground = blend(theme.colour(&ink), theme.colour(&soft), share);
                let found = ratio(theme.colour(&ink), ground);
                assert!(found >= TEXT, "{sheet}: {selector}: {found:.2}");
            }
        }
    }
}

#[test]
fn borders_of_controls_focus_and_marks_stand_out_on_every_ground() {
    let grounds = grounds();
    let mut faint = Vec::new();
    for (theme, name) in Theme::both().iter().zip(["light", "dark"]) {
        for mark in MARKS {
            for ground in &grounds {
                let found = ratio(theme.colour(mark), theme.colour(ground));
                if found < GRAPHICS {
                    faint.push(format!("{name}: {mark} on {ground}: {found:.2}"));
                }
            }
        }
    }
    assert!(faint.is_empty(), "less than {GRAPHICS}:1\n{}", faint.join("\n"));
}

/// Fading lowers the contrast of everything inside.
#[test]
fn nothing_that_can_be_used_is_faded() {
    let faded: Vec<_> =
        declared("opacity").into_iter().map(|(sheet, selector, _)| (sheet, selector)).collect();
    let known = FADED.map(|(sheet, selector)| (sheet.to_owned(), selector.to_owned()));
    assert_eq!(faded, known);
}

#[test]
fn ratios_are_those_of_the_guidelines() {
    let [black, white, grey] = ["#000000", "#ffffff", "#767676"].map(hex);
    assert!((ratio(black, white) - 21.).abs() < 1e-9);
    assert!((ratio(white, grey) - 4.54).abs() < 0.005);
    assert_eq!(ratio(white, white), 1.);
}
