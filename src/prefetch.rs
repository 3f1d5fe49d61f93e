//! Downloads every part while nothing else happens, so that it is there before it is needed.

use wasm_bindgen_futures::spawn_local;

use crate::component::groups::parts::parts as groups;
use crate::component::share::parts::parts as import;
use crate::page::{PRESENT, QUIZ, TRAINING, parts};
use crate::platform;
use crate::state::{Needs, WRITE_LINK};

/// Starts when the page is idle; an embedded page may be one of many that nobody uses, so it waits
/// for the first touch or key. Parts that do not arrive are asked for again when they are needed.
pub fn prefetch() {
    spawn_local(async {
        if platform::presentation().embed {
            platform::first_input().await;
        }
        platform::idle().await;
        // What an edit and a link need comes first.
        let _ = platform::fetch_saving().await;
        let _ = WRITE_LINK.fetch().await;
        let _ = Needs::ALL.fetch().await;
        let pages = [QUIZ.loader(), TRAINING.loader(), PRESENT.loader()];
        for load in parts().into_iter().chain(groups()).chain(import()).chain(pages) {
            platform::idle().await;
            let _ = load().await;
        }
        platform::announce_settled();
    });
}
