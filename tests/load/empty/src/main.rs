//! A page that shows one word.

use yew::prelude::*;

#[component]
fn Word() -> Html {
    html! { <main class="ready">{"Security groups"}</main> }
}

fn main() {
    yew::Renderer::<Word>::new().render();
}
