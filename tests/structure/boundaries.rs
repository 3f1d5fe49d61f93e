//! Who may know whom: the web stays in its folder, and the rooms look one way.

use std::collections::BTreeSet;

use crate::source::{Kind, Source, files, root};

/// The rooms of the core and the rooms each may name. `language` and `quote` may be named by all.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("rng", &[]),
    ("citation", &[]),
    ("language", &[]),
    ("quote", &[]),
    ("model", &[]),
    ("connectivity", &["citation", "model"]),
    ("explain", &["connectivity", "model"]),
    ("emulator", &["rng", "citation", "model"]),
    ("share", &["model"]),
    ("import", &["model", "share"]),
    // Of the emulator only what a call is: see `a_request_knows_only_what_a_call_is`.
    ("request", &["emulator", "model"]),
    // What a server answers: signatures from `request`, answers from `emulator`.
    ("gateway", &["emulator", "model", "request"]),
    ("history", &["connectivity", "emulator", "explain", "model", "request", "share"]),
    // The scenario for other programs: calls that rebuild it, tried on the emulator; Terraform; tables.
    ("export", &["connectivity", "emulator", "explain", "history", "model", "request"]),
    ("goal", &["connectivity", "explain", "model"]),
    (
        "lesson",
        &[
            "citation",
            "connectivity",
            "emulator",
            "explain",
            "goal",
            "history",
            "model",
            "request",
            "share",
        ],
    ),
    // Scenarios that tell beliefs from the truth, which is always the engine's.
    ("quiz", &["rng", "connectivity", "model"]),
    // Calls that end in an error, and the edits of the log that make them possible.
    ("error_example", &["emulator", "gateway", "history", "model", "request"]),
];

/// What only the page may name: the web, the clock, chance, and maps without an order.
const ONLY_THE_PAGE: [&str; 12] = [
    "yew",
    "web_sys",
    "js_sys",
    "gloo",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "getrandom",
    "rand",
    "SystemTime",
    "Instant",
    "HashMap",
    "HashSet",
];

/// The clocks of the command line, which hands them to the library.
const ONLY_THE_BINARIES: [&str; 2] = ["SystemTime", "Instant"];

/// How long connections last is nobody's answer: the server's sockets have a clock of their own.
const SOCKET_CLOCK: (&str, &str) = ("crates/sgp/src/serve/progress.rs", "Instant");

/// The core, whose rooms look one way.
const CORE: &str = "crates/sg-core/src/";

fn room(path: &str) -> &str {
    let inside = path.strip_prefix(CORE).unwrap_or(path);
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
}

/// The rooms a file names, by `crate::room` and by `crate::{room, …}`, with their lines.
fn named(source: &Source) -> Vec<(usize, String)> {
    let tokens = source.tokens();
    let sign = |place: usize| match tokens.get(place).map(|token| &token.kind) {
        Some(Kind::Sign(sign)) => *sign,
        _ => ' ',
    };
    let word = |place: usize| match tokens.get(place).map(|token| &token.kind) {
        Some(Kind::Word(word)) => word.as_str(),
        _ => "",
    };
    let mut named = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        if word(place) != "crate" || sign(place + 1) != ':' || sign(place + 2) != ':' {
            continue;
        }
        let line = token.line;
        if sign(place + 3) != '{' {
            named.push((line, word(place + 3).to_owned()));
            continue;
        }
        let (mut inside, mut depth, mut next) = (place + 4, 1, true);
        while depth > 0 {
            match sign(inside) {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => next = true,
                _ if depth == 1 && next => {
                    named.push((line, word(inside).to_owned()));
                    next = false;
                }
                _ => {}
            }
            inside += 1;
        }
    }
    named.retain(|(_, name)| !name.is_empty());
    named
}

