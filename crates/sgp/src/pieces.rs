//! Matrices that are not too large, and stretches of addresses as texts.

use std::net::IpAddr;

use sg_core::connectivity::{CheckedDirections, Matrix, PacketChoice, matrix};
use sg_core::model::Scenario;

/// Stretches of addresses, first and last of each, as texts.
pub(super) fn ranges(ranges: &[(IpAddr, IpAddr)]) -> Vec<String> {
    let stretch = |(first, last): &(IpAddr, IpAddr)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    ranges.iter().map(stretch).collect()
}

/// More ends than this and a matrix takes too long and too much memory to be worth it.
pub(super) const MOST_ENDS: usize = 1_024;

/// The matrix of a scenario, unless it is too large.
pub(super) fn whole_matrix(
    scenario: &Scenario,
    choice: PacketChoice,
    view: CheckedDirections,
) -> Result<Matrix, String> {
    let ends = scenario.interfaces().len() + scenario.outside().len();
    if ends > MOST_ENDS {
        return Err(format!(
            "the scenario has {ends} interfaces and outside addresses, and all pairs are computed \
             for at most {MOST_ENDS}"
        ));
    }
    Ok(matrix(scenario, choice, view))
}
