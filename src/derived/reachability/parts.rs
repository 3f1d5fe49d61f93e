//! The parts of an answer that depends on the address of an outside block, in words.

use crate::derived::reachability::Reachability;
use crate::seam;
use crate::state::Selection;
use sg_core::explain::answer_text;
use sg_core::language::Language;

/// What says the parts of the answer at a row and column.
pub type PartsText = fn(&Reachability, (usize, usize), Language) -> Option<String>;

seam! {
    /// The parts of an answer that depends on the address, in words.
    pub static PARTS_TEXT: PartsText = parts_at; address_parts in answer
}

/// All parts of the answer at a row and column with all their addresses; `None` if it does not depend
/// on the address.
pub(crate) fn parts_at(
    seen: &Reachability,
    (from, to): (usize, usize),
    language: Language,
) -> Option<String> {
    let cell = seen.cell(from, to).filter(|cell| cell.state.depends_on_address())?;
    if seen.differs(from, to) {
        return None;
    }
    let Selection { from, to } = seen.pair(from, to)?;
    let answer = cell.answer(seen.scenario(), &from, &to, seen.choice)?;
    Some(answer_text(&answer, language))
}
