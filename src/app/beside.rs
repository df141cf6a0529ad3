//! Which lists are shown beside the article, as far as the window has room for them.

use crate::app::{Pane, Session};

/// How many lists the window has room for beside the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    #[default]
    Both,
    /// One of them: the review list where that is wanted, unless a person asks for the articles.
    One,
    /// None, unless a person asks for one; it then takes of the article's width.
    None,
}

/// The room that there is, and the list that was asked for where there is not enough of it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::app) struct Beside {
    room: Room,
    asked: Option<Pane>,
}

impl Session {
    pub fn room(&self) -> Room {
        self.beside.room
    }

    /// Whether the article list or the review list is shown.
    pub fn shows(&self, pane: Pane) -> bool {
        let Beside { room, asked } = self.beside;
        match room {
            Room::Both => self.wants(pane),
            Room::One if asked.is_none() => self.wants(pane) && !self.gives_way(pane),
            Room::One | Room::None => asked == Some(pane),
        }
    }

    /// Whether there is no room for it beside what is wanted more.
    fn gives_way(&self, pane: Pane) -> bool {
        self.beside.room == Room::One && pane == Pane::Articles && self.wants(Pane::Review)
    }

    fn wants(&self, pane: Pane) -> bool {
        let preferences = self.preferences();
        match pane {
            Pane::Articles => preferences.shows_articles,
            Pane::Review | Pane::Details => preferences.shows_review,
        }
    }

    /// Shows a list that is not shown, in the place of another where there is no room for both, or hides
    /// it. What is kept between runs follows only where that decides.
    pub(in crate::app) fn toggle_list(&mut self, pane: Pane) {
        let is_shown = self.shows(pane);
        match (self.beside.room, pane) {
            (Room::Both | Room::One, Pane::Articles) if !self.gives_way(pane) => {
                self.beside.asked = None;
                self.prefer(|preferences| preferences.shows_articles = !is_shown);
            }
            (Room::Both | Room::One, Pane::Review | Pane::Details) => {
                self.beside.asked = None;
                self.prefer(|preferences| preferences.shows_review = !is_shown);
            }
            (Room::Both | Room::One, Pane::Articles) | (Room::None, _) => {
                self.beside.asked = (!is_shown).then_some(pane);
            }
        }
    }

    /// The window has become narrower or wider.
    pub(in crate::app) fn set_room(&mut self, room: Room) {
        self.beside = Beside { room, asked: None };
    }
}
