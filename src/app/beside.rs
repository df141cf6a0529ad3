//! Which panes are shown beside the article, as far as the window has room for them.

use crate::app::{Pane, Session};

/// How many panes the window has room for beside the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    #[default]
    All,
    /// One of them: the first of `WANTED_MOST` that is wanted, unless a person asks for another.
    One,
    /// None, unless a person asks for one; it then takes of the article's width.
    None,
}

/// Which pane is shown where there is room for one.
const WANTED_MOST: [Pane; 3] = [Pane::Review, Pane::Guidelines, Pane::Articles];

/// The room that there is, and the pane that was asked for where there is not enough of it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::app) struct Beside {
    room: Room,
    asked: Option<Pane>,
}

impl Session {
    pub fn room(&self) -> Room {
        self.beside.room
    }

    /// Whether this pane is shown.
    pub fn shows(&self, pane: Pane) -> bool {
        let Beside { room, asked } = self.beside;
        match room {
            Room::All => self.wants(pane),
            Room::One if asked.is_none() => self.wants(pane) && !self.gives_way(pane),
            Room::One | Room::None => asked == Some(pane),
        }
    }

    /// Whether there is no room for it beside what is wanted more.
    fn gives_way(&self, pane: Pane) -> bool {
        let mut before = WANTED_MOST.into_iter().take_while(|first| *first != pane);
        self.beside.room == Room::One && before.any(|first| self.wants(first))
    }

    fn wants(&self, pane: Pane) -> bool {
        let preferences = self.preferences();
        match pane {
            Pane::Articles => preferences.shows_articles,
            Pane::Review | Pane::Details => preferences.shows_review,
            Pane::Guidelines => preferences.shows_guidelines,
        }
    }

    /// Shows a pane that is not shown, in the place of another where there is no room for both, or hides
    /// it. What is kept between runs follows only where that decides.
    pub(in crate::app) fn toggle_pane(&mut self, pane: Pane) {
        let is_shown = self.shows(pane);
        let is_asked_for = match pane {
            Pane::Review | Pane::Details => self.beside.room == Room::None,
            Pane::Articles | Pane::Guidelines => {
                self.beside.room == Room::None || self.gives_way(pane)
            }
        };
        if is_asked_for {
            self.beside.asked = (!is_shown).then_some(pane);
            return;
        }
        self.beside.asked = None;
        self.prefer(|preferences| match pane {
            Pane::Articles => preferences.shows_articles = !is_shown,
            Pane::Review | Pane::Details => preferences.shows_review = !is_shown,
            Pane::Guidelines => preferences.shows_guidelines = !is_shown,
        });
    }

    /// The window has become narrower or wider.
    pub(in crate::app) fn set_room(&mut self, room: Room) {
        self.beside = Beside { room, asked: None };
    }
}
