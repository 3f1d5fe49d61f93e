//! Times the engine's phases natively and as WebAssembly in a browser, with the same code and
//! output.
//!
//! `cargo xtask bench` alternates between both and prints a table of their ratios. Natively this is
//! a program; in the browser it is a single test, because `wasm-bindgen-test-runner` only runs
//! tests.

mod phases;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let start = std::time::Instant::now();
    phases::run(&phases::Host {
        now: &|| start.elapsed().as_secs_f64() * 1e3,
        say: &|line| println!("{line}"),
        memory: &|| None,
    });
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::wasm_bindgen;
    use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

    use crate::phases::{self, Host};

    // In a worker, so that the page stays responsive to progress queries.
    wasm_bindgen_test_configure!(run_in_dedicated_worker);

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = performance)]
        fn now() -> f64;
    }

    #[wasm_bindgen_test]
    fn all_phases() {
        phases::run(&Host {
            now: &now,
            say: &|line| console_log!("{line}"),
            memory: &|| Some(core::arch::wasm32::memory_size::<0>() * 65_536),
        });
    }
}
