//! Rules of the code that the compiler does not check: layers, purpose lines, lengths.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use syn::visit::Visit;

/// What the application and who plays its person do without: all that is above them, and the world.
const WINDOWLESS: &[&str] = &[
    "crate::engine",
    "crate::ui",
    "crate::shell",
    "crate::cli",
    "copydesk_formats",
    "copydesk_suggest",
    "copydesk_store",
    "copydesk_evaluate",
    "copydesk_agreement",
    "serde",
    "eframe",
    "egui",
    "rfd",
    "std::fs",
    "std::thread",
    "std::time",
    "std::process",
    "std::net",
];

/// What a part of the code may not name, as a path or its beginning.
///
/// Between crates the compiler keeps the arrows; these are the arrows within the application, and
/// what of the outside world each part does without.
const NEVER: &[(&str, &[&str])] = &[
    (
        "crates/i18n",
        &[
            "std::fs",
            "std::thread",
            "std::time",
            "std::process",
            "std::net",
        ],
    ),
    (
        "crates/text",
        &[
            "std::fs",
            "std::thread",
            "std::time",
            "std::process",
            "std::net",
        ],
    ),
    (
        "crates/document",
        &[
            "std::fs",
            "std::thread",
            "std::time",
            "std::process",
            "std::net",
        ],
    ),
    (
        "crates/formats",
        &[
            "std::fs",
            "std::thread",
            "std::time",
            "std::process",
            "std::net",
        ],
    ),
    (
        "crates/suggest",
        &["std::fs", "std::time", "std::process", "std::net"],
    ),
    (
        "crates/evaluate",
        &[
            "std::fs",
            "std::thread::spawn",
            "std::time",
            "std::process",
            "std::net",
        ],
    ),
    (
        "crates/agreement",
        &[
            "std::fs",
            "std::thread::spawn",
            "std::time",
            "std::process",
            "std::net",
        ],
    ),
    (
        "crates/lint",
        &[
            "std::fs",
            "std::thread",
            "std::time",
            "std::process",
            "std::net",
        ],
    ),
    ("crates/store", &["std::thread", "std::process", "std::net"]),
    ("src/app", WINDOWLESS),
    ("src/annotator", WINDOWLESS),
    (
        "src/engine",
        &[
            "crate::ui",
            "crate::shell",
            "crate::cli",
            "eframe",
            "egui",
            "rfd",
            "std::fs",
            "std::net",
        ],
    ),
    (
        "src/ui",
        &[
            "crate::engine",
            "crate::shell",
            "crate::cli",
            "copydesk_formats",
            "copydesk_suggest",
            "copydesk_store",
            "copydesk_evaluate",
            "copydesk_agreement",
            "rfd",
            "std::fs",
            "std::thread",
            "std::time::Instant",
            "std::time::SystemTime",
            "std::process",
            "std::net",
        ],
    ),
    (
        "src/shell",
        &[
            "crate::cli",
            "copydesk_formats",
            "copydesk_suggest",
            "copydesk_evaluate",
            "copydesk_agreement",
            "std::fs",
            "std::net",
        ],
    ),
    (
        "src/cli",
        &[
            "crate::app",
            "crate::ui",
            "crate::shell",
            "eframe",
            "egui",
            "rfd",
            "std::fs",
            "std::net",
        ],
    ),
];

/// The only folder whose code touches files.
const DISK: &str = "crates/store/src/disk";

/// The only file that makes colors.
const THEME: &str = "src/ui/theme.rs";

const COLOR_MAKERS: &[&str] = &[
    "from_rgb",
    "from_gray",
    "from_hex",
    "from_rgba_unmultiplied",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below `folder`, in order.
fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
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

/// What a file names outside its tests: whole paths, from `use` lines, code and macros.
#[derive(Default)]
struct Named {
    paths: BTreeSet<String>,
    /// Files that hold tests alone.
    tests: Vec<PathBuf>,
    file: PathBuf,
}

impl Named {
    fn in_file(path: &Path) -> Self {
        let source = std::fs::read_to_string(path).unwrap();
        let file =
            syn::parse_file(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut named = Self {
            file: path.to_owned(),
            ..Self::default()
        };
        named.visit_file(&file);
        named
    }

    fn add_use(&mut self, before: &str, tree: &syn::UseTree) {
        let joined = |name: &dyn std::fmt::Display| match before {
            "" => name.to_string(),
            _ => format!("{before}::{name}"),
        };
        match tree {
            syn::UseTree::Path(path) => self.add_use(&joined(&path.ident), &path.tree),
            syn::UseTree::Name(name) if name.ident == "self" => {
                self.paths.insert(before.to_owned());
            }
            syn::UseTree::Name(name) => {
                self.paths.insert(joined(&name.ident));
            }
            syn::UseTree::Rename(renamed) => {
                self.paths.insert(joined(&renamed.ident));
            }
            syn::UseTree::Glob(_) => {
                self.paths.insert(joined(&"*"));
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.add_use(before, tree);
                }
            }
        }
    }

    /// Where the module `item` has its file.
    fn file_of(&self, item: &syn::ItemMod) -> PathBuf {
        let folder = self.file.parent().unwrap();
        let given = item
            .attrs
            .iter()
            .find_map(|attribute| match &attribute.meta {
                syn::Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
                    syn::Expr::Lit(syn::ExprLit {
                        lit: syn::Lit::Str(path),
                        ..
                    }) => Some(path.value()),
                    _ => None,
                },
                _ => None,
            });
        match given {
            Some(path) => folder.join(path).canonicalize().unwrap(),
            None => folder.join(format!("{}.rs", item.ident)),
        }
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) if list.path.is_ident("cfg") => list
            .tokens
            .to_string()
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word == "test"),
        syn::Meta::Path(path) => path.is_ident("test"),
        _ => false,
    })
}

