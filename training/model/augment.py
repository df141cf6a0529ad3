"""Makes variants of a sentence that news has and the corpora lack: shouting, headlines, datelines, other names."""

import random
import re
from pathlib import Path

from data import Sentence

SMALL = set("a an the and or but of in on at to for by with from as is are be vs".split())
AGENCIES = ["AP", "Reuters", "AFP", "BBC", "PA", "UPI", "Xinhua", "CNN"]


class Augmenter:
    def __init__(self, data: Path, names: Path, documents, swaps=1):
        """`swaps`: how much more often than usual a sentence gets other names."""
        self.swaps = swaps
        self.people = read_people(names)
        self.cities = read_cities(data / "gaz" / "cities15000.tsv")
        self.city_names = set(self.cities)
        self.seen = sorted({s.text[a:b] for d in documents for s in d.sentences for a, b, c in s.spans if c == "place"})

    def vary(self, sentence: Sentence, dice: random.Random):
        roll = dice.random()
        if roll < 0.03:
            return recase(sentence, str.upper)
        if roll < 0.05:
            return recase(sentence, str.lower)
        if roll < 0.09:
            return headline(sentence)
        if roll < 0.12:
            return self.dateline(sentence, dice)
        if roll < 0.12 + 0.08 * self.swaps:
            return self.swap(sentence, dice, "person")
        if roll < 0.12 + 0.13 * self.swaps:
            return self.swap(sentence, dice, "place")
        return sentence

    def swap(self, sentence, dice, name):
        """Other names of the same class in the same places; the same name stays the same."""
        text, spans, shift, chosen = sentence.text, [], 0, {}
        for start, end, found in sentence.spans:
            words = sentence.text[start:end]
            other = chosen.get(words)
            if other is None and found == name:
                other = self.person_like(words, dice) if name == "person" else self.place_like(words, dice)
                chosen[words] = other
            if found != name or other is None:
                spans.append((start + shift, end + shift, found))
                continue
            text = text[: start + shift] + other + text[end + shift :]
            spans.append((start + shift, start + shift + len(other), found))
            shift += len(other) - (end - start)
        return Sentence(text, spans, sentence.corpus, sentence.starts_paragraph)

    def person_like(self, words, dice):
        count = len(words.split())
        if count > 3 or not words[0].isupper():
            return None
        first, last = dice.choice(self.people)
        if count == 1:
            return dice.choice(last)
        return f"{dice.choice(first)} {dice.choice(last)}"

    def place_like(self, words, dice):
        if words not in self.city_names:
            return None
        return dice.choice(self.cities) if dice.random() < 0.7 else dice.choice(self.seen)

    def dateline(self, sentence, dice):
        city = dice.choice(self.cities)
        shown = city.upper() if dice.random() < 0.6 else city
        spans, text = [(0, len(shown), "place")], shown
        if dice.random() < 0.5:
            agency = dice.choice(AGENCIES)
            spans.append((len(text) + 2, len(text) + 2 + len(agency), "organization"))
            text += f" ({agency})"
        text += dice.choice([" - ", " -- ", " — ", " – ", ": "])
        shift = len(text)
        spans += [(a + shift, b + shift, c) for a, b, c in sentence.spans]
        return Sentence(text + sentence.text, spans, sentence.corpus, sentence.starts_paragraph)


def recase(sentence, change):
    text = change(sentence.text)
    if len(text) != len(sentence.text):
        return sentence
    return Sentence(text, sentence.spans, sentence.corpus, sentence.starts_paragraph)


def headline(sentence):
    def capital(match):
        word = match.group(0)
        return word if word in SMALL and match.start() else word[0].upper() + word[1:]

    text = re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", capital, sentence.text)
    if len(text) != len(sentence.text):
        return sentence
    cut = text[:-1] if text.endswith(".") and not any(b == len(text) for _, b, _ in sentence.spans) else text
    return Sentence(cut, sentence.spans, sentence.corpus, True)


def read_people(path: Path):
    """[(first names, surnames)] of one culture a line."""
    people = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            _, first, last = line.split("\t")
            people.append((first.split("|"), last.split("|")))
    return people


def read_cities(path: Path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return sorted({line.split("\t")[0] for line in lines if re.match(r"[A-Z]", line) and len(line.split("\t")[0]) > 3})
