//! The browser binary: mounts the page.
fn main() {}
