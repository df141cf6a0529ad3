//! Comparing versions of an article: opening them, walking the differences, hiding names.

use crate::app::commands::comparison::kind_of;
use crate::app::{
    ArticleId, Chord, CommandId, CompareSource, Comparing, ComparingEvent, NoticeAction,
    NoticeKind, OpenArticle, Opened, Pane, Reading, Session, Suggesting, Task, ToCompare,
};
use copydesk_document::adjudication::{Comparison, Disagreement, MOST_VERSIONS};
use copydesk_document::review::Target;
use copydesk_document::{
    Annotation, AnnotationId, Document, EditError, Marks, Origin, Provenance, Status, Suggestion,
};
use copydesk_i18n::tr;

impl Session {
    /// What a chord runs now: while versions are compared, the commands for that come first.
    pub fn command_of(&self, chord: Chord) -> Option<CommandId> {
        let keymap = self.table.keymap();
        match self.article().and_then(OpenArticle::comparing) {
            Some(_) => keymap.comparing_command(chord),
            None => keymap.command(chord),
        }
    }

    pub(in crate::app) fn handle_comparing(&mut self, event: ComparingEvent) {
        match event {
            ComparingEvent::Chosen(paths) if paths.is_empty() => {}
            ComparingEvent::Chosen(paths) => {
                self.dialog = None;
                self.compare(paths.into_iter().map(CompareSource::File).collect());
            }
            ComparingEvent::EarlierWanted => self.compare_earlier(),
            ComparingEvent::Read(Ok(read)) => self.begin_comparing(*read),
            ComparingEvent::Read(Err(why)) => self.notices.tell(NoticeKind::Problem, why),
            ComparingEvent::Focused(index) => self.show_difference(index),
            ComparingEvent::Filtered(filter) => {
                if let Some(comparing) = self.comparing_mut() {
                    comparing.filter = filter;
                    comparing.list();
                }
            }
            ComparingEvent::ReasonWritten(reason) => self.write_reason(reason.trim()),
        }
    }

    pub(super) fn comparing_mut(&mut self) -> Option<&mut Comparing> {
        self.article_mut()?.comparing.as_deref_mut()
    }

    fn compare(&mut self, sources: Vec<CompareSource>) {
        self.start(Task::Compare(sources));
    }

    /// The open articles with the text of the one that is shown, which are in files; gold standards that
    /// are being made are none of them.
    pub(super) fn open_versions_of_shown(&self) -> impl Iterator<Item = &OpenArticle> {
        let shown = self.article().map(|article| article.text().fingerprint());
        self.articles.iter().filter(move |article| {
            let is_same = Some(article.text().fingerprint()) == shown;
            is_same && article.comparing().is_none() && article.source().is_some()
        })
    }

    pub(super) fn compare_open(&mut self) {
        let sources = self.open_versions_of_shown().filter_map(as_source);
        let sources = sources.collect();
        self.compare(sources);
    }

    /// Of the shown article's file, the others are looked for.
    pub(super) fn compare_beside(&mut self) {
        let path = self.article().and_then(OpenArticle::source).cloned();
        if let Some(path) = path {
            self.compare(vec![CompareSource::File(path)]);
        }
    }

    /// Files that were opened together may be versions of one article.
    pub(in crate::app) fn offer_comparison(&mut self) {
        let is_asked = |article: &&OpenArticle| {
            let source = article.source();
            source.is_some_and(|path| self.opening_paths.contains(path))
        };
        let count = self.open_versions_of_shown().filter(is_asked).count();
        if (2..=MOST_VERSIONS).contains(&count) {
            let text = tr!("comparing-offered", count = count);
            let action = NoticeAction::Run(CommandId::CompareOpen);
            self.notices.offer(NoticeKind::Info, text, action);
        }
    }

    pub(super) fn compare_suggestions(&mut self) {
        let Some(article) = self.article() else {
            return;
        };
        let suggested = CompareSource::Named {
            name: tr!("comparing-suggestions").to_owned(),
            document: Box::new(article.as_suggested()),
        };
        let sources = as_source(article).into_iter().chain([suggested]).collect();
        self.compare(sources);
    }

