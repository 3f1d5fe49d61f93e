//! The pairs as matrix, drawing or list, and the packet picker.

pub mod change_strip;
pub mod drawing;
pub mod matrix;
pub mod packet_picker;
pub mod pair_list;
pub mod view_mode_switch;
