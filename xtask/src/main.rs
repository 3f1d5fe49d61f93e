//! Sets up the tools and runs the page, the tests and the release build.
fn main() {}
