//! Ends as people name them, still without a scenario: names, groups, name patterns, tags, blocks
//! and services, several of them, or everyone except some.

use ipnet::IpNet;

use crate::model::Product;

/// What a text names as one side of a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Selector {
    /// What is named; everyone if `None`.
    pub(super) named: Option<Vec<Term>>,
    /// What is excepted from it.
    pub(super) except: Vec<Term>,
}

/// One item of a list of ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// `app-*`: every instance, service or outside block with such a name.
    Pattern(String),
    /// `group:web`: the members of a group, by its id or name.
    Group(String),
    /// `tag:env=prod` or `tag:env`: the members of the groups with a tag.
    Tag {
        /// The key.
        key: String,
        /// The value; any if `None`.
        value: Option<String>,
    },
    /// `service:rds` or `service:*`: the network interfaces of a cloud service, or of all of them.
    Service(Option<Product>),
    /// `10.1.0.0/16`.
    Block(IpNet),
    /// An id, a name or an address.
    Name(String),
}

impl Selector {
    /// Parses a text.
    ///
    /// # Errors
    /// A message that says what is wrong with it.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        match everyone(text) {
            Some(None) => Ok(Self { named: None, except: Vec::new() }),
            Some(Some(except)) => Ok(Self { named: None, except: terms(except)? }),
            None => Ok(Self { named: Some(terms(text)?), except: Vec::new() }),
        }
    }

    /// Whether it is one block and nothing else.
    pub(super) fn is_block(&self) -> bool {
        let named = self.named.as_deref();
        self.except.is_empty() && matches!(named, Some([Term::Block(_)]))
    }
}

/// The exceptions behind `everyone`, if a text is about everyone.
fn everyone(text: &str) -> Option<Option<&str>> {
    let everyone = ["everyone", "anyone", "everybody"];
    for word in everyone {
        let Some((head, rest)) = text.split_at_checked(word.len()) else { continue };
        if !head.eq_ignore_ascii_case(word) {
            continue;
        }
        if rest.trim().is_empty() {
            return Some(None);
        }
        let rest = rest.strip_prefix(' ').map(str::trim_start)?;
        for word in ["except", "but"] {
            let Some((head, rest)) = rest.split_at_checked(word.len()) else { continue };
            if head.eq_ignore_ascii_case(word) && (rest.is_empty() || rest.starts_with(' ')) {
                return Some(Some(rest));
            }
        }
    }
    if text == "所有人" {
        return Some(None);
    }
    let rest = text.strip_prefix("除了").or_else(|| text.strip_prefix('除'))?;
    let rest = rest.strip_suffix("的所有人")?.trim_end();
    let ends = ["以外", "之外", "外"];
    ends.iter().find_map(|end| rest.strip_suffix(end)).map(Some)
}

/// The items of a list: `a, b and c`.
pub(super) fn items(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([',', '，', '、']);
    parts.flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" 和 ")).map(str::trim)
}

fn terms(text: &str) -> Result<Vec<Term>, String> {
    items(text).map(term).collect()
}

fn term(text: &str) -> Result<Term, String> {
    if text.is_empty() {
        return Err("a name is missing".to_owned());
    }
    match text.split_once(':') {
        Some(("group", name)) => return Ok(Term::Group(name.to_owned())),
        Some(("tag", tag)) => {
            let (key, value) = match tag.split_once('=') {
                Some((key, value)) => (key, Some(value.to_owned())),
                None => (tag, None),
            };
            return Ok(Term::Tag { key: key.to_owned(), value });
        }
        Some(("service", name)) => return service(name).map(Term::Service),
        Some(_) | None => {}
    }
    if text.contains(['*', '?']) {
        return Ok(Term::Pattern(text.to_owned()));
    }
    if text.contains('/')
        && let Ok(block) = text.parse::<IpNet>()
    {
        if block != block.trunc() {
            let block = block.trunc();
            return Err(format!("`{text}` has bits beyond its prefix: write {block}"));
        }
        return Ok(Term::Block(block));
    }
    Ok(Term::Name(text.to_owned()))
}

