//! The script for POSIX shells, put together from its pieces in `posix/`.

use std::fmt::Write as _;

use super::choice::Collect;
use super::keep;
use super::policy::policy;
use super::step::{Operation, STEPS, Step};
use crate::import::MOST_BYTES;

const HEAD: &str = include_str!("posix/head.sh");
const READER: &str = include_str!("posix/read.awk");
const ANONYMISER: &str = include_str!("posix/anonymise.awk");
const CALL: &str = include_str!("posix/call.sh");
const STEPS_SH: &str = include_str!("posix/steps.sh");
const MAIN: &str = include_str!("posix/main.sh");

/// The script without its first line.
pub(super) fn script(collect: &Collect) -> String {
    // The ids have letters, digits and hyphens only.
    let regions: Vec<&str> = collect.regions.iter().map(|region| region.as_str()).collect();
    let head = HEAD
        .replace("@REGIONS@", &regions.join(" "))
        .replace("@ANONYMISE@", if collect.anonymise { "yes" } else { "" })
        .replace("@POLICY@", &policy());
    let numbered = || STEPS.iter().zip(1..);
    let steps = STEPS_SH
        .replace("@LISTS@\n", &lines(numbered().map(|(step, number)| list(number, step))))
        .replace("@EACHES@\n", &lines(numbered().flat_map(|(step, number)| each(number, step))))
        .replace("@COUNTS@\n", &lines(numbered().flat_map(|(step, number)| count(number, step))))
        .replace("@WHOLE@\n", &lines(numbered().map(|(step, number)| piled(number, step))))
        .replace("@EXPLAIN@\n", &lines(STEPS.iter().map(explained)));
    let main = MAIN.replace("@MOST@", &MOST_BYTES.to_string());
    let quoted = |name: &str, program: &str| format!("{name}='\n{program}'\n");
    let reader = quoted("reader", READER);
    let anonymiser = quoted("anonymiser", &keep::filled(ANONYMISER));
    [&head, &reader, &anonymiser, CALL, &steps, &main].map(|piece| piece.trim_end()).join("\n\n")
        + "\n"
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.fold(String::new(), |mut all, line| {
        // Writing to a text cannot fail.
        let _ = writeln!(all, "  {line}");
        all
    })
}

fn list(number: u32, Step { product, list, .. }: &Step) -> String {
    format!("list {number} {product} {} {}", list.name, paging(list))
}

fn each(number: u32, Step { product, each, .. }: &Step) -> Vec<String> {
    let line = |(key, operation): &(&str, Operation)| {
        let Operation { name, .. } = operation;
        format!("each {number} {product} {name} {key} {}", paging(operation))
    };
    each.iter().map(line).collect()
}

fn count(number: u32, step: &Step) -> Vec<String> {
    step.each.iter().map(|(key, _)| format!("count {number} {key}")).collect()
}

fn piled(number: u32, step: &Step) -> String {
    let keys: String = step.each.iter().map(|(key, _)| format!(" {key}")).collect();
    format!("piled {number}{keys}")
}

fn paging(Operation { page, .. }: &Operation) -> String {
    let (parameter, most) = page.unwrap_or(("none", 0));
    format!("{parameter} {most}")
}

fn explained(Step { product, list, each }: &Step) -> String {
    format!("say \"  {product} {}{}\"", list.name, then(each))
}

/// What is called for each member of a list, in words.
pub(super) fn then(each: &[(&str, Operation)]) -> String {
    let names: Vec<&str> = each.iter().map(|(_, each)| each.name).collect();
    match names.is_empty() {
        true => String::new(),
        false => format!(", then {} for each of them", names.join(" and ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RegionId;

    #[test]
    fn every_place_is_filled_and_no_program_ends_its_quotes() {
        let regions = ["cn-hangzhou", "cn-beijing"].map(|name| RegionId::parse(name).unwrap());
        let script = script(&Collect { regions: regions.to_vec(), anonymise: true });
        assert!(script.contains("regions='cn-hangzhou cn-beijing'\nanonymise='yes'\n"));
        let name = |c: char| c.is_ascii_uppercase();
        let open = script.split('@').filter(|part| !part.is_empty() && part.chars().all(name));
        assert_eq!(open.collect::<Vec<_>>(), [""; 0]);
        assert!(!READER.contains('\'') && !ANONYMISER.contains('\''));
        assert!(script.is_ascii() && !script.contains('\t'));
    }
}
