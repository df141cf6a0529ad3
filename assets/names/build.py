"""Makes the generated name lists of this folder from public sources.

Usage: python3 build.py GAZ_FOLDER GMB_TRAIN_JSONL

GAZ_FOLDER holds cities15000.tsv, us_states.tsv, countries.tsv, census_last.tsv, census_first.tsv
and ssa_first.tsv; GMB_TRAIN_JSONL is news text of which only the counts of words in lower case are
used (README.md beside this file says what each is, and its license). Writes one folded name a line,
sorted by UTF-8 bytes, so that two runs write the same files.
"""

import collections
import json
import pathlib
import re
import sys
import unicodedata

CITY_POPULATION = 25_000
LARGE_CITY_POPULATION = 400_000
SURNAMES = 24_000
GIVEN_NAME_BEARERS = 1_500
# How often a word must stand in lower case in the news text to count as a common word.
COMMON_WORD_COUNT = 6
# Names of cities that are common English words, surnames or given names far more often.
NOT_CITIES = {"of", "same", "man", "most", "split", "reading", "mobile", "nice", "sale", "bath"}


def main():
    gaz, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent
    cities = [line.split("\t") for line in lines(gaz / "cities15000.tsv")]
    write(here / "cities.txt", names(cities, CITY_POPULATION))
    write(here / "large-cities.txt", names(cities, LARGE_CITY_POPULATION))
    write(here / "states.txt", (line.split("\t")[0] for line in lines(gaz / "us_states.tsv")))
    countries = [line.split("\t") for line in lines(gaz / "countries.tsv")]
    write(here / "countries.txt", (name for row in countries for name in row[0].split("|")))
    write(here / "peoples.txt", (name for row in countries for name in row[2].split("|")))
    surnames = [line.split("\t")[0] for line in lines(gaz / "census_last.tsv")]
    write(here / "surnames.txt", surnames[:SURNAMES])
    write(here / "given-names.txt", given_names(gaz))
    write(here / "common-words.txt", common_words(pathlib.Path(sys.argv[2])))


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def names(cities, population):
    return (row[0] for row in cities if int(row[2]) >= population and row[0].lower() not in NOT_CITIES)


def given_names(gaz):
    yield from (line.split("\t")[0] for line in lines(gaz / "census_first.tsv"))
    for line in lines(gaz / "ssa_first.tsv"):
        name, bearers, _ = line.split("\t")
        if int(bearers) >= GIVEN_NAME_BEARERS:
            yield name


def common_words(news):
    lower, capital = collections.Counter(), collections.Counter()
    for line in lines(news):
        for word in re.findall(r"[A-Za-z]+", json.loads(line)["text"])[1:]:
            (lower if word.islower() else capital)[word.lower()] += 1
    return (word for word, n in lower.items() if n >= COMMON_WORD_COUNT and n > capital[word] / 2)


def write(path, entries):
    kept = set()
    for entry in entries:
        name = folded(entry)
        for form in (name, without_accents(name)):
            if len(form) > 1 and form.isascii() or is_latin(form):
                kept.add(form)
    path.write_text("".join(f"{name}\n" for name in sorted(kept, key=str.encode)), encoding="utf-8")


def folded(name):
    """As the program folds words, its tokens parted by one space."""
    name = name.split("(")[0].strip().lower().replace("’", "'").replace("ʻ", "'")
    name = name.replace("-", " - ").replace(". ", " . ")
    return " ".join(name.replace(",", " , ").split())


def without_accents(name):
    plain = unicodedata.normalize("NFD", name)
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def is_latin(name):
    return len(name) > 1 and all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())


main()
