//! Labels that have fewer examples than are wanted.

use std::collections::{BTreeMap, BTreeSet};

use copydesk_document::LabelId;
use copydesk_i18n::tr;

use crate::survey::LabelUse;
use crate::{Finding, Kind, Right, Survey};

pub(crate) fn check(
    surveys: &[Survey],
    used: &BTreeMap<LabelId, LabelUse>,
    least: usize,
) -> Vec<Finding> {
    let mut seen: BTreeSet<&LabelId> = BTreeSet::new();
    let mut found = Vec::new();
    for survey in surveys {
        for label in survey.schema.labels() {
            let count = used.get(&label.id).map_or(0, |use_| use_.count);
            if count >= least || !seen.insert(&label.id) {
                continue;
            }
            found.push(Finding {
                kind: Kind::FewExamples,
                article: None,
                span: None,
                label: Some(label.id.clone()),
                words: label.id.to_string(),
                message: tr!(
                    "lint-few-examples",
                    label = label.name.as_str(),
                    count = count,
                    least = least
                ),
                repair: None,
                right: Right {
                    kind: Kind::FewExamples,
                    words: String::new(),
                    labels: vec![label.id.to_string()],
                    article: None,
                },
            });
        }
    }
    found
}
