//! Who works: the name that goes onto what is decided.

use crate::app::Session;

impl Session {
    /// A name for this run, which counts before that of the settings and is not kept.
    pub fn work_as(&mut self, name: &str) {
        self.works_as = Some(name.to_owned());
        self.note_annotator();
    }

    /// Who works here; empty where nobody said.
    pub fn annotator(&self) -> &str {
        let given = self.works_as.as_deref();
        given.unwrap_or(&self.preferences.annotator)
    }

    /// Whatever is decided from now on has the name.
    pub(in crate::app) fn note_annotator(&mut self) {
        let name = self.annotator().to_owned();
        for article in &mut self.articles {
            article.open.set_annotator(&name);
        }
    }
}
