//! What holds for every text and every sequence of gestures.

use std::collections::BTreeMap;

use copydesk::app::{Choose, Chord, CommandTable, Event, OpenArticle, SelectBy, System};
use copydesk_document::{
    Attributes, Confidence, Document, LabelId, MarkRef, Metadata, OpenDocument, Suggestion,
};
use copydesk_text::{
    ArticleText, CodePointIndex, CodePointOffset, Direction, Edge, Located, Quote, Span,
};
use proptest::prelude::*;

use crate::support::{schema, session};

/// Text with everything in it that breaks offsets.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z' .,\"“”()$%0-9-]{1,12}",
        Just("\r\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("👩‍👩‍👧".to_owned()),
        Just("🇺🇦".to_owned()),
        Just("cafe\u{301}".to_owned()),
        Just("北京市".to_owned()),
        Just("שלום עולם".to_owned()),
        Just("İ\u{200b}ﬁ".to_owned()),
        Just("\u{feff}\u{0}".to_owned()),
        "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn a_snapped_span_is_lawful(text in text(), start in 0..200usize, end in 0..200usize) {
        let article = ArticleText::new(text);
        for span in [article.snap(start, end), article.smart_span(start.min(article.len()), end.min(article.len()))].into_iter().flatten() {
            prop_assert_eq!(article.span(span.start(), span.end()), Some(span));
            let words = article.words(span);
            prop_assert!(!words.is_empty());
            prop_assert_eq!(words.trim(), words);
        }
    }

    #[test]
    fn every_choice_by_key_or_pointer_is_lawful(text in text(), at in 0..200usize) {
        let article = ArticleText::new(text);
        let at = article.floor_grapheme(at);
        for span in [article.word_at(at), article.sentence_span(at), article.paragraph_span(at)].into_iter().flatten() {
            prop_assert_eq!(article.span(span.start(), span.end()), Some(span));
            for edge in [Edge::Start, Edge::End] {
                for direction in [Direction::Back, Direction::Forward] {
                    if let Some(moved) = article.step_edge(span, edge, direction) {
                        prop_assert_eq!(article.span(moved.start(), moved.end()), Some(moved));
                    }
                }
            }
        }
    }

    #[test]
    fn the_caret_passes_the_whole_text_both_ways(text in text()) {
        let article = ArticleText::new(text);
        for step in [ArticleText::step_word, ArticleText::step_grapheme] {
            let mut at = 0;
            while at < article.len() {
                let next = step(&article, at, Direction::Forward);
                prop_assert!(next > at && article.is_grapheme_border(next));
                at = next;
            }
            while at > 0 {
                let next = step(&article, at, Direction::Back);
                prop_assert!(next < at && article.is_grapheme_border(next));
                at = next;
            }
        }
    }

    #[test]
    fn paragraphs_and_sentences_hold_all_ink_once(text in text()) {
        let article = ArticleText::new(text);
        let mut covered = 0;
        for paragraph in article.paragraphs() {
            prop_assert!(paragraph.start >= covered && paragraph.start < paragraph.end);
            covered = paragraph.end;
            let mut inner = paragraph.start;
            for sentence in article.sentences(paragraph.range()) {
                prop_assert!(sentence.start >= inner && sentence.end <= paragraph.end);
                prop_assert!(article.as_str()[inner..sentence.start].trim_matches(is_space).is_empty());
                inner = sentence.end;
            }
            prop_assert!(article.as_str()[inner..paragraph.end].trim_matches(is_space).is_empty());
        }
    }

    #[test]
    fn code_points_count_as_chars_do(text in text()) {
        let index = CodePointIndex::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            prop_assert_eq!(index.code_point_from_byte(byte), CodePointOffset(count));
            prop_assert_eq!(index.byte_from_code_point(CodePointOffset(count)), Some(byte));
        }
        let all = text.chars().count();
        prop_assert_eq!(index.byte_from_code_point(CodePointOffset(all)), Some(text.len()));
        prop_assert_eq!(index.byte_from_code_point(CodePointOffset(all + 1)), None);
    }

    #[test]
    fn a_quote_is_found_again_after_text_was_put_before_it(text in text(), at in 0..100usize, before in "[a-z]{1,20} ") {
        let article = ArticleText::new(text);
        let Some(span) = article.word_at(article.floor_grapheme(at)) else { return Ok(()) };
        let quote = Quote::of(&article, span);
        prop_assert_eq!(quote.locate(&article, span.start(), span.end()), Located::InPlace(span));
        let longer = ArticleText::new(format!("{before}{}", article.as_str()));
        match quote.locate(&longer, span.start(), span.end()) {
            Located::InPlace(found) | Located::Moved(found) => {
                prop_assert_eq!(longer.words(found), &quote.exact);
                prop_assert_eq!(found.start(), span.start() + before.len());
            }
            // What stood before it is nearly nothing, and now something else stands there.
            Located::Detached => prop_assert!(quote.prefix.chars().count() < 16),
        }
    }

    #[test]
    fn undoing_all_gives_back_the_same_and_redoing_all_too(
        text in text(),
        gestures in prop::collection::vec((0..13u8, 0..200usize, 0..40usize, 0..4usize), 1..30),
    ) {
        let schema = schema();
        let article = ArticleText::new(text);
        let start = Document::new(article.clone(), schema.clone(), Metadata::default());
        let mut open = OpenDocument::new(start.clone());
        for (kind, at, length, label) in gestures {
            let label = &schema.labels()[label].id;
            let first = open.document().annotations().iter().next().map(|annotation| annotation.id);
            let span = article.snap(at, at + length);
            let marks: Vec<MarkRef<'_>> = open.document().annotations().iter().skip(at % 3).map(|it| MarkRef::Annotation(it.id)).collect();
            match (kind, span, first) {
                (0..=3, Some(span), _) => { open.annotate(span, label).unwrap(); }
                (4, _, Some(id)) => open.relabel(id, label).unwrap(),
                (5, _, Some(id)) => open.remove(id).unwrap(),
                (6, Some(span), Some(id)) => { open.move_to(MarkRef::Annotation(id), span).unwrap(); }
                (7, _, Some(id)) => { open.set_note(MarkRef::Annotation(id), "note").unwrap(); }
                (8..=10, Some(span), _) => play_on_suggestion(&mut open, kind, &suggestion_of(span, label)),
                (11, ..) => { open.relabel_all(&marks, label).unwrap(); }
                (12, ..) => open.remove_all(&marks).unwrap(),
                _ => open.toggle_mark().unwrap(),
            }
        }
        let end = open.document().clone();
        no_overlaps(&end)?;
        while open.undo().is_some() {}
        prop_assert_eq!(open.document(), &start);
        while open.redo().is_some() {}
        prop_assert_eq!(open.document(), &end);
    }

    #[test]
    fn no_sequence_of_keys_and_clicks_breaks_a_session(
        steps in prop::collection::vec((0..14u8, 0..80usize, 0..80usize), 1..40),
    ) {
        let mut session = session("{person?90|Trump} said {claim?71|a deal with {place?98|Kyiv} could be worth {figure?99|$500 billion}}.\n\nאהלן {person|Keir} 👩‍👩‍👧.");
        let commands: Vec<_> = session.table().all().iter().map(|command| command.id).collect();
        for (kind, a, b) in steps {
            match kind {
                0 => session.handle(Event::Clicked { at: a }),
                1 => session.handle(Event::Selected { anchor: a, head: b, by: SelectBy::Word }),
                2 => session.handle(Event::Selected { anchor: a, head: b, by: SelectBy::Grapheme }),
                3 => session.handle(Event::CaretMoved { to: a, extend: b % 2 == 0 }),
                4..=6 => {
                    let items = session.article().map(OpenArticle::items).unwrap_or_default();
                    let target = items.get(a % items.len().max(1)).map(|item| item.target.clone());
                    let choose = match target {
                        Some(target) if kind == 4 => Choose::To(target),
                        Some(target) if kind == 5 => Choose::Toggle(target),
                        _ => Choose::All,
                    };
                    session.handle(Event::Chosen(choose));
                }
                _ => session.handle(Event::Command(commands[(a * 80 + b) % commands.len()])),
            }
            session.take_requests();
            let Some(article) = session.article() else { break };
            prop_assert!(article.text().is_grapheme_border(article.caret()));
            no_overlaps(article.document())?;
            let chosen = article.chosen();
            let listed = article.listed_items().filter(|item| chosen.contains(&item.target));
            prop_assert_eq!(listed.count(), chosen.len());
            prop_assert!(chosen.is_empty() || article.focus().is_some_and(|focus| chosen.contains(focus)));
            prop_assert_ne!(chosen.len(), 1);
            prop_assert!(article.listed_items().count() <= article.items().len());
        }
    }
}

