//! Judges a traffic goal on every pair of its ends, and groups the pairs that fail alike.

use std::collections::BTreeMap;

use crate::connectivity::{End, Verdict};
use crate::explain::{by_role, end_label};
use crate::language::Language;
use crate::model::{NetworkInterfaceId, Scenario, role_of};

use super::ends::{Directory, Place, end};
use super::except::Except;
use super::same_answers::SameAnswers;
use super::selection::Selection;
use super::text;
use super::traffic::{Expect, Traffic, Wrong};

/// Pairs of ends that fail a goal alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The senders, each once.
    pub from: Vec<Place>,
    /// The receivers, each once.
    pub to: Vec<Place>,
    /// The number of pairs of these that fail.
    pub pairs: usize,
    /// How the first of them fails.
    pub wrong: Wrong,
}

/// From how many pairs on those that must have the same answer are judged once.
const MANY: usize = 400;

impl Traffic {
    /// All pairs of ends that fail the goal, those that fail alike together: for the same reason,
    /// between ends of the same roles. Empty if the goal is met. `directory` must belong to the
    /// same scenario.
    ///
    /// A goal about several ends holds for each pair of different ends. Nothing needs to pass
    /// between two outside ends, which no security group filters.
    ///
    /// # Errors
    /// The field, `from` or `to`, that names nothing in the scenario, and a message that says so.
    pub fn failures(
        &self,
        scenario: &Scenario,
        directory: &mut Directory<'_>,
    ) -> Result<Vec<Failure>, (&'static str, String)> {
        let from = directory.select(&self.from).map_err(|sentence| ("from", sentence))?;
        let to = directory.select(&self.to).map_err(|sentence| ("to", sentence))?;
        let judge = Judge { goal: self, scenario, single: from.single && to.single };
        Ok(judge.failures(directory, &from, &to))
    }
}

struct Judge<'a> {
    goal: &'a Traffic,
    scenario: &'a Scenario,
    /// Whether the goal is about one end and another one.
    single: bool,
}

impl Judge<'_> {
    fn failures(
        &self,
        directory: &mut Directory<'_>,
        from: &Selection,
        to: &Selection,
    ) -> Vec<Failure> {
        let pairs = from.places.len().saturating_mul(to.places.len());
        let alike = (pairs > MANY).then(|| directory.alike());
        let mut known: BTreeMap<(usize, usize), Option<Wrong>> = BTreeMap::new();
        let mut groups = Groups { judge: self, found: Vec::new(), at: BTreeMap::new() };
        let except = Except { from: &from.except, to: &to.except };
        let mut judged = 0_usize;
        let mut unfiltered = None;
        for sender in &from.places {
            for receiver in &to.places {
                if !self.single && is_same(sender, receiver) {
                    continue;
                }
                let classes = alike
                    .as_ref()
                    .and_then(|alike| Some((class(alike, sender)?, class(alike, receiver)?)));
                let mut judge = || self.judge(directory, sender, receiver, &except);
                let own;
                let wrong = match classes {
                    Some(classes) => known.entry(classes).or_insert_with(judge),
                    None => {
                        own = judge();
                        &own
                    }
                };
                if *wrong == Some(Wrong::NotFiltered) && !self.single {
                    unfiltered = unfiltered.or(Some((sender, receiver)));
                    continue;
                }
                judged += 1;
                if let Some(wrong) = wrong {
                    groups.add(sender, receiver, wrong);
                }
            }
        }
        if let (0, Some((sender, receiver))) = (judged, unfiltered) {
            groups.add(sender, receiver, &Wrong::NotFiltered);
        }
        if groups.found.is_empty() && (from.open || to.open) && self.scenario.parts().unread_members
        {
            let (from, to) = (from.places.clone(), to.places.clone());
            groups.found.push(Failure { from, to, pairs: judged, wrong: Wrong::Unlisted });
        }
        groups.found
    }

    fn judge(
        &self,
        directory: &mut Directory<'_>,
        from: &Place,
        to: &Place,
        except: &Except<'_>,
    ) -> Option<Wrong> {
        let wrong = self.goal.wrong_between(self.scenario, directory, (from, to), except)?;
        // Where there is no path, nothing passes.
        let fits = wrong == Wrong::NoWay && self.goal.expect == Expect::Blocked && !self.single;
        (!fits).then_some(wrong)
    }

    fn role(&self, place: &Place) -> String {
        let label = label(self.scenario, place, Language::En);
        role_of(&label).unwrap_or(label)
    }
}

