//! Labeling: marking, accepting, rejecting, moving edges.

use crate::app::commands::{facts, needs_article, needs_span, several};
use crate::app::{
    ArticleId, Command, CommandId, EdgeOf, LabelIndex, Menu, NoticeAction, NoticeKind, OpenArticle,
    Session,
};
use copydesk_document::review::{Item, State, Target};
use copydesk_document::{
    Annotation, AnnotationId, Edit, EditError, LabelId, MarkRef, Rejection, Schema, Suggestion,
    Transaction, quoted,
};
use copydesk_i18n::{in_sentence, tr};
use copydesk_text::{Edge, Span};

pub fn commands(schema: &Schema) -> Vec<Command> {
    let mut commands = label_commands(schema);
    commands.extend([
        Command::new(CommandId::Accept, tr!("cmd-accept"), |session, _| {
            session.accept();
        })
        .help(tr!("cmd-accept-help"))
        .menu(Menu::Annotate, 2)
        .keys(&["Enter"])
        .edits()
        .ready(has_acceptable)
        .title(|session, _| several::accept_title(session)),
        Command::new(CommandId::Remove, tr!("cmd-remove"), |session, _| {
            session.remove();
        })
        .help(tr!("cmd-remove-help"))
        .menu(Menu::Annotate, 2)
        .keys(&["X", "Delete", "Backspace"])
        .edits()
        .ready(has_removable)
        .title(|session, _| {
            if let Some(title) = several::remove_title(session) {
                return Some(title);
            }
            let article = session.article()?;
            if article.selected_candidate().is_some() {
                return Some(tr!("cmd-remove-candidate").to_owned());
            }
            match article.aimed_item()?.state {
                State::Suggested => Some(tr!("cmd-remove-suggestion").to_owned()),
                State::Accepted => Some(tr!("cmd-remove-annotation").to_owned()),
                State::Rejected => None,
            }
        }),
    ]);
    commands.extend(edge_commands());
    commands.extend(facts::commands());
    commands
}

/// Each edge of the focused span can move by a word, outward or inward.
fn edge_commands() -> impl Iterator<Item = Command> {
    use EdgeOf::{End, Start};
    [
        (Start, true, [",", "Ctrl+Left"]),
        (Start, false, ["Shift+,", "Ctrl+Right"]),
        (End, true, [".", "Ctrl+Shift+Right"]),
        (End, false, ["Shift+.", "Ctrl+Shift+Left"]),
    ]
    .into_iter()
    .map(|(edge, outward, keys)| {
        let former = match (edge, outward) {
            (Start, true) => "start a word earlier",
            (Start, false) => "start a word later",
            (End, true) => "end a word later",
            (End, false) => "end a word earlier",
        };
        let (name, help) = match (edge, outward) {
            (Start, true) => (tr!("cmd-start-back"), tr!("cmd-start-back-help")),
            (Start, false) => (tr!("cmd-start-forward"), tr!("cmd-start-forward-help")),
            (End, true) => (tr!("cmd-end-forward"), tr!("cmd-end-forward-help")),
            (End, false) => (tr!("cmd-end-back"), tr!("cmd-end-back-help")),
        };
        let id = CommandId::MoveEdge { edge, outward };
        Command::new(id, name, Session::move_edge)
            .formerly(former)
            .help(help)
            .menu(Menu::Annotate, 3)
            .keys(&keys)
            .edits()
            .ready(has_movable)
    })
}

