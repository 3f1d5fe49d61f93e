//! The height that an embedded page would have, for the lines that embed it.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Presentation, Theme};
use sg_core::language::Language;

/// An embedded page whose height is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedding {
    /// The fragment of its address.
    pub fragment: String,
    /// Its presentation.
    pub presentation: Presentation,
    /// The language of its texts.
    pub language: Language,
    /// Its colours.
    pub theme: Theme,
    /// The width of its frame in CSS pixels.
    pub width: u32,
}

/// What lays out an embedded page and calls back with its height. It stops when what it returns is
/// dropped.
type Layout = dyn Fn(&Embedding, Callback<u32>) -> Option<Box<dyn Any>>;

/// How heights are measured. [`App`](crate::App) provides it, because it lays out whole pages.
#[derive(Clone)]
pub struct Measure(Rc<Layout>);

impl Measure {
    /// Measures by this function.
    pub fn new(
        layout: impl Fn(&Embedding, Callback<u32>) -> Option<Box<dyn Any>> + 'static,
    ) -> Self {
        Self(Rc::new(layout))
    }
}

impl PartialEq for Measure {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The height of an embedded page; `None` until it has been measured, and where it cannot be.
#[hook]
pub fn use_embedded_height(embedding: &Embedding) -> Option<u32> {
    let measure = use_context::<Measure>();
    let height = use_state_eq(|| None::<u32>);
    {
        let setter = height.setter();
        use_effect_with(embedding.clone(), move |embedding| {
            let done = Callback::from(move |height: u32| setter.set(Some(height)));
            let running = measure.and_then(|measure| (measure.0)(embedding, done));
            move || drop(running)
        });
    }
    *height
}
