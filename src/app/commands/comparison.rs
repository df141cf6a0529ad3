//! The commands for comparing versions of an article, with the keys that they have meanwhile.

use crate::app::commands::needs_article;
use crate::app::{
    Command, CommandId, Comparing, Menu, OpenArticle, Session, ViewRequest, WindowRequest,
};
use copydesk_document::adjudication::{Decision, Disagreement, Kind, MOST_VERSIONS};
use copydesk_i18n::tr;

/// Those that begin a comparison.
pub fn beginning() -> Vec<Command> {
    vec![
        Command::new(CommandId::Compare, tr!("cmd-compare"), |session, _| {
            session.ask(WindowRequest::PickVersions);
        })
        .help(tr!("cmd-compare-help"))
        .menu(Menu::Review, 5),
        Command::new(
            CommandId::CompareBeside,
            tr!("cmd-compare-beside"),
            |session, _| session.compare_beside(),
        )
        .help(tr!("cmd-compare-beside-help"))
        .menu(Menu::Review, 5)
        .keys(&["Alt+C"])
        .ready(|session, id| {
            needs_article(session, id)?;
            let source = session.article().and_then(OpenArticle::source);
            source
                .map(|_| ())
                .ok_or(tr!("cmd-compare-suggestions-why-no-file"))
        }),
        Command::new(
            CommandId::CompareOpen,
            tr!("cmd-compare-open"),
            |session, _| session.compare_open(),
        )
        .help(tr!("cmd-compare-open-help"))
        .menu(Menu::Review, 5)
        .ready(|session, id| {
            needs_article(session, id)?;
            let count = session.open_versions_of_shown().count();
            let fits = (2..=MOST_VERSIONS).contains(&count);
            fits.then_some(()).ok_or(tr!("cmd-compare-open-why-not"))
        }),
        Command::new(
            CommandId::CompareSuggestions,
            tr!("cmd-compare-suggestions"),
            |session, _| session.compare_suggestions(),
        )
        .help(tr!("cmd-compare-suggestions-help"))
        .menu(Menu::Review, 5)
        .ready(|session, id| {
            needs_article(session, id)?;
            let article = session.article();
            let is_usual = article.is_some_and(|it| it.comparing().is_none());
            let has_any = article.is_some_and(|it| !it.suggestions().is_empty());
            match article.and_then(OpenArticle::source) {
                _ if !is_usual => Err(tr!("cmd-compare-suggestions-why-comparing")),
                None => Err(tr!("cmd-compare-suggestions-why-no-file")),
                Some(_) if !has_any => Err(tr!("cmd-compare-suggestions-why-none")),
                Some(_) => Ok(()),
            }
        }),
    ]
}

/// Those that work while versions are compared, with their own keys.
pub fn commands() -> Vec<Command> {
    let mut commands = settling_commands();
    commands.extend(bulk_commands());
    commands.extend(walking_commands());
    commands.extend(filter_commands());
    commands
}

/// What is listed can be chosen without the mouse, too; labels by the commands of the review list.
fn filter_commands() -> Vec<Command> {
    let of_kind = |(index, kind): (u8, Kind)| {
        let name = tr!("cmd-filter-kind", kind = kind_in_sentence(kind));
        Command::new(CommandId::FilterKind(index), name, |session, id| {
            session.toggle_kind(id);
        })
        .help(tr!("cmd-filter-kind-help", kind = kind_in_sentence(kind)))
        .menu(Menu::Review, 9)
        .ready(needs_comparison)
        .switches(|session, id| {
            let comparing = session.article().and_then(OpenArticle::comparing);
            let kind = kind_of(id);
            comparing
                .zip(kind)
                .is_some_and(|(comparing, kind)| comparing.filter().kinds.contains(&kind))
        })
    };
    let mut commands: Vec<Command> = (0..).zip(Kind::ALL).map(of_kind).collect();
    commands.push(
        Command::new(CommandId::ShowOpen, tr!("cmd-show-open"), |session, _| {
            session.toggle_open();
        })
        .help(tr!("cmd-show-open-help"))
        .menu(Menu::Review, 9)
        .ready(needs_comparison)
        .switches(|session, _| {
            let comparing = session.article().and_then(OpenArticle::comparing);
            comparing.is_some_and(|it| it.filter().is_settled == Some(false))
        }),
    );
    commands
}

