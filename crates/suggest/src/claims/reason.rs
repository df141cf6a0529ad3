//! Why a claim is suggested, in a line for the reader.

use crate::claims::draft::{Draft, Pattern};
use crate::claims::reading::Reading;
use crate::claims::speakers::{Speaker, on_one_line};
use crate::claims::verbs::Polarity;

/// One line on why, such as `after “said that”`.
pub(super) fn reason(reading: &Reading<'_>, draft: &Draft, speaker: Option<&Speaker>) -> String {
    let cue = draft.cue.clone().and_then(|cue| reading.span(cue));
    let cue = cue.map_or_else(String::new, |cue| on_one_line(reading.text_of(cue)));
    let spoken = speaker.map_or_else(String::new, |speaker| {
        format!("; speaker: {}", speaker.words)
    });
    let stand = match draft.polarity {
        Polarity::Asserts => "",
        Polarity::Denies => " (denied)",
        Polarity::Doubts => " (doubted)",
    };
    match draft.pattern {
        _ if draft.cue.is_none() && draft.pattern != Pattern::Lone => {
            "how many of those asked say so".to_owned()
        }
        Pattern::Trailing => format!("before “{cue}”{spoken}"),
        Pattern::AccordingTo => format!("attributed with “{cue}”{spoken}"),
        Pattern::Middle => format!("on both sides of “{cue}”{spoken}"),
        Pattern::Quoted => format!("quoted after “{cue}”{spoken}"),
        Pattern::Lone => format!("quoted{spoken}"),
        _ if reading.before(draft.content.start) == "that" => format!("after “{cue} that”{stand}"),
        _ => format!("after “{cue}”{stand}"),
    }
}
