//! A person corrects an article, without a window.

use copydesk::app::{
    Answer, Dialog, Event, Fact, JournalTask, Question, Request, SelectBy, Session, Task,
    ViewRequest, WindowRequest,
};
use copydesk_document::review::{Filter, State};
use copydesk_document::{Attributes, Confidence, Status, Suggestion};
use copydesk_text::{ArticleText, Edge};

use crate::support::{
    focused, label, open, open_text, press, selected, session, session_that_does_not_learn, shown,
};

const ARTICLE: &str = "{person?90|Trump} said {claim?71|a deal with {place?98|Kyiv} could be worth {figure?99|$500 billion}}.";

#[test]
fn a_right_suggestion_costs_one_key_and_so_does_a_wrong_one() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter X Enter");
    let expected =
        "{person|Trump} said a deal with {place|Kyiv} could be worth {figure?99|$500 billion}.";
    assert_eq!(shown(&session), expected);
    assert_eq!(focused(&session).as_deref(), Some("$500 billion"));
    assert_eq!(session.article().unwrap().counts().rejected, 1);
}

#[test]
fn tab_walks_open_suggestions_both_ways_and_round() {
    let mut session = session(ARTICLE);
    let mut walked = Vec::new();
    for key in ["Tab", "Tab", "Tab", "Tab", "Tab", "Shift+Tab"] {
        press(&mut session, key);
        walked.extend(focused(&session));
    }
    let claim = "a deal with Kyiv could be worth $500 billion";
    assert_eq!(
        walked,
        [
            "Trump",
            claim,
            "Kyiv",
            "$500 billion",
            "Trump",
            "$500 billion"
        ]
    );
}

#[test]
fn d_goes_to_the_least_certain_first() {
    let mut session = session(ARTICLE);
    press(&mut session, "D");
    assert_eq!(
        focused(&session).as_deref(),
        Some("a deal with Kyiv could be worth $500 billion")
    );
    press(&mut session, "D");
    assert_eq!(focused(&session).as_deref(), Some("Trump"));
    press(&mut session, "D D D");
    assert_eq!(
        focused(&session).as_deref(),
        Some("a deal with Kyiv could be worth $500 billion")
    );
}

#[test]
fn relabeling_a_suggestion_accepts_it_and_goes_on() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab L");
    assert!(shown(&session).starts_with("{place|Trump}"));
    assert_eq!(
        focused(&session).as_deref(),
        Some("a deal with Kyiv could be worth $500 billion")
    );
    press(&mut session, "Ctrl+Z");
    assert!(shown(&session).starts_with("{person?90|Trump}"));
}

#[test]
fn a_selection_is_labeled_by_letter_or_number() {
    let mut session = session("Keir Starmer met Macron.");
    session.handle(Event::Selected {
        anchor: 2,
        head: 8,
        by: SelectBy::Word,
    });
    assert_eq!(selected(&session).as_deref(), Some("Keir Starmer"));
    press(&mut session, "P");
    assert_eq!(shown(&session), "{person|Keir Starmer} met Macron.");
    press(&mut session, "Right Right Right");
    press(&mut session, "1");
    assert_eq!(
        shown(&session),
        "{person|Keir Starmer} met {person|Macron}."
    );
}

#[test]
fn edges_move_by_words_and_keep_the_span_in_hand() {
    let mut session = session("Sir {person?80|Keir} Starmer left.");
    press(&mut session, "Tab .");
    assert_eq!(shown(&session), "Sir {person|Keir Starmer} left.");
    press(&mut session, ",");
    assert_eq!(shown(&session), "{person|Sir Keir Starmer} left.");
    press(&mut session, "Shift+,");
    press(&mut session, "Shift+.");
    assert_eq!(shown(&session), "Sir {person|Keir} Starmer left.");
    assert_eq!(focused(&session).as_deref(), Some("Keir"));
}

#[test]
fn an_edge_does_not_move_into_the_next_paragraph() {
    let mut session = session("{claim?90|It} rained.\n\nThen it stopped.");
    press(&mut session, "Tab . . .");
    assert_eq!(shown(&session), "{claim|It rained}.\n\nThen it stopped.");
}

