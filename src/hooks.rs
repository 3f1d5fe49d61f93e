//! Hooks for all components: the session, page effects and local state.

mod address;
mod autosave;
mod disclosure;
mod effects;
mod events;
mod importing;
mod local;
mod pending;
mod prediction;
mod presentation;
mod session;

pub use address::use_address;
pub use autosave::use_autosave;
pub use disclosure::{Disclosure, escape_to, use_disclosure, use_editor};
pub use effects::{use_page_hidden, use_reveal_of_new, use_scroll_to_end};
pub use events::{text_of, value_of};
pub use importing::{Importing, Source, Stage, use_importing};
pub use local::{Toggle, Typed, use_page_address, use_toggle, use_typed};
pub use pending::{Pending, use_pending};
pub use prediction::use_prediction;
pub use presentation::use_presentation;
pub use session::{Session, use_session};
