//! View and help: theme, sizes, panels, palette, pages.

use crate::app::commands::needs_article;
use crate::app::tour;
use crate::app::{
    Command, CommandId, Dialog, Menu, Pane, Preferences, Session, ThemeChoice, ThemeCommand,
    ViewRequest, WindowRequest,
};

pub fn commands() -> Vec<Command> {
    let mut commands = theme_commands();
    commands.extend(size_commands());
    commands.extend(panel_commands());
    commands.push(super::settings::command());
    commands.extend([
        Command::new(CommandId::Palette, "Find a command…", |session, _| {
            session.dialog = Some(Dialog::Palette);
        })
        .help("Find any command by name")
        .menu(Menu::Help, 0)
        .keys(&["Ctrl+K", "Ctrl+Shift+P"]),
        Command::new(CommandId::Keys, "Keyboard shortcuts…", |session, _| {
            session.dialog = Some(Dialog::Keys);
        })
        .formerly("keys")
        .help("Show all keyboard shortcuts")
        .menu(Menu::Help, 0)
        .keys(&["F1", "?", "Shift+?"]),
        tour::command(),
        Command::new(CommandId::About, "About Copydesk…", |session, _| {
            session.dialog = Some(Dialog::About);
        })
        .help("Show version, licenses, and where settings and unsaved work lie")
        .menu(Menu::Help, 1),
    ]);
    commands
}

fn theme_commands() -> Vec<Command> {
    [
        (
            ThemeCommand::System,
            "System theme",
            "Follow the system's theme",
        ),
        (ThemeCommand::Light, "Light theme", "Use the light theme"),
        (ThemeCommand::Dark, "Dark theme", "Use the dark theme"),
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
        Command::new(CommandId::TextBigger, "Bigger text", |session, _| {
            session.change_text_size(2.0);
        })
        .help("Make the article text bigger")
        .menu(Menu::View, 1)
        .keys(&["Ctrl++", "Ctrl+Shift++"]),
        Command::new(CommandId::TextSmaller, "Smaller text", |session, _| {
            session.change_text_size(-2.0);
        })
        .help("Make the article text smaller")
        .menu(Menu::View, 1)
        .keys(&["Ctrl+-"]),
        Command::new(CommandId::TextUsual, "Reset text size", |session, _| {
            session.prefer(|preferences| preferences.text_size = Preferences::USUAL_TEXT_SIZE);
        })
        .formerly("usual text size")
        .help("Reset the article text to its default size")
        .menu(Menu::View, 1)
        .keys(&["Ctrl+0"]),
        Command::new(CommandId::ColumnWider, "Wider column", |session, _| {
            session.change_column(6);
        })
        .help("Make the text column wider")
        .menu(Menu::View, 1),
        Command::new(
            CommandId::ColumnNarrower,
            "Narrower column",
            |session, _| session.change_column(-6),
        )
        .help("Make the text column narrower")
        .menu(Menu::View, 1),
    ]
}

fn panel_commands() -> Vec<Command> {
    vec![
        Command::new(CommandId::ShowArticles, "Article list", |session, _| {
            session.toggle_pane(Pane::Articles);
        })
        .formerly("list of articles")
        .help("Show or hide the article list")
        .menu(Menu::View, 2)
        .keys(&["Ctrl+1"])
        .switches(|session, _| session.shows(Pane::Articles)),
        Command::new(CommandId::ShowReview, "Review list", |session, _| {
            session.toggle_pane(Pane::Review);
        })
        .help("Show or hide the review list")
        .menu(Menu::View, 2)
        .keys(&["Ctrl+2"])
        .switches(|session, _| session.shows(Pane::Review)),
        Command::new(CommandId::Guidelines, "Label guidelines", |session, _| {
            session.toggle_guidelines();
        })
        .formerly("what the labels mean")
        .help(
            "Show or hide what each label means, and the project’s guidelines, beside the article",
        )
        .menu(Menu::View, 2)
        .keys(&["G"])
        .ready(needs_article)
        .switches(|session, _| session.shows(Pane::Guidelines)),
        Command::new(
            CommandId::ShowRejected,
            "Rejected suggestions",
            |session, _| {
                session
                    .prefer(|preferences| preferences.shows_rejected = !preferences.shows_rejected);
            },
        )
        .help("Show rejected suggestions, struck through")
        .menu(Menu::View, 2)
        .switches(|session, _| session.preferences().shows_rejected),
        super::problems::command(),
        super::dictionaries::command(),
        Command::new(CommandId::NextPane, "Next pane", |session, _| {
            session.ask(WindowRequest::View(ViewRequest::NextPane));
        })
        .help("Focus next pane")
        .menu(Menu::View, 3)
        .keys(&["F6"]),
        Command::new(CommandId::PreviousPane, "Previous pane", |session, _| {
            session.ask(WindowRequest::View(ViewRequest::PreviousPane));
        })
        .help("Focus previous pane")
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
