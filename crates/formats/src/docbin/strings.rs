//! The numbers that spaCy gives strings: symbols have fixed ones, all others are hashed.

/// The symbols from 1 on, but for `FLAG19` to `FLAG63`.
const FROM_1: &str = "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER \
    LIKE_URL LIKE_NUM LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT \
    IS_RIGHT_PUNCT IS_CURRENCY";

const FROM_64: &str = "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP \
    ENT_IOB ENT_TYPE HEAD SENT_START SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM \
    PART PRON PROPN PUNCT SCONJ SYM VERB X EOL SPACE";

const FROM_380: &str = "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW \
    DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux \
    auxpass cc ccomp complm conj cop csubj csubjpass dep det dobj expl hmod hyph infmod intj iobj \
    mark meta neg nmod nn npadvmod nsubj nsubjpass num number oprd obj obl parataxis partmod pcomp \
    pobj poss possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl ENT_KB_ID MORPH \
    ENT_ID IDX _";

/// What spaCy's `StringStore` calls `string`: 0 if it is empty, a symbol's number (`ORG` is 383),
/// else its hash.
pub fn spacy_string_id(string: &str) -> u64 {
    if string.is_empty() {
        return 0;
    }
    symbol(string).unwrap_or_else(|| string_hash(string))
}

/// The hash by which spaCy tells strings apart, symbols too.
pub fn string_hash(string: &str) -> u64 {
    murmur_hash_64a(string.as_bytes(), 1)
}

fn symbol(string: &str) -> Option<u64> {
    let numbered = |prefix: &str, digits: usize, first: u64, last: u64| {
        let rest = string.strip_prefix(prefix)?;
        let number: u64 = rest.parse().ok()?;
        let is_plain = rest.len() == digits && rest.bytes().all(|byte| byte.is_ascii_digit());
        (is_plain && (first..=last).contains(&number)).then_some(number)
    };
    let listed = |first: u64, names: &str| {
        let at = names.split(' ').position(|name| name == string)?;
        Some(first + at as u64)
    };
    listed(1, FROM_1)
        .or_else(|| listed(64, FROM_64))
        .or_else(|| listed(380, FROM_380))
        .or_else(|| numbered("FLAG", 2, 19, 63))
        .or_else(|| Some(103 + numbered("DEPRECATED", 3, 1, 276)?))
}

/// `MurmurHash64A` of Austin Appleby (public domain), as on little-endian machines.
fn murmur_hash_64a(bytes: &[u8], seed: u64) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    const R: u32 = 47;
    let mut hash = seed ^ (bytes.len() as u64).wrapping_mul(M);
    let (blocks, rest) = bytes.as_chunks::<8>();
    for block in blocks {
        let mut word = u64::from_le_bytes(*block).wrapping_mul(M);
        word ^= word >> R;
        hash = (hash ^ word.wrapping_mul(M)).wrapping_mul(M);
    }
    if !rest.is_empty() {
        let word = rest
            .iter()
            .rev()
            .fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
        hash = (hash ^ word).wrapping_mul(M);
    }
    hash ^= hash >> R;
    hash = hash.wrapping_mul(M);
    hash ^ hash >> R
}

#[cfg(test)]
mod tests {
    use super::spacy_string_id;

    /// As spaCy 3.8 has them.
    #[test]
    fn strings_have_the_numbers_that_spacy_gives_them() {
        for (string, id) in NUMBERS {
            assert_eq!(spacy_string_id(string), id, "{string}");
        }
    }

    const NUMBERS: [(&str, u64); 24] = [
        ("", 0),
        ("ORG", 383),
        ("mark", 423),
        ("_", 456),
        ("FLAG19", 19),
        ("FLAG63", 63),
        ("FLAG64", 1_510_155_025_906_635_710),
        ("DEPRECATED001", 104),
        ("DEPRECATED276", 379),
        ("DEPRECATED277", 3_599_742_205_655_016_057),
        ("FLAG0019", 18_008_742_078_080_092_386),
        ("IS_ALPHA", 1),
        ("SPACE", 103),
        ("IDX", 455),
        ("coffee", 3_197_928_453_018_144_401),
        ("person", 14_800_503_047_316_267_216),
        ("a", 11_901_859_001_352_538_922),
        ("Zelensky", 6_086_151_020_646_223_859),
        ("12345678", 9_871_996_032_675_327_904),
        ("📈", 14_454_855_212_815_201_636),
        ("Café Kraków", 10_788_480_853_179_970_118),
        ("\n\n", 908_432_558_851_201_422),
        ("PERSON", 380),
        ("FLAG+9", 16_421_639_024_074_487_699),
    ];
}
