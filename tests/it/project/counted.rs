//! What a correction in a whole folder takes, counted in the window.

use copydesk::app::Request;

use super::Desk;
use crate::flow::actions::Hands;

/// A window on the folder, whose requests are answered.
struct Counted {
    hands: Hands,
    desk: Desk,
}

impl Counted {
    fn new(name: &str, articles: usize, text: &str) -> Self {
        let names: Vec<String> = (0..articles)
            .map(|index| format!("{index:02}.txt"))
            .collect();
        let texts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), text)).collect();
        let mut desk = Desk::new(name, &texts);
        desk.open();
        crate::support::caret_at(&mut desk.session, "Gbarnga");
        let session = std::mem::replace(&mut desk.session, Desk::empty_session());
        Self {
            hands: Hands::new(session),
            desk,
        }
    }

    fn press(&mut self, keys: &str) {
        for key in keys.split(' ') {
            self.hands.press(key);
            self.answer();
        }
    }

    /// Does what was asked for, until nothing is.
    fn answer(&mut self) {
        loop {
            let window = self.hands.harness.state_mut();
            let asked = std::mem::take(&mut window.asked);
            if asked.is_empty() {
                return;
            }
            for request in asked {
                if let Request::Task(task) = request {
                    for event in self.desk.events(&task) {
                        self.hands.harness.state_mut().session.handle(event);
                    }
                }
            }
            self.hands.harness.run_steps(3);
        }
    }

    /// How many article files hold a mark on these words.
    fn marked(&self, words: &str) -> usize {
        let files = std::fs::read_dir(self.desk.root()).unwrap();
        let paths = files.map(|file| file.unwrap().path());
        let saved = paths.filter(|path| path.extension().is_some_and(|it| it == "ron"));
        let holds = |path: &std::path::PathBuf| {
            let quote = format!("quote: \"{words}\"");
            std::fs::read_to_string(path).unwrap().contains(&quote)
        };
        saved.filter(holds).count()
    }
}

/// A name that the folder has in so many articles, marked in all of them.
pub fn missing_in_folder(articles: usize) -> usize {
    let name = format!("count-missing-{articles}");
    let mut counted = Counted::new(&name, articles, "They saw Gbarnga.\n");
    counted.press("Shift+L ArrowRight Enter");
    assert_eq!(counted.marked("Gbarnga"), articles);
    counted.hands.count
}

/// What is sure, accepted in so many articles.
pub fn sure_in_folder(articles: usize) -> usize {
    let text = "President Donald Trump left Gbarnga on Monday, and he came to Gbarnga again.\n";
    let mut counted = Counted::new(&format!("count-sure-{articles}"), articles, text);
    counted.press("Ctrl+Shift+A Enter");
    assert_eq!(counted.marked("Donald Trump"), articles);
    counted.hands.count
}

/// The list has the keyboard again once the folder was read.
#[test]
fn a_place_in_the_folder_is_unticked_by_keyboard() {
    let mut counted = Counted::new("count-untick", 3, "They saw Gbarnga.\n");
    counted.press("Shift+L ArrowRight ArrowDown Space Enter");
    assert_eq!(counted.marked("Gbarnga"), 2);
}

#[test]
fn the_whole_folder_takes_no_more_keys_than_one_article_and_where() {
    assert_eq!(missing_in_folder(3), 3);
    assert_eq!(sure_in_folder(2), 2);
}
