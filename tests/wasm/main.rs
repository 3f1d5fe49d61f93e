//! The page in a real browser, as WebAssembly.

#![cfg(target_arch = "wasm32")]

mod large;
mod page;
mod turns;
