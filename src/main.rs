//! The browser binary: installs the panic hook and mounts the page.

use sg_playground::state::Needs;
use sg_playground::{App, AppProps, platform, prefetch};
use wasm_bindgen_futures::spawn_local;

fn main() {
    platform::report_panics();
    let Some(root) = platform::mount_point() else { return };
    let start = || {
        let initial = platform::initial_state();
        yew::Renderer::<App>::with_root_and_props(root, AppProps { initial }).render();
        prefetch();
    };
    if !platform::starts_by_reading() {
        return start();
    }
    spawn_local(async {
        match Needs::ALL.fetch().await {
            Ok(()) => start(),
            Err(missing) => platform::announce_missing(&missing.to_string()),
        }
    });
}
