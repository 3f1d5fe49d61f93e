//! Matrices within a size limit, and address ranges as text.

use std::net::IpAddr;

use sg_core::connectivity::{CheckedDirections, Matrix, PacketChoice, matrix};
use sg_core::model::Scenario;

/// The first and last address of each range, as text.
pub(super) fn ranges(ranges: &[(IpAddr, IpAddr)]) -> Vec<String> {
    let stretch = |(first, last): &(IpAddr, IpAddr)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    ranges.iter().map(stretch).collect()
}

/// The maximum number of ends: a larger matrix takes too much time and memory.
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
