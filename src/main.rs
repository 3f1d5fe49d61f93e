//! The browser binary: installs the panic hook and mounts the page.

use sg_playground::{App, AppProps, platform};

fn main() {
    platform::report_panics();
    if let Some(root) = platform::mount_point() {
        let initial = platform::initial_state();
        yew::Renderer::<App>::with_root_and_props(root, AppProps { initial }).render();
        platform::announce_ready();
    }
}
