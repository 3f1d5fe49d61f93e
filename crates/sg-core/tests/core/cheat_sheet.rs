//! The cheat sheets: static pages generated from the catalogue, with a strict policy.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p sg-core --test core cheat_sheet` rewrites the files.

use std::fmt::Write as _;
use std::fs;

use sg_core::connectivity::ClauseId;
use sg_core::language::{Language, Text};
use sg_core::lesson::cheat_sheet::*;

const FILES: [(Language, &str); 2] =
    [(Language::En, "static/cheat-sheet.en.html"), (Language::Zh, "static/cheat-sheet.zh.html")];

/// A text as HTML: escaped, with backticks turned into code elements.
fn said(text: Text, language: Language) -> String {
    let text = text.get(language);
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let parts = text.split('`').enumerate();
    parts
        .map(|(place, part)| match place % 2 {
            0 => part.to_owned(),
            _ => format!("<code translate=\"no\">{part}</code>"),
        })
        .collect()
}

fn cited(clauses: &[ClauseId]) -> String {
    if clauses.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = clauses.iter().map(ToString::to_string).collect();
    format!(" <small>{}</small>", numbers.join(" "))
}

fn table(language: Language) -> String {
    let say = |text| said(text, language);
    let mut html = format!(
        "<section class=\"defaults\">\n<h2>{}{}</h2>\n<table>\n<tr>",
        say(DEFAULTS),
        cited(DEFAULT_CLAUSES)
    );
    for head in [KIND, BETWEEN, INBOUND, OUTBOUND] {
        write!(html, "<th scope=\"col\">{}</th>", say(head)).unwrap();
    }
    html += "</tr>\n";
    for [kind, cells @ ..] in DEFAULT_ROWS {
        write!(html, "<tr><th scope=\"row\">{}</th>", say(kind)).unwrap();
        for cell in cells {
            write!(html, "<td>{}</td>", say(cell)).unwrap();
        }
        html += "</tr>\n";
    }
    html + "</table>\n</section>\n"
}

/// Stricter than the page's own policy: only a style sheet and an icon.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// The page in one language.
fn page(language: Language) -> String {
    let title = said(TITLE, language);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"favicon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"stylesheet\" href=\"cheat-sheet.css\">\n</head>\n<body>\n<header>\n\
         <h1>{title}</h1>\n<p>{}</p>\n</header>\n<main>\n",
        language.tag(),
        POLICY,
        said(LEAD, language)
    );
    for (place, section) in SECTIONS.iter().enumerate() {
        let list = if place == 0 { "ol" } else { "ul" };
        write!(html, "<section>\n<h2>{}</h2>\n<{list}>\n", said(section.title, language)).unwrap();
        for line in section.lines {
            let (text, cited) = (said(line.text, language), cited(line.clauses));
            writeln!(html, "<li>{text}{cited}</li>").unwrap();
        }
        write!(html, "</{list}>\n</section>\n").unwrap();
        if place == 0 {
            html += &table(language);
        }
    }
    html + "</main>\n</body>\n</html>\n"
}

#[test]
fn the_pages_say_what_the_catalogue_says() {
    for (language, file) in FILES {
        let page = page(language);
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::write(sg_testing::root().join(file), &page).unwrap();
        }
        let kept =
            fs::read_to_string(sg_testing::root().join(file)).expect("run with UPDATE_SNAPSHOTS=1");
        assert!(kept == page, "{file} differs: run with UPDATE_SNAPSHOTS=1 if this is intended");
    }
}

#[test]
fn the_sheets_ask_for_their_style_and_icon_and_nothing_else() {
    for (language, _) in FILES {
        let page = page(language);
        assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"));
        let asked = ["favicon.svg", "cheat-sheet.css"].map(|file| format!("href=\"{file}\""));
        assert!(asked.iter().all(|file| page.contains(file)) && page.matches("href=").count() == 2);
    }
    let style = fs::read_to_string(sg_testing::root().join("static/cheat-sheet.css")).unwrap();
    assert!(style.contains("@page") && !style.contains("url(") && !style.contains("@import"));
    let shell = fs::read_to_string(sg_testing::root().join("index.html")).unwrap();
    for (_, file) in FILES {
        assert!(shell.contains(&format!("rel=\"copy-file\" href=\"{file}\"")), "{file}");
    }
}

#[test]
fn every_line_is_said_in_both_languages() {
    for section in SECTIONS {
        for line in section.lines {
            let Text { en, zh } = line.text;
            assert_eq!(en.matches('`').count(), zh.matches('`').count(), "{en} | {zh}");
            assert!(en.ends_with('.') && zh.ends_with('。'), "{en} | {zh}");
        }
    }
}
