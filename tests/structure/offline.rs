//! The service worker: one address, one policy for it, and no requests to other origins.

use std::fs;

use crate::source::{PRODUCT, collect, files, root};

/// The page's own scripts, each with its path in the project.
fn scripts() -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&root().join("static"), "js", &mut found);
    collect(&root().join("xtask/src"), "js", &mut found);
    let path = |file: &std::path::Path| file.strip_prefix(root()).unwrap().display().to_string();
    found.iter().map(|file| (path(file), fs::read_to_string(file).unwrap())).collect()
}

#[test]
fn the_one_policy_of_trusted_types_is_the_one_that_names_the_worker() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    assert!(page.contains("require-trusted-types-for 'script'; trusted-types sgp-sw\""));
    for (path, text) in scripts() {
        let expected = usize::from(path == "static/boot.js");
        for word in ["createPolicy(", "createScriptURL:", ".register("] {
            // Optional calls count as calls too.
            let text = text.replace("?.", ".");
            assert_eq!(text.matches(word).count(), expected, "{path}: {word}");
        }
    }
    let boot = fs::read_to_string(root().join("static/boot.js")).unwrap();
    assert!(boot.contains("const WORKER = \"./sw.js\";"));
    assert!(boot.contains("createPolicy(\"sgp-sw\", { createScriptURL: () => WORKER })"));
    for source in files(&PRODUCT) {
        let own = source.words().any(|(_, word)| word == "TrustedTypePolicy");
        assert!(!own, "{} makes a policy of its own", source.path);
    }
}

#[test]
fn the_worker_asks_for_nothing_but_the_files_of_its_page() {
    let worker = fs::read_to_string(root().join("static/sw.js")).unwrap();
    for forbidden in ["http://", "https://", "importScripts", "postMessage", "indexedDB", "console"]
    {
        assert!(!worker.contains(forbidden), "static/sw.js contains {forbidden}");
    }
    // Three places, all of which must stay within the origin.
    assert_eq!(worker.matches("fetch(").count(), 3);
    assert_eq!(worker.matches("mode: \"same-origin\"").count(), 2);
    assert!(
        worker.contains("?? fetch(request);"),
        "the third is the page's own request, unchanged"
    );
}
