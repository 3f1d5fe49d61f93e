//! A small interface to the browser: clock, entropy, storage, address, focus, clipboard.
//!
//! No function panics: storage may be denied, the clipboard may be missing, an element may be gone.
//! Each documents its behaviour in that case.

mod address;
mod clipboard;
mod clock;
mod dialog;
mod download;
mod embed;
mod env;
mod file;
mod focus;
mod focus_fallback;
mod gzip;
mod height;
mod idle;
mod initial;
mod layout;
mod memory;
mod paint;
mod panic;
mod pointer;
mod preference;
mod query;
mod scenario;
mod sight;
mod slices;
mod training;
mod typing;
mod window;

pub use address::{fragment, on_address, page_address, push_route, replace_route, stands_at};
pub use clipboard::copy;
pub(crate) use clock::milliseconds;
pub use dialog::{close_dialog, show_dialog};
pub use download::download;
pub use embed::{Frame, scroll_on};
pub use env::env;
pub(crate) use env::visit_seed;
pub use file::{ChosenFile, FileFault, chosen_files, dropped_files};
pub use focus::{
    FIND_FIELD, Focus, focus, focus_awaited, focus_in_place, focus_matrix, focus_next,
    focus_or_await, focus_soon,
};
pub use focus_fallback::FocusRestorer;
pub use gzip::{GzipFault, Unpacker};
pub use height::{BlankFrame, blank_frame, height_of};
pub use idle::{first_input, idle};
pub use initial::{initial_state, starts_by_reading};
pub use layout::{LayoutObserver, page_layout};
pub use memory::{Kept, Memory, Refused, Shelf, forget, keep, on_kept_elsewhere, recall};
pub use paint::{AfterPaint, after_paint};
pub use panic::report_panics;
pub use pointer::follow_pointer;
pub use preference::{
    apply_language, apply_theme, prefers_dark, remember_drawer_height, remember_language,
    remember_learned, remember_theme,
};
pub use query::{may_store, presentation};
pub use scenario::{
    SCENARIO, fetch_saving, save_over, save_scenario, saved_elsewhere, saved_when_left, stamp_of,
};
pub use sight::{
    Sight, reveal, reveal_change, reveal_soon, scroll_to, scroll_to_end, scroll_to_start, sight_of,
};
pub use slices::{breathe, in_slices, slice};
pub(crate) use training::{LOAD_LEARNER, STORE_LEARNER};
pub use training::{learner_named, store_learner};
pub use typing::{
    Excess, caret_to_end, excess, is_at_end, is_typing, say_at, say_no_more, select_text,
    takes_arrows,
};
#[cfg(feature = "faults")]
pub use window::window_name;
pub use window::{
    announce_missing, announce_ready, announce_settled, mount_point, on_out_of_sight, on_page_hide,
    root_target,
};
