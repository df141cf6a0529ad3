//! View and help: theme, sizes, panels, palette, pages.

use crate::app::commands::needs_article;
use crate::app::tour;
use crate::app::{
    Command, CommandId, Dialog, Menu, Pane, Preferences, Session, ThemeChoice, ThemeCommand,
    ViewRequest, WindowRequest,
};
use copydesk_i18n::tr;

pub fn commands() -> Vec<Command> {
    let mut commands = theme_commands();
    commands.extend(size_commands());
    commands.extend(panel_commands());
    commands.push(super::settings::command());
    commands.extend([
        Command::new(CommandId::Palette, tr!("cmd-palette"), |session, _| {
            session.dialog = Some(Dialog::Palette);
        })
        .help(tr!("cmd-palette-help"))
        .menu(Menu::Help, 0)
        .keys(&["Ctrl+K", "Ctrl+Shift+P"]),
        Command::new(CommandId::Keys, tr!("cmd-keys"), |session, _| {
            session.dialog = Some(Dialog::Keys);
        })
        .formerly("keys")
        .help(tr!("cmd-keys-help"))
        .menu(Menu::Help, 0)
        .keys(&["F1", "?", "Shift+?"]),
        tour::command(),
        Command::new(CommandId::About, tr!("cmd-about"), |session, _| {
            session.dialog = Some(Dialog::About);
        })
        .help(tr!("cmd-about-help"))
        .menu(Menu::Help, 1),
    ]);
    commands
}

fn theme_commands() -> Vec<Command> {
    [
        (
            ThemeCommand::System,
            tr!("cmd-theme-system"),
            tr!("cmd-theme-system-help"),
        ),
        (
            ThemeCommand::Light,
            tr!("cmd-theme-light"),
            tr!("cmd-theme-light-help"),
        ),
        (
            ThemeCommand::Dark,
            tr!("cmd-theme-dark"),
            tr!("cmd-theme-dark-help"),
        ),
    ]
    .into_iter()
    .map(|(theme, name, help)| {
        let command = Command::new(CommandId::Theme(theme), name, |session, id| {
            if let CommandId::Theme(theme) = id {
                session.prefer(|preferences| preferences.theme = theme.choice());
            }
        })
        .help(help)
        .menu(Menu::View, 0)
        .switches(|session, id| {
            id == CommandId::Theme(ThemeCommand::of(session.preferences().theme))
        });
        match theme {
            ThemeCommand::System => command.formerly("theme of the system"),
            ThemeCommand::Light | ThemeCommand::Dark => command,
        }
    })
    .collect()
}

fn size_commands() -> Vec<Command> {
    vec![
        Command::new(
            CommandId::TextBigger,
            tr!("cmd-text-bigger"),
            |session, _| {
                session.change_text_size(2.0);
            },
        )
        .help(tr!("cmd-text-bigger-help"))
        .menu(Menu::View, 1)
        .keys(&["Ctrl++", "Ctrl+Shift++"]),
        Command::new(
            CommandId::TextSmaller,
            tr!("cmd-text-smaller"),
            |session, _| {
                session.change_text_size(-2.0);
            },
        )
        .help(tr!("cmd-text-smaller-help"))
        .menu(Menu::View, 1)
        .keys(&["Ctrl+-"]),
        Command::new(CommandId::TextUsual, tr!("cmd-text-usual"), |session, _| {
            session.prefer(|preferences| preferences.text_size = Preferences::USUAL_TEXT_SIZE);
        })
        .formerly("usual text size")
        .help(tr!("cmd-text-usual-help"))
        .menu(Menu::View, 1)
        .keys(&["Ctrl+0"]),
        Command::new(
            CommandId::ColumnWider,
            tr!("cmd-column-wider"),
            |session, _| {
                session.change_column(6);
            },
        )
        .help(tr!("cmd-column-wider-help"))
        .menu(Menu::View, 1),
        Command::new(
            CommandId::ColumnNarrower,
            tr!("cmd-column-narrower"),
            |session, _| session.change_column(-6),
        )
        .help(tr!("cmd-column-narrower-help"))
        .menu(Menu::View, 1),
    ]
}

