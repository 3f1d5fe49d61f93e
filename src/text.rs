//! All texts of the page in both languages, by area.

use sg_core::language::Text;

pub mod answer;
pub mod builder;
pub mod chrome;
pub mod collect;
pub mod compare;
pub mod connectivity;
pub mod console;
pub mod drawer;
pub mod edit;
pub mod embed;
pub mod errors;
pub mod exercises;
pub mod export;
pub mod exposure;
pub mod fix;
pub mod flows;
pub mod framing;
pub mod groups;
pub mod import;
pub mod lessons;
pub mod lines;
pub mod links;
pub mod present;
pub mod problems;
pub mod proposed;
pub mod question;
pub mod quiz;
pub mod reference;
pub mod request;
pub mod rules;
pub mod signing;
pub mod storage;
pub mod timeline;
pub mod topology;
pub mod training;
pub mod views;

/// Every catalogue of the page by area, for tests that walk all texts.
pub const CATALOGUES: &[(&str, &[(&str, Text)])] = &[
    ("answer", answer::ALL),
    ("builder", builder::ALL),
    ("chrome", chrome::ALL),
    ("collect", collect::ALL),
    ("compare", compare::ALL),
    ("connectivity", connectivity::ALL),
    ("console", console::ALL),
    ("drawer", drawer::ALL),
    ("edit", edit::ALL),
    ("embed", embed::ALL),
    ("errors", errors::ALL),
    ("exercises", exercises::ALL),
    ("export", export::ALL),
    ("exposure", exposure::ALL),
    ("fix", fix::ALL),
    ("flows", flows::ALL),
    ("framing", framing::ALL),
    ("groups", groups::ALL),
    ("import", import::ALL),
    ("lessons", lessons::ALL),
    ("lines", lines::ALL),
    ("links", links::ALL),
    ("present", present::ALL),
    ("problems", problems::ALL),
    ("proposed", proposed::ALL),
    ("question", question::ALL),
    ("quiz", quiz::ALL),
    ("reference", reference::ALL),
    ("request", request::ALL),
    ("rules", rules::ALL),
    ("signing", signing::ALL),
    ("storage", storage::ALL),
    ("timeline", timeline::ALL),
    ("training", training::ALL),
    ("views", views::ALL),
    ("world", topology::ALL),
];
