//! Which label names mean the same: the one table for suggesters, importers and scores.

use crate::{Label, Schema};

/// One kind of thing that data sets mark, under the names in use for it, in lower case.
struct Kind {
    /// Other words for exactly this, the one that Copydesk uses first.
    same: &'static [&'static str],
    /// Names for a part of it: a `FAC` is a place, but not every place is a `FAC`.
    narrower: &'static [&'static str],
}

/// The label types of `CoNLL`, `OntoNotes`, ACE, TEI, Universal Named Entity Recognition,
/// Microsoft's Recognizers-Text and the tools that go by them.
const KINDS: [Kind; 7] = [
    Kind {
        same: &["person", "per", "pers", "people", "persons", "persname"],
        narrower: &[],
    },
    Kind {
        same: &[
            "place",
            "location",
            "loc",
            "gpe",
            "places",
            "locations",
            "placename",
            "geo",
            "gpe-loc",
        ],
        narrower: &["fac", "facility", "city", "country"],
    },
    Kind {
        same: &[
            "figure", "number", "quantity", "figures", "numbers", "num", "amount", "measure",
        ],
        narrower: &[
            "money",
            "percent",
            "cardinal",
            "percentage",
            "currency",
            "dimension",
            "temperature",
            "age",
            "numberrange",
        ],
    },
    Kind {
        same: &["claim", "statement", "claims", "statements", "proposition"],
        narrower: &[],
    },
    Kind {
        same: &[
            "organization",
            "organisation",
            "org",
            "organizations",
            "organisations",
            "orgname",
        ],
        narrower: &["company"],
    },
    Kind {
        same: &["peoples", "norp", "nationality"],
        narrower: &[],
    },
    Kind {
        same: &["date", "dates", "day"],
        narrower: &[],
    },
];

impl Kind {
    /// The kind that `name` belongs to, whatever its case.
    fn of(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| {
            let mut names = kind.names();
            names.any(|known| known.eq_ignore_ascii_case(name))
        })
    }

    fn names(&self) -> impl Iterator<Item = &'static str> {
        self.same.iter().chain(self.narrower).copied()
    }
}

/// Copydesk's own word for what `name` means, whatever its case: `place` for `GPE` and for `FAC`.
pub fn canonical_name(name: &str) -> Option<&'static str> {
    Kind::of(name)?.same.first().copied()
}

/// Every name in the table, in lower case; for tables that are built beforehand.
pub fn known_names() -> impl Iterator<Item = &'static str> {
    KINDS.iter().flat_map(Kind::names)
}

impl Schema {
    /// The label that `name` means: the one with that id, whatever the case, or else one whose id
    /// is another word for the same or for something wider.
    ///
    /// `FAC` finds a label `place` or `LOC`, but `place` never finds a label `FAC`.
    pub fn label_for(&self, name: &str) -> Option<&Label> {
        self.label_called(name).or_else(|| {
            let mut same = Kind::of(name)?.same.iter();
            same.find_map(|other| self.label_called(other))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{KINDS, canonical_name, known_names};
    use crate::{ColorRole, Label, LabelId, LabelStyle, Layer, Schema};

    fn check(ids: &[&str], name: &str, expected: Option<&str>) {
        let labels = ids.iter().zip('a'..).map(|(id, key)| Label {
            id: LabelId::new(id).unwrap(),
            name: (*id).to_owned(),
            plural: (*id).to_owned(),
            layer: Layer::new("names"),
            color: ColorRole::Blue,
            style: LabelStyle::Tint,
            key,
            guideline: String::new(),
            attributes: Vec::new(),
        });
        let schema = Schema::new(labels.collect()).unwrap();
        let found = schema.label_for(name).map(|label| label.id.as_str());
        assert_eq!(found, expected, "{name} among {ids:?}");
    }

    #[test]
    fn a_name_finds_the_label_that_means_the_same() {
        check(&["person", "place"], "GPE", Some("place"));
        check(&["PER", "LOC"], "place", Some("LOC"));
        check(&["organisation"], "ORG", Some("organisation"));
        check(&["figure"], "Money", Some("figure"));
        check(&["date"], "DAY", Some("date"));
    }

    #[test]
    fn a_label_of_that_very_name_comes_first() {
        check(&["place", "GPE"], "gpe", Some("GPE"));
        check(&["LOC", "place"], "place", Some("place"));
    }

    #[test]
    fn a_narrower_name_finds_the_wider_label_and_not_the_other_way_round() {
        check(&["place"], "FAC", Some("place"));
        check(&["place"], "city", Some("place"));
        check(&["organization"], "company", Some("organization"));
        check(&["FAC"], "place", None);
        check(&["money"], "percent", None);
    }

    #[test]
    fn unknown_names_find_nothing() {
        check(&["person", "place"], "ship", None);
        check(&["person"], "ORG", None);
    }

    #[test]
    fn every_name_has_one_meaning_and_is_in_lower_case() {
        let names: BTreeSet<&str> = known_names().collect();
        assert_eq!(names.len(), known_names().count(), "a name is there twice");
        for name in names {
            assert_eq!(name, name.to_ascii_lowercase());
        }
        for kind in &KINDS {
            let canonical = kind.same.first().copied();
            for name in kind.names() {
                assert_eq!(canonical_name(&name.to_ascii_uppercase()), canonical);
            }
        }
    }
}