fn service(name: &str) -> Result<Option<Product>, String> {
    if name == "*" {
        return Ok(None);
    }
    let is = |product: &&Product| {
        [product.as_str(), product.title()].iter().any(|known| known.eq_ignore_ascii_case(name))
    };
    let known = || Product::ALL.iter().map(|product| product.as_str()).collect::<Vec<_>>();
    Product::ALL.iter().find(is).copied().map(Some).ok_or_else(|| {
        format!("`service:{name}` is no known service: {}, or * for all", known().join(", "))
    })
}

/// Whether a name fits a pattern, in which `*` stands for any characters and `?` for one.
pub(super) fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) =
        (pattern.chars().collect(), name.chars().collect());
    let (mut at, mut read) = (0, 0);
    // Where to go on if what was tried after the last `*` fails.
    let mut retry: Option<(usize, usize)> = None;
    while let Some(sign) = name.get(read) {
        match pattern.get(at) {
            Some('*') => {
                retry = Some((at + 1, read));
                at += 1;
            }
            Some(wanted) if wanted == sign || *wanted == '?' => {
                at += 1;
                read += 1;
            }
            Some(_) | None => {
                let Some((behind, from)) = retry else { return false };
                retry = Some((behind, from + 1));
                (at, read) = (behind, from + 1);
            }
        }
    }
    pattern.get(at..).is_some_and(|rest| rest.iter().all(|sign| *sign == '*'))
}

#[cfg(test)]
mod tests {
    use super::{Selector, Term, fits};
    use crate::model::Product;

    fn name(text: &str) -> Term {
        Term::Name(text.to_owned())
    }

    #[test]
    fn ends_are_read_as_people_write_them() {
        let parse = |text: &str| Selector::parse(text).unwrap();
        let of = |named: Vec<Term>| Selector { named: Some(named), except: Vec::new() };
        assert_eq!(parse("web"), of(vec![name("web")]));
        assert_eq!(parse("a, b and c"), of(vec![name("a"), name("b"), name("c")]));
        assert_eq!(parse("a、b 和 c"), of(vec![name("a"), name("b"), name("c")]));
        assert_eq!(parse("app-*"), of(vec![Term::Pattern("app-*".to_owned())]));
        assert_eq!(parse("service:RDS"), of(vec![Term::Service(Some(Product::Rds))]));
        assert_eq!(parse("service:*"), of(vec![Term::Service(None)]));
        let tag = |value: Option<&str>| Term::Tag {
            key: "env".to_owned(),
            value: value.map(str::to_owned),
        };
        assert_eq!(parse("tag:env=prod"), of(vec![tag(Some("prod"))]));
        assert_eq!(parse("tag:env"), of(vec![tag(None)]));
        assert_eq!(parse("2001:db8::1"), of(vec![name("2001:db8::1")]));
        for text in ["everyone", "Anyone", "所有人"] {
            assert_eq!(parse(text), Selector { named: None, except: Vec::new() }, "{text}");
        }
        for text in [
            "everyone except a and b",
            "Everyone but a, b",
            "除 a、b 以外的所有人",
            "除了a、b外的所有人",
        ] {
            let except = vec![name("a"), name("b")];
            assert_eq!(parse(text), Selector { named: None, except }, "{text}");
        }
        // Names that begin like a word of the language.
        assert_eq!(parse("everyone-else"), of(vec![name("everyone-else")]));
        for text in ["", "a,", "everyone except", "everyone except a,", "service:x", "10.0.0.1/8"] {
            assert!(Selector::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_pattern_stands_for_names() {
        for (pattern, name) in [
            ("app-*", "app-"),
            ("app-*", "app-01"),
            ("*-01", "app-01"),
            ("a*p*1", "app-01-1"),
            ("app-??", "app-01"),
            ("*", ""),
            ("应用-*", "应用-7"),
        ] {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("app-*", "app"),
            ("app-?", "app-01"),
            ("*-1", "app-10"),
            ("?", ""),
            ("App-*", "app-1"),
        ] {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
    }
}
