//! The script for PowerShell, put together from its pieces in `powershell/`.

use super::choice::Collect;
use super::keep;
use super::policy::policy;
use super::posix::then;
use super::step::{Operation, STEPS, Step};
use crate::import::MOST_BYTES;

const HEAD: &str = include_str!("powershell/head.ps1");
const READ: &str = include_str!("powershell/read.ps1");
const CALL: &str = include_str!("powershell/call.ps1");
const ANONYMISE: &str = include_str!("powershell/anonymise.ps1");
const MAIN: &str = include_str!("powershell/main.ps1");

/// The script, for Windows PowerShell 5.1 and PowerShell 7.
pub(super) fn script(collect: &Collect) -> String {
    // The ids have letters, digits and hyphens only.
    let regions: Vec<String> =
        collect.regions.iter().map(|region| format!("'{}'", region.as_str())).collect();
    let head = HEAD
        .replace("@REGIONS@", &regions.join(", "))
        .replace("@ANONYMISE@", if collect.anonymise { "true" } else { "false" })
        .replace("@POLICY@", &policy());
    let numbered = || STEPS.iter().zip(1..);
    let main = MAIN
        .replace("@LISTS@", &lines(numbered().map(|(step, number)| list(number, step))))
        .replace("@EACHES@", &lines(numbered().flat_map(|(step, number)| each(number, step))))
        .replace("@WHOLE@", &lines(numbered().map(|(step, number)| piled(number, step))))
        .replace("@EXPLAIN@", &lines(STEPS.iter().map(explained)))
        .replace("@MOST@", &MOST_BYTES.to_string());
    let anonymise = keep::filled(ANONYMISE);
    [&head, READ, CALL, &anonymise, &main].map(|piece| piece.trim_end()).join("\n\n") + "\n"
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn list(number: u32, Step { product, list, .. }: &Step) -> String {
    format!("Read-List {number} '{product}' '{}' {}", list.name, paged(list))
}

fn each(number: u32, Step { product, each, .. }: &Step) -> Vec<String> {
    let line = |(key, operation): &(&str, Operation)| {
        let name = operation.name;
        format!("Read-Each {number} '{product}' '{name}' '{key}' {}", paged(operation))
    };
    each.iter().map(line).collect()
}

fn piled(number: u32, step: &Step) -> String {
    let keys: Vec<String> = step.each.iter().map(|(key, _)| format!("'{key}'")).collect();
    format!("Add-Piled $pile {number} @({})", keys.join(", "))
}

fn paged(Operation { page, .. }: &Operation) -> String {
    let (parameter, most) = page.unwrap_or(("none", 0));
    format!("'{parameter}' {most}")
}

fn explained(Step { product, list, each }: &Step) -> String {
    format!("Write-Said '  {product} {}{}'", list.name, then(each))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RegionId;

    #[test]
    fn every_place_is_filled_and_no_string_ends_early() {
        let regions = ["cn-hangzhou", "cn-beijing"].map(|name| RegionId::parse(name).unwrap());
        let script = script(&Collect { regions: regions.to_vec(), anonymise: true });
        assert!(script.contains("$Region = @('cn-hangzhou', 'cn-beijing'),\n"));
        assert!(script.contains("$AnonymiseAlways = $true\n"));
        let name = |c: char| c.is_ascii_uppercase();
        let open = script.split('@').filter(|part| !part.is_empty() && part.chars().all(name));
        assert_eq!(open.collect::<Vec<_>>(), [""; 0]);
        // The policy stands in the only text of several lines.
        assert_eq!(script.lines().filter(|line| line.starts_with("'@")).count(), 1);
        assert!(script.is_ascii() && !script.contains('\t'));
    }
}
