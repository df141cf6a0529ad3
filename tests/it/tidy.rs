//! Rules of the code that the compiler does not check: layers, purpose lines, lengths.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A part, the parts of ours that it may use, and the outside names that it may not.
const LAYERS: &[(&str, &[&str], &[&str])] = &[
    (
        "text",
        &[],
        &[
            "serde",
            "ron",
            "eframe",
            "egui",
            "rfd",
            "std::fs",
            "std::thread",
            "std::time",
        ],
    ),
    (
        "document",
        &["text"],
        &[
            "serde",
            "ron",
            "eframe",
            "egui",
            "rfd",
            "std::fs",
            "std::thread",
            "std::time",
        ],
    ),
    (
        "notation",
        &["text", "document"],
        &[
            "serde",
            "ron",
            "eframe",
            "egui",
            "rfd",
            "std::fs",
            "std::thread",
            "std::time",
        ],
    ),
    (
        "import",
        &["text", "document", "notation"],
        &[
            "eframe",
            "egui",
            "rfd",
            "std::fs",
            "std::thread",
            "std::time",
        ],
    ),
    (
        "export",
        &["text", "document", "notation"],
        &[
            "eframe",
            "egui",
            "rfd",
            "std::fs",
            "std::thread",
            "std::time",
        ],
    ),
    (
        "suggest",
        &["text", "document"],
        &["eframe", "egui", "rfd", "std::fs", "std::time"],
    ),
    (
        "evaluate",
        &["text", "document"],
        &[
            "serde",
            "ron",
            "eframe",
            "egui",
            "rfd",
            "std::fs",
            "std::thread::spawn",
            "std::time",
        ],
    ),
    (
        "store",
        &["text", "document"],
        &["eframe", "egui", "rfd", "std::thread"],
    ),
    (
        "app",
        &["text", "document"],
        &[
            "serde",
            "ron",
            "eframe",
            "egui",
            "rfd",
            "std::fs",
            "std::thread",
            "std::time",
        ],
    ),
    (
        "engine",
        &[
            "text", "document", "import", "export", "suggest", "store", "app",
        ],
        &["eframe", "egui", "rfd", "std::thread::spawn"],
    ),
    (
        "ui",
        &["text", "document", "app"],
        &["rfd", "std::fs", "std::thread", "SystemTime", "Instant"],
    ),
    (
        "shell",
        &["text", "document", "app", "engine", "ui", "store"],
        &[],
    ),
    (
        "cli",
        &[
            "text", "document", "engine", "evaluate", "suggest", "store", "import", "export",
        ],
        &["eframe", "egui", "rfd"],
    ),
];

fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn is_test(path: &Path) -> bool {
    path.file_stem()
        .is_some_and(|stem| stem.to_string_lossy().ends_with("tests"))
}

/// The code of a file without its tests.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    text[..end].to_owned()
}

fn part_of(path: &Path) -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let inside = path.strip_prefix(source).unwrap();
    let first = inside
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn parts_know_only_what_is_below_them() {
    let parts: BTreeSet<&str> = LAYERS.iter().map(|(part, ..)| *part).collect();
    for path in sources("src").iter().filter(|path| !is_test(path)) {
        let part = part_of(path);
        if part == "main" || part == "lib" {
            continue;
        }
        let layer = LAYERS.iter().find(|(name, ..)| *name == part);
        let (_, below, banned) =
            layer.unwrap_or_else(|| panic!("{} is in no layer", path.display()));
        for (number, line) in code(path).lines().enumerate() {
            let line = line.trim();
            if line.starts_with("//") {
                continue;
            }
            let place = || format!("{}:{}: {line}", path.display(), number + 1);
            for used in line.split("crate::").skip(1) {
                let used: String = used
                    .chars()
                    .take_while(|sign| sign.is_alphanumeric() || *sign == '_')
                    .collect();
                let is_known = !parts.contains(used.as_str())
                    || used == part
                    || below.contains(&used.as_str());
                assert!(is_known, "{part} may not use {used}: {}", place());
            }
            for name in *banned {
                let uses =
                    line.contains(&format!("{name}::")) || line.contains(&format!("use {name};"));
                assert!(!uses, "{part} may not use {name}: {}", place());
            }
        }
    }
}

#[test]
fn only_the_disk_touches_files() {
    for path in sources("src").iter().filter(|path| !is_test(path)) {
        let may = path
            .parent()
            .is_some_and(|folder| folder.ends_with("store/disk"));
        let text = code(path);
        assert!(
            may || !text.contains("std::fs"),
            "{} uses std::fs; store/disk does",
            path.display()
        );
    }
}

#[test]
fn every_file_opens_with_its_purpose() {
    for folder in ["src", "tests", "benches"] {
        for path in sources(folder) {
            let text = std::fs::read_to_string(&path).unwrap();
            let first = text.lines().next().unwrap_or_default();
            let is_sentence = first.starts_with("//! ") && first.len() > 20;
            assert!(
                is_sentence,
                "{} does not say what it is for",
                path.display()
            );
        }
    }
}

#[test]
fn no_file_grows_past_the_wall() {
    for folder in ["src", "tests", "benches"] {
        for path in sources(folder) {
            let lines = std::fs::read_to_string(&path).unwrap().lines().count();
            assert!(
                lines <= 600,
                "{} has {lines} lines: split it by subject",
                path.display()
            );
        }
    }
}

#[test]
fn colors_are_made_in_the_theme_alone() {
    for path in sources("src")
        .iter()
        .filter(|path| !is_test(path) && !path.ends_with("ui/theme.rs"))
    {
        let text = code(path);
        for made in [
            "Color32::from_rgb",
            "Color32::from_gray",
            "Color32::from_hex",
            "hex_color!",
        ] {
            assert!(
                !text.contains(made),
                "{} makes a color; ui/theme.rs does",
                path.display()
            );
        }
    }
}