fn suggestion_of(span: Span, label: &LabelId) -> Suggestion {
    Suggestion {
        label: label.clone(),
        span,
        confidence: Confidence::from_percent(90),
        by: "test",
        reason: String::new(),
        attributes: Attributes::new(),
    }
}

/// Writes a note on a suggestion, accepts or rejects it.
fn play_on_suggestion(open: &mut OpenDocument, kind: u8, suggestion: &Suggestion) {
    let mark = copydesk_document::MarkRef::Suggestion(suggestion);
    match kind {
        8 => open.set_note(mark, "which?").unwrap(),
        9 => drop(open.accept(suggestion, &suggestion.label)),
        // What is rejected already is refused.
        _ => drop(open.reject(suggestion)),
    }
}

fn no_overlaps(document: &Document) -> Result<(), TestCaseError> {
    let mut ends: BTreeMap<&copydesk_document::Layer, usize> = BTreeMap::new();
    for annotation in document.annotations().iter() {
        let layer = &document.schema().label(&annotation.label).unwrap().layer;
        let end = ends.insert(layer, annotation.span.end()).unwrap_or(0);
        prop_assert!(
            end <= annotation.span.start(),
            "two annotations of one layer overlap"
        );
    }
    Ok(())
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}'
}

#[test]
fn no_keys_clash_on_any_system() {
    let table = CommandTable::new(&schema(), &[]);
    for system in System::ALL {
        assert_eq!(table.keymap().clashes(system), [], "{system:?}");
    }
}

#[test]
fn every_command_can_be_told_apart_and_explains_itself() {
    let table = CommandTable::new(&schema(), &[]);
    let mut names = std::collections::BTreeSet::new();
    for command in table.all() {
        assert!(
            names.insert(command.name.clone()),
            "two commands are called {}",
            command.name
        );
        assert!(
            command.help.len() > 8,
            "{} does not say what it does",
            command.name
        );
        assert!(
            !command.help.ends_with('.'),
            "{}: no full stop",
            command.name
        );
        let is_capital = command.name.chars().next().is_some_and(char::is_uppercase);
        assert!(is_capital, "{} does not begin in upper case", command.name);
    }
}

#[test]
fn chords_read_as_they_are_written() {
    let table = CommandTable::new(&schema(), &[]);
    for command in table.all() {
        for chord in &command.chords {
            assert_eq!(Chord::parse(&chord.to_string()), Some(*chord));
        }
    }
}
