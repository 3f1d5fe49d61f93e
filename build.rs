//! Splits the release build of the page into parts: every other build holds everything.
//!
//! The profile `page` is the only one that optimises for size (`Cargo.toml`). Its program is split
//! after it is linked (`xtask/src/parts.rs`), for which the linker must leave its relocations.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(parts)");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|own| own == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("OPT_LEVEL", "z") {
        println!("cargo::rustc-cfg=parts");
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
