//! What an import has to say beside its scenario, one line each.

use sg_core::import::{Assumed, Note, Reading};
use sg_core::language::Language;

use super::text;

/// What is there only in part or in several versions, what was not understood, each with its
/// position, and what was assumed.
pub(super) fn notes(reading: &Reading, language: Language) -> Vec<String> {
    let noted = |Note { place, said }: &Note| {
        let said = said.say(language);
        let file = place.and_then(|at| reading.files.get(at.file));
        match (place, file) {
            (Some(at), Some(file)) => format!("{file}:{}:{}: {said}", at.line, at.column),
            _ => said,
        }
    };
    let assumed = |assumed: &Assumed| {
        let (name, said) = (assumed.which.as_str(), assumed.say(language));
        let about = assumed.about.join(", ");
        text::IMPORT_ASSUMED
            .fill(language, &[("name", name), ("sentence", &said), ("about", &about)])
    };
    let more = (reading.more_unread > 0)
        .then(|| text::IMPORT_MORE.fill(language, &[("count", &reading.more_unread.to_string())]));
    let incomplete = reading
        .incomplete
        .iter()
        .map(|note| text::IMPORT_INCOMPLETE.fill(language, &[("note", &noted(note))]));
    let unread = incomplete.chain(reading.unread.iter().map(noted)).chain(more);
    unread.chain(reading.assumed.iter().map(assumed)).collect()
}
