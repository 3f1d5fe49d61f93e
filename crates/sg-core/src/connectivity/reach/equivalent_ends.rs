//! Ends whose whole rows and columns of the matrix are equal.

/// The ends of a scenario in classes of equivalent ones. An outside end is alone in its class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquivalentEnds {
    classes: Vec<Vec<usize>>,
    class_of: Vec<usize>,
}

impl EquivalentEnds {
    /// The members of each class, as positions among the [`ends`](crate::connectivity::ends) of the
    /// scenario in ascending order. Classes are ordered by their first members.
    pub fn classes(&self) -> &[Vec<usize>] {
        &self.classes
    }

    /// The class of the end at a position; `None` if there is no such end.
    pub fn class_of(&self, end: usize) -> Option<usize> {
        self.class_of.get(end).copied()
    }

    /// Two ends whose cell is that of any two different members of two classes. For a class with a
    /// single member and itself, this is the end and itself.
    pub fn representatives(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let (senders, receivers) = (self.classes.get(from)?, self.classes.get(to)?);
        let sender = *senders.first()?;
        let other = receivers.iter().copied().find(|receiver| *receiver != sender);
        Some((sender, other.unwrap_or(sender)))
    }

    pub(super) fn new(mut classes: Vec<Vec<usize>>, count: usize) -> Self {
        classes.iter_mut().for_each(|class| class.sort_unstable());
        classes.sort_unstable();
        let mut class_of = vec![0; count];
        for (index, class) in classes.iter().enumerate() {
            for end in class {
                class_of.get_mut(*end).into_iter().for_each(|own| *own = index);
            }
        }
        Self { classes, class_of }
    }
}
