//! What every area is built of: buttons, fields, forms, dialogs.

pub mod api_error;
pub(crate) mod cite;
pub mod copy;
pub(crate) mod dialog;
pub mod edit_button;
pub(crate) mod end_name;
pub mod file_field;
pub(crate) mod reading_switch;
pub(crate) mod search;
pub mod section;
pub mod text_field;
pub mod topology_form;