fn label_commands(schema: &Schema) -> Vec<Command> {
    let label_command = |(index, label): (usize, &copydesk_document::Label)| {
        let index = LabelIndex::try_from(index).ok()?;
        let what = in_sentence(&label.name);
        let name = tr!("cmd-label", label = &what);
        let help = tr!("cmd-label-help", label = &what);
        let letter = label.key.to_ascii_uppercase().to_string();
        let number = (index + 1).to_string();
        let keys = [letter.as_str(), number.as_str()];
        let keys = if index < 9 { &keys[..] } else { &keys[..1] };
        Some(
            Command::new(CommandId::Label(index), name, |session, id| {
                if let CommandId::Label(index) = id {
                    session.label(index);
                }
            })
            .help(help)
            .menu(Menu::Annotate, 1)
            .keys(keys)
            .edits()
            .ready(has_words)
            .title(several::label_title),
        )
    };
    schema
        .labels()
        .iter()
        .enumerate()
        .filter_map(label_command)
        .collect()
}

pub(super) fn has_words(session: &Session, id: CommandId) -> Result<(), &'static str> {
    needs_article(session, id)?;
    if let Some(ready) = several::can_change(session) {
        return ready;
    }
    let at_caret = || {
        let article = session.article()?;
        article.text().word_at(article.caret())
    };
    session
        .chosen_span()
        .or_else(at_caret)
        .map(|_| ())
        .ok_or(tr!("cmd-label-why-not"))
}

fn has_acceptable(session: &Session, id: CommandId) -> Result<(), &'static str> {
    needs_article(session, id)?;
    if let Some(ready) = several::can_accept(session) {
        return ready;
    }
    let Some(article) = session.article() else {
        return Ok(());
    };
    if article.selected_candidate().is_some() {
        return Ok(());
    }
    match article.acceptable_item().map(|item| item.state) {
        Some(State::Suggested | State::Rejected) => Ok(()),
        Some(State::Accepted) if article.counts().suggested > 0 => Ok(()),
        Some(State::Accepted) => Err(tr!("cmd-accept-why-all-done")),
        None => Err(tr!("cmd-accept-why-none")),
    }
}

fn has_removable(session: &Session, id: CommandId) -> Result<(), &'static str> {
    let article = session.article();
    if article.is_some_and(|article| article.selected_candidate().is_some()) {
        return Ok(());
    }
    needs_span(session, id)?;
    if let Some(ready) = several::can_change(session) {
        return ready;
    }
    match session
        .article()
        .and_then(OpenArticle::aimed_item)
        .map(|item| item.state)
    {
        Some(State::Rejected) => Err(tr!("cmd-remove-why-rejected")),
        _ => Ok(()),
    }
}

pub(super) fn has_movable(session: &Session, id: CommandId) -> Result<(), &'static str> {
    let article = session.article();
    if article.is_some_and(|article| article.selection().is_some()) {
        return Ok(());
    }
    needs_span(session, id)?;
    several::needs_one(session)?;
    match session
        .article()
        .and_then(OpenArticle::aimed_item)
        .map(|item| item.state)
    {
        Some(State::Rejected) => Err(tr!("cmd-span-why-rejected")),
        _ => Ok(()),
    }
}

impl Session {
    /// Marks the selection, focused span or word at the caret with the label at `index` of the schema.
    fn label(&mut self, index: LabelIndex) {
        let Some(label) = self
            .schema()
            .labels()
            .get(usize::from(index))
            .map(|label| label.id.clone())
        else {
            return;
        };
        if self.label_chosen(&label) || self.label_candidate(Some(&label)) {
            return;
        }
        let Some(article) = self.article_mut() else {
            return;
        };
        if let Some(target) = article.target_of_label(&label) {
            self.relabel(&target, &label);
            return;
        }
        let at_caret = || article.text().word_at(article.caret);
        let Some(span) = article
            .selection
            .map(|selection| selection.span)
            .or_else(at_caret)
        else {
            return;
        };
        let done = article.mark(span, &label);
        self.after_marking(done);
    }

    fn relabel(&mut self, target: &Target, label: &LabelId) {
        let Some(article) = self.article_mut() else {
            return;
        };
        match target {
            Target::Annotation(id) => {
                let done = article.open.relabel(*id, label).map(|()| *id);
                self.after_marking(done);
            }
            Target::Suggestion(..) => {
                let Some(suggestion) = article.suggestion(target).cloned() else {
                    return;
                };
                let done = article.open.accept(&suggestion, label).map(|_| ());
                self.after_decision(&suggestion, done);
            }
            Target::Rejected(span, _) => {
                let done = article.open.annotate(*span, label);
                self.after_marking(done);
            }
        }
    }