pub(super) fn kind_of(id: CommandId) -> Option<Kind> {
    match id {
        CommandId::FilterKind(index) => Kind::ALL.get(usize::from(index)).copied(),
        _ => None,
    }
}

fn kind_in_sentence(kind: Kind) -> &'static str {
    match kind {
        Kind::Missing => tr!("kind-missing"),
        Kind::Edge => tr!("kind-edge"),
        Kind::Label => tr!("kind-label"),
        Kind::Value => tr!("kind-value"),
        Kind::Speaker => tr!("kind-speaker"),
        Kind::Attribute => tr!("kind-attribute"),
    }
}

fn settling_commands() -> Vec<Command> {
    let mut commands: Vec<Command> = (0..MOST_PEOPLE).map(take_command).collect();
    commands.extend([
        Command::new(CommandId::TakeBoth, tr!("cmd-take-both"), |session, _| {
            session.decide_on(Decision::All);
        })
        .help(tr!("cmd-take-both-help"))
        .menu(Menu::Review, 6)
        .keys(&["B"])
        .edits()
        .ready(|session, id| {
            let (article, difference) = focused(session, id)?;
            let all = difference.everything(article.document());
            all.map(|_| ()).or(Err(tr!("settle-error-no-room")))
        }),
        Command::new(
            CommandId::TakeNeither,
            tr!("cmd-take-neither"),
            |session, _| session.decide_on(Decision::Neither),
        )
        .help(tr!("cmd-take-neither-help"))
        .menu(Menu::Review, 6)
        .keys(&["N"])
        .edits()
        .ready(needs_difference),
        Command::new(CommandId::TakeOwn, tr!("cmd-take-own"), |session, _| {
            session.begin_own();
        })
        .help(tr!("cmd-take-own-help"))
        .menu(Menu::Review, 6)
        .keys(&["E"])
        .edits()
        .ready(needs_difference),
        Command::new(CommandId::Reason, tr!("cmd-reason"), |session, _| {
            session.ask(WindowRequest::View(ViewRequest::FocusReason));
        })
        .help(tr!("cmd-reason-help"))
        .menu(Menu::Review, 6)
        .keys(&["U"])
        .edits()
        .ready(needs_difference),
    ]);
    commands
}

/// As many as there are keys.
const MOST_PEOPLE: u8 = 5;

fn take_command(person: u8) -> Command {
    let name = tr!("cmd-take-version", number = person + 1);
    Command::new(CommandId::Take(person), name, |session, id| {
        if let CommandId::Take(person) = id {
            session.decide_on(Decision::Take(usize::from(person)));
        }
    })
    .help(tr!("cmd-take-version-help", number = person + 1))
    .menu(Menu::Review, 6)
    .keys(&[&(person + 1).to_string()])
    .edits()
    .ready(|session, id| {
        needs_person(session, id)?;
        needs_difference(session, id)
    })
    .title(|session, id| Some(tr!("cmd-take-named", name = person_of(session, id)?)))
}

fn bulk_commands() -> Vec<Command> {
    let all_of = |person: u8| {
        let name = tr!("cmd-take-all-of-version", number = person + 1);
        Command::new(CommandId::TakeAllOf(person), name, |session, id| {
            if let CommandId::TakeAllOf(person) = id {
                session.take_all_of(usize::from(person));
            }
        })
        .help(tr!("cmd-take-all-of-help", number = person + 1))
        .menu(Menu::Review, 7)
        .keys(&[&format!("Alt+{}", person + 1)])
        .edits()
        .ready(|session, id| {
            needs_person(session, id)?;
            needs_open(session, id)
        })
        .title(|session, id| {
            let comparing = session.article()?.comparing()?;
            let name = person_of(session, id)?;
            Some(if comparing.filter().is_active() {
                tr!("cmd-take-all-listed-of-named", name = name)
            } else {
                tr!("cmd-take-all-of-named", name = name)
            })
        })
    };
    let mut commands: Vec<Command> = (0..MOST_PEOPLE).map(all_of).collect();
    commands.extend([
        Command::new(
            CommandId::TakeMajority,
            tr!("cmd-take-majority"),
            |session, _| session.take_majority(),
        )
        .help(tr!("cmd-take-majority-help"))
        .menu(Menu::Review, 7)
        .keys(&["Alt+M"])
        .edits()
        .ready(needs_open),
        Command::new(
            CommandId::TakeAgreed,
            tr!("cmd-take-agreed"),
            |session, _| session.take_agreed(),
        )
        .help(tr!("cmd-take-agreed-help"))
        .menu(Menu::Review, 7)
        .edits()
        .ready(|session, id| {
            let (article, comparing) = compared(session, id)?;
            let left = comparing.comparison().agreed_left(article.document());
            (left > 0)
                .then_some(())
                .ok_or(tr!("cmd-take-agreed-why-not"))
        }),
    ]);
    commands
}