#[test]
fn the_web_stays_in_its_folder() {
    for source in files(&["crates/sg-core/src", "crates/sgp/src"]) {
        let own = source.path == "crates/sgp/src/main.rs";
        for (line, word) in source.words() {
            let allowed = own && ONLY_THE_BINARIES.contains(&word)
                || (source.path.as_str(), word) == SOCKET_CLOCK;
            let web = ONLY_THE_PAGE.contains(&word) && !allowed;
            assert!(!web, "{}:{line} names {word}", source.path);
        }
    }
}

#[test]
fn rooms_look_one_way() {
    let rooms: BTreeSet<&str> = MAY_NAME.iter().map(|(room, _)| *room).collect();
    let mut seen = BTreeSet::new();
    for source in files(&[CORE]) {
        let own = room(&source.path).to_owned();
        if own == "lib" {
            continue;
        }
        let allowed = MAY_NAME.iter().find(|(room, _)| *room == own);
        let (_, allowed) = allowed.unwrap_or_else(|| {
            panic!("{}: give the room `{own}` its place in MAY_NAME", source.path)
        });
        for (line, other) in named(&source) {
            // The macro of the catalogues is a name of the crate's root.
            let known =
                other == own || matches!(other.as_str(), "language" | "quote" | "catalogue");
            assert!(
                known || allowed.contains(&other.as_str()),
                "{}:{line}: `{own}` must not know `{other}`",
                source.path
            );
            if rooms.contains(other.as_str()) {
                seen.insert((own.clone(), other));
            }
        }
    }
    let saw = |own: &str, other: &str| seen.contains(&(own.to_owned(), other.to_owned()));
    assert!(
        saw("connectivity", "model") && saw("history", "emulator"),
        "imports are found: {seen:?}"
    );
}

#[test]
fn no_room_climbs_to_the_root_by_super() {
    for source in files(&[CORE]) {
        // src/room.rs is one step below the root, src/room/file.rs two.
        let inside = source.path.trim_start_matches(CORE).trim_end_matches(".rs");
        let depth = inside.split('/').count();
        let (mut run, mut line) = (0, 0);
        for token in source.tokens() {
            match &token.kind {
                Kind::Word(word) if word == "super" => (run, line) = (run + 1, token.line),
                Kind::Sign(':') => {}
                Kind::Word(_) | Kind::Text(_) | Kind::Sign(_) => run = 0,
            }
            // `pub(super)` at the top of a room is the one that says the root on purpose.
            let restricts = run == 1 && depth == 1;
            assert!(run < depth || restricts, "{}:{line}: use crate::…", source.path);
        }
    }
}

#[test]
fn a_request_knows_only_what_a_call_is() {
    let allowed = [
        "Action",
        "Call",
        "Params",
        "ParamSpec",
        "ParamKind",
        "Terraform",
        "call",
        "params",
        "PermissionForm",
        "GroupForm",
    ];
    for source in files(&["crates/sg-core/src/request"]) {
        let words: Vec<(usize, &str)> = source.words().collect();
        for (place, (line, word)) in words.iter().enumerate() {
            if *word == "emulator" {
                let next = words.get(place + 1).map_or("", |(_, next)| *next);
                assert!(allowed.contains(&next), "{}:{line} names {next}", source.path);
            }
        }
    }
}

#[test]
fn the_page_reaches_no_inner_part_of_the_decision() {
    let list = std::fs::read_to_string(root().join("crates/sg-core/src/connectivity.rs")).unwrap();
    let modules: Vec<&str> = list.lines().filter(|line| line.contains("mod ")).collect();
    assert!(modules.len() > 5, "{modules:?}");
    for line in modules {
        assert!(line.starts_with("mod ") || line.starts_with("//"), "a module is public: {line}");
    }
}

#[test]
fn the_model_has_no_wire_form() {
    for source in files(&["crates/sg-core/src/model"]) {
        for (line, word) in source.words() {
            let wire = matches!(word, "serde" | "Serialize" | "Deserialize" | "serde_json");
            assert!(!wire, "{}:{line} names {word}", source.path);
        }
    }
}