    fn accept(&mut self) {
        if self.accept_chosen() || self.label_candidate(None) || self.take_aimed() {
            return;
        }
        let Some(article) = self.article_mut() else {
            return;
        };
        let Some(item) = article.acceptable_item().cloned() else {
            return;
        };
        let target = item.target.clone();
        match &target {
            Target::Annotation(_) => self.focus_next_after(&item),
            Target::Suggestion(..) => {
                let Some(suggestion) = article.suggestion(&target).cloned() else {
                    return;
                };
                let done = article
                    .open
                    .accept(&suggestion, &suggestion.label)
                    .map(|_| ());
                self.after_decision(&suggestion, done);
            }
            Target::Rejected(span, label) => {
                let rejection = copydesk_document::Rejection {
                    span: *span,
                    label: label.clone(),
                };
                let done = article.open.restore_rejected(&rejection);
                self.report(done);
                self.refresh_and_focus(Target::Suggestion(*span, label.clone()));
            }
        }
    }

    fn remove(&mut self) {
        if self.remove_chosen() || self.reject_candidate() {
            return;
        }
        let Some(article) = self.article_mut() else {
            return;
        };
        let Some(target) = article.aimed_item().map(|item| item.target.clone()) else {
            return;
        };
        match &target {
            Target::Annotation(id) => {
                let Some(span) = article.annotation(*id).map(|annotation| annotation.span) else {
                    return;
                };
                let done = article.open.remove(*id);
                article.refresh();
                article.caret = span.start();
                self.report(done);
            }
            Target::Suggestion(..) => {
                let Some(suggestion) = article.suggestion(&target).cloned() else {
                    return;
                };
                let done = article.open.reject(&suggestion);
                self.after_decision(&suggestion, done);
            }
            Target::Rejected(..) => {}
        }
    }

    fn move_edge(&mut self, id: CommandId) {
        let CommandId::MoveEdge { edge, outward } = id else {
            return;
        };
        let Some(article) = self.article_mut() else {
            return;
        };
        if let Some(selection) = article.selection {
            let direction = edge.direction(outward);
            let moved = article
                .text()
                .step_edge(selection.span, edge.edge(), direction);
            if let Some(moved) = moved {
                article.caret = moved.start();
                article.select_around_caret(moved);
                self.reveal(moved.start(), moved.end());
            }
            return;
        }
        let Some(item) = article.aimed_item() else {
            return;
        };
        let (target, span) = (item.target.clone(), item.span);
        let text = article.text();
        let moved = text.step_edge(span, edge.edge(), edge.direction(outward));
        // What is marked stays in its paragraph, unless it was in several before.
        let is_within = |span: &Span| {
            let last = span.end().saturating_sub(1);
            text.paragraph_at(span.start()) == text.paragraph_at(last)
        };
        if let Some(moved) = moved.filter(|moved| is_within(moved) || !is_within(&span)) {
            self.change(&target, |open, held| open.move_to(held, moved));
        }
    }

    pub(in crate::app) fn drag_edge(&mut self, target: &Target, edge: Edge, to: usize) {
        let Some(article) = self.article() else {
            return;
        };
        let Some(span) = article.item(target).map(|item| item.span) else {
            return;
        };
        let (start, end) = match edge {
            Edge::Start => (to.min(span.end().saturating_sub(1)), span.end()),
            Edge::End => (span.start(), to.max(span.start() + 1)),
        };
        if let Some(moved) = article.text().smart_span(start, end) {
            self.change(target, |open, held| open.move_to(held, moved));
        }
    }

