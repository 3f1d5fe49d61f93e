//! Scenarios, saved work, lessons and recordings.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sg_testing::parsers;

fuzz_target!(|text: &str| parsers::document(text));
