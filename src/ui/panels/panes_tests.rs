//! The panes give way to the article in a window that is too small for all.

use super::{Widths, fitting};

fn check(window: f32, articles: Option<f32>, review: f32, expected: (f32, f32)) {
    let (articles_fit, review_fit) = expected;
    let fit = Widths {
        articles: articles_fit,
        review: review_fit,
        guidelines: 0.0,
    };
    assert_eq!(fitting(window, articles, Some(review), None), fit);
}

#[test]
fn both_lists_are_as_wide_as_wanted_where_there_is_room() {
    check(1280.0, Some(208.0), 296.0, (208.0, 296.0));
    check(1280.0, Some(300.0), 400.0, (300.0, 400.0));
}

#[test]
fn the_article_keeps_its_width() {
    check(1280.0, Some(400.0), 620.0, (240.0, 620.0));
    check(1000.0, Some(400.0), 620.0, (140.0, 440.0));
    check(900.0, None, 620.0, (0.0, 480.0));
}

#[test]
fn a_list_is_never_too_narrow_to_be_read() {
    check(1280.0, Some(10.0), 10.0, (140.0, 220.0));
    check(560.0, None, 296.0, (0.0, 220.0));
}

#[test]
fn a_list_alone_has_the_room_of_both() {
    let fit = Widths {
        articles: 400.0,
        review: 0.0,
        guidelines: 0.0,
    };
    assert_eq!(fitting(900.0, Some(400.0), None, None), fit);
}

#[test]
fn the_guidelines_narrow_the_others_before_the_article() {
    let fit = fitting(1280.0, Some(208.0), Some(296.0), Some(300.0));
    assert_eq!(
        (fit.articles, fit.review, fit.guidelines),
        (208.0, 296.0, 300.0)
    );
    let fit = fitting(1000.0, Some(208.0), Some(296.0), Some(300.0));
    assert_eq!(
        (fit.articles, fit.review, fit.guidelines),
        (140.0, 240.0, 200.0)
    );
}
