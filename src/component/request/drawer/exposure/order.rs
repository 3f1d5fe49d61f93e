//! The order of the rows of the exposure table.

use sg_core::connectivity::Exposure;
use sg_core::export::ExposureColumn;
use sg_core::language::Language;
use sg_core::model::Scenario;

/// The order of the rows: a column, and whether it is reversed. The order of risk is that of the
/// report.
pub(super) type Order = (ExposureColumn, bool);

/// The rows in an order.
pub(super) fn in_order(
    scenario: &Scenario,
    rows: &[Exposure],
    (column, reversed): Order,
    language: Language,
) -> Vec<Exposure> {
    let mut sorted = rows.to_vec();
    match column {
        ExposureColumn::Risk => {}
        ExposureColumn::Address => sorted.sort_by(|a, b| a.targets.cmp(&b.targets)),
        ExposureColumn::Packets => sorted.sort_by(|a, b| a.packets.cmp(&b.packets)),
        ExposureColumn::Sources => sorted.sort_by(|a, b| a.sources.cmp(&b.sources)),
        ExposureColumn::Name
        | ExposureColumn::Services
        | ExposureColumn::Rule
        | ExposureColumn::RuleId
        | ExposureColumn::Description
        | ExposureColumn::Created
        | ExposureColumn::Group => {
            sorted.sort_by_cached_key(|row| column.of(scenario, row, language));
        }
    }
    if reversed {
        sorted.reverse();
    }
    sorted
}
