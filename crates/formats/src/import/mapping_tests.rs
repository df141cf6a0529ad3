//! Labels of others find ours.

use crate::import::{LabelMap, MapError};
use copydesk_store::built_in_schema;

fn check(map: &LabelMap, theirs: &str, ours: Option<&str>) {
    let found = map
        .of(theirs)
        .flatten()
        .map(copydesk_document::LabelId::as_str);
    assert_eq!(found, ours, "{theirs}");
}

#[test]
fn the_usual_names_are_known_whatever_their_case() {
    let map = LabelMap::standard(&built_in_schema());
    for (theirs, ours) in [
        ("PER", "person"),
        ("Person", "person"),
        ("gpe", "place"),
        ("FAC", "place"),
        ("Money", "figure"),
        ("CARDINAL", "figure"),
        ("claims", "claim"),
    ] {
        check(&map, theirs, Some(ours));
    }
    // The built-in labels have no organizations.
    check(&map, "ORG", None);
}

#[test]
fn rules_go_before_and_may_leave_out() {
    let schema = built_in_schema();
    let mut map = LabelMap::standard(&schema);
    map.add("ORG=place", &schema).unwrap();
    map.add("per=", &schema).unwrap();
    check(&map, "org", Some("place"));
    assert_eq!(map.of("PER"), Some(None));
    assert_eq!(
        map.add("ORG", &schema),
        Err(MapError::NoRule("ORG".to_owned()))
    );
    let error = map.add("ORG=organization", &schema).unwrap_err();
    assert_eq!(
        error.to_string(),
        "there is no label “organization”, only person, place, figure, claim"
    );
}
