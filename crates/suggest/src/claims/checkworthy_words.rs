//! Lists of words that show whether a sentence holds something to check.

use crate::lists::{WordList, word_list};

pub(super) static COMPARISONS: WordList = word_list!("claims/comparisons");

pub(super) static COMPARISON_PHRASES: WordList = word_list!("claims/comparison-phrases");

pub(super) static WEAK_COMPARISONS: WordList = word_list!("claims/weak-comparisons");

pub(super) static SCALES: WordList = word_list!("claims/scales");

pub(super) static CAUSES: WordList = word_list!("claims/causes");

pub(super) static CAUSE_PHRASES: WordList = word_list!("claims/cause-phrases");

pub(super) static NUMBER_WORDS: WordList = word_list!("claims/number-words");

/// A sentence that begins so speaks of or to somebody in the room.
pub(super) static PERSONAL: WordList = word_list!("claims/personal");

/// Words of wishes, orders and opinions.
pub(super) static WISHES: WordList = word_list!("claims/wishes");

/// What happened to people.
pub(super) static HARM: WordList = word_list!("claims/harm");

pub(super) static PLANS: WordList = word_list!("claims/plans");
