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
pub(crate) mod later;
pub mod limit;
pub(crate) mod named_rules;
pub(crate) mod notice;
pub(crate) mod proposed;
pub(crate) mod reading_switch;
pub(crate) mod search;
pub(crate) mod section;
pub(crate) mod since_field;
pub(crate) mod table;
pub(crate) mod term;
pub mod text_field;
pub mod trial;
