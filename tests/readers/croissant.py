"""Croissant: what MLCommons' mlcroissant finds in the description of a data set, and reads by it.

Run by tests/readers/run with the folder of the exports.
"""

import logging
import pathlib
import subprocess
import sys
import tempfile
import os

import mlcroissant

from expected import articles

FOLDER = pathlib.Path(sys.argv[1])
ARTICLES = {article["id"]: article for article in articles()}


class Said(logging.Handler):
    """Keeps what the validator warns of."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def opened(path):
    """The data set, and what was said of its description; an error in it is raised."""
    said = Said()
    logging.getLogger("absl").addHandler(said)
    try:
        return mlcroissant.Dataset(jsonld=str(path)), "\n".join(said.lines)
    finally:
        logging.getLogger("absl").removeHandler(said)


def check(data_set):
    got = {}
    for split in data_set.metadata.record_sets:
        for row in data_set.records(split.id):
            column = lambda name: row[f"{split.id}/{name}"]
            words = lambda name: column(name).decode()
            spans = []
            for span in column("spans"):
                part = lambda name: span[f"{split.id}/spans/{name}"]
                assert words("text")[part("start") : part("end")] == part("text").decode(), span
                spans.append((part("start"), part("end"), part("label").decode()))
            got[words("id")] = (words("text"), sorted(spans))
    expected = {
        id: (article["text"], sorted((it["start"], it["end"], it["label"]) for it in article["spans"]))
        for id, article in ARTICLES.items()
    }
    assert got == expected, (got, expected)
    count = sum(len(spans) for _, spans in got.values())
    print(f"mlcroissant: {len(got)} texts and {count} spans are the same")


def check_told():
    """With all that a person can tell, nothing that the specification asks for is missing."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "hf"
        told = ["--license", "CC-BY-4.0", "--url", "https://example.org/news", "--published", "2026-05-01"]
        command = [os.environ["COPYDESK"], "export", "tests/readers/articles.jsonl", "--to", "hf"]
        subprocess.run(
            [*command, "--annotator", "Anna", *told, "-o", out], check=True, stderr=subprocess.DEVNULL
        )
        data_set, said = opened(out / "croissant.json")
        metadata = data_set.metadata
        assert [it.name for it in metadata.creators] == ["Anna"], metadata.creators
        assert metadata.url == "https://example.org/news"
        assert metadata.license == ["CC-BY-4.0"], metadata.license
        asked = [line for line in said.split("\n") if "Property" in line]
        optional = ("citeAs", "schema.org/version")
        missing = [line for line in asked if not any(name in line for name in optional)]
        assert not missing and "@context" not in said, said
        print("mlcroissant: the description has all that is required")


check(opened(FOLDER / "hf" / "croissant.json")[0])
check_told()
