//! What a log came to, as text for a terminal.

use sg_core::flow_report::View;
use sg_core::quote::hidden::visible;

use crate::table::columns;

/// How many entries of each list are shown, unless all are asked for.
pub(super) const FEW: usize = 10;

pub(super) fn text_of(view: &View) -> String {
    let mut all = format!("{}\n{}", view.first, columns(&view.counts));
    view.notes.iter().for_each(|note| all.extend([note, "\n"]));
    for list in &view.lists {
        all.extend(["\n", &list.heading, "\n"]);
        for lines in &list.entries {
            for (number, line) in lines.iter().enumerate() {
                let indent = if number == 0 { "  " } else { "    " };
                all.extend([indent, &visible(line), "\n"]);
            }
        }
        list.more.iter().for_each(|line| all.extend(["  ", line, "\n"]));
    }
    all
}
