//! Orders columns so that each group is as contiguous as possible.

/// An order of sets that splits the groups into few runs. Deterministic: the best greedy walk over
/// all starts, improved by moving single columns while that helps.
pub(crate) fn order(sets: &[Vec<usize>]) -> Vec<usize> {
    let walks = (0..sets.len()).map(|start| walk(sets, start));
    let best = walks.map(|order| (runs(sets, &order), order)).min_by_key(|(runs, _)| *runs);
    let Some((mut cost, mut best)) = best else { return Vec::new() };
    for _ in 0..PASSES {
        let before = cost;
        for from in 0..best.len() {
            for to in 0..best.len() {
                let mut moved = best.clone();
                let column = moved.remove(from);
                moved.insert(to, column);
                let runs = runs(sets, &moved);
                if runs < cost {
                    (cost, best) = (runs, moved);
                }
            }
        }
        if cost == before {
            break;
        }
    }
    best
}

/// How many times every column is tried at other positions.
const PASSES: usize = 4;

/// From a start, always appends the column that shares the most with the previous one; ties go to
/// the first.
fn walk(sets: &[Vec<usize>], start: usize) -> Vec<usize> {
    let mut order = vec![start];
    let mut left: Vec<usize> = (0..sets.len()).filter(|set| *set != start).collect();
    while !left.is_empty() {
        let last = order.last().and_then(|last| sets.get(*last)).map_or(&[][..], Vec::as_slice);
        let shared = |set: usize| {
            let set = sets.get(set).map_or(&[][..], Vec::as_slice);
            let common = set.iter().filter(|group| last.contains(group)).count();
            // On a tie, prefer the column that adds fewer new groups.
            (common, usize::MAX - set.len())
        };
        let best = (0..left.len()).rev().max_by_key(|at| left.get(*at).map(|set| shared(*set)));
        order.push(left.remove(best.unwrap_or_default()));
    }
    order
}

/// The number of runs that the groups form in an order.
fn runs(sets: &[Vec<usize>], order: &[usize]) -> usize {
    let set =
        |at: usize| order.get(at).and_then(|set| sets.get(*set)).map_or(&[][..], Vec::as_slice);
    let begins = |at: usize| {
        let before = at.checked_sub(1).map_or(&[][..], set);
        set(at).iter().filter(|group| !before.contains(group)).count()
    };
    (0..order.len()).map(begins).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_can_lie_together_do() {
        let sets = [vec![0], vec![1, 2], vec![0, 1], vec![2]];
        let order = order(&sets);
        assert_eq!(runs(&sets, &order), 3, "{order:?}");
    }

    #[test]
    fn every_column_stands_once() {
        let sets: Vec<Vec<usize>> = (0..30).map(|n| vec![n % 7, 7 + n % 5]).collect();
        let mut order = order(&sets);
        order.sort_unstable();
        assert_eq!(order, (0..30).collect::<Vec<_>>());
        assert!(super::order(&[]).is_empty());
    }
}
