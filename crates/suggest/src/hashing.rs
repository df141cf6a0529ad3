//! Small hashes of words and an index by them: quick to fill and the same on every machine.

/// The hash of no words.
pub(super) const NO_WORDS: u64 = 0xcbf2_9ce4_8422_2325;

/// `hash` continued over the bytes of `word` (FNV-1a).
pub(super) fn extend(hash: u64, word: &str) -> u64 {
    word.bytes().fold(hash, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The hash of one word.
pub(super) fn hash(word: &str) -> u64 {
    extend(NO_WORDS, word)
}

/// Two numbers made one, well spread.
pub(super) fn mix(one: u64, other: u64) -> u64 {
    let spread = (one.rotate_left(23) ^ other).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    spread ^ (spread >> 32)
}

/// Which number belongs to which hash. Open addressing, at most half full.
pub(super) struct Index {
    slots: Vec<Slot>,
    filled: usize,
}

#[derive(Clone, Copy)]
struct Slot {
    key: u64,
    value: u32,
}

/// Stands for a free slot; a real hash of this value is stored as its neighbor.
const FREE: u64 = 0;

impl Index {
    /// Room for `count` keys without growing.
    pub(super) fn with_room_for(count: usize) -> Self {
        let size = (count.max(8) * 2).next_power_of_two();
        let free = Slot {
            key: FREE,
            value: 0,
        };
        Self {
            slots: vec![free; size],
            filled: 0,
        }
    }

    pub(super) fn get(&self, key: u64) -> Option<u32> {
        let slot = self.slots.get(self.find(key))?;
        (slot.key != FREE).then_some(slot.value)
    }

    /// Sets the number of `key` to what `change` makes of it (0 where it is new).
    pub(super) fn update(&mut self, key: u64, change: impl FnOnce(u32) -> u32) {
        if self.filled * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.find(key);
        if let Some(slot) = self.slots.get_mut(at) {
            self.filled += usize::from(slot.key == FREE);
            slot.key = key.max(1);
            slot.value = change(slot.value);
        }
    }

    /// The place of `key`, or the free one where it would go.
    fn find(&self, key: u64) -> usize {
        let key = key.max(1);
        let mask = self.slots.len() - 1;
        let mut at = low_bits(mix(key, 0)) & mask;
        while self
            .slots
            .get(at)
            .is_some_and(|slot| slot.key != FREE && slot.key != key)
        {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let mut larger = Self::with_room_for(self.slots.len());
        for slot in &self.slots {
            if slot.key != FREE {
                larger.update(slot.key, |_| slot.value);
            }
        }
        *self = larger;
    }
}

fn low_bits(hash: u64) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "only low bits are wanted")]
    let bits = hash as usize;
    bits
}
