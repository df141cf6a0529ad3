//! The English words that `LIKE_NUM` takes for numbers.

use copydesk_text::folded;

const WORDS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen \
    fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy \
    eighty ninety hundred thousand million billion trillion first second third fourth fifth sixth \
    seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth \
    seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth \
    eightieth ninetieth hundredth thousandth millionth billionth trillionth";

pub fn is_number_word(word: &str) -> bool {
    let word = folded(word);
    WORDS.split(' ').any(|number| number == word)
}
