//! Building blocks shared by every area: buttons, fields, forms, dialogs.

pub(crate) mod button;
pub(crate) mod cite;
pub mod copy;
pub(crate) mod dialog;
pub mod edit_button;
pub(crate) mod end_name;
pub mod error_line;
pub mod file_field;
pub mod form;
pub(crate) mod notice;
pub(crate) mod reading_switch;
pub(crate) mod search;
pub(crate) mod section;
pub(crate) mod table;
pub mod text_field;
pub mod trial;
