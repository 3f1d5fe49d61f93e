//! The problems of a lesson file, collected in its order.

use crate::share::DocumentError;

/// The problems so far.
#[derive(Default)]
pub(super) struct Problems(Vec<DocumentError>);

impl Problems {
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn push(&mut self, problem: DocumentError) {
        self.0.push(problem);
    }

    /// A value, or its problem among the others.
    pub(super) fn keep<T>(&mut self, read: Result<T, DocumentError>) -> Option<T> {
        read.map_err(|problem| self.push(problem)).ok()
    }

    /// The values of a list that have no problem.
    pub(super) fn each<T, U>(
        &mut self,
        path: &str,
        list: &[T],
        read: impl Fn(&str, &T) -> Result<U, DocumentError>,
    ) -> Vec<U> {
        let numbered = list.iter().enumerate();
        let read = numbered.map(|(index, value)| read(&format!("{path}[{index}]"), value));
        read.filter_map(|read| self.keep(read)).collect()
    }

    pub(super) fn take(&mut self) -> Vec<DocumentError> {
        std::mem::take(&mut self.0)
    }
}
