//! The command table: menus, palette, shortcuts, the shortcuts page and the documentation come from it.

use std::borrow::Cow;

use crate::app::commands;
use crate::app::{Chord, Keymap, LabelIndex, Motion, Session};
use copydesk_document::Schema;
use copydesk_i18n::{Language, in_language, tr};
use copydesk_text::{Direction, Edge};

/// Everything that can be done by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommandId {
    Open,
    OpenFolder,
    SetUpProject,
    OpenSample(u8),
    OpenRecent(u8),
    Save,
    SaveAs,
    Versions,
    OpenAnyway,
    SaveAll,
    Export,
    StopWork,
    LastReport,
    Close,
    Quit,
    Undo,
    Redo,
    Copy,
    Find,
    FindNext,
    FindPrevious,
    Search,
    Step {
        by: Step,
        forward: bool,
        extend: bool,
    },
    Layout {
        motion: Motion,
        extend: bool,
    },
    GrowSelection,
    ShrinkSelection,
    SelectSentence,
    SelectAll,
    Unselect,
    Label(LabelIndex),
    Accept,
    Remove,
    MoveEdge {
        edge: EdgeOf,
        outward: bool,
    },
    Note,
    Attribute,
    Everywhere,
    LabelEverywhere(LabelIndex),
    RemoveEverywhere,
    AcceptSure,
    UndoInFolder,
    RedoInFolder,
    AddToDictionary,
    AddToList(LabelIndex),
    Dictionaries,
    NextOpen,
    PreviousOpen,
    NextDoubtful,
    NextCandidate,
    PreviousCandidate,
    Hints,
    AcceptAll,
    AcceptAndFinish,
    Done,
    Mark,
    CloseFolder,
    AssessFolder,
    ImportDataFiles,
    StopAssessing,
    NextArticle,
    PreviousArticle,
    FilterLabel(LabelIndex),
    ClearFilter,
    Learns,
    Blind,
    Forget,
    Recall,
    Activity,
    Statistics,
    Agreement,
    AddExample,
    AddCounterExample,
    TakeBackExample,
    Measures,
    DeleteActivity,
    Theme(ThemeCommand),
    TextBigger,
    TextSmaller,
    TextUsual,
    ColumnWider,
    ColumnNarrower,
    ShowRejected,
    Compare,
    CompareBeside,
    CompareOpen,
    CompareSuggestions,
    /// The version of this person, by their place.
    Take(u8),
    TakeBoth,
    TakeNeither,
    TakeOwn,
    Reason,
    TakeAllOf(u8),
    TakeMajority,
    TakeAgreed,
    NextDifference,
    PreviousDifference,
    HideNames,
    /// Of differences, by its place among the kinds.
    FilterKind(u8),
    ShowOpen,
    EndComparing,
    ShowArticles,
    ShowReview,
    Problems,
    Lint,
    NextPane,
    PreviousPane,
    Palette,
    Keys,
    Guidelines,
    Tour,
    About,
    Settings,
}

/// What the caret steps over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Word,
    Grapheme,
    Sentence,
    Article,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeOf {
    Start,
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ThemeCommand {
    System,
    Light,
    Dark,
}

/// The menus, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    File,
    Edit,
    Annotate,
    Review,
    View,
    Help,
}

/// The sections of the shortcuts page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Reading,
    Labeling,
    Reviewing,
    /// While versions are compared, before all others.
    Comparing,
    Files,
    View,
}

