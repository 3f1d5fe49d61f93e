//! Checks what the documents say about tests against the tests.

use std::fs;

use crate::source::root;

/// Every rule on the page names tests that demonstrate it, and every test named there exists.
#[test]
fn the_rules_of_the_page_name_tests_that_exist() {
    let root = root();
    let page = fs::read_to_string(root.join("docs/page.md")).unwrap();
    let rules: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit())
        .collect();
    assert_eq!(rules.len(), 14);
    let mut wrong = Vec::new();
    for rule in rules {
        let columns: Vec<&str> = rule.trim_matches('|').split(" | ").map(str::trim).collect();
        let [number, name, how, shown] = columns[..] else { panic!("four columns: {rule}") };
        if how.is_empty() || shown.is_empty() {
            wrong.push(format!("rule {number} is only claimed: {name}"));
        }
        for test in shown.split(", ").filter(|test| !test.is_empty()) {
            let path: Vec<&str> = test.trim_matches('`').split("::").collect();
            let [binary, file, function] = path[..] else {
                wrong.push(format!("rule {number}: {test} is no `binary::file::function`"));
                continue;
            };
            let exists =
                ["tests", "crates/sg-core/tests", "crates/sgp/tests"].iter().any(|tests| {
                    let source = fs::read_to_string(
                        root.join(tests).join(binary).join(file).with_extension("rs"),
                    );
                    source.is_ok_and(|source| source.contains(&format!("fn {function}(")))
                });
            if !exists {
                wrong.push(format!("rule {number}: there is no {test}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
