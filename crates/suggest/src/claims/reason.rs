//! Why a claim is suggested, in a line for the reader.

use crate::claims::draft::{Draft, Pattern};
use crate::claims::reading::Reading;
use crate::claims::speakers::{Speaker, on_one_line};
use crate::claims::verbs::Polarity;
use copydesk_i18n::tr;

/// One sentence on why, such as `Comes after “said that”`.
pub(super) fn reason(reading: &Reading<'_>, draft: &Draft, speaker: Option<&Speaker>) -> String {
    let cue = draft.cue.clone().and_then(|cue| reading.span(cue));
    let cue = cue.map_or_else(String::new, |cue| on_one_line(reading.text_of(cue)));
    let why = match draft.pattern {
        _ if draft.cue.is_none() && draft.pattern != Pattern::Lone => {
            return tr!("why-poll").to_owned();
        }
        Pattern::Trailing => tr!("why-before", words = cue),
        Pattern::AccordingTo => tr!("why-with", words = cue),
        Pattern::Middle => tr!("why-both-sides", words = cue),
        Pattern::Quoted => tr!("why-quoted-after", words = cue),
        Pattern::Lone => tr!("why-quoted").to_owned(),
        _ if reading.before(draft.content.start) == "that" => {
            return with_stand(
                tr!("why-after", words = format!("{cue} that")),
                draft.polarity,
            );
        }
        _ => return with_stand(tr!("why-after", words = cue), draft.polarity),
    };
    match speaker {
        Some(speaker) => tr!("why-speaker", why = why, speaker = &speaker.words),
        None => why,
    }
}

/// `why`, and where the source stands if it does not assert the claim.
fn with_stand(why: String, polarity: Polarity) -> String {
    match polarity {
        Polarity::Asserts => why,
        Polarity::Denies => tr!("why-denied", why = why),
        Polarity::Doubts => tr!("why-doubted", why = why),
    }
}
