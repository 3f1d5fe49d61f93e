//! Courses and results: the bar above the parts of a course, its pages, the builder, what a learner
//! hands in, and the table that a trainer reads.

pub mod bar;
pub mod builder;
mod builder_add;
mod builder_file;
mod builder_lessons;
mod builder_parts;
mod class_table;
pub(crate) mod course_page;
mod end;
pub(crate) mod hand_in;
pub(crate) mod learner;
mod names;
pub(crate) mod notice;
pub(crate) mod results;
