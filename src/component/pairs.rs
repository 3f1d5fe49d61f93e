//! Who reaches whom: the matrix, the drawing, the list, and what is asked.

pub mod change_strip;
pub mod drawing;
pub mod matrix;
pub mod packet_picker;
pub mod pair_list;
pub mod view_mode_switch;
