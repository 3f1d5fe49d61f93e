//! What the documents say about the tests, held against the tests.

use std::fs;

use crate::source::root;

/// Every rule of the page names tests that show it, and every test named there exists.
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
            let Some((file, function)) = test.trim_matches('`').split_once("::") else {
                wrong.push(format!("rule {number}: {test} has no file"));
                continue;
            };
            let source = fs::read_to_string(root.join(format!("tests/{file}.rs")));
            let exists = source.is_ok_and(|source| source.contains(&format!("fn {function}(")));
            if !exists {
                wrong.push(format!("rule {number}: there is no {test}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
