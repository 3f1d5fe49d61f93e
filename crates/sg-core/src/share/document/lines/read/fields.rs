//! The fields of a record and the values in them.

use crate::share::document::lines::what::Read;
use crate::share::document::shape;
use crate::share::document::wire::PublicAddress;
use crate::share::fields::unescaped;

/// The fields of a record; omitted fields read as empty.
pub(super) struct Fields(Vec<String>);

impl Fields {
    /// The fields of a record without its first letter.
    pub(super) fn of(record: &str) -> Self {
        Self(record.split('\t').map(unescaped).collect())
    }

    pub(super) fn get(&self, place: usize) -> &str {
        self.0.get(place).map_or("", String::as_str)
    }

    pub(super) fn text(&self, place: usize) -> String {
        self.get(place).to_owned()
    }

    pub(super) fn some(&self, place: usize) -> Option<String> {
        Some(self.text(place)).filter(|text| !text.is_empty())
    }

    pub(super) fn words(&self, place: usize) -> Vec<String> {
        let words = self.get(place).split(' ').filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    }
}

/// A public address and the private one it stands for.
pub(super) fn public_address(pair: &str) -> Read<PublicAddress> {
    let (public, private) =
        pair.split_once('>').ok_or("a public address names its private one after `>`")?;
    Ok(PublicAddress {
        public_ip_address: public.to_owned(),
        private_ip_address: private.to_owned(),
    })
}

/// The value of a record that is JSON.
pub(super) fn typed<T: serde::de::DeserializeOwned>(text: &str) -> Read<T> {
    shape::typed(text).map_err(|error| error.to_string())
}

pub(super) fn index(text: &str) -> Read<usize> {
    text.parse().map_err(|_| format!("`{}` is no number", text.escape_default()))
}
