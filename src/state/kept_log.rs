//! What was read of flow logs, kept while the page is open so that its dialog can be closed.

use std::any::Any;
use std::rc::Rc;

/// What was read. Only the part of the program that reads logs knows what is in it, so that nothing
/// of it is in the first download.
#[derive(Debug, Clone)]
pub struct KeptLog(Rc<dyn Any>);

impl PartialEq for KeptLog {
    /// A log is equal to itself only.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for KeptLog {}

impl KeptLog {
    /// Keeps what was read.
    pub fn of<T: 'static>(log: &Rc<T>) -> Self {
        Self(Rc::<T>::clone(log))
    }

    /// What was kept, if it is of this type.
    pub fn read<T: 'static>(&self) -> Option<Rc<T>> {
        Rc::clone(&self.0).downcast().ok()
    }
}
