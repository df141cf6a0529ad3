//! Copydesk: read news closely.

use std::sync::Arc;

use copydesk::app::{CommandId, Event, Preferences, Session};
use copydesk::document::*;

fn main() {
    let label = |id: &str,
                 name: &str,
                 plural: &str,
                 layer: &str,
                 color,
                 style,
                 key,
                 attributes: Vec<AttributeKind>| Label {
        id: LabelId::new(id).unwrap(),
        name: name.into(),
        plural: plural.into(),
        layer: Layer::new(layer),
        color,
        style,
        key,
        guideline: "An individual human being, by name. In: Volodymyr Zelensky. Out: titles."
            .into(),
        attributes,
    };
    let words = |name: &str, title: &str| AttributeKind {
        name: name.into(),
        title: title.into(),
        content: AttributeContent::Words,
    };
    let schema = Arc::new(
        Schema::new(vec![
            label(
                "person",
                "Person",
                "People",
                "names",
                ColorRole::Blue,
                LabelStyle::Tint,
                'p',
                vec![],
            ),
            label(
                "place",
                "Place",
                "Places",
                "names",
                ColorRole::Green,
                LabelStyle::Tint,
                'l',
                vec![],
            ),
            label(
                "figure",
                "Figure",
                "Figures",
                "figures",
                ColorRole::Amber,
                LabelStyle::Tint,
                'f',
                vec![AttributeKind {
                    name: "value".into(),
                    title: "Value".into(),
                    content: AttributeContent::Figure,
                }],
            ),
            label(
                "claim",
                "Claim",
                "Claims",
                "claims",
                ColorRole::Magenta,
                LabelStyle::Band,
                'c',
                vec![words("speaker", "Speaker"), words("cue", "Cue")],
            ),
        ])
        .unwrap(),
    );
    let samples = copydesk::shell::SAMPLES
        .iter()
        .map(|(sample, _)| *sample)
        .collect();
    let mut session = Session::new(schema, Preferences::default(), samples);
    session.handle(Event::Command(CommandId::OpenSample(0)));
    let options = eframe::NativeOptions {
        viewport: eframe::egui::ViewportBuilder::default()
            .with_inner_size([1280.0, 800.0])
            .with_app_id("copydesk"),
        ..Default::default()
    };
    eframe::run_native(
        "Copydesk",
        options,
        Box::new(|cc| Ok(Box::new(copydesk::shell::Host::new(cc, session)))),
    )
    .unwrap();
}