    /// Compares the article with the earlier version that the dialog shows.
    fn compare_earlier(&mut self) {
        let Some(versions) = self.versions.take() else {
            return;
        };
        self.dialog = None;
        let earlier = match (versions.chosen(), &versions.shown) {
            (Some(version), Reading::Done(shown)) => CompareSource::Named {
                name: version.when.clone(),
                document: Box::new(shown.document.clone()),
            },
            _ => return,
        };
        let mut articles = self.articles.iter();
        let article = articles.find(|article| article.id == versions.article);
        let now = article.and_then(as_source);
        self.compare(now.into_iter().chain([earlier]).collect());
    }

    fn begin_comparing(&mut self, read: ToCompare) {
        let ToCompare {
            comparison,
            gold,
            left_out,
        } = read;
        for why in left_out {
            self.notices.tell(NoticeKind::Warning, why);
        }
        let id = self.gold_article(gold);
        let differences = comparison.disagreements().len();
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        let taken = article.compare(comparison);
        self.activate(id);
        if !self.shows(Pane::Review) {
            self.toggle_pane(Pane::Review);
        }
        match taken {
            Ok(agreed) => {
                let text = tr!(
                    "comparing-begun",
                    agreed = agreed,
                    differences = differences
                );
                self.notices.tell(NoticeKind::Info, text);
            }
            Err(error) => self.report(Err(error)),
        }
        self.follow_comparing();
        if let Some(first) = self.comparing_mut().and_then(|it| it.next_open()) {
            self.show_difference(first);
        }
    }

    /// The open article that is the gold standard, which is opened unless it is.
    fn gold_article(&mut self, gold: Opened) -> ArticleId {
        let path = gold.path.clone();
        let mut articles = self.articles.iter();
        let known = articles.find(|it| path.is_some() && it.source() == path.as_ref());
        if let Some(known) = known {
            return known.id;
        }
        self.take_in(gold);
        ArticleId(self.next_article)
    }

    /// Brings what is compared up to the article, and to where a person is in it.
    pub(in crate::app) fn follow_comparing(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let Some(mut comparing) = article.comparing.take() else {
            return;
        };
        comparing.refresh(article.document(), article.generation());
        if comparing.seen != article.focus {
            comparing.seen.clone_from(&article.focus);
            let here = article.difference_of_focus(&comparing);
            if here.is_some() && here != comparing.focused {
                comparing.go_to(here);
            }
        }
        article.comparing = Some(comparing);
    }

    pub(super) fn walk_differences(&mut self, forward: bool) {
        let next = self.comparing_mut().and_then(|it| it.next(forward));
        if let Some(next) = next {
            self.show_difference(next);
        }
    }

    /// Focuses a difference, in the list and in the article.
    pub(super) fn show_difference(&mut self, index: usize) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let Some(comparing) = &mut article.comparing else {
            return;
        };
        if comparing.focused != Some(index) {
            comparing.go_to(Some(index));
        }
        let Some(difference) = comparing.differences().get(index) else {
            return;
        };
        let span = difference.span;
        let standing = difference.standing(article.open.document());
        let side = difference.sides.get(difference.likeliest());
        let candidate = side.and_then(|side| side.first());
        let target = match (standing.first(), candidate) {
            (Some(standing), _) => Some(Target::Annotation(standing.id)),
            (None, Some(it)) => Some(Target::Suggestion(it.span, it.label.clone())),
            (None, None) => None,
        };
        article.unchoose();
        if let Some(target) = target.filter(|target| article.item(target).is_some()) {
            self.focus_on(target);
        } else {
            article.focus = None;
            article.selection = None;
            article.caret = span.start();
            self.reveal(span.start(), span.end());
        }
        if let Some(article) = self.article_mut() {
            let focus = article.focus.clone();
            if let Some(comparing) = &mut article.comparing {
                comparing.seen = focus;
            }
        }
    }

    pub(super) fn toggle_names(&mut self) {
        if let Some(article) = self.article_mut() {
            if let Some(comparing) = &mut article.comparing {
                comparing.hides_names = !comparing.hides_names;
            }
            article.suggest_candidates();
        }
    }

    pub(super) fn toggle_kind(&mut self, id: CommandId) {
        if let (Some(kind), Some(comparing)) = (kind_of(id), self.comparing_mut()) {
            if !comparing.filter.kinds.remove(&kind) {
                comparing.filter.kinds.insert(kind);
            }
            comparing.list();
        }
    }

    pub(super) fn toggle_open(&mut self) {
        if let Some(comparing) = self.comparing_mut() {
            let is_on = comparing.filter.is_settled == Some(false);
            comparing.filter.is_settled = (!is_on).then_some(false);
            comparing.list();
        }
    }

    /// The gold standard is an article like others again.
    pub(super) fn end_comparing(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        article.comparing = None;
        article.follow(Vec::new());
        let id = article.id;
        self.ask_for_suggestions(id);
    }
}

