//! Arbitrary fragments of an address: each parses as a route or is rejected with a reason, and a
//! link that opens can be shared again with the same content, including its log.
//!
//! The first byte selects how the rest is used: as a literal fragment, as the text inside a link
//! without a log, or as the text inside a link with one. Without the last two, nearly every input
//! would fail at the checksum.
#![no_main]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use libfuzzer_sys::fuzz_target;
use miniz_oxide::deflate::compress_to_vec_zlib;
use sg_core::history::History;
use sg_core::share::{Limits, Link, Route};

fuzz_target!(|data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    let fragment = match kind % 3 {
        0 => String::from_utf8_lossy(rest).into_owned(),
        // Stored, not compressed: creating the link should not cost more than reading it.
        version => {
            format!("#s/v{version}/{}", URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(rest, 0)))
        }
    };
    let Ok(route) = Route::parse(&fragment) else { return };
    let Route::Scenario { text } = &route else {
        assert_eq!(Route::parse(&route.to_string()), Ok(route), "a route reads back");
        return;
    };
    let Ok(link) = Link::read(text) else { return };
    if let Some(log) = &link.log
        && let Some(history) = History::replayed(log, &link.scenario, &Limits::LINK)
        && let Some(again) = history.recent()
    {
        let replayed = History::replayed(&again, &link.scenario, &Limits::LINK);
        assert_eq!(replayed.map(|history| history.position()), Some(again.position));
    }
    // A link made of stored bytes may unpack to more than fits into an address when packed.
    let Ok(again) = link.route() else { return };
    let Ok(Route::Scenario { text }) = Route::parse(&again.to_string()) else {
        panic!("what is written opens");
    };
    assert_eq!(Link::read(&text), Ok(link), "a link reads back");
});
