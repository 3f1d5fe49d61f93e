//! The pairs as matrix, drawing or list, and the packet picker.

pub mod change_strip;
pub mod compare;
pub mod drawing;
pub mod lines_bar;
pub mod matrix;
pub mod nothing_yet;
pub mod packet_picker;
pub mod pair_list;
pub mod view_mode_switch;