    /// Changes the annotation, or accepts the suggestion as changed, and keeps it focused.
    fn change(
        &mut self,
        target: &Target,
        change: impl FnOnce(
            &mut copydesk_document::OpenDocument,
            MarkRef<'_>,
        ) -> Result<AnnotationId, EditError>,
    ) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let suggestion = article.suggestion(target).cloned();
        let Some(held) = mark_of(target, suggestion.as_ref()) else {
            return;
        };
        let done = change(&mut article.open, held);
        self.after_marking(done);
    }

    /// If the last event made a step: says what that replaced and offers to undo it. What was offered
    /// before goes, since Undo now means another step.
    pub(in crate::app) fn note_step(&mut self, before: &Before) {
        let now = Before::of(self);
        if (now.article, now.generation) == (before.article, before.generation) {
            return;
        }
        if let Some(trouble) = self.trouble.take_if(|_| before.article.is_some()) {
            self.notices.take_back(&trouble);
        }
        if now.article != before.article {
            self.show_trouble();
        } else if let Some(article) = self.article_mut() {
            // Whoever works on it has seen it.
            article.trouble = None;
        }
        self.notices.withdraw(CommandId::Undo);
        if now.article == before.article {
            self.notices.close_passed(before.notices);
        }
        let Some(article) = self.article() else {
            return;
        };
        let is_new = now.article == before.article && now.position > before.position;
        let words = if is_new && article.comparing.is_none() {
            article.replaced_words(before.focused)
        } else {
            Vec::new()
        };
        if !words.is_empty() {
            let text = tr!("cmd-replaced-words", words = listed(&words));
            self.notices
                .offer(NoticeKind::Info, text, NoticeAction::Run(CommandId::Undo));
        }
    }

    /// After a change that keeps the span focused.
    fn after_marking(&mut self, done: Result<AnnotationId, EditError>) {
        match done {
            Ok(id) => {
                self.refresh_and_focus(Target::Annotation(id));
            }
            Err(error) => self.report(Err(error)),
        }
    }

    fn refresh_and_focus(&mut self, target: Target) {
        if let Some(article) = self.article_mut() {
            article.refresh();
        }
        self.focus_on(target);
    }

    /// After a decision on a suggestion: focuses the next open one.
    fn after_decision(&mut self, decided: &Suggestion, done: Result<(), EditError>) {
        if let Some(article) = self.article_mut() {
            article.refresh();
            article.caret = decided.span.start();
        }
        self.report(done);
        self.focus_next_after(&Item {
            target: Target::Suggestion(decided.span, decided.label.clone()),
            label: decided.label.clone(),
            span: decided.span,
            state: State::Suggested,
            confidence: Some(decided.confidence),
        });
    }
}

/// `suggestion` is the one behind `target`; what is rejected is not changed.
pub(super) fn mark_of<'a>(
    target: &Target,
    suggestion: Option<&'a Suggestion>,
) -> Option<MarkRef<'a>> {
    match target {
        Target::Annotation(id) => Some(MarkRef::Annotation(*id)),
        Target::Suggestion(..) => suggestion.map(MarkRef::Suggestion),
        Target::Rejected(..) => None,
    }
}

/// What was open before an event, and how far its work was.
pub(in crate::app) struct Before {
    article: Option<ArticleId>,
    generation: u64,
    position: usize,
    focused: Option<Span>,
    notices: u64,
}

impl Before {
    pub(in crate::app) fn of(session: &Session) -> Self {
        let article = session.article();
        Self {
            article: article.map(|article| article.id),
            generation: article.map_or(0, OpenArticle::generation),
            position: article.map_or(0, |article| article.history().position()),
            focused: article.and_then(|article| Some(article.aimed_item()?.span)),
            notices: session.notices.mark(),
        }
    }
}

/// `A`, `A and B`, `A, B and C`.
fn listed(words: &[String]) -> String {
    match words {
        [before @ .., last] if !before.is_empty() => {
            tr!(
                "cmd-replaced-words-and",
                before = before.join(", "),
                last = last
            )
        }
        _ => words.concat(),
    }
}

