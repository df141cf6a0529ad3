"""What Python sees of article files, compared with the records that they were made of.

Run by packaging/check, with the wheel installed; needs spaCy, pandas and datasets.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import copydesk

ROOT = Path(__file__).parents[3]
RESERVED = {"id", "start", "end", "label", "text", "state", "by", "score", "note", "at"}


def is_kept(span) -> bool:
    """Whether an article file of the usual labels can hold it."""
    overlaps = span["text"].startswith("Jean Dupont\r\nthat")
    return span["state"] != "suggested" and span["label"] != "ORG" and not overlaps


RECORDS = [
    json.loads(line)
    for line in (ROOT / "tests/readers/articles.jsonl").read_text("utf-8").split("\n")
    if line
]
for record in RECORDS:
    record["spans"] = [span for span in record.get("spans", []) if is_kept(span)]


def import_into(folder: Path, source: Path) -> None:
    command = [copydesk.find_program(), "import", source, "--output", folder]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Article files of RECORDS, as the program saves them."""
    source = tmp_path_factory.mktemp("source") / "articles.jsonl"
    source.write_text("\n".join(json.dumps(record) for record in RECORDS), "utf-8")
    folder = tmp_path_factory.mktemp("articles")
    import_into(folder, source)
    return folder


@pytest.fixture(scope="module")
def articles(folder) -> dict[str, copydesk.Article]:
    """By text, because article files have names of their own."""
    return {article.text: article for article in copydesk.read(folder)}


def test_articles_have_their_texts_and_spans(articles):
    assert articles.keys() == {record["text"] for record in RECORDS}
    count = 0
    for record in RECORDS:
        article = articles[record["text"]]
        assert article.metadata.get("title") == record.get("title")
        assert article.status == record.get("status", "open")
        got = [(span.start, span.end, span.label, span.state) for span in article.spans]
        wanted = [
            (span["start"], span["end"], span["label"], span["state"]) for span in record["spans"]
        ]
        assert sorted(got) == sorted(wanted)
        for span in article.spans:
            assert article.text[span.start : span.end] == span.text
        count += len(got)
    assert count >= 10


def test_accepted_spans_have_their_attributes_and_notes(articles):
    for record in RECORDS:
        article = articles[record["text"]]
        by_place = {(span.start, span.end, span.label): span for span in article.accepted}
        for span in record["spans"]:
            if span["state"] != "accepted":
                continue
            got = by_place[span["start"], span["end"], span["label"]]
            attributes = {name: value for name, value in span.items() if name not in RESERVED}
            assert got.attributes == attributes
            assert got.note == span.get("note")
            at = {name: tuple(place) for name, place in span.get("at", {}).items()}
            assert got.at == at


def test_suggestions_come_when_they_are_asked_for(tmp_path):
    text = tmp_path / "story.txt"
    text.write_text("Angela Merkel met Emmanuel Macron in Paris on Monday.", "utf-8")
    import_into(tmp_path / "work", text)
    (without,) = copydesk.read(tmp_path / "work")
    (with_them,) = copydesk.read(tmp_path / "work", suggestions=True)
    assert without.spans == ()
    found = {(span.text, span.label, span.state) for span in with_them.spans}
    assert ("Angela Merkel", "person", "suggested") in found
    assert ("Paris", "place", "suggested") in found
    assert all(0 < span.score <= 1 and span.by for span in with_them.spans)


