"""Tells which words stand in the application's lists of names; `crates/suggest/src/network/listed.rs` does the same."""

from pathlib import Path

# Which list of known names a word stands in; a word may stand in several, so these are bits.
LISTS = ["given", "surname", "city", "large city", "land", "people", "common", "continued"]
CONTINUED = 1 << LISTS.index("continued")
OF_FILE = {
    "given-names": "given",
    "surnames": "surname",
    "cities": "city",
    "large-cities": "large city",
    "countries": "land",
    "states": "land",
    "peoples": "people",
    "common-words": "common",
}
OF_SECTION = {
    "[countries]": "land",
    "[places]": "land",
    "[peoples]": "people",
    "[given names]": "given",
    "[surnames]": "surname",
}
# Single words of these count; a longer name counts as a whole.
PHRASES = sum(1 << LISTS.index(name) for name in ("city", "large city", "land", "people"))
LONGEST_NAME = 6


def read_lists(folder: Path, tokens):
    """The lists of each name: its words, as the tokenizer cuts and folds them, to bits of LISTS."""
    found = {}

    def add(line, name):
        words = tuple(word for word, _ in tokens.pre_tokenizer.pre_tokenize_str(tokens.normalize(line)))
        if 0 < len(words) <= LONGEST_NAME:
            found[words] = found.get(words, 0) | 1 << LISTS.index(name)

    for file, name in OF_FILE.items():
        for line in (folder / f"{file}.txt").read_text(encoding="utf-8").splitlines():
            add(line, name)
    section = None
    for line in (folder / "hand.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = OF_SECTION.get(line)
        elif section and line and not line.startswith("#"):
            add(line, section)
    return found


NAMES = Path(__file__).parents[2] / "assets" / "names"
KNOWN, FOLDED = {}, {}


def known_names(tokens):
    """What `read_lists` finds in the application's lists; read once."""
    if not KNOWN:
        KNOWN.update(read_lists(NAMES, tokens))
    return KNOWN


def folded(word, tokens):
    """A word as the tokenizer reads it; remembered, because asking it takes long."""
    if word not in FOLDED:
        FOLDED[word] = tokens.normalize(word)
    return FOLDED[word]


def listed(words, may_begin, lists):
    """For each of `words` (folded) the lists that it is in, alone or as part of a longer name.

    `may_begin` says which of them may be the first of a name.
    """
    marks = [0] * len(words)
    for start in range(len(words)):
        if not may_begin[start]:
            continue
        for length in range(1, min(LONGEST_NAME, len(words) - start) + 1):
            bits = lists.get(tuple(words[start : start + length]), 0)
            if length > 1:
                bits &= PHRASES
            if bits:
                marks[start] |= bits
                for index in range(start + 1, start + length):
                    marks[index] |= bits | CONTINUED
    return marks