/// One entry of the table.
#[derive(Clone)]
pub struct Command {
    pub id: CommandId,
    /// What `keys.ron` calls it, in whatever language the window is.
    pub key: String,
    /// In sentence case; ends in `…` if a dialog follows.
    pub name: Cow<'static, str>,
    /// What earlier versions called it, so that a `keys.ron` written for them still works.
    pub former_names: Vec<String>,
    /// What it does, in one sentence without a full stop.
    pub help: Cow<'static, str>,
    pub section: Section,
    /// Its menu and its group there; a line separates groups.
    pub menu: Option<(Menu, u8)>,
    /// The first is the one that menus and buttons show.
    pub chords: Vec<Chord>,
    /// `Err` says why it cannot run now.
    pub ready: fn(&Session, CommandId) -> Result<(), &'static str>,
    /// The name for the current state, where it differs: "Undo accept 12 suggestions".
    pub title: fn(&Session, CommandId) -> Option<String>,
    /// Whether it is on, for commands that toggle something.
    pub is_on: Option<fn(&Session, CommandId) -> bool>,
    /// Whether it changes the article, which another window may forbid.
    pub is_edit: bool,
    pub run: fn(&mut Session, CommandId),
}

/// All commands for one schema, and their keys.
#[derive(Clone)]
pub struct CommandTable {
    commands: Vec<Command>,
    keymap: Keymap,
}

impl Command {
    pub(super) fn new(
        id: CommandId,
        name: impl Into<Cow<'static, str>>,
        run: fn(&mut Session, CommandId),
    ) -> Self {
        Self {
            id,
            key: String::new(),
            name: name.into(),
            former_names: Vec::new(),
            help: Cow::Borrowed(""),
            section: Section::Files,
            menu: None,
            chords: Vec::new(),
            ready: |_, _| Ok(()),
            title: |_, _| None,
            is_on: None,
            is_edit: false,
            run,
        }
    }

    /// Whether `keys.ron` may mean this command by `name`.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.key == name || self.former_names.iter().any(|former| former == name)
    }

    pub(super) fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = help.into();
        self
    }

    pub(super) fn formerly(mut self, name: impl Into<String>) -> Self {
        self.former_names.push(name.into());
        self
    }

    pub(super) fn menu(mut self, menu: Menu, group: u8) -> Self {
        self.menu = Some((menu, group));
        self
    }

    /// Drops chords that do not parse; a test finds them.
    pub(super) fn keys(mut self, keys: &[&str]) -> Self {
        self.chords = keys.iter().filter_map(|key| Chord::parse(key)).collect();
        debug_assert_eq!(
            self.chords.len(),
            keys.len(),
            "every chord in the table parses"
        );
        self
    }

    pub(super) fn ready(
        mut self,
        ready: fn(&Session, CommandId) -> Result<(), &'static str>,
    ) -> Self {
        self.ready = ready;
        self
    }

    pub(super) fn edits(mut self) -> Self {
        self.is_edit = true;
        self
    }

    pub(super) fn title(mut self, title: fn(&Session, CommandId) -> Option<String>) -> Self {
        self.title = title;
        self
    }

    pub(super) fn switches(mut self, is_on: fn(&Session, CommandId) -> bool) -> Self {
        self.is_on = Some(is_on);
        self
    }
}

impl CommandTable {
    /// The table for `schema`. `overrides` gives commands, by their [`key_name`], other chords.
    pub fn new(schema: &Schema, overrides: &[(String, Vec<Chord>)]) -> Self {
        let mut commands = all_commands(schema);
        let english = in_language(Language::English, || all_commands(schema));
        for (command, english) in commands.iter_mut().zip(english) {
            command.key = key_name(&english.name);
        }
        for command in &mut commands {
            if let Some((_, chords)) = overrides.iter().find(|(key, _)| command.is_called(key)) {
                command.chords.clone_from(chords);
            }
        }
        let keymap = Keymap::new(
            commands
                .iter()
                .map(|command| (command.id, command.chords.clone())),
        );
        Self { commands, keymap }
    }

    pub fn all(&self) -> &[Command] {
        &self.commands
    }

    pub fn get(&self, id: CommandId) -> Option<&Command> {
        self.commands.iter().find(|command| command.id == id)
    }

    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// The commands in `menu`, in order, with their group.
    pub fn in_menu(&self, menu: Menu) -> impl Iterator<Item = (&Command, u8)> {
        self.commands
            .iter()
            .filter_map(move |command| match command.menu {
                Some((its_menu, group)) if its_menu == menu => Some((command, group)),
                _ => None,
            })
    }