impl<'ast> Visit<'ast> for Named {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if is_test(&item.attrs) {
            if item.content.is_none() {
                self.tests.push(self.file_of(item));
            }
            return;
        }
        syn::visit::visit_item_mod(self, item);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            syn::visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !is_test(&item.attrs) {
            syn::visit::visit_item_impl(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !is_test(&item.attrs) {
            self.add_use("", &item.tree);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        self.paths.insert(names.join("::"));
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        let tokens = item.tokens.to_string().replace(" :: ", "::");
        let words = tokens.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
        self.paths
            .extend(words.filter(|word| word.contains("::")).map(str::to_owned));
        syn::visit::visit_macro(self, item);
    }
}

/// Each file of `folder` that is no test, with what it names.
fn code(folder: &str) -> Vec<(PathBuf, Named)> {
    let files: Vec<_> = sources(folder)
        .into_iter()
        .map(|path| (path.clone(), Named::in_file(&path)))
        .collect();
    let tests: Vec<PathBuf> = files
        .iter()
        .flat_map(|(_, named)| named.tests.clone())
        .collect();
    let is_code = |path: &Path| {
        let of_tests = |test: &PathBuf| path == test || path.starts_with(test.with_extension(""));
        !tests.iter().any(of_tests)
    };
    files
        .into_iter()
        .filter(|(path, _)| is_code(path))
        .collect()
}

fn is_below(path: &str, beginning: &str) -> bool {
    path.strip_prefix(beginning)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[test]
fn parts_name_only_what_they_may() {
    for (part, never) in NEVER {
        let files = code(part);
        assert!(!files.is_empty(), "there is no {part}");
        for (path, named) in files {
            if path.starts_with(root().join(DISK)) {
                continue;
            }
            for banned in *never {
                let uses = named.paths.iter().find(|path| is_below(path, banned));
                assert_eq!(uses, None, "{} may not use {banned}", path.display());
            }
        }
    }
}

#[test]
fn only_the_disk_touches_files() {
    for folder in ["src", "crates"] {
        for (path, named) in code(folder) {
            let is_test = path.components().any(|part| part.as_os_str() == "tests");
            let may = is_test || path.starts_with(root().join(DISK));
            let uses = named.paths.iter().find(|path| is_below(path, "std::fs"));
            assert!(
                may || uses.is_none(),
                "{} uses std::fs; {DISK} does",
                path.display()
            );
        }
    }
}

#[test]
fn every_part_is_under_a_rule() {
    for folder in ["src", "crates"] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let entry = entry.unwrap();
            let part = format!("{folder}/{}", entry.file_name().to_string_lossy());
            let is_ruled = NEVER.iter().any(|(known, _)| *known == part);
            assert!(!entry.path().is_dir() || is_ruled, "{part} is in no layer");
        }
    }
}

#[test]
fn every_file_opens_with_its_purpose() {
    for folder in ["src", "crates", "tests", "benches"] {
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
    for folder in ["src", "crates", "tests", "benches"] {
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
    for (path, named) in code("src") {
        if path == root().join(THEME) {
            continue;
        }
        for maker in COLOR_MAKERS {
            let made = named
                .paths
                .iter()
                .find(|path| path.ends_with(&format!("Color32::{maker}")));
            assert_eq!(made, None, "{} makes a color; {THEME} does", path.display());
        }
        let by_macro = named.paths.iter().find(|path| path.ends_with("hex_color"));
        assert_eq!(
            by_macro,
            None,
            "{} makes a color; {THEME} does",
            path.display()
        );
    }
}
