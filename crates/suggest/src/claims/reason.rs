//! Why a claim is suggested, in a line for the reader.

use crate::claims::draft::{Draft, Pattern};
use crate::claims::reading::Reading;
use crate::claims::speakers::{Speaker, on_one_line};
use crate::claims::verbs::Polarity;

/// One sentence on why, such as `Comes after “said that”`.
pub(super) fn reason(reading: &Reading<'_>, draft: &Draft, speaker: Option<&Speaker>) -> String {
    let cue = draft.cue.clone().and_then(|cue| reading.span(cue));
    let cue = cue.map_or_else(String::new, |cue| on_one_line(reading.text_of(cue)));
    let spoken = speaker.map_or_else(String::new, |speaker| {
        format!("; the speaker is {}", speaker.words)
    });
    let stand = match draft.polarity {
        Polarity::Asserts => "",
        Polarity::Denies => ", which denies it",
        Polarity::Doubts => ", which doubts it",
    };
    match draft.pattern {
        _ if draft.cue.is_none() && draft.pattern != Pattern::Lone => {
            "Tells how many of those asked say so".to_owned()
        }
        Pattern::Trailing => format!("Comes before “{cue}”{spoken}"),
        Pattern::AccordingTo => format!("Comes with “{cue}”{spoken}"),
        Pattern::Middle => format!("Stands on both sides of “{cue}”{spoken}"),
        Pattern::Quoted => format!("Is quoted after “{cue}”{spoken}"),
        Pattern::Lone => format!("Is quoted{spoken}"),
        _ if reading.before(draft.content.start) == "that" => {
            format!("Comes after “{cue} that”{stand}")
        }
        _ => format!("Comes after “{cue}”{stand}"),
    }
}
