//! Addresses of Terraform's resources: `module.app["x"].alicloud_instance.web[0]`.

/// A part of an address: a name with the index of an instance, as written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) index: Option<String>,
}

/// The address of an instance of a resource.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Address {
    /// The modules it is in, outermost first.
    pub(super) modules: Vec<Part>,
    /// Its type, such as `alicloud_instance`.
    pub(super) kind: String,
    /// Its name, and which of its instances this is.
    pub(super) own: Part,
}

impl Address {
    /// Parses an address; `None` for data sources and what is none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = split(text).into_iter();
        let mut modules = Vec::new();
        loop {
            let first = parts.next()?;
            match (first.name.as_str(), &first.index) {
                ("module", None) => modules.push(parts.next()?),
                ("data", None) => return None,
                _ => return Some(Self { modules, kind: first.name, own: parts.next()? }),
            }
        }
    }

    /// The address without the word `module`, types and quotes: what tells it from its siblings.
    pub(super) fn short(&self) -> String {
        let parts = self.modules.iter().chain([&self.own]);
        let words = parts.flat_map(|part| std::iter::once(&part.name).chain(&part.index));
        let plain = words.map(|word| {
            let kept = word.trim_matches('"').chars();
            kept.map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
        });
        plain.collect::<Vec<String>>().join("-")
    }
}

/// The parts of an address or a reference: split at dots outside brackets, each with its index.
pub(super) fn split(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let (name, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let (index, behind) = match behind.strip_prefix('[') {
            Some(inside) => {
                let end = index_end(inside);
                let (index, behind) = inside.split_at_checked(end).unwrap_or((inside, ""));
                (Some(index.to_owned()), behind.strip_prefix(']').unwrap_or(behind))
            }
            None => (None, behind),
        };
        parts.push(Part { name: name.to_owned(), index });
        rest = behind.strip_prefix('.').unwrap_or(behind);
        // Something like `a[0][1]`: what follows the first index is no part of an address.
        if rest.len() == behind.len() && !rest.is_empty() {
            break;
        }
    }
    parts
}

/// Where the bracket of an index closes. A quoted key may hold brackets.
fn index_end(inside: &str) -> usize {
    let mut quoted = false;
    let mut escaped = false;
    for (place, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ']' if !quoted => return place,
            _ => {}
        }
    }
    inside.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_its_modules_type_name_and_index() {
        let address = Address::parse(r#"module.app["a.b]"].module.db.alicloud_instance.web[0]"#);
        let address = address.unwrap();
        let modules: Vec<_> =
            address.modules.iter().map(|it| (it.name.as_str(), it.index.as_deref())).collect();
        assert_eq!(modules, [("app", Some(r#""a.b]""#)), ("db", None)]);
        assert_eq!(address.kind, "alicloud_instance");
        assert_eq!((address.own.name.as_str(), address.own.index.as_deref()), ("web", Some("0")));
        assert_eq!(address.short(), "app-a-b--db-web-0");
        assert_eq!(Address::parse("data.alicloud_vpcs.all"), None);
        assert_eq!(Address::parse("module.x"), None);
        assert_eq!(Address::parse(""), None);
    }
}
