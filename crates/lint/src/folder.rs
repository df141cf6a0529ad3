//! Brings the surveys of all articles together, and checks each article against them.

use std::collections::BTreeMap;

use copydesk_document::LabelId;

use crate::article::Page;
use crate::survey::{LabelUse, Strings};
use crate::twins::Names;
use crate::{
    Article, Checks, Finding, Kind, Rights, Survey, across, edges, few, figures, overlaps, similar,
    speakers, twins, unlike,
};

/// What all articles say together.
pub struct Folder {
    surveys: Vec<Survey>,
    pub(crate) strings: Strings,
    pub(crate) labels: BTreeMap<LabelId, LabelUse>,
    names: Names,
}

/// Checks `articles`; what is right is left out. By kind, then by article and place.
pub fn lint(articles: &[Article<'_>], checks: &Checks<'_>, rights: &Rights) -> Vec<Finding> {
    let surveys = articles.iter().map(|article| Survey::of(article, checks));
    let folder = Folder::of(surveys.collect());
    let all = articles.iter().enumerate();
    let found = all.map(|(index, article)| folder.check(index, article, checks));
    let found = found.collect();
    folder.finish(found, checks, rights)
}

impl Folder {
    /// `surveys` in the order of the articles.
    pub fn of(surveys: Vec<Survey>) -> Self {
        let mut strings = Strings::new();
        let mut labels: BTreeMap<LabelId, LabelUse> = BTreeMap::new();
        for survey in &surveys {
            for (phrase, uses) in &survey.strings {
                let all = strings.entry(phrase.clone()).or_default();
                for (label, use_) in uses {
                    all.entry(label.clone()).or_default().add(*use_);
                }
            }
            for (label, use_) in &survey.labels {
                let of_label = labels.entry(label.clone()).or_default();
                of_label.count += use_.count;
                of_label.with_stop += use_.with_stop;
                of_label.without_stop += use_.without_stop;
            }
        }
        let small = surveys.iter().flat_map(|survey| &survey.small);
        let names = Names::of(&strings, &small.map(String::as_str).collect());
        Self {
            surveys,
            strings,
            labels,
            names,
        }
    }

    /// What is found in one article; all of it goes to [`Self::finish`].
    pub fn check(&self, index: usize, article: &Article<'_>, checks: &Checks<'_>) -> Vec<Finding> {
        let page = Page::of(index, article);
        let mut found = Vec::new();
        if checks.wants(Kind::TwoLabels) {
            found.extend(unlike::check(&page, &self.strings));
        }
        if checks.wants(Kind::Twin) {
            found.extend(twins::check(
                &page,
                &self.names,
                &self.surveys[index].strings,
            ));
        }
        if checks.wants(Kind::Edge) {
            found.extend(edges::check(&page, self));
        }
        if checks.wants(Kind::Value) {
            found.extend(figures::check(&page, checks));
        }
        if checks.wants(Kind::Speaker) {
            found.extend(speakers::check(&page));
        }
        if checks.wants(Kind::Sentences) {
            found.extend(across::check(&page));
        }
        if checks.wants(Kind::Overlap) {
            found.extend(overlaps::check(&page));
        }
        found
    }

    /// Everything that was found, by kind, then by article and place, without what is right. `found` is in the
    /// order of the articles.
    pub fn finish(
        &self,
        found: Vec<Vec<Finding>>,
        checks: &Checks<'_>,
        rights: &Rights,
    ) -> Vec<Finding> {
        let found: Vec<Finding> = found.into_iter().flatten().collect();
        let mut found = twins::plausible(found, &self.names);
        if checks.wants(Kind::Duplicate) {
            found.extend(similar::check(&self.surveys));
        }
        if checks.wants(Kind::FewExamples) {
            found.extend(few::check(&self.surveys, &self.labels, checks.least));
        }
        found.retain(|finding| !rights.contains(&finding.right));
        found.sort_by_key(|finding| (finding.kind, finding.article, finding.span));
        found
    }
}
