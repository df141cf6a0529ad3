//! Brings what suggesters call their labels to what the user's schema calls the same.

use copydesk_document::{LabelId, Schema};

/// The label of `schema` that `label` is, under whatever name and case; `None` if it has none.
pub(super) fn own_label(schema: &Schema, label: &LabelId) -> Option<LabelId> {
    let own = schema.label_for(label.as_str())?;
    Some(own.id.clone())
}

#[cfg(test)]
mod tests {
    use copydesk_document::{ColorRole, Label, LabelId, LabelStyle, Layer, Schema};

    fn schema(ids: &[&str]) -> Schema {
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
        Schema::new(labels.collect()).unwrap()
    }

    fn check(suggested: &str, own: &[&str], wanted: Option<&str>) {
        let found = super::own_label(&schema(own), &LabelId::new(suggested).unwrap());
        assert_eq!(found.as_ref().map(LabelId::as_str), wanted);
    }

    #[test]
    fn a_label_goes_by_the_name_that_the_schema_has_for_it() {
        check("organization", &["person", "ORG"], Some("ORG"));
        check(
            "organization",
            &["person", "organisation"],
            Some("organisation"),
        );
        check("person", &["PER", "LOC"], Some("PER"));
        check("place", &["PER", "LOC"], Some("LOC"));
        check("place", &["LOC", "place"], Some("place"));
        check("other", &["Other"], Some("Other"));
    }

    #[test]
    fn a_label_that_the_schema_lacks_is_none() {
        check("organization", &["person", "place"], None);
        check("other", &["person"], None);
    }
}
