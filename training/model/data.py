"""Reads the data folder, brings its corpora to one standard and cuts windows of subwords from it.

Offsets are Unicode code points, half-open, as in the data. A *window* is what the network sees: a few
consecutive sentences of one document, at most MAX_SUBWORDS long.
"""

import json
import random
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import BertWordPieceTokenizer

from lists import folded, known_names, listed

CLASSES = ["person", "place", "organization", "peoples", "date", "other"]
OF_CORPUS = {
    "PERSON": "person",
    "PLACE": "place",
    "ORG": "organization",
    "NORP": "peoples",
    "DATE": "date",
    "OTHER": "other",
}
# 0 is outside; then B and I of each class.
TAGS = ["O"] + [f"{edge}-{name}" for name in CLASSES for edge in "BI"]
MAX_SUBWORDS = 120

# Kinds of words for the token-type table: the vocabulary is uncased, so case comes in here.
(SPECIAL, LOWER, TITLE, TITLE_FIRST, UPPER, LETTER, MIXED, DIGIT, MARK, TITLE_IN_TITLE, UPPER_IN_UPPER) = range(11)
KINDS = 11

# Which classes a corpus marks nowhere or only in part: there, a word without a label may be one.
SILENT = {
    "gmb": ["other"],
    "gum": ["peoples", "date"],
    "wikigold": ["date"],
    "uner": ["peoples", "date", "other"],
    "btc": ["peoples", "date", "other"],
    "crossner": ["peoples", "date"],
    "redocred": ["peoples"],
    "claimbuster": CLASSES,
}
# Corpora whose `other` holds peoples and adjectives as well.
MIXED_OTHER = {"wikigold", "crossner"}

TITLES = (
    "president prime minister secretary senator sen. rep. representative governor gov. mayor chancellor king queen "
    "prince princess pope sir dame lord lady dr. dr prof. professor mr. mr mrs. mrs ms. ms miss judge justice general "
    "gen. colonel col. captain capt. major lieutenant lt. sergeant sgt. admiral adm. chairman spokesman spokeswoman "
    "ambassador minister foreign vice deputy former chief director coach sheikh imam bishop archbishop cardinal reverend rev. "
    "emperor sultan pm"
).split()
# GUM links these to the one who holds them; without a name they are no persons.
ROLES = {"Emperor", "Protector", "Earl", "Fellow", "Command", "Duke", "Petitioner", "Rector", "Tsar", "Baron", "Decree", "Viking", "God"}
# Buildings that stand for a government: places, by the definition of the labels.
SEATS = {"White House", "Kremlin", "Downing Street", "Capitol Hill", "Pentagon", "Elysee", "Blue House"}


# Words that begin a sentence without being part of a name, whatever their capital.
PLAIN = set(
    "a about after all also although an and are as at because before both but by can did do does during each even "
    "every for from had has have he her here his how however i if in into is it its last many meanwhile more most my "
    "no not now of on once one only or other our out over she since so some still such than that the their then there "
    "these they this those though three through to two under until we were what when where which while who why will "
    "with would yes yet you your".split()
)


@dataclass
class Sentence:
    text: str
    spans: list  # (start, end, class), in code points of `text`
    corpus: str
    starts_paragraph: bool = False


@dataclass
class Document:
    sentences: list = field(default_factory=list)
    corpus: str = ""


def tokenizer(folder: Path):
    return BertWordPieceTokenizer(str(folder / "vocab.txt"), lowercase=True)


# ---- reading ---------------------------------------------------------------------------------


