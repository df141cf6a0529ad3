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

    /// Which articles of the opened folder were dealt to whoever works here.
    pub(in crate::app) fn note_mine(&mut self) {
        let name = self.annotator().to_owned();
        let known = &self.known_projects;
        if let Some(project) = &mut self.project {
            project.note_mine(|path| {
                let settings = path.parent().and_then(|folder| known.of(folder));
                settings.is_some_and(|settings| settings.is_assigned(path, &name))
            });
        }
    }

    /// Whatever is decided from now on has the name.
    pub(in crate::app) fn note_annotator(&mut self) {
        let name = self.annotator().to_owned();
        for article in &mut self.articles {
            article.open.set_annotator(&name);
        }
        self.note_mine();
    }
}
