//! Which of our labels another data set's label name stands for.

use std::collections::BTreeMap;

use copydesk_document::{LabelId, Schema, synonyms};

/// Ends the name of gold that need not be found.
const OPTIONAL: &str = "_opt";

/// Finds labels by whatever they are called.
pub(in crate::cli) struct Names<'a> {
    pub schema: &'a Schema,
    /// By name in lower case; `None` leaves it out.
    given: BTreeMap<String, Option<LabelId>>,
}

pub(in crate::cli) enum Meaning {
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

    /// Whether a span called so is a name that can be a speaker's.
    pub fn is_of_names(name: &str) -> bool {
        matches!(
            synonyms::canonical_name(name),
            Some("person" | "place" | "organization" | "peoples")
        )
    }

    fn ours(&self, name: &str) -> Option<LabelId> {
        self.schema.label_for(name).map(|label| label.id.clone())
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

/// A valid id for a name of somebody else's.
fn as_id(name: &str) -> LabelId {
    let allowed = name.chars().map(|c| match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' => c,
        _ => '-',
    });
    let allowed: String = allowed.collect();
    #[expect(
        clippy::expect_used,
        reason = "a letter first, then only characters that an id may have"
    )]
    LabelId::new(&allowed)
        .or_else(|| LabelId::new(&format!("x-{allowed}")))
        .expect("valid by now")
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
