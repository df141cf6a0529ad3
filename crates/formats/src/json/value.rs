//! JSON to be written, borrowing its words from the article: a text of many words is copied only once.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::Serializer;

/// A value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Json<'a> {
    Null,
    Is(bool),
    Number(u64),
    Share(f64),
    Words(Cow<'a, str>),
    List(Vec<Self>),
    /// A list of nothing but words, such as tokens: there are many.
    Tokens(Vec<&'a str>),
    Object(Fields<'a>),
}

/// The fields of an object, in the order in which they are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fields<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Fields<'a> {
    /// Adds the field `name`, which is not there yet.
    pub fn put(&mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Json<'a>>) {
        let name = name.into();
        debug_assert!(self.get(&name).is_none(), "{name} is there already");
        self.0.push((name, value.into()));
    }

    pub fn get(&self, name: &str) -> Option<&Json<'a>> {
        let mut fields = self.0.iter();
        fields
            .find(|(known, _)| known == name)
            .map(|(_, value)| value)
    }

    /// Takes the field `name` out.
    pub fn take(&mut self, name: &str) -> Option<Json<'a>> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(at).1)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a, const N: usize> From<[(&'a str, Json<'a>); N]> for Fields<'a> {
    fn from(fields: [(&'a str, Json<'a>); N]) -> Self {
        let named = fields.into_iter().map(|(name, value)| (name.into(), value));
        Self(named.collect())
    }
}

impl<'a> IntoIterator for Fields<'a> {
    type Item = (Cow<'a, str>, Json<'a>);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> Extend<(Cow<'a, str>, Json<'a>)> for Fields<'a> {
    fn extend<T: IntoIterator<Item = (Cow<'a, str>, Json<'a>)>>(&mut self, fields: T) {
        self.0.extend(fields);
    }
}

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl From<String> for Json<'_> {
    fn from(words: String) -> Self {
        Self::Words(Cow::Owned(words))
    }
}

impl<'a> From<Cow<'a, str>> for Json<'a> {
    fn from(words: Cow<'a, str>) -> Self {
        Self::Words(words)
    }
}

impl From<usize> for Json<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<u64> for Json<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<f64> for Json<'_> {
    fn from(share: f64) -> Self {
        Self::Share(share)
    }
}

impl From<bool> for Json<'_> {
    fn from(is: bool) -> Self {
        Self::Is(is)
    }
}

impl<'a> From<Fields<'a>> for Json<'a> {
    fn from(fields: Fields<'a>) -> Self {
        Self::Object(fields)
    }
}

impl<'a, const N: usize> From<[(&'a str, Json<'a>); N]> for Json<'a> {
    fn from(fields: [(&'a str, Json<'a>); N]) -> Self {
        Self::Object(fields.into())
    }
}

impl From<Vec<Self>> for Json<'_> {
    fn from(list: Vec<Self>) -> Self {
        Self::List(list)
    }
}

impl<T: Into<Self>> From<Option<T>> for Json<'_> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Self>> FromIterator<T> for Json<'_> {
    fn from_iter<I: IntoIterator<Item = T>>(list: I) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}