/// No suggestion of a layer of names is longer, in bytes.
const LONGEST_NAME: usize = 2000;

impl OpenArticle {
    /// The words of the annotations that the last step took away for another, and of the suggestions that
    /// one lies over now; not of the one at `own`, which became it.
    fn replaced_words(&self, own: Option<Span>) -> Vec<String> {
        let edits = self.history().done().last().map(Transaction::edits);
        let edits = edits.unwrap_or_default();
        let adds = |edit: &Edit| matches!(edit, Edit::Annotation { after: Some(_), .. });
        if !edits.iter().any(adds) {
            return Vec::new();
        }
        let removed = edits.iter().filter_map(|edit| match edit {
            Edit::Annotation {
                before: Some(before),
                after: None,
            } => Some(quoted(self.document(), before.span)),
            _ => None,
        });
        let added = edits.iter().filter_map(|edit| match edit {
            Edit::Annotation { before, after } => {
                let before = before.as_deref().map(|before| before.span);
                Some((after.as_deref()?, before.or(own)))
            }
            _ => None,
        });
        let swallowed = added.flat_map(|(added, before)| self.swallowed(added, before));
        removed.chain(swallowed).collect()
    }

    /// The open suggestions that `added` lies over without being one of them; it stood at `before`, or was
    /// suggested there.
    fn swallowed(&self, added: &Annotation, before: Option<Span>) -> Vec<String> {
        let schema = self.document().schema();
        let rejections = self.document().rejections();
        let lies_under = |suggestion: &&Suggestion| {
            let Suggestion { span, label, .. } = suggestion;
            let rejection = Rejection {
                span: *span,
                label: label.clone(),
            };
            let was_under = before.is_some_and(|before| before.overlaps(*span));
            let is_other = *span != added.span && !was_under;
            is_other
                && span.overlaps(added.span)
                && schema.share_layer(label, &added.label)
                && !rejections.contains(&rejection)
        };
        let from = self
            .suggestions
            .partition_point(|it| it.span.start() + LONGEST_NAME < added.span.start());
        let near = self.suggestions.iter().skip(from);
        let near = near.take_while(|it| it.span.start() < added.span.end());
        near.filter(lies_under)
            .map(|suggestion| quoted(self.document(), suggestion.span))
            .collect()
    }

    /// What Enter acts on: the focused span, or at the caret a suggestion before anything else.
    fn acceptable_item(&self) -> Option<&Item> {
        if self.focus.is_some() {
            return self.focused_item();
        }
        let at_caret = self.items_at_caret();
        let is_open = |item: &&&Item| item.state == State::Suggested;
        let open = at_caret.iter().find(is_open);
        open.or(at_caret.first()).copied()
    }

    /// The span that `label` is for: the focused one, or at the caret one of the same style, so that
    /// within a claim a name's letter means the word.
    fn target_of_label(&self, label: &LabelId) -> Option<Target> {
        if self.selection.is_some() {
            return None;
        }
        let style = |label: &LabelId| Some(self.document().schema().label(label)?.style);
        let at_caret = || {
            let items = self.items_at_caret();
            let same = items
                .into_iter()
                .find(|it| style(&it.label) == style(label));
            same.map(|item| item.target.clone())
        };
        self.focus.clone().or_else(at_caret)
    }

    /// Marks `span`; an open suggestion of the same span and label is accepted instead.
    fn mark(&mut self, span: Span, label: &LabelId) -> Result<AnnotationId, EditError> {
        let target = Target::Suggestion(span, label.clone());
        let is_open = self.item(&target).is_some();
        match self.suggestion(&target).filter(|_| is_open).cloned() {
            Some(suggestion) => self.open.accept(&suggestion, label),
            None => self.open.annotate(span, label),
        }
    }
}
