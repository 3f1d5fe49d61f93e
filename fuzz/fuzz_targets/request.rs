//! Requests as somebody pastes them; what is read is answered.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sg_testing::parsers;

fuzz_target!(|text: &str| parsers::request(text));