    /// Names in `overrides` that belong to no command.
    pub fn unknown_names<'a>(&self, overrides: &'a [(String, Vec<Chord>)]) -> Vec<&'a str> {
        overrides
            .iter()
            .map(|(name, _)| name.as_str())
            .filter(|name| !self.commands.iter().any(|it| it.is_called(name)))
            .collect()
    }
}

/// Each as it comes, in the language that is spoken.
fn all_commands(schema: &Schema) -> Vec<Command> {
    let mut commands = Vec::new();
    for (section, part) in [
        (Section::Reading, commands::reading::commands()),
        (Section::Labeling, commands::labeling::commands(schema)),
        (Section::Labeling, commands::everywhere::commands(schema)),
        (Section::Labeling, commands::dictionaries::commands(schema)),
        (Section::Labeling, commands::examples::commands().to_vec()),
        (Section::Reviewing, commands::reviewing::commands(schema)),
        (Section::Reviewing, commands::everywhere_folder::commands()),
        (Section::Reviewing, commands::candidates::commands()),
        (Section::Reviewing, commands::hints::commands()),
        (Section::Reviewing, commands::finishing::commands()),
        (Section::Reviewing, commands::learning::commands()),
        (Section::Reviewing, vec![commands::agreement::command()]),
        (Section::Reviewing, commands::comparison::beginning()),
        (Section::Comparing, commands::comparison::commands()),
        (Section::Files, commands::files::commands()),
        (Section::Files, commands::project::commands()),
        (Section::View, commands::view::commands()),
        (Section::View, vec![commands::statistics::command()]),
        (Section::View, commands::measuring::commands()),
    ] {
        commands.extend(
            part.into_iter()
                .map(|command| Command { section, ..command }),
        );
    }
    commands
}

/// What `keys.ron` calls a command by its English name: that, without `…`.
pub fn key_name(name: &str) -> String {
    copydesk_text::folded(name.trim_end_matches('…'))
}

impl Menu {
    pub const ALL: [Self; 6] = [
        Self::File,
        Self::Edit,
        Self::Annotate,
        Self::Review,
        Self::View,
        Self::Help,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::File => tr!("menu-file"),
            Self::Edit => tr!("menu-edit"),
            Self::Annotate => tr!("menu-annotate"),
            Self::Review => tr!("menu-review"),
            Self::View => tr!("menu-view"),
            Self::Help => tr!("menu-help"),
        }
    }
}

impl Section {
    pub const ALL: [Self; 6] = [
        Self::Reading,
        Self::Labeling,
        Self::Reviewing,
        Self::Comparing,
        Self::Files,
        Self::View,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => tr!("section-reading"),
            Self::Labeling => tr!("section-labeling"),
            Self::Reviewing => tr!("section-reviewing"),
            Self::Comparing => tr!("section-comparing"),
            Self::Files => tr!("section-files"),
            Self::View => tr!("section-view"),
        }
    }
}

impl CommandId {
    /// Whether it has its keys only while versions are compared, and then before all others.
    pub fn is_for_comparing(self) -> bool {
        matches!(
            self,
            Self::Take(_)
                | Self::TakeBoth
                | Self::TakeNeither
                | Self::TakeOwn
                | Self::Reason
                | Self::TakeAllOf(_)
                | Self::TakeMajority
                | Self::TakeAgreed
                | Self::NextDifference
                | Self::PreviousDifference
                | Self::HideNames
                | Self::FilterKind(_)
                | Self::ShowOpen
                | Self::EndComparing
        )
    }
}

impl EdgeOf {
    pub(super) fn edge(self) -> Edge {
        match self {
            Self::Start => Edge::Start,
            Self::End => Edge::End,
        }
    }

    /// The direction that makes the span longer (`outward`) or shorter.
    pub(super) fn direction(self, outward: bool) -> Direction {
        match (self, outward) {
            (Self::Start, true) | (Self::End, false) => Direction::Back,
            (Self::Start, false) | (Self::End, true) => Direction::Forward,
        }
    }
}
