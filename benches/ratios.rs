//! Prints the table of ratios: each line is two things run alternately in this one process.
fn main() {}
