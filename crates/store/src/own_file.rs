//! What the article files are called that several people have of one article: `summit.anna.ron`.

use std::path::{Path, PathBuf};

/// The article file that `person` has of the article at `path`, a text or an article file that is nobody’s.
pub fn own_file(path: &Path, person: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}.{person}.ron"))
}

/// Whose file it is, of `people`, and the path of the article without extension.
pub fn person_of<'a>(path: &Path, people: &'a [String]) -> Option<(&'a str, PathBuf)> {
    let is_article_file = path
        .extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("ron"));
    let stem = path.file_stem()?.to_str().filter(|_| is_article_file)?;
    let (article, name) = stem.rsplit_once('.')?;
    let person = people.iter().find(|person| *person == name)?;
    Some((person, path.with_file_name(article)))
}

/// Why files cannot be called after somebody with this name; `None` if they can.
pub fn unfit_name(name: &str) -> Option<&'static str> {
    let is_odd = |c: char| c.is_control() || "/\\:*?\"<>|.".contains(c);
    if name.is_empty() {
        Some("it is empty")
    } else if name != name.trim() {
        Some("it begins or ends with a space")
    } else if name.contains(is_odd) {
        Some("it is part of file names and may have none of / \\ : * ? \" < > | and no dot")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_after_the_article_and_the_person() {
        let people = ["anna".to_owned(), "Ben B".to_owned()];
        let own = own_file(Path::new("news/a.b/summit.1.txt"), "Ben B");
        assert_eq!(own, Path::new("news/a.b/summit.1.Ben B.ron"));
        let article = PathBuf::from("news/a.b/summit.1");
        assert_eq!(person_of(&own, &people), Some(("Ben B", article)));
        for other in [
            "summit.ron",
            "summit.carla.ron",
            "summit.anna.txt",
            "anna.ron",
        ] {
            assert_eq!(person_of(Path::new(other), &people), None, "{other}");
        }
    }

    #[test]
    fn names_that_no_file_can_have_are_refused() {
        for name in ["", " anna", "a/b", "c:", "a.b", "a\nb"] {
            assert!(unfit_name(name).is_some(), "{name:?}");
        }
        for name in ["anna", "Ben B", "Zoë-M", "李"] {
            assert_eq!(unfit_name(name), None, "{name}");
        }
    }
}