fn as_source(article: &OpenArticle) -> Option<CompareSource> {
    Some(CompareSource::Open {
        path: article.source()?.clone(),
        document: Box::new(article.document().clone()),
    })
}

impl Comparing {
    pub(super) fn go_to(&mut self, index: Option<usize>) {
        self.focused = index;
        self.is_own = false;
        self.reason.clear();
    }

    /// Says which differences the filter lists.
    pub(super) fn meant(&self) -> impl Fn(&Disagreement) -> bool + '_ {
        |difference| self.filter.names(difference)
    }
}

impl OpenArticle {
    /// The versions that this gold standard is made of, while they are compared.
    pub fn comparing(&self) -> Option<&Comparing> {
        self.comparing.as_deref()
    }

    /// Lays the versions beside this gold standard. What all have is taken where nothing was decided yet;
    /// returns how much.
    fn compare(&mut self, comparison: Comparison) -> Result<usize, EditError> {
        let document = self.document();
        let is_new = document.annotations().is_empty()
            && document.rejections().is_empty()
            && document.status() == Status::Open
            && self.history().position() == 0;
        let agreed = if is_new {
            self.open.take_agreed(&comparison)
        } else {
            Ok(comparison.agreed().len())
        };
        self.suggesting = Suggesting::Ready;
        self.candidates = Vec::new();
        self.comparing = Some(Box::new(Comparing::new(comparison)));
        self.refresh();
        self.suggest_candidates();
        agreed
    }

    /// What anyone has where they differ is shown as suggestions are.
    pub(super) fn suggest_candidates(&mut self) {
        if let Some(comparing) = &self.comparing {
            let found = comparing.comparison().candidates(&comparing.names());
            self.follow(found);
        }
    }

    /// The place of the difference that the focused span belongs to.
    fn difference_of_focus(&self, comparing: &Comparing) -> Option<usize> {
        let span = self.focused_item()?.span;
        let document = self.document();
        let mut all = comparing.differences().iter();
        all.position(|difference| match self.focus() {
            Some(Target::Annotation(id)) => {
                let id: AnnotationId = *id;
                span.overlaps(difference.span)
                    && difference.standing(document).iter().any(|it| it.id == id)
            }
            Some(Target::Suggestion(at, label) | Target::Rejected(at, label)) => {
                let mut anyone = difference.sides.iter().flatten();
                anyone.any(|it| it.span == *at && it.label == *label)
            }
            None => false,
        })
    }

    /// The article with its suggestions as annotations.
    fn as_suggested(&self) -> Document {
        let document = self.document();
        let mut suggested = Document::new(
            document.text().clone(),
            document.schema().clone(),
            document.metadata().clone(),
        );
        let accepted = |(suggestion, id): (&Suggestion, u64)| Annotation {
            id: AnnotationId(id),
            label: suggestion.label.clone(),
            span: suggestion.span,
            origin: Origin::Suggested {
                by: suggestion.by.to_owned(),
                confidence: suggestion.confidence,
            },
            provenance: Provenance::default(),
            note: String::new(),
            attributes: suggestion.attributes.clone(),
        };
        let annotations = self.suggestions().iter().zip(1..).map(accepted);
        // The suggesters contradict each other nowhere; whatever would, is set aside.
        suggested.restore(Marks {
            annotations: annotations.collect(),
            ..Marks::default()
        });
        suggested
    }
}
