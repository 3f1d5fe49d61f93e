//! The reply of a successful call, with its JSON and XML bodies.

use super::action::Action;
use super::env::RequestId;
use super::value::{self, Field, Value};

/// A successful reply: the documented fields, in the documented order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    action: Action,
    request_id: RequestId,
    fields: Vec<Field>,
}

impl Reply {
    /// A reply with these fields plus `RequestId`, which comes first, or last if the page of the
    /// operation shows it so.
    pub(super) fn new(
        action: Action,
        request_id: RequestId,
        mut fields: Vec<Field>,
        request_id_last: bool,
    ) -> Self {
        let own = ("RequestId", Value::text(request_id.as_str()));
        let place = if request_id_last { fields.len() } else { 0 };
        fields.insert(place, own);
        Self { action, request_id, fields }
    }

    /// The operation that was called.
    pub fn action(&self) -> Action {
        self.action
    }

    /// `RequestId`.
    pub fn request_id(&self) -> &RequestId {
        &self.request_id
    }

    /// The fields in documented order, including `RequestId`.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// A field by name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.iter().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// The JSON body on one line, as the service sends it.
    pub fn to_json(&self) -> String {
        value::json(&self.fields)
    }

    /// The JSON body, indented for reading.
    pub fn to_json_pretty(&self) -> String {
        value::json_pretty(&self.fields)
    }

    /// The XML body: root `<Action>Response`.
    pub fn to_xml(&self) -> String {
        let root = format!("{}Response", self.action.as_str());
        value::xml(&root, &self.fields)
    }
}
