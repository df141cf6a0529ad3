//! Preferences between the session's form and the one on disk.

use std::path::Path;

use crate::app::{Face, PaneSizes, Preferences, Recent, ThemeChoice};
use copydesk_i18n::Language;

/// As the session has them.
pub fn from_store(stored: &copydesk_store::Preferences) -> Preferences {
    let text_size = Preferences::USUAL_TEXT_SIZE * f32::from(stored.text_size_percent) / 100.0;
    let (least, most) = (
        *Preferences::TEXT_SIZES.start(),
        *Preferences::TEXT_SIZES.end(),
    );
    let (narrow, wide) = (
        *Preferences::COLUMN_CHARS.start(),
        *Preferences::COLUMN_CHARS.end(),
    );
    Preferences {
        theme: match stored.theme {
            copydesk_store::Theme::System => ThemeChoice::System,
            copydesk_store::Theme::Light => ThemeChoice::Light,
            copydesk_store::Theme::Dark => ThemeChoice::Dark,
        },
        text_size: text_size.clamp(least, most),
        column_chars: stored.column_width_chars.clamp(narrow, wide),
        shows_rejected: stored.shows_rejected,
        learns: stored.learns,
        is_blind: stored.is_blind,
        measures: stored.measures,
        shows_articles: stored.shows_articles,
        shows_review: stored.shows_review,
        panes: PaneSizes {
            articles: stored.articles_width,
            review: stored.review_width,
            details: stored.details_height,
            guidelines: stored.guidelines_width,
        },
        high_contrast: stored.high_contrast,
        safe_colors: stored.safe_colors,
        reduced_motion: stored.reduced_motion,
        face: match stored.face {
            copydesk_store::Face::Serif => Face::Serif,
            copydesk_store::Face::Sans => Face::Sans,
            copydesk_store::Face::Dyslexic => Face::Dyslexic,
        },
        interface_percent: stored.interface_percent,
        language: Language::of_locale(&stored.language),
        annotator: stored.annotator.clone(),
        versions_kept: stored.versions_kept,
        import_memory_mb: stored.import_memory_mb,
        recent: stored.recent().iter().map(recent_from_store).collect(),
        open: stored.open().to_vec(),
        shown: stored.shown().map(Path::to_owned),
        shows_guidelines: stored.shows_guidelines,
        was_tour_offered: stored.was_tour_offered,
    }
}

fn recent_from_store(stored: &copydesk_store::Recent) -> Recent {
    let copydesk_store::Recent { path, is_folder } = stored;
    Recent {
        path: path.clone(),
        is_folder: *is_folder,
    }
}

/// As they are written.
pub fn to_store(preferences: &Preferences) -> copydesk_store::Preferences {
    let Preferences {
        theme,
        text_size,
        column_chars,
        shows_rejected,
        learns,
        is_blind,
        measures,
        shows_articles,
        shows_review,
        panes,
        high_contrast,
        safe_colors,
        reduced_motion,
        face,
        interface_percent,
        language,
        annotator,
        versions_kept,
        import_memory_mb,
        recent,
        open,
        shown,
        shows_guidelines,
        was_tour_offered,
    } = preferences;
    let percent = (text_size / Preferences::USUAL_TEXT_SIZE * 100.0).round();
    let mut stored = copydesk_store::Preferences::default();
    stored.theme = theme_to_store(*theme);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "sizes are clamped to 12–40 points"
    )]
    let percent = percent as u16;
    stored.text_size_percent = percent;
    stored.column_width_chars = *column_chars;
    stored.shows_rejected = *shows_rejected;
    stored.learns = *learns;
    stored.is_blind = *is_blind;
    stored.measures = *measures;
    stored.shows_articles = *shows_articles;
    stored.shows_review = *shows_review;
    let PaneSizes {
        articles,
        review,
        details,
        guidelines,
    } = *panes;
    stored.articles_width = articles;
    stored.review_width = review;
    stored.details_height = details;
    stored.high_contrast = *high_contrast;
    stored.safe_colors = *safe_colors;
    stored.reduced_motion = *reduced_motion;
    stored.face = match face {
        Face::Serif => copydesk_store::Face::Serif,
        Face::Sans => copydesk_store::Face::Sans,
        Face::Dyslexic => copydesk_store::Face::Dyslexic,
    };
    stored.interface_percent = *interface_percent;
    stored.language = language.map_or_else(String::new, |language| language.tag().to_owned());
    stored.annotator.clone_from(annotator);
    stored.versions_kept = *versions_kept;
    stored.import_memory_mb = *import_memory_mb;
    stored.guidelines_width = guidelines;
    stored.shows_guidelines = *shows_guidelines;
    stored.was_tour_offered = *was_tour_offered;
    for Recent { path, is_folder } in recent.iter().rev() {
        stored.remember(path, *is_folder);
    }
    for path in open {
        stored.add_open(path);
    }
    if let Some(shown) = shown {
        stored.set_shown(shown);
    }
    stored
}

fn theme_to_store(theme: ThemeChoice) -> copydesk_store::Theme {
    match theme {
        ThemeChoice::System => copydesk_store::Theme::System,
        ThemeChoice::Light => copydesk_store::Theme::Light,
        ThemeChoice::Dark => copydesk_store::Theme::Dark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_comes_back() {
        let recent = |path: &str, is_folder| Recent {
            path: path.into(),
            is_folder,
        };
        let preferences = Preferences {
            theme: ThemeChoice::Dark,
            recent: vec![recent("/news/korea", true), recent("/news/a.txt", false)],
            panes: PaneSizes {
                articles: Some(300),
                review: None,
                details: Some(200),
                guidelines: Some(280),
            },
            open: vec!["/news/a.txt".into(), "/news/b.txt".into()],
            shown: Some("/news/b.txt".into()),
            high_contrast: true,
            safe_colors: true,
            face: Face::Dyslexic,
            interface_percent: 150,
            language: Some(Language::German),
            annotator: "Anna".to_owned(),
            versions_kept: 50,
            import_memory_mb: 4096,
            shows_guidelines: true,
            was_tour_offered: true,
            ..Preferences::default()
        };
        assert_eq!(from_store(&to_store(&preferences)), preferences);
    }
}
