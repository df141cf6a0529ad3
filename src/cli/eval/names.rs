//! Which of our labels another data set's label name stands for.

use std::collections::BTreeMap;

use copydesk_document::{LabelId, Schema};

/// Names in use for the same thing, in lower case: as corpora and taggers have them.
const SYNONYMS: &[&[&str]] = &[
    &["person", "per", "pers", "people", "persname"],
    &[
        "place",
        "loc",
        "location",
        "gpe",
        "fac",
        "facility",
        "placename",
        "geo",
        "gpe-loc",
    ],
    &[
        "figure",
        "money",
        "percent",
        "quantity",
        "cardinal",
        "number",
        "percentage",
        "currency",
        "dimension",
        "temperature",
        "age",
        "numberrange",
    ],
    &["claim", "statement"],
    &["organization", "organisation", "org", "orgname"],
    &["norp", "peoples", "nationality"],
    &["date", "day"],
];

/// Ends the name of gold that need not be found.
const OPTIONAL: &str = "_opt";

/// Finds labels by whatever they are called.
pub(super) struct Names<'a> {
    pub schema: &'a Schema,
    /// By name in lower case; `None` leaves it out.
    given: BTreeMap<String, Option<LabelId>>,
}

pub(super) enum Meaning {
    Label {
        label: LabelId,
        is_optional: bool,
    },
    /// None of ours: the name as an id.
    Other(LabelId),
}

impl<'a> Names<'a> {
    /// `given` are pairs `NAME=LABEL`; `Err` says in words what is wrong with them.
    pub fn new(schema: &'a Schema, given: &[String]) -> Result<Self, String> {
        let mut names = Self {
            schema,
            given: BTreeMap::new(),
        };
        let mut pairs = BTreeMap::new();
        for pair in given {
            let Some((name, label)) = pair.split_once('=') else {
                return Err(format!("write --map NAME=LABEL, not “{pair}”"));
            };
            let label = match label.trim() {
                "" => None,
                label => Some(names.ours(label).ok_or_else(|| names.unknown(label))?),
            };
            pairs.insert(name.trim().to_ascii_lowercase(), label);
        }
        names.given = pairs;
        Ok(names)
    }

    pub fn meaning(&self, name: &str) -> Meaning {
        let folded = name.to_ascii_lowercase();
        if let Some(label) = self.given.get(&folded) {
            return label.clone().map_or_else(
                || Meaning::Other(as_id(&folded)),
                |label| Meaning::Label {
                    label,
                    is_optional: false,
                },
            );
        }
        if let Some(label) = self.ours(name) {
            let is_optional = false;
            return Meaning::Label { label, is_optional };
        }
        // What is written `FIGURE_OPT` need not be found, whatever `FIGURE` means.
        let base = folded.strip_suffix(OPTIONAL);
        match base.map(|base| self.meaning(base)) {
            Some(Meaning::Label { label, .. }) => Meaning::Label {
                label,
                is_optional: true,
            },
            _ => Meaning::Other(as_id(&folded)),
        }
    }

    /// Whether a span called so is somebody's or something's name, one that can be a speaker.
    pub fn is_of_names(name: &str) -> bool {
        let mut kinds = SYNONYMS.iter().filter(|names| {
            let first = names.first();
            first
                .is_some_and(|first| matches!(*first, "person" | "place" | "organization" | "norp"))
        });
        kinds.any(|names| names.iter().any(|one| one.eq_ignore_ascii_case(name)))
    }

    /// The label called so, or else one called by another name for the same.
    fn ours(&self, name: &str) -> Option<LabelId> {
        let called = |name: &str| self.schema.label_called(name);
        let alike = || {
            let mut all = SYNONYMS.iter();
            let names = all.find(|names| names.iter().any(|one| one.eq_ignore_ascii_case(name)))?;
            names.iter().find_map(|name| called(name))
        };
        called(name).or_else(alike).map(|label| label.id.clone())
    }

    /// For a person who asked for a label that is not there.
    pub fn unknown(&self, name: &str) -> String {
        let labels = self.schema.labels().iter();
        let labels: Vec<&str> = labels.map(|label| label.id.as_str()).collect();
        format!(
            "there is no label “{name}”; the labels are {}",
            labels.join(", ")
        )
    }
}

/// A valid label id made from a name that another program uses.
fn as_id(name: &str) -> LabelId {
    let chars = name.chars().map(|c| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' => c,
        _ => '-',
    });
    let id: String = chars.collect();
    #[expect(
        clippy::expect_used,
        reason = "it begins with a letter and holds only characters that an id may have"
    )]
    LabelId::new(&id)
        .or_else(|| LabelId::new(&format!("x-{id}")))
        .expect("a valid id")
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Names};
    use copydesk_store::built_in_schema;

    fn meaning(name: &str, given: &[&str]) -> String {
        let schema = built_in_schema();
        let given: Vec<String> = given.iter().map(|&pair| pair.to_owned()).collect();
        match Names::new(&schema, &given).unwrap().meaning(name) {
            Meaning::Label { label, is_optional } if is_optional => format!("{label}?"),
            Meaning::Label { label, .. } => label.to_string(),
            Meaning::Other(label) => format!("other {label}"),
        }
    }

    #[test]
    fn names_are_found_whatever_their_case_and_by_what_others_call_them() {
        assert_eq!(meaning("PERSON", &[]), "person");
        assert_eq!(meaning("Gpe", &[]), "place");
        assert_eq!(meaning("FIGURE_OPT", &[]), "figure?");
        assert_eq!(meaning("MONEY_OPT", &[]), "figure?");
        assert_eq!(meaning("ORG", &[]), "other org");
        assert_eq!(meaning("9.é", &[]), "other x-9--");
    }

    #[test]
    fn what_is_given_goes_first() {
        assert_eq!(meaning("ORG", &["org=Place"]), "place");
        assert_eq!(meaning("FAC", &["FAC="]), "other fac");
        assert_eq!(meaning("FAC_OPT", &["FAC="]), "other fac_opt");
        let schema = built_in_schema();
        for wrong in ["PERSON", "PERSON=persona"] {
            assert!(Names::new(&schema, &[wrong.to_owned()]).is_err());
        }
    }
}
