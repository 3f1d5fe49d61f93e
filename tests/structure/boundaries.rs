//! Module boundaries: browser code stays in its folder, and core modules depend on each other in
//! one direction only.

use std::collections::BTreeSet;

use crate::source::{Kind, Source, files, root};

/// The top-level modules of the core and their allowed dependencies. `language`, `map` and `quote`
/// are allowed everywhere.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("rng", &[]),
    ("citation", &[]),
    ("language", &[]),
    ("map", &[]),
    ("quote", &[]),
    ("model", &[]),
    ("connectivity", &["citation", "model"]),
    ("explain", &["connectivity", "model"]),
    ("compare", &["connectivity", "explain", "model"]),
    ("flow_log", &["connectivity", "model"]),
    ("emulator", &["rng", "citation", "model"]),
    ("share", &["model"]),
    ("import", &["model", "share"]),
    // It uses only the call types of the emulator: see `a_request_knows_only_what_a_call_is`.
    ("request", &["emulator", "model"]),
    // A server's replies: signatures from `request`, answers from `emulator`.
    ("gateway", &["emulator", "model", "request"]),
    // What a plan changes behind what differs between its two sides.
    ("planned", &["compare", "connectivity", "import", "model"]),
    // A script that gathers what an import reads: the policy from `request`.
    ("collect", &["import", "model", "request"]),
    ("history", &["compare", "connectivity", "emulator", "explain", "model", "request", "share"]),
    // The scenario for other programs: calls that recreate it, checked with the emulator;
    // Terraform; tables.
    ("export", &["connectivity", "emulator", "explain", "history", "model", "request"]),
    // What a flow log came to, for readers.
    ("flow_report", &["connectivity", "explain", "export", "flow_log", "history", "model"]),
    ("goal", &["connectivity", "explain", "model"]),
    // The fewest edits that meet goals.
    ("least_rules", &["compare", "connectivity", "goal", "model"]),
    (
        "lesson",
        &[
            "citation",
            "connectivity",
            "emulator",
            "explain",
            "goal",
            "history",
            "least_rules",
            "model",
            "request",
            "share",
        ],
    ),
    // What the live service was seen to answer.
    ("evidence", &["emulator"]),
    // Recorded calls, compared with the emulator's answers.
    ("replay", &["emulator", "evidence", "gateway", "import", "model", "request"]),
    // Scenarios that separate misconceptions from the truth, which always comes from the engine.
    ("quiz", &["rng", "connectivity", "model", "lesson"]),
    // Tasks that a misconception fails: scenarios as in quizzes, solutions by `least_rules`.
    (
        "exercise",
        &["rng", "connectivity", "explain", "goal", "least_rules", "lesson", "model", "quiz"],
    ),
    // Courses of lessons and quizzes, and what learners did in them.
    ("training", &["exercise", "lesson", "model", "quiz", "share"]),
    // Calls that end in an error, and the edits that prepare them.
    ("error_example", &["emulator", "gateway", "history", "model", "request"]),
];

/// What only the page may use: the web, clocks, random sources, and maps without an order.
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

/// The clocks of the command line, which passes the time to the library.
const ONLY_THE_BINARIES: [&str; 2] = ["SystemTime", "Instant"];

/// Connection timeouts affect no answer, so the server's sockets have their own clock.
const SOCKET_CLOCK: (&str, &str) = ("crates/sgp/src/serve/progress.rs", "Instant");

/// The core, whose modules depend on each other in one direction only.
const CORE: &str = "crates/sg-core/src/";

fn room(path: &str) -> &str {
    let inside = path.strip_prefix(CORE).unwrap_or(path);
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
}

/// The top-level modules that a file uses, through `crate::module` and `crate::{module, …}`, with
/// their lines.
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
        let (_, allowed) = allowed
            .unwrap_or_else(|| panic!("{}: add the module `{own}` to MAY_NAME", source.path));
        for (line, other) in named(&source) {
            // The macro of the catalogues is exported from the crate's root.
            let known = other == own
                || matches!(other.as_str(), "language" | "map" | "quote" | "catalogue");
            assert!(
                known || allowed.contains(&other.as_str()),
                "{}:{line}: `{own}` must not depend on `{other}`",
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
        "too few imports found: {seen:?}"
    );
}

#[test]
fn no_room_climbs_to_the_root_by_super() {
    for source in files(&[CORE]) {
        // src/module.rs is one level below the root, src/module/file.rs two.
        let inside = source.path.trim_start_matches(CORE).trim_end_matches(".rs");
        let depth = inside.split('/').count();
        let (mut run, mut line) = (0, 0);
        for token in source.tokens() {
            match &token.kind {
                Kind::Word(word) if word == "super" => (run, line) = (run + 1, token.line),
                Kind::Sign(':') => {}
                Kind::Word(_) | Kind::Text(_) | Kind::Sign(_) => run = 0,
            }
            // `pub(super)` at the top level of a module is the form that deliberately exports to
            // the root.
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
