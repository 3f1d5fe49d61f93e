//! The kinds of things that can be read by themselves.

/// A kind of thing that can be read by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Item {
    Group,
    Instance,
    Interface,
    PrefixList,
    Vpc,
    Scenario,
    Terraform(Resource),
}

/// A kind of Terraform resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Resource {
    Group,
    Rule,
    Instance,
    Interface,
    Attachment,
    PrefixList,
    Vpc,
}

/// A thing to read: its kind and the number of its value.
pub(in crate::import) type Task = (Item, usize);
