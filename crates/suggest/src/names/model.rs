//! A linear-chain model of names: weights of features, and the likeliest tags of a sentence.

use std::sync::OnceLock;

/// What a token is: outside, or the beginning or inside of a name of some kind.
pub(crate) const TAGS: usize = 7;
pub(crate) const OUTSIDE: usize = 0;

/// One weight for each tag.
pub(crate) type Scores = [f32; TAGS];

/// What a name names. Organizations are told apart only so that they are not taken for the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Person,
    Place,
    Organization,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Person, Self::Place, Self::Organization];

    /// The tag of its first token.
    pub(crate) fn beginning(self) -> usize {
        1 + 2 * self as usize
    }

    /// The tag of its later tokens.
    pub(crate) fn inside(self) -> usize {
        2 + 2 * self as usize
    }
}

/// Whether `tag` may follow `before` (`None` at the start of a sentence).
pub(crate) fn may_follow(before: Option<usize>, tag: usize) -> bool {
    let is_inside = tag != OUTSIDE && tag.is_multiple_of(2);
    !is_inside || before == Some(tag) || before == Some(tag - 1)
}

/// Weights by feature and by pair of tags. Built by `training/names`.
pub(crate) struct Model {
    /// Sorted.
    features: Vec<u32>,
    /// Where the features with each value of their upper 16 bits begin; one more for the end.
    buckets: Vec<u32>,
    /// For each feature the weight of each tag, as whole numbers of `scale`.
    weights: Vec<[i8; TAGS]>,
    scale: f32,
    /// `transitions[before][tag]`; the last row is for the first token of a sentence.
    transitions: [Scores; TAGS + 1],
}

const MAGIC: &[u8] = b"copydesk names 1";
const EMBEDDED: &[u8] = include_bytes!("../../../../assets/names/weights.bin");

impl Model {
    /// The weights built into the program, decoded at the first call.
    pub(crate) fn embedded() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        // A test holds that they can be read; an empty model finds nothing, and says nothing wrong.
        MODEL.get_or_init(|| Self::decode(EMBEDDED).unwrap_or_else(Self::empty))
    }

    fn empty() -> Self {
        Self {
            features: Vec::new(),
            buckets: Vec::new(),
            weights: Vec::new(),
            scale: 0.0,
            transitions: [[0.0; TAGS]; TAGS + 1],
        }
    }

    /// Reads the format that [`encode`] writes; `None` where `bytes` hold anything else.
    pub(crate) fn decode(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader {
            rest: bytes.strip_prefix(MAGIC)?,
        };
        let mut transitions = [[0.0; TAGS]; TAGS + 1];
        for weight in transitions.iter_mut().flatten() {
            *weight = reader.float()?;
        }
        let scale = reader.float()?;
        let count = usize::try_from(reader.number()?).ok()?;
        // Every feature takes two bytes or more: no file can ask for more room than it fills.
        if count > bytes.len() {
            return None;
        }
        let mut features = Vec::with_capacity(count);
        let mut weights = Vec::with_capacity(count);
        let mut feature = 0_u32;
        for _ in 0..count {
            feature = feature.checked_add(u32::try_from(reader.number()?).ok()?)?;
            let mask = reader.byte()?;
            let mut row = [0; TAGS];
            for (tag, weight) in row.iter_mut().enumerate() {
                if mask >> tag & 1 == 1 {
                    *weight = i8::from_le_bytes([reader.byte()?]);
                }
            }
            features.push(feature);
            weights.push(row);
        }
        reader.rest.is_empty().then(|| Self {
            buckets: buckets(&features),
            features,
            weights,
            scale,
            transitions,
        })
    }

    /// The sum of the weights of `features`, for each tag.
    pub(crate) fn scores(&self, features: &[u32]) -> Scores {
        let mut sum = [0_i32; TAGS];
        for feature in features {
            for (sum, weight) in sum.iter_mut().zip(self.weights_of(*feature)) {
                *sum += i32::from(weight);
            }
        }
        sum.map(|sum| sum as f32 * self.scale)
    }

    fn weights_of(&self, feature: u32) -> [i8; TAGS] {
        let bucket = (feature >> 16) as usize;
        let edge = |bucket: usize| self.buckets.get(bucket).map_or(0, |edge| *edge as usize);
        let (start, end) = (edge(bucket), edge(bucket + 1));
        let known = self.features.get(start..end).unwrap_or_default();
        known
            .iter()
            .position(|known| *known == feature)
            .and_then(|offset| self.weights.get(start + offset))
            .copied()
            .unwrap_or_default()
    }

    pub(crate) fn transitions(&self) -> &[Scores; TAGS + 1] {
        &self.transitions
    }
}

fn buckets(features: &[u32]) -> Vec<u32> {
    let mut buckets = Vec::with_capacity((1 << 16) + 1);
    let mut below = 0;
    for bucket in 0..=1_u64 << 16 {
        while features
            .get(below as usize)
            .is_some_and(|feature| u64::from(*feature) < bucket << 16)
        {
            below += 1;
        }
        buckets.push(below);
    }
    buckets
}

/// The bytes of a model: `features` sorted, each with its weights as whole numbers of `scale`.
#[allow(dead_code, reason = "for training/names")]
pub(crate) fn encode(
    transitions: &[Scores; TAGS + 1],
    scale: f32,
    features: &[(u32, [i8; TAGS])],
) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    for weight in transitions.iter().flatten() {
        bytes.extend(weight.to_le_bytes());
    }
    bytes.extend(scale.to_le_bytes());
    push_number(&mut bytes, features.len() as u64);
    let mut before = 0;
    for (feature, weights) in features {
        push_number(&mut bytes, u64::from(feature - before));
        before = *feature;
        let used = |tag: usize| weights.get(tag).is_some_and(|weight| *weight != 0);
        let mask = (0..TAGS).fold(0_u8, |mask, tag| mask | (u8::from(used(tag)) << tag));
        bytes.push(mask);
        bytes.extend(
            weights
                .iter()
                .filter(|weight| **weight != 0)
                .flat_map(|w| w.to_le_bytes()),
        );
    }
    bytes
}

fn push_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push((number & 0x7f) as u8);
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn float(&mut self) -> Option<f32> {
        let (first, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(f32::from_le_bytes(*first))
    }

    /// Seven bits a byte, the lowest first; the high bit says that more follow.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}
