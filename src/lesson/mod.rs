//! Scenes to learn from.

mod first_scene;

pub use first_scene::first_scene;
