//! The faces: one to read in, as chosen, one for the interface, and signs that neither has.

use std::sync::Arc;

use eframe::egui;
use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use crate::app::Face;

/// Part of a face: its name here and its file.
type Part = (&'static str, &'static [u8]);

/// All families of the window, with `face` for articles and what is quoted from them.
pub fn all(face: Face) -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional);
    let fallback = fallback.cloned().unwrap_or_default();
    let (text, heads) = match face {
        Face::Serif => (&NEWSREADER[..], &NEWSREADER[..]),
        Face::Sans => (&INTER[..], &INTER[..]),
        Face::Dyslexic => (&DYSLEXIC[..], &DYSLEXIC_BOLD[..]),
    };
    for (family, weight, parts) in [
        (FontFamily::Name("reading".into()), 400.0, text),
        (FontFamily::Name("headline".into()), 600.0, heads),
        (FontFamily::Proportional, 400.0, &INTER[..]),
        (FontFamily::Name("strong".into()), 600.0, &INTER[..]),
    ] {
        let mut names = Vec::new();
        // What a face lacks, such as Greek in the one for dyslexic readers, comes from the interface's.
        for (part, bytes) in parts.iter().chain(INTER.iter()) {
            let name = format!("{part} {weight}");
            if names.contains(&name) {
                continue;
            }
            let tweak = FontTweak {
                coords: egui::epaint::text::VariationCoords::new([(b"wght", weight)]),
                ..FontTweak::default()
            };
            let data = FontData::from_static(bytes).tweak(tweak);
            fonts.font_data.insert(name.clone(), Arc::new(data));
            names.push(name);
        }
        names.extend(fallback.clone());
        names.push(EMOJI.0.to_owned());
        fonts.families.insert(family, names);
    }
    let emoji = FontData::from_static(EMOJI.1);
    fonts.font_data.insert(EMOJI.0.to_owned(), Arc::new(emoji));
    let monospace = fonts.families.entry(FontFamily::Monospace).or_default();
    monospace.push(EMOJI.0.to_owned());
    fonts
}

macro_rules! font {
    ($name:literal, $file:literal) => {
        (
            $name,
            include_bytes!(concat!("../../../assets/fonts/", $file)),
        )
    };
}

const NEWSREADER: [Part; 2] = [
    font!("newsreader", "newsreader-latin.ttf"),
    font!("newsreader ext", "newsreader-latin-ext.ttf"),
];
const INTER: [Part; 2] = [
    font!("inter", "inter-latin.ttf"),
    font!("inter ext", "inter-latin-ext.ttf"),
];
const DYSLEXIC: [Part; 1] = [font!("opendyslexic", "opendyslexic-latin-regular.ttf")];
const DYSLEXIC_BOLD: [Part; 1] = [font!("opendyslexic bold", "opendyslexic-latin-bold.ttf")];
/// Outlines, for machines that have no emoji of their own.
const EMOJI: Part = font!("noto emoji", "noto-emoji.ttf");