#[test]
fn an_edge_can_be_dragged() {
    let mut session = session("Sir {person|Keir} Starmer left.");
    session.handle(Event::Clicked { at: 5 });
    let target = session.article().unwrap().focus().cloned().unwrap();
    session.handle(Event::EdgeDragged {
        target,
        edge: Edge::End,
        to: 13,
    });
    assert_eq!(shown(&session), "Sir {person|Keir Starmer} left.");
}

#[test]
fn clicking_again_chooses_the_span_beneath() {
    let mut session = session(ARTICLE);
    let at = session
        .article()
        .unwrap()
        .text()
        .as_str()
        .find("Kyiv")
        .unwrap()
        + 1;
    session.handle(Event::Clicked { at });
    assert_eq!(focused(&session).as_deref(), Some("Kyiv"));
    session.handle(Event::Clicked { at });
    assert_eq!(
        focused(&session).as_deref(),
        Some("a deal with Kyiv could be worth $500 billion")
    );
    session.handle(Event::Clicked { at });
    assert_eq!(focused(&session).as_deref(), Some("Kyiv"));
}

#[test]
fn accept_all_is_one_step_and_follows_the_filter() {
    let mut session = session(ARTICLE);
    let filter = Filter {
        confidence: Some(Confidence::from_percent(90)),
        ..Filter::default()
    };
    session.handle(Event::Filtered(filter));
    press(&mut session, "Ctrl+Enter");
    assert_eq!(session.article().unwrap().counts().accepted, 3);
    assert_eq!(session.article().unwrap().counts().suggested, 1);
    assert_eq!(
        session.article().unwrap().history().undo_name(),
        Some("accept 3 suggestions")
    );
    press(&mut session, "Ctrl+Z");
    assert_eq!(session.article().unwrap().counts().accepted, 0);
}

#[test]
fn accept_all_without_a_filter_takes_only_what_is_on_screen() {
    let mut session = session(ARTICLE);
    session.handle(Event::Visible(0..10));
    press(&mut session, "Ctrl+Enter");
    assert!(shown(&session).starts_with("{person|Trump} said {claim?71|"));
}

#[test]
fn every_step_is_undone_by_name() {
    let mut session = session(ARTICLE);
    let before = shown(&session);
    press(&mut session, "Tab Enter X C");
    let names: Vec<String> = std::iter::from_fn(|| {
        let name = session.article().unwrap().history().undo_name()?.to_owned();
        press(&mut session, "Ctrl+Z");
        Some(name)
    })
    .collect();
    assert_eq!(
        names,
        [
            "mark “Kyiv” as claim",
            "reject “a deal with Kyiv could be worth…”",
            "accept “Trump”"
        ]
    );
    assert_eq!(shown(&session), before);
    assert!(!session.article().unwrap().is_unsaved());
    press(&mut session, "Ctrl+Y Ctrl+Shift+Z");
    assert!(shown(&session).starts_with("{person|Trump} said a deal"));
}

/// The fact whose field the window is to open.
fn edited(session: &mut Session) -> Option<Fact> {
    let requests = session.take_requests().into_iter();
    let mut facts = requests.filter_map(|request| match request {
        Request::Window(WindowRequest::View(ViewRequest::EditFact(fact))) => Some(fact),
        _ => None,
    });
    facts.next()
}

#[test]
fn a_note_at_the_caret_is_about_the_span_there() {
    let mut session = session("{person?90|Trump} left.");
    session.handle(Event::Clicked { at: 2 });
    press(&mut session, "Escape N");
    assert_eq!(edited(&mut session), Some(Fact::Note));
    assert_eq!(focused(&session).as_deref(), Some("Trump"));
}