fn walking_commands() -> Vec<Command> {
    vec![
        Command::new(
            CommandId::NextDifference,
            tr!("cmd-next-difference"),
            |session, _| session.walk_differences(true),
        )
        .help(tr!("cmd-next-difference-help"))
        .menu(Menu::Review, 8)
        .keys(&["Tab"])
        .ready(needs_listed),
        Command::new(
            CommandId::PreviousDifference,
            tr!("cmd-previous-difference"),
            |session, _| session.walk_differences(false),
        )
        .help(tr!("cmd-previous-difference-help"))
        .menu(Menu::Review, 8)
        .keys(&["Shift+Tab"])
        .ready(needs_listed),
        Command::new(CommandId::HideNames, tr!("cmd-hide-names"), |session, _| {
            session.toggle_names();
        })
        .help(tr!("cmd-hide-names-help"))
        .menu(Menu::Review, 8)
        .ready(needs_comparison)
        .switches(|session, _| {
            let comparing = session.article().and_then(OpenArticle::comparing);
            comparing.is_some_and(Comparing::hides_names)
        }),
        Command::new(
            CommandId::EndComparing,
            tr!("cmd-end-comparing"),
            |session, _| session.end_comparing(),
        )
        .help(tr!("cmd-end-comparing-help"))
        .menu(Menu::Review, 8)
        .ready(needs_comparison),
    ]
}

fn compared(session: &Session, id: CommandId) -> Result<(&OpenArticle, &Comparing), &'static str> {
    needs_article(session, id)?;
    let article = session.article();
    let compared = article.and_then(|article| Some((article, article.comparing()?)));
    compared.ok_or(tr!("cmd-comparing-why-not"))
}

fn focused(
    session: &Session,
    id: CommandId,
) -> Result<(&OpenArticle, &Disagreement), &'static str> {
    let (article, comparing) = compared(session, id)?;
    let difference = comparing.focused_difference();
    difference
        .map(|difference| (article, difference))
        .ok_or(tr!("cmd-difference-why-not"))
}

fn needs_comparison(session: &Session, id: CommandId) -> Result<(), &'static str> {
    compared(session, id).map(|_| ())
}

fn needs_difference(session: &Session, id: CommandId) -> Result<(), &'static str> {
    focused(session, id).map(|_| ())
}

fn needs_person(session: &Session, id: CommandId) -> Result<(), &'static str> {
    needs_comparison(session, id)?;
    let person = person_of(session, id);
    person.map(|_| ()).ok_or(tr!("cmd-take-version-why-not"))
}

fn needs_listed(session: &Session, id: CommandId) -> Result<(), &'static str> {
    let (_, comparing) = compared(session, id)?;
    let is_empty = comparing.listed().is_empty();
    (!is_empty)
        .then_some(())
        .ok_or(tr!("cmd-next-difference-why-not"))
}

fn needs_open(session: &Session, id: CommandId) -> Result<(), &'static str> {
    let (_, comparing) = compared(session, id)?;
    let mut listed = comparing.listed().iter();
    let has_open = listed.any(|index| !comparing.is_settled(*index));
    has_open.then_some(()).ok_or(tr!("cmd-take-all-why-not"))
}

/// What the window calls the person that the command is about.
fn person_of(session: &Session, id: CommandId) -> Option<String> {
    let (CommandId::Take(person) | CommandId::TakeAllOf(person)) = id else {
        return None;
    };
    let comparing = session.article()?.comparing()?;
    comparing.names().into_iter().nth(usize::from(person))
}
