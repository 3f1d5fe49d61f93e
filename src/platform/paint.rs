//! Work that can wait until the browser has shown the current frame.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use crate::platform::window::window;

/// How long to wait in a page that shows no frames, such as a hidden tab, in milliseconds.
const HIDDEN: u32 = 200;

/// Work waiting for the next frame. Dropping it cancels the work.
pub struct AfterPaint {
    frame: Option<i32>,
    _on_frame: Closure<dyn FnMut()>,
    _timer: Rc<RefCell<Option<Timeout>>>,
}

/// Runs something once, after the next frame has been shown.
pub fn after_paint(run: impl FnOnce() + 'static) -> AfterPaint {
    let run = Rc::new(RefCell::new(Some(run)));
    let once = {
        let run = Rc::clone(&run);
        move || {
            if let Some(run) = run.take() {
                run();
            }
        }
    };
    let timer = Rc::new(RefCell::new(Some(Timeout::new(HIDDEN, once.clone()))));
    let own = Rc::clone(&timer);
    // The callback runs before the frame is painted, the timer it starts afterwards.
    let on_frame = Closure::<dyn FnMut()>::new(move || {
        own.replace(Some(Timeout::new(0, once.clone())));
    });
    let frame = window()
        .and_then(|window| window.request_animation_frame(on_frame.as_ref().unchecked_ref()).ok());
    AfterPaint { frame, _on_frame: on_frame, _timer: timer }
}

impl Drop for AfterPaint {
    fn drop(&mut self) {
        if let (Some(frame), Some(window)) = (self.frame, window()) {
            let _ = window.cancel_animation_frame(frame);
        }
    }
}