fn panel_commands() -> Vec<Command> {
    vec![
        Command::new(
            CommandId::ShowArticles,
            tr!("cmd-show-articles"),
            |session, _| {
                session.toggle_pane(Pane::Articles);
            },
        )
        .formerly("list of articles")
        .help(tr!("cmd-show-articles-help"))
        .menu(Menu::View, 2)
        .keys(&["Ctrl+1"])
        .switches(|session, _| session.shows(Pane::Articles)),
        Command::new(
            CommandId::ShowReview,
            tr!("cmd-show-review"),
            |session, _| {
                session.toggle_pane(Pane::Review);
            },
        )
        .help(tr!("cmd-show-review-help"))
        .menu(Menu::View, 2)
        .keys(&["Ctrl+2"])
        .switches(|session, _| session.shows(Pane::Review)),
        Command::new(
            CommandId::Guidelines,
            tr!("cmd-guidelines"),
            |session, _| {
                session.toggle_guidelines();
            },
        )
        .formerly("what the labels mean")
        .help(tr!("cmd-guidelines-help"))
        .menu(Menu::View, 2)
        .keys(&["G"])
        .ready(needs_article)
        .switches(|session, _| session.shows(Pane::Guidelines)),
        Command::new(
            CommandId::ShowRejected,
            tr!("cmd-show-rejected"),
            |session, _| {
                session
                    .prefer(|preferences| preferences.shows_rejected = !preferences.shows_rejected);
            },
        )
        .help(tr!("cmd-show-rejected-help"))
        .menu(Menu::View, 2)
        .switches(|session, _| session.preferences().shows_rejected),
        super::problems::command(),
        super::lint::command(),
        super::dictionaries::command(),
        Command::new(CommandId::NextPane, tr!("cmd-next-pane"), |session, _| {
            session.ask(WindowRequest::View(ViewRequest::NextPane));
        })
        .help(tr!("cmd-next-pane-help"))
        .menu(Menu::View, 3)
        .keys(&["F6"]),
        Command::new(
            CommandId::PreviousPane,
            tr!("cmd-previous-pane"),
            |session, _| {
                session.ask(WindowRequest::View(ViewRequest::PreviousPane));
            },
        )
        .help(tr!("cmd-previous-pane-help"))
        .menu(Menu::View, 3)
        .keys(&["Shift+F6"]),
    ]
}

impl ThemeCommand {
    fn choice(self) -> ThemeChoice {
        match self {
            Self::System => ThemeChoice::System,
            Self::Light => ThemeChoice::Light,
            Self::Dark => ThemeChoice::Dark,
        }
    }

    fn of(choice: ThemeChoice) -> Self {
        match choice {
            ThemeChoice::System => Self::System,
            ThemeChoice::Light => Self::Light,
            ThemeChoice::Dark => Self::Dark,
        }
    }
}

impl Session {
    pub(in crate::app) fn resize_pane(&mut self, pane: Pane, to: Option<u16>) {
        self.prefer(|preferences| preferences.panes.set(pane, to));
    }

    pub(in crate::app) fn prefer(&mut self, change: impl FnOnce(&mut Preferences)) {
        let mut preferences = self.preferences.clone();
        change(&mut preferences);
        self.set_preferences(preferences);
    }

    fn change_text_size(&mut self, by: f32) {
        let (least, most) = (
            *Preferences::TEXT_SIZES.start(),
            *Preferences::TEXT_SIZES.end(),
        );
        self.prefer(|preferences| {
            preferences.text_size = (preferences.text_size + by).clamp(least, most);
        });
    }

    fn change_column(&mut self, by: i16) {
        let (least, most) = (
            *Preferences::COLUMN_CHARS.start(),
            *Preferences::COLUMN_CHARS.end(),
        );
        self.prefer(|preferences| {
            preferences.column_chars = preferences
                .column_chars
                .saturating_add_signed(by)
                .clamp(least, most);
        });
    }
}