#[test]
fn notes_and_speakers_can_be_written_on_a_suggestion() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Tab N");
    assert_eq!(edited(&mut session), Some(Fact::Note));
    let target = session.article().unwrap().focus().unwrap().clone();
    session.handle(Event::NoteWritten {
        target,
        note: " Check with the ONS ".to_owned(),
    });
    let article = session.article().unwrap();
    let item = article.focused_item().unwrap();
    assert_eq!(item.state, State::Suggested, "whoever asks has not decided");
    assert_eq!(article.note(&item.target), "Check with the ONS");
    press(&mut session, "V");
    assert_eq!(edited(&mut session), Some(Fact::Attribute(0)));
    let target = session.article().unwrap().focus().unwrap().clone();
    let value = copydesk_document::AttributeValue::Words {
        words: "Trump".to_owned(),
        at: None,
    };
    session.handle(Event::AttributeSet {
        target,
        name: "speaker".to_owned(),
        value: Some(value),
    });
    let article = session.article().unwrap();
    let annotation = article.document().annotations().iter().next().unwrap();
    assert_eq!(annotation.note, "Check with the ONS");
    assert_eq!(annotation.attributes["speaker"].display(), "Trump");
    assert_eq!(article.history().position(), 2);
}

#[test]
fn a_figure_marked_by_hand_has_its_value() {
    let mut session = session("It fell by 5% in May.");
    session.handle(Event::Selected {
        anchor: 11,
        head: 13,
        by: SelectBy::Word,
    });
    press(&mut session, "F");
    let article = session.article().unwrap();
    let annotation = article.document().annotations().iter().next().unwrap();
    assert!(
        annotation.attributes.contains_key("value"),
        "{:?}",
        annotation.attributes
    );
}

#[test]
fn a_removed_annotation_can_be_suggested_again() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter Ctrl+Home");
    session.handle(Event::Clicked { at: 1 });
    press(&mut session, "Delete");
    assert!(shown(&session).starts_with("{person?90|Trump}"));
}

#[test]
fn s_selects_the_sentence_and_then_the_paragraph() {
    let mut session = session("One. Two is here. Three.\n\nFour.");
    session.handle(Event::Clicked { at: 7 });
    press(&mut session, "S");
    assert_eq!(selected(&session).as_deref(), Some("Two is here"));
    press(&mut session, "S");
    assert_eq!(
        selected(&session).as_deref(),
        Some("One. Two is here. Three.")
    );
}

#[test]
fn shift_and_arrows_extend_by_words_and_alt_by_characters() {
    let mut session = session("Keir Starmer met Macron.");
    press(&mut session, "Shift+Right Shift+Right");
    assert_eq!(selected(&session).as_deref(), Some("Keir Starmer"));
    press(
        &mut session,
        "Escape Ctrl+Home Alt+Shift+Right Alt+Shift+Right",
    );
    assert_eq!(selected(&session).as_deref(), Some("Ke"));
}

#[test]
fn done_goes_on_to_the_next_open_article() {
    let mut session = session(ARTICLE);
    open(&mut session, "second", "Nothing here.");
    open(&mut session, "third", "Nor here.");
    press(&mut session, "Ctrl+Up Ctrl+Up");
    press(&mut session, "Space");
    assert_eq!(session.article().unwrap().title(), "second");
    assert_eq!(session.articles()[0].document().status(), Status::Done);
    press(&mut session, "Ctrl+PageDown Space");
    assert!(
        session
            .articles()
            .iter()
            .all(|article| article.document().status() == Status::Done)
    );
}

#[test]
fn a_filter_narrows_the_walk_and_the_list() {
    let mut session = session(ARTICLE);
    let filter = Filter {
        labels: [label("figure")].into(),
        ..Filter::default()
    };
    session.handle(Event::Filtered(filter));
    press(&mut session, "Tab");
    assert_eq!(focused(&session).as_deref(), Some("$500 billion"));
    assert_eq!(session.article().unwrap().listed().len(), 1);
}

#[test]
fn a_command_that_cannot_run_says_why() {
    let session = session("Nothing here.");
    let reason = session.is_ready(copydesk::app::CommandId::NextOpen);
    assert_eq!(reason, Err("Nothing left to review"));
}

