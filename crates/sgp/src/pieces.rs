//! Matrices within a size limit, and address ranges as text.

use std::io;
use std::net::IpAddr;

use sg_core::connectivity::{
    CheckedDirections, GroupBy, LineMatrix, Matrix, PacketChoice, Reach, matrix,
};
use sg_core::model::Scenario;

use crate::streams::Streams;

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

/// The matrix whose rows and columns stand for several ends, unless it has too many of them.
pub(super) fn line_matrix(
    reach: &Reach,
    by: GroupBy,
    (choice, view): (PacketChoice, CheckedDirections),
) -> Result<LineMatrix<'_>, String> {
    let matrix = LineMatrix::new(reach, by, choice, view);
    let lines = matrix.lines.len();
    if lines > MOST_ENDS {
        return Err(format!(
            "the matrix has {lines} rows and columns, and at most {MOST_ENDS} are computed"
        ));
    }
    Ok(matrix)
}

/// Says that ends share lines although nobody asked for it, and what shows each of them.
pub(super) fn remark(
    matrix: &LineMatrix<'_>,
    otherwise: &str,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let (ends, lines) = (matrix.ends.len(), matrix.lines.len());
    writeln!(
        streams.errors,
        "{ends} interfaces and outside addresses in {lines} lines: those that answer alike share \
         one; {otherwise} shows each"
    )
}
