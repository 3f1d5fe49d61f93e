//! One quoting function per language: a literal that means exactly the text it is given.

pub(super) mod go;
pub(super) mod hcl;
pub(super) mod java;
pub(super) mod javascript;
pub(super) mod python;
pub(super) mod shell;