#[test]
fn quitting_with_unsaved_work_asks_once_and_saves_all() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    session.take_requests();
    session.handle(Event::CloseRequested);
    assert_eq!(
        session.dialog(),
        Some(&Dialog::Confirm(Question::Quit { unsaved: 1 }))
    );
    session.handle(Event::Answered(Answer::Save));
    let requests = session.take_requests();
    let [Request::Window(WindowRequest::PickSavePath { article, .. })] = requests.as_slice() else {
        panic!("{requests:?}")
    };
    let path = std::path::PathBuf::from("/somewhere/article.ron");
    session.handle(Event::SavePathChosen {
        article: *article,
        path: path.clone(),
        may_replace: true,
    });
    let requests = session.take_requests();
    let [Request::Task(Task::Save(save))] = requests.as_slice() else {
        panic!("{requests:?}")
    };
    let (article, position) = (save.article, save.position);
    session.handle(Event::Saved {
        article,
        path,
        stamp: "1".to_owned(),
        position,
    });
    assert!(
        session
            .take_requests()
            .iter()
            .any(|request| matches!(request, Request::Window(WindowRequest::Quit)))
    );
}

#[test]
fn work_is_kept_at_once_and_only_once() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab");
    session.take_requests();
    press(&mut session, "Enter");
    let requests = session.take_requests();
    let is_keep =
        |request: &&Request| matches!(request, Request::Task(Task::Journal(JournalTask::Keep(_))));
    assert_eq!(requests.iter().filter(is_keep).count(), 1, "{requests:?}");
    session.handle(Event::Idle);
    assert!(
        session.take_requests().is_empty(),
        "nothing has changed since"
    );
}

#[test]
fn suggestions_for_an_older_question_are_dropped() {
    let mut session = session(ARTICLE);
    let article = session.article().unwrap().id;
    let suggestions = Vec::new();
    session.handle(Event::Suggested {
        article,
        ticket: 999,
        suggestions,
    });
    assert_eq!(session.article().unwrap().counts().suggested, 4);
}

#[test]
fn find_goes_round_and_can_stay_within_spans() {
    let mut session = session_that_does_not_learn("Kyiv and {place|Kyiv} and Kyiv.");
    let request = |only_in_spans| copydesk::app::FindRequest {
        words: "KYIV".to_owned(),
        only_in_spans,
    };
    session.handle(Event::Find(request(false)));
    assert_eq!(session.article().unwrap().find().matches.len(), 3);
    press(&mut session, "F3 F3 F3");
    assert_eq!(session.article().unwrap().find().current, Some(0));
    press(&mut session, "Shift+F3");
    assert_eq!(session.article().unwrap().find().current, Some(2));
    session.handle(Event::Find(request(true)));
    assert_eq!(session.article().unwrap().find().matches.len(), 1);
}

#[test]
fn a_long_article_can_be_worked_on_while_the_rest_is_suggested() {
    let mut session = session("Another article.");
    open_text(
        &mut session,
        "long",
        &ArticleText::new("Trump met Zelensky."),
    );
    let Some(Request::Task(Task::Suggest {
        article,
        ticket,
        text,
        ..
    })) = session
        .take_requests()
        .into_iter()
        .find(|request| matches!(request, Request::Task(Task::Suggest { .. })))
    else {
        panic!("nothing is suggested");
    };
    let person = |start, end| Suggestion {
        label: label("person"),
        span: text.span(start, end).unwrap(),
        confidence: Confidence::from_percent(90),
        by: "model",
        reason: String::new(),
        attributes: Attributes::new(),
    };
    session.handle(Event::SuggestedFirst {
        ticket,
        suggestions: vec![person(0, 5)],
    });
    press(&mut session, "Tab Enter");
    assert_eq!(shown(&session), "{person|Trump} met Zelensky.");
    session.handle(Event::Suggested {
        article,
        ticket,
        suggestions: vec![person(0, 5), person(10, 18)],
    });
    assert_eq!(shown(&session), "{person|Trump} met {person?90|Zelensky}.");
}
