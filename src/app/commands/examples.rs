//! Examples for the guidelines of a project: written from spans, taken back, and gone to.

use std::path::Path;

use crate::app::commands::labeling::has_movable;
use crate::app::{
    AddedExample, Command, CommandId, Menu, NoticeAction, NoticeKind, OpenArticle,
    ProjectSettingsTask, Session, Task,
};
use copydesk_document::{ExamplePlace, GuidelineExample};
use copydesk_i18n::tr;

pub fn commands() -> [Command; 3] {
    [
        Command::new(
            CommandId::AddExample,
            tr!("cmd-add-example"),
            |session, _| session.add_example(false),
        )
        .help(tr!("cmd-add-example-help"))
        .menu(Menu::Annotate, 5)
        .ready(can_add),
        Command::new(
            CommandId::AddCounterExample,
            tr!("cmd-add-counter-example"),
            |session, _| session.add_example(true),
        )
        .help(tr!("cmd-add-counter-example-help"))
        .menu(Menu::Annotate, 5)
        .ready(can_add),
        Command::new(
            CommandId::TakeBackExample,
            tr!("cmd-take-back-example"),
            |session, _| session.take_back_example(),
        )
        .help(tr!("cmd-take-back-example-help"))
        .menu(Menu::Annotate, 5)
        .ready(|session, _| {
            let added = session.known_projects.added_example.as_ref();
            let why_not = || tr!("cmd-take-back-example-why-not");
            added.map(|_| ()).ok_or_else(why_not)
        }),
    ]
}

fn can_add(session: &Session, id: CommandId) -> Result<(), &'static str> {
    has_movable(session, id)?;
    let Some(article) = session.article() else {
        return Ok(());
    };
    if article.aimed_item().is_none() {
        return Err(tr!("cmd-add-example-no-span"));
    }
    let settings = session.settings_of(article);
    let root = settings.map(|settings| settings.root.as_path());
    let root = root.ok_or_else(|| tr!("cmd-add-example-no-project"))?;
    let file = file_in(article, root);
    file.map(drop).ok_or_else(|| tr!("cmd-add-example-no-file"))
}

/// The article's file, relative to the project's folder, with `/` between.
fn file_in(article: &OpenArticle, root: &Path) -> Option<String> {
    let path = article.saved_at().or(article.path.as_deref())?;
    let parts = path.strip_prefix(root).ok()?.components();
    let parts = parts.map(|part| part.as_os_str().to_str());
    let parts: Option<Vec<&str>> = parts.collect();
    parts.map(|parts| parts.join("/"))
}

impl Session {
    fn add_example(&mut self, is_counter: bool) {
        let Some((root, example)) = self.example_at_hand(is_counter) else {
            return;
        };
        let example = Box::new(example);
        let task = ProjectSettingsTask::AddExample { root, example };
        self.start(Task::ProjectSettings(task));
    }

    /// The span that keys act on, in its sentence.
    fn example_at_hand(&self, is_counter: bool) -> Option<(std::path::PathBuf, GuidelineExample)> {
        let article = self.article()?;
        let item = article.aimed_item()?;
        let root = self.settings_of(article)?.root.clone();
        let label = article.document().schema().label(&item.label)?;
        let text = article.text();
        let (before, words, after) = GuidelineExample::sentence_of(text, item.span);
        let place = ExamplePlace::of(text, item.span, file_in(article, &root)?);
        let schema = article.document().schema();
        let name = schema.name_in_sentence(&item.label);
        let example = GuidelineExample {
            label: label.name.clone(),
            plural: label.plural.clone(),
            before,
            words,
            after,
            place,
            question: is_counter.then(|| tr!("example-question", label = name)),
        };
        Some((root, example))
    }

    fn take_back_example(&mut self) {
        if let Some(added) = self.known_projects.added_example.take() {
            self.notices.withdraw(CommandId::TakeBackExample);
            let task = ProjectSettingsTask::TakeBackExample(Box::new(added));
            self.start(Task::ProjectSettings(task));
        }
    }

    pub(in crate::app) fn note_example_added(&mut self, added: Result<Box<AddedExample>, String>) {
        match added {
            Ok(added) => {
                self.notices.withdraw(CommandId::TakeBackExample);
                self.notices.offer(
                    NoticeKind::Info,
                    tr!("example-added", label = &added.label),
                    NoticeAction::Run(CommandId::TakeBackExample),
                );
                self.read_project(added.root.clone());
                self.known_projects.added_example = Some(*added);
            }
            Err(why) => self.notices.tell(NoticeKind::Problem, why),
        }
    }

    pub(in crate::app) fn note_example_taken_back(
        &mut self,
        root: &Path,
        taken_back: Result<(), String>,
    ) {
        match taken_back {
            Ok(()) => self
                .notices
                .tell(NoticeKind::Info, tr!("example-taken-back")),
            Err(why) => self.notices.tell(NoticeKind::Problem, why),
        }
        self.read_project(root.to_owned());
    }

    fn read_project(&mut self, root: std::path::PathBuf) {
        self.start(Task::ProjectSettings(ProjectSettingsTask::Read(root)));
    }

    /// Shows the place that a link in the guidelines of the shown project leads to.
    pub(in crate::app) fn go_to_example(&mut self, link: &str) {
        let root = self.shown_settings().map(|settings| settings.root.clone());
        if let Some((root, place)) = root.zip(ExamplePlace::parse(link)) {
            let path = root.join(&place.file);
            self.go_to_example_at(path, place);
        }
    }
}