fn is_same(from: &Place, to: &Place) -> bool {
    from == to || end(from).is_some_and(|from| end(to) == Some(from))
}

/// The class of an end of a goal; `None` for a single address, which may not be the one that stands
/// for its interface.
fn class(alike: &SameAnswers, place: &Place) -> Option<usize> {
    match place {
        Place::Interface(_) | Place::Block(_) => alike.class_of(&end(place)?),
        Place::InterfaceAt(..) | Place::Address(_) => None,
    }
}

/// What pairs that fail alike have in common: the roles of the ends, the way they fail, the verdict.
type Key = (String, String, Option<Verdict>, u8);

struct Groups<'a> {
    judge: &'a Judge<'a>,
    found: Vec<Failure>,
    at: BTreeMap<Key, usize>,
}

impl Groups<'_> {
    fn add(&mut self, from: &Place, to: &Place, wrong: &Wrong) {
        let (verdict, kind) = match wrong {
            Wrong::NoEnd { .. } => (None, 0),
            Wrong::NoWay => (None, 1),
            Wrong::NotFiltered => (None, 2),
            Wrong::NoSuchPacket(_) => (None, 3),
            Wrong::Packet { verdict, .. } => (Some(*verdict), 4),
            Wrong::Unlisted => (None, 5),
        };
        let key = (self.judge.role(from), self.judge.role(to), verdict, kind);
        let at = *self.at.entry(key).or_insert(self.found.len());
        let Some(group) = self.found.get_mut(at) else {
            let (from, to) = (vec![from.clone()], vec![to.clone()]);
            self.found.push(Failure { from, to, pairs: 1, wrong: wrong.clone() });
            return;
        };
        group.pairs += 1;
        for (known, place) in [(&mut group.from, from), (&mut group.to, to)] {
            if !known.contains(place) {
                known.push(place.clone());
            }
        }
    }
}

/// The name of an end of a goal.
fn label(scenario: &Scenario, place: &Place, language: Language) -> String {
    let interface =
        |id: &NetworkInterfaceId| end_label(scenario, &End::Interface(id.clone()), language);
    match place {
        Place::Interface(id) => interface(id),
        Place::InterfaceAt(id, address) => {
            let values = [("address", address.to_string()), ("end", interface(id))];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            text::ADDRESS_OF.fill(language, &values)
        }
        Place::Block(name) => name.clone(),
        Place::Address(address) => address.to_string(),
    }
}

impl Failure {
    /// The senders by role: `app-01 … app-12 × 12`.
    pub fn from_words(&self, scenario: &Scenario, language: Language) -> String {
        words(scenario, &self.from, language)
    }

    /// The receivers by role.
    pub fn to_words(&self, scenario: &Scenario, language: Language) -> String {
        words(scenario, &self.to, language)
    }

    /// The names of all senders.
    pub fn from_names(&self, scenario: &Scenario, language: Language) -> Vec<String> {
        self.from.iter().map(|place| label(scenario, place, language)).collect()
    }

    /// The names of all receivers.
    pub fn to_names(&self, scenario: &Scenario, language: Language) -> Vec<String> {
        self.to.iter().map(|place| label(scenario, place, language)).collect()
    }
}

fn words(scenario: &Scenario, places: &[Place], language: Language) -> String {
    let interfaces: Vec<NetworkInterfaceId> = places
        .iter()
        .filter_map(|place| match place {
            Place::Interface(id) => Some(id.clone()),
            Place::InterfaceAt(..) | Place::Block(_) | Place::Address(_) => None,
        })
        .collect();
    let others = places.iter().filter(|place| !matches!(place, Place::Interface(_)));
    let mut names = by_role(scenario, &interfaces, language);
    names.extend(others.map(|place| label(scenario, place, language)));
    names.join(text::COMMA.get(language))
}
