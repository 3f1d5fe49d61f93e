//! The author's lesson draft as the page holds it.

use std::ops::Deref;
use std::rc::Rc;

use sg_core::lesson::Draft;

/// The draft. It is compared by its address: a new one is made only if something has changed, and
/// comparing the contents would be part of the first download.
#[derive(Debug, Clone, Default)]
pub struct HeldDraft(Rc<Draft>);

impl HeldDraft {
    /// The draft for a component.
    pub fn shared(&self) -> Rc<Draft> {
        Rc::clone(&self.0)
    }
}

impl From<Rc<Draft>> for HeldDraft {
    fn from(draft: Rc<Draft>) -> Self {
        Self(draft)
    }
}

impl Deref for HeldDraft {
    type Target = Draft;

    fn deref(&self) -> &Draft {
        &self.0
    }
}

impl PartialEq for HeldDraft {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for HeldDraft {}
