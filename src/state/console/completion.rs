//! Console completion: operations, parameters, and the ids of the scenario.

use sg_core::emulator::{Action, ParamSpec, param_specs};
use sg_core::model::Scenario;

/// A completion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// The last word when completed.
    pub word: String,
    /// The whole line when completed, with a trailing space if another word is expected.
    pub line: String,
}

/// How many completions are offered at once.
const OFFERED: usize = 8;

/// The completions of a line, best first; empty for a line that is not a command.
pub fn completions(line: &str, scenario: &Scenario) -> Vec<Completion> {
    let start = line.rfind(char::is_whitespace).map_or(0, |place| place + 1);
    let (before, word) = line.split_at_checked(start).unwrap_or((line, ""));
    let words: Vec<&str> = before.split_whitespace().collect();
    let offered: Vec<String> = match words.as_slice() {
        [] => vec!["aliyun".to_owned()],
        ["aliyun"] => vec!["ecs".to_owned()],
        ["aliyun", "ecs"] => Action::ALL.iter().map(|a| a.as_str().to_owned()).collect(),
        ["aliyun", "ecs", action, given @ ..] => match Action::parse(action) {
            Some(action) => argument(action, given, scenario),
            None => Vec::new(),
        },
        _ => Vec::new(),
    };
    let typed = word.to_ascii_lowercase();
    let fits = |offer: &String| offer.to_ascii_lowercase().starts_with(&typed) && *offer != word;
    let line = |word: String| Completion { line: format!("{before}{word} "), word };
    offered.into_iter().filter(fits).take(OFFERED).map(line).collect()
}

/// Completions after the operation: a value for the preceding flag, or another flag.
fn argument(action: Action, given: &[&str], scenario: &Scenario) -> Vec<String> {
    if let Some(name) = given.last().and_then(|word| word.strip_prefix("--"))
        && !name.contains('=')
    {
        return values(action, name, scenario);
    }
    let has = |flag: &str| {
        let names = given.iter().filter_map(|word| word.strip_prefix("--"));
        names.map(|word| word.split('=').next().unwrap_or(word)).any(|name| name == flag)
    };
    let specs = param_specs(action).iter().filter(|spec| !spec.deprecated);
    let names = specs.map(ParamSpec::first_name).filter(|name| !has(name));
    names.map(|name| format!("--{name}")).collect()
}

/// The values of a parameter: the documented ones, otherwise matching resources of the scenario.
fn values(action: Action, name: &str, scenario: &Scenario) -> Vec<String> {
    let spec = action.param(name);
    if let Some(spec) = spec.filter(|spec| !spec.values.is_empty()) {
        return spec.values.iter().map(|value| (*value).to_owned()).collect();
    }
    let plain = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    match plain.rsplit('.').next().unwrap_or(plain) {
        "RegionId" => vec![scenario.region().to_string()],
        "SecurityGroupId" | "SourceGroupId" | "DestGroupId" => {
            scenario.groups().map(|group| group.id.to_string()).collect()
        }
        "InstanceId" => scenario.instances().map(|instance| instance.id.to_string()).collect(),
        "NetworkInterfaceId" => scenario.interfaces().map(|i| i.id.to_string()).collect(),
        "VpcId" => scenario.parts().vpcs.keys().map(ToString::to_string).collect(),
        "SecurityGroupRuleId" => {
            let rules = scenario.groups().flat_map(|group| &group.rules);
            rules.map(|rule| rule.id.to_string()).collect()
        }
        _ => Vec::new(),
    }
}