def read_records(path: Path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def clean_span(text, start, end, label):
    """The span as LABELS.md wants it: `the`, titles, `'s`, hash signs and quotes outside."""
    while start < end and text[start] in " \n\t#@\"“”'‘’([":
        start += 1
    while start < end and text[end - 1] in " \n\t\"“”,;:!?":
        end -= 1
    words = text[start:end]
    if words.endswith(("'s", "’s")) and label != "OTHER":
        end -= 2
    if re.match(r"the ", words, re.I) and not re.match(r"The (Hague|Gambia|Bronx)", words):
        if label in ("PLACE", "ORG", "PERSON", "NORP"):
            start += 4
    if label == "PERSON":
        while True:
            match = re.match(r"(\S+)\s+(?=\S)", text[start:end])
            if not match or match.group(1).lower() not in TITLES:
                break
            start += match.end()
        if text[start:end].lower() in TITLES or text[start:end] in ROLES:
            return None
    if label == "ORG" and text[start:end] in SEATS:
        label = "PLACE"
    return (start, end, OF_CORPUS[label]) if start < end else None


def clean_spans(text, spans):
    cleaned, last = [], 0
    kept = [s for s in spans if s["label"] in OF_CORPUS]
    for span in sorted(kept, key=lambda s: (s["start"], -s["end"])):
        one = clean_span(text, span["start"], span["end"], span["label"])
        if one and one[0] >= last:
            cleaned.append(one)
            last = one[1]
    return cleaned


def cut(text, spans, bounds, corpus):
    """The sentences of one text, given their (start, end)."""
    sentences, previous = [], 0
    for start, end in bounds:
        inside = [(a - start, b - start, c) for a, b, c in spans if start <= a and b <= end]
        sentences.append(Sentence(text[start:end], inside, corpus, "\n" in text[previous:start] or not sentences))
        previous = end
    return sentences


def read_documents(path: Path):
    """All documents of one file, their sentences in order."""
    corpus = path.name.split("-")[0]
    documents, last_doc = [], None
    for record in read_records(path):
        text = record["text"]
        spans = clean_spans(text, record["spans"])
        if "sents" in record:
            bounds = [(s[0], s[1]) if isinstance(s, list) else (s["start"], s["end"]) for s in record["sents"]]
            documents.append(Document(cut(text, spans, bounds, corpus), corpus))
            continue
        sentence = Sentence(text, spans, corpus)
        # Runs of sentences that belong together; GMB and Wikigold do not say where articles end.
        doc = record.get("doc") or (
            f"{record['seq'] // 12}" if "seq" in record else f"{len(documents)}" if corpus in ("btc", "crossner") else None
        )
        if doc is None:
            doc = f"{int(record['id'].split('-')[-1]) // 8}"
        if doc != last_doc:
            documents.append(Document([], corpus))
            last_doc = doc
        documents[-1].sentences.append(sentence)
    return documents


HELD_OUT = "gum-ok-dev"


def read_training(data: Path):
    """(gold documents, silver documents); gum-ok-dev is kept back for development."""
    gold, silver = [], []
    for path in sorted((data / "train").glob("*.jsonl")):
        if path.stem == HELD_OUT:
            continue
        (silver if path.stem.startswith("gmb") else gold).extend(read_documents(path))
    return gold, silver


def read_unlabelled(data: Path):
    """Documents without any label of a name: sentences of debates, from the training part for claims."""
    return read_documents(data / "claims" / "claimbuster-train.jsonl")


# ---- words and kinds -------------------------------------------------------------------------


def kind_of(word, first, title_share, upper_share):
    head = word[0]
    if any(unicodedata.category(c)[0] == "N" for c in word):
        return DIGIT
    if not any(c.isalpha() for c in word):
        return MARK
    if not any(c.isupper() for c in word):
        return LOWER
    if len(word) == 1:
        return LETTER
    if all(c.isupper() for c in word if c.isalpha()):
        return UPPER_IN_UPPER if upper_share else UPPER
    if head.isupper() and not any(c.isupper() for c in word[1:]):
        return TITLE_IN_TITLE if title_share else TITLE_FIRST if first else TITLE
    return MIXED


def kinds_of(words):
    """The kind of each word of one sentence."""
    letters = [w for w in words if any(c.isalpha() for c in w)]
    long = [w for w in letters if len(w) > 3]
    title = len(long) >= 4 and sum(w[0].isupper() for w in long) * 10 >= len(long) * 8
    upper = len(letters) >= 3 and sum(w.upper() == w and w.lower() != w for w in letters) * 10 >= len(letters) * 7
    kinds, first = [], True
    for word in words:
        kinds.append(kind_of(word, first, title, upper))
        if any(c.isalnum() for c in word):
            first = False
        elif word in ":“\"":
            first = True
    return kinds


@dataclass
class Encoded:
    """One sentence in subwords; `word_starts` are indices into `ids`, `offsets` per word."""

    ids: list
    kinds: list
    lists: list  # per subword: bits of LISTS
    word_starts: list
    offsets: list
    tags: list  # one set of allowed tags (a bit mask) per word
    kept: list  # per word, see `kept_words`
    starts_paragraph: bool


def encode(sentence: Sentence, tokens):
    encoding = tokens.encode(sentence.text, add_special_tokens=False)
    ids, starts, offsets, last = [], [], [], None
    for index, (token, word, (start, end)) in enumerate(zip(encoding.ids, encoding.word_ids, encoding.offsets)):
        if word != last:
            starts.append(index)
            offsets.append([start, end])
            last = word
        else:
            offsets[-1][1] = end
        ids.append(token)
    words = [sentence.text[a:b] for a, b in offsets]
    word_kinds = kinds_of(words) if words else []
    capital = [kind not in (LOWER, MARK, DIGIT) for kind in word_kinds]
    may_begin = capital if any(capital) else [True] * len(words)
    marks = listed([folded(word, tokens) for word in words], may_begin, known_names(tokens))
    kinds, lists, bounds = [], [], starts + [len(ids)]
    for kind, bits, a, b in zip(word_kinds, marks, bounds, bounds[1:]):
        kinds += [kind] * (b - a)
        lists += [bits] * (b - a)
    tags = allowed_tags(sentence, offsets)
    kept = kept_words(words, word_kinds)
    return Encoded(ids, kinds, lists, starts, offsets, tags, kept, sentence.starts_paragraph)


def allowed_tags(sentence, offsets):
    """Bit masks: several tags are allowed where a corpus is silent about a class."""
    silent = 1
    for name in SILENT.get(sentence.corpus, []):
        at = 1 + 2 * CLASSES.index(name)
        silent |= 3 << at
    masks, spans = [], iter(sentence.spans + [(1 << 30, 1 << 30, "")])
    span = next(spans)
    begun = False
    for start, end in offsets:
        while start >= span[1]:
            span, begun = next(spans), False
        if end <= span[0]:
            masks.append(silent)
            continue
        names = [span[2]]
        if span[2] == "other" and sentence.corpus in MIXED_OTHER:
            names.append("peoples")
        edge = 1 if begun else 0
        begun = True
        masks.append(sum(1 << (1 + 2 * CLASSES.index(n) + edge) for n in names))
    return masks


# ---- windows ---------------------------------------------------------------------------------


def pack(encoded, limit=MAX_SUBWORDS, join=lambda: True):
    """Groups consecutive encoded sentences into windows of at most `limit` subwords with marks."""
    windows, window, size = [], [], 2
    for sentence in encoded:
        length = len(sentence.ids) + (1 if window and sentence.starts_paragraph else 0)
        if window and (size + length > limit or not join()):
            windows.append(window)
            window, size, length = [], 2, len(sentence.ids)
        window.append(sentence)
        size += length
    if window:
        windows.append(window)
    return windows


CLS, SEP = 101, 102


def lay_out(window, limit=MAX_SUBWORDS * 2):
    """(ids, kinds, lists, word starts, tags, kept indices) of a window; longer ones are cut at `limit`."""
    ids, kinds, lists, starts, tags, kept = [CLS], [SPECIAL], [0], [], [], [0]
    for index, sentence in enumerate(window):
        if index and sentence.starts_paragraph:
            ids.append(SEP)
            kinds.append(SPECIAL)
            lists.append(0)
        base, ends = len(ids), sentence.word_starts[1:] + [len(sentence.ids)]
        for start, end, mask, keep in zip(sentence.word_starts, ends, sentence.tags, sentence.kept):
            if base + start < limit - 1:
                starts.append(base + start)
                tags.append(mask)
                if keep:
                    kept += range(base + start, min(base + end, limit - 1))
        ids += sentence.ids
        kinds += sentence.kinds
        lists += sentence.lists
    ids, kinds, lists = ids[: limit - 1] + [SEP], kinds[: limit - 1] + [SPECIAL], lists[: limit - 1] + [0]
    return ids, kinds, lists, starts, tags, kept + [len(ids) - 1]


def kept_words(words, kinds):
    """Which words the upper layers look at: those that could be part of a name, and their neighbours.

    A hyphen or apostrophe joins: `on` in `Rostov-on-Don` is a neighbour of both names. After a name, a word in
    lower case is one only if the name may go on within two words (`von der Leyen`). A sentence without a
    capital is kept whole: there, case says nothing.
    """
    if not any(kind not in (LOWER, MARK, DIGIT) for kind in kinds):
        return [True] * len(kinds)
    found = [kind not in (LOWER, MARK) for kind in kinds]
    for index, (word, kind) in enumerate(zip(words, kinds)):
        if kind in (TITLE_FIRST, LETTER) and word.lower() in PLAIN:
            found[index] = False
    kept = list(found)
    for index, is_found in enumerate(found):
        if is_found:
            for step in (-1, 1):
                near = index + step
                ends = step > 0 and kinds[near : near + 1] == [LOWER] and not any(found[near + 1 : near + 3])
                if 0 <= near < len(words) and not ends:
                    kept[near] = True
                    if words[near] in "-'’‘" and 0 <= near + step < len(words):
                        kept[near + step] = True
    return kept


def shuffled(items, seed):
    items = list(items)
    random.Random(seed).shuffle(items)
    return items
