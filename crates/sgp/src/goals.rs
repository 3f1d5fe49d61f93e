//! The goals file that `sgp check` reads.

use serde::Deserialize;

use sg_core::goal::{Directory, Expect, Traffic, WrittenTraffic};
use sg_core::share::{DocumentError, objects, typed};

/// A goals file, version 1.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GoalsWire {
    /// The URL of the schema, for editors; ignored.
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    version: u64,
    #[serde(deserialize_with = "objects")]
    goals: Vec<GoalWire>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GoalWire {
    #[serde(default)]
    name: Option<String>,
    from: String,
    to: String,
    /// All packets if absent.
    #[serde(default)]
    packets: Option<Vec<String>>,
    /// Any ports if absent.
    #[serde(default)]
    source_ports: Option<String>,
    expect: Expect,
}

/// One goal, whose ends exist.
#[derive(Debug)]
pub(super) struct Goal {
    /// Its name in the document.
    pub(super) name: Option<String>,
    pub(super) traffic: Traffic,
}

/// Parses a goals file and looks up the ends it refers to.
pub(super) fn read(text: &str, directory: &Directory<'_>) -> Result<Vec<Goal>, DocumentError> {
    let wire: GoalsWire = typed(text)?;
    let error = |path: &str, sentence: &str| DocumentError {
        path: path.to_owned(),
        sentence: sentence.to_owned(),
    };
    if wire.version != 1 {
        return Err(error("version", "the version of a document of goals is the number 1"));
    }
    if wire.goals.is_empty() {
        return Err(error("goals", "there is no goal to check"));
    }
    let numbered = wire.goals.into_iter().enumerate();
    numbered
        .map(|(index, wire)| {
            goal(wire, directory)
                .map_err(|(field, sentence)| error(&format!("goals[{index}].{field}"), &sentence))
        })
        .collect()
}

fn goal(wire: GoalWire, directory: &Directory<'_>) -> Result<Goal, (String, String)> {
    let traffic = Traffic::read(&WrittenTraffic {
        from: &wire.from,
        to: &wire.to,
        packets: wire.packets.as_deref(),
        source_ports: wire.source_ports.as_deref(),
        expect: wire.expect,
    })?;
    for (field, end) in [("from", &traffic.from), ("to", &traffic.to)] {
        directory.find(end).map_err(|sentence| (field.to_owned(), sentence))?;
    }
    Ok(Goal { name: wire.name, traffic })
}