def test_a_file_may_be_called_like_an_option(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("--each").write_text("Nothing much happened.", "utf-8")
    (article,) = copydesk.read("--each")
    assert article.text == "Nothing much happened."


def test_nothing_is_read_from_nothing():
    assert copydesk.read() == []


def test_what_cannot_be_read_is_told_in_the_words_of_the_program(tmp_path, folder):
    damaged = tmp_path / "damaged.ron"
    damaged.write_text("// Copydesk article, format 1\n(format: 1, text: ", "utf-8")
    with pytest.raises(copydesk.CopydeskError, match="damaged.ron"):
        copydesk.read(damaged)
    with pytest.raises(copydesk.CopydeskError, match="damaged.ron"):
        copydesk.read(folder, damaged)
    with pytest.raises(copydesk.CopydeskError, match="No such file: .*no-such.ron"):
        copydesk.read(tmp_path / "no-such.ron", strict=False)


def test_all_that_can_be_read_is_read_with_a_warning_for_the_rest(tmp_path, folder):
    damaged = tmp_path / "damaged.ron"
    damaged.write_text("// Copydesk article, format 1\n(format: 1, text: ", "utf-8")
    with pytest.warns(copydesk.CopydeskWarning, match="damaged.ron"):
        articles = copydesk.read(folder, damaged, strict=False)
    assert len(articles) == len(RECORDS)


def test_a_span_whose_words_are_gone_is_told_of(tmp_path, folder):
    edited = tmp_path / "edited.ron"
    whole = next(
        file for file in sorted(folder.iterdir()) if "O'Brien_1" in file.read_text("utf-8")
    )
    edited.write_text(
        whole.read_text("utf-8").replace('quote: "London"', 'quote: "Vienna"'), "utf-8"
    )
    with pytest.raises(copydesk.CopydeskError, match="Vienna"):
        copydesk.read(edited)
    with pytest.warns(copydesk.CopydeskWarning, match="Vienna"):
        (article,) = copydesk.read(edited, strict=False)
    assert "London" not in {span.text for span in article.spans}


def test_a_program_that_cannot_be_started_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("COPYDESK", str(tmp_path / "no-such-program"))
    with pytest.raises(copydesk.CopydeskError, match="no-such-program"):
        copydesk.read("story.ron")


def test_the_program_comes_with_the_package():
    program = copydesk.find_program()
    assert program.parent == Path(sys.executable).parent
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True)
    module = [sys.executable, "-m", "copydesk", "--version"]
    assert (
        subprocess.run(module, check=True, capture_output=True, text=True).stdout == version.stdout
    )
    wrong = subprocess.run([*module[:-1], "--no-such-option"], check=False, capture_output=True)
    assert wrong.returncode == 2


def test_where_there_is_no_program_that_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sysconfig.get_path", lambda *_: str(tmp_path))
    monkeypatch.setattr("copydesk._program.__file__", str(tmp_path / "a" / "b" / "c.py"))
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    with pytest.raises(copydesk.CopydeskError, match="pip"):
        copydesk.find_program()
    beside = tmp_path / "copydesk"
    beside.write_text("#!/bin/sh\n")
    beside.chmod(0o755)
    assert copydesk.find_program() == beside


def test_docs_have_exactly_the_spans(articles):
    groups = {"accepted": "sc", "rejected": "rejected", "suggested": "suggested"}
    docs = copydesk.to_spacy(articles.values())
    for article, doc in zip(articles.values(), docs, strict=True):
        assert doc.text == article.text
        assert doc.user_data["copydesk"] == article
        for state, group in groups.items():
            got = [(span.start_char, span.end_char, span.label_) for span in doc.spans[group]]
            wanted = [(s.start, s.end, s.label) for s in article.spans if s.state == state]
            assert got == wanted
        accepted = {(s.start, s.end, s.label) for s in article.accepted}
        assert all((e.start_char, e.end_char, e.label_) in accepted for e in doc.ents)


def test_a_token_is_cut_where_a_span_begins_or_ends():
    span = copydesk.Span(4, 9, "place", "Paris")
    claim = copydesk.Span(0, 15, "claim", "pre-Paris-based")
    (doc,) = copydesk.to_spacy([copydesk.Article("a", "pre-Paris-based firms", (span, claim))])
    assert doc.text == "pre-Paris-based firms"
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Paris", "place")]
    assert [found.text for found in doc.spans["sc"]] == ["Paris", "pre-Paris-based"]


def test_tables_have_a_row_for_each_span(articles):
    table = copydesk.to_pandas(articles.values())
    spans = [(a.id, s) for a in articles.values() for s in a.spans]
    assert len(table) == len(spans)
    for row, (article, span) in zip(table.to_dict("records"), spans, strict=True):
        assert (row["article"], row["start"], row["end"]) == (article, span.start, span.end)
        assert (row["label"], row["text"], row["state"]) == (span.label, span.text, span.state)
        for name, value in span.attributes.items():
            assert row[name] == value
    assert list(copydesk.to_pandas([]).columns[:3]) == ["article", "start", "end"]


def test_an_attribute_that_is_called_like_a_column_has_a_column_of_its_own():
    span = copydesk.Span(0, 3, "person", "Ann", attributes={"score": "5 of 9"})
    table = copydesk.to_pandas([copydesk.Article("a", "Ann", (span,))])
    assert table["attribute_score"].tolist() == ["5 of 9"]
    assert table["score"].isna().all()


def test_data_sets_have_a_row_for_each_article(articles):
    data = copydesk.to_datasets(articles.values())
    assert data["text"][:] == list(articles)
    for row, article in zip(data, articles.values(), strict=True):
        assert (row["id"], row["status"]) == (article.id, article.status)
        for got, span in zip(row["spans"], article.spans, strict=True):
            assert (got["start"], got["end"], got["label"]) == (span.start, span.end, span.label)
            attributes = {pair["name"]: pair["value"] for pair in got["attributes"]}
            assert attributes == span.attributes
    assert copydesk.to_datasets([]).num_rows == 0
