//! The filter of the ends of a large scenario: words such as `group:web`, separated by spaces.

use sg_core::connectivity::End;
use sg_core::model::{Labels, NetworkInterface, Scenario};

/// A filter. Words of one kind are alternatives; words of different kinds must all fit.
#[derive(Debug, Default)]
pub(super) struct Filter {
    /// The words with their kinds, in lower case.
    words: Vec<(Kind, String)>,
}

/// What a word is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The name of the end, or the id of its interface.
    Name,
    /// The name or id of one of its security groups.
    Group,
    /// The name or id of its VPC.
    Vpc,
    /// A tag of one of its security groups, `key` or `key=value`.
    Tag,
    /// The cloud service it belongs to.
    Service,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Name, Self::Group, Self::Vpc, Self::Tag, Self::Service];

    const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Group => "group",
            Self::Vpc => "vpc",
            Self::Tag => "tag",
            Self::Service => "service",
        }
    }

    /// A word with its kind; without a known one, it is a name.
    fn read(word: &str) -> (Self, String) {
        let value = |kind: Self| word.strip_prefix(kind.word())?.strip_prefix([':', '：']);
        let known = Self::ALL.into_iter().find_map(|kind| Some((kind, value(kind)?.to_owned())));
        known.unwrap_or_else(|| (Self::Name, word.to_owned()))
    }
}

impl Filter {
    /// Reads a filter; every text is one.
    pub(super) fn read(text: &str) -> Self {
        let words = text.split_whitespace().map(|word| Kind::read(&word.to_lowercase()));
        Self { words: words.collect() }
    }

    /// Whether an end with this name is shown.
    pub(super) fn admits(&self, scenario: &Scenario, end: &End, name: &str) -> bool {
        let interface = match end {
            End::Interface(id) => scenario.interface(id).map(AsRef::as_ref),
            End::Outside(_) => None,
        };
        let of = |kind: Kind| self.words.iter().filter(move |(own, _)| *own == kind);
        Kind::ALL.into_iter().all(|kind| {
            of(kind).next().is_none()
                || of(kind).any(|(_, word)| fits(scenario, interface, name, (kind, word)))
        })
    }
}

fn fits(
    scenario: &Scenario,
    interface: Option<&NetworkInterface>,
    name: &str,
    (kind, word): (Kind, &str),
) -> bool {
    let holds = |text: &str| text.to_lowercase().contains(word);
    if kind == Kind::Name && holds(name) {
        return true;
    }
    let Some(interface) = interface else { return false };
    let groups = || interface.groups.iter().filter_map(|id| scenario.group(id));
    match kind {
        Kind::Name => holds(interface.id.as_str()),
        Kind::Group => groups().any(|group| holds(&group.name) || holds(group.id.as_str())),
        Kind::Vpc => {
            let vpc = scenario.vpc(&interface.vpc);
            holds(interface.vpc.as_str()) || vpc.is_some_and(|vpc| holds(&vpc.name))
        }
        Kind::Tag => groups().any(|group| has_tag(&group.labels, word)),
        Kind::Service => interface
            .product()
            .is_some_and(|product| holds(product.as_str()) || holds(product.title())),
    }
}

fn has_tag(labels: &Labels, word: &str) -> bool {
    let mut tags =
        labels.tags.iter().map(|(key, value)| (key.to_lowercase(), value.to_lowercase()));
    match word.split_once('=') {
        Some((key, value)) => tags.any(|(own, tag)| own == key && tag.contains(value)),
        None => tags.any(|(own, _)| own.contains(word)),
    }
}
