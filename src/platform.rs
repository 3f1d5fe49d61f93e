//! A small interface to the browser: clock, entropy, storage, address, focus, clipboard.
//!
//! No function panics: storage may be denied, the clipboard may be missing, an element may be gone.
//! Each documents its behaviour in that case.

mod address;
mod clipboard;
mod dialog;
mod download;
mod embed;
mod env;
mod file;
mod focus;
mod focus_fallback;
mod initial;
mod memory;
mod panic;
mod preference;
mod query;
mod scenario;
mod sight;
mod typing;
mod window;

pub use address::{fragment, on_address, page_address, push_route, replace_route, stands_at};
pub use clipboard::copy;
pub use dialog::{close_dialog, show_dialog};
pub use download::download;
pub use embed::Frame;
pub use env::env;
pub use file::{ChosenFile, breathe, chosen_files, dropped_files, milliseconds};
pub use focus::{FIND_FIELD, Focus, focus, focus_matrix, focus_soon};
pub use focus_fallback::FocusRestorer;
pub use initial::initial_state;
pub use memory::{Kept, Memory, Refused, Shelf, forget, keep, on_kept_elsewhere, recall};
pub use panic::report_panics;
pub use preference::{
    apply_language, apply_theme, remember_drawer_height, remember_language, remember_learned,
    remember_theme,
};
pub use query::{may_store, presentation};
pub use scenario::{SCENARIO, save_over, save_scenario, saved_elsewhere};
pub use sight::{Sight, reveal, reveal_soon, scroll_to, scroll_to_end, sight_of};
pub use typing::{caret_to_end, is_at_end, is_typing, select_text};
pub use window::{announce_ready, mount_point, on_page_hide, root_target};
