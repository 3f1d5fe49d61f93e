//! Addresses, ports, times, packets and ids as somebody types them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sg_testing::parsers;

fuzz_target!(|text: &str| parsers::value(text));
