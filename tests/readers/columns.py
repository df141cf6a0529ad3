"""Reads CoNLL-2003, IOB2, BILOU, CoNLL-U, brat, WebAnno TSV and tables with the tools of the field.

    python tests/readers/columns.py FOLDER

FOLDER holds one export per format, named after it, and articles.json: what should be found, a list of
{"id", "text", "spans": [[start, end, label, words], …]} in code points. Needs spacy, seqeval, conllu,
pandas, polars and duckdb. brat and INCEpTION are on no package index: their own rules are written out
below. A span that a format cannot hold may be missing; one that is there must be right.
"""

import csv
import json
import re
import sys
import urllib.parse
from pathlib import Path

FOLDER = Path(sys.argv[1])
ARTICLES = json.loads((FOLDER / "articles.json").read_text("utf-8"))
BY_ID = {article["id"]: article for article in ARTICLES}


def spans_of(article):
    return {tuple(span) for span in article["spans"]}


def file_name(article):
    return urllib.parse.quote(article["id"], safe="")


def squeezed(words):
    return "".join(words.split())


def check_words(name, found, lossless):
    """`found`: for each article the (label, words) of its spans in order."""
    for article, spans in zip(ARTICLES, found, strict=True):
        known = [(label, squeezed(words)) for _, _, label, words in article["spans"]]
        spans = [(label, squeezed(words)) for label, words in spans]
        for span in spans:
            assert span in known, f"{name}: {article['id']}: {span} is not in the article"
            known.remove(span)
        assert not (lossless and known), f"{name}: {article['id']}: without {known}"


def told(name, reader, found):
    print(f"{name}: {reader}: {sum(map(len, found))} spans in {len(found)} articles")


def tag_rows(name):
    """Documents as sentences as rows, the way most scripts read such files."""
    documents = []
    ending = "conll" if name == "conll2003" else "tsv"
    for line in (FOLDER / f"{name}.{ending}").read_text("utf-8").split("\n"):
        if line.startswith("-DOCSTART-"):
            documents.append([[]])
        elif not line:
            documents[-1].append([])
        else:
            documents[-1][-1].append(line.split())
    return [[sentence for sentence in document if sentence] for document in documents]


def check_tags(name, scheme):
    from seqeval.metrics.sequence_labeling import get_entities
    from seqeval.scheme import BILOU, IOB2, Entities

    documents = tag_rows(name)
    widths = {len(row) for document in documents for sentence in document for row in sentence}
    assert len(widths) == 1, f"{name}: rows of {widths} columns"
    columns = [3] if name == "conll2003" else range(1, widths.pop())
    found = []
    for article, document in zip(ARTICLES, documents, strict=True):
        ink = "".join(row[0] for sentence in document for row in sentence)
        assert ink == squeezed(article["text"]), f"{name}: the words of {article['id']}"
        spans = []
        for column in columns:
            tags = [[row[column] for row in sentence] for sentence in document]
            strict = Entities(tags, scheme={"IOB2": IOB2, "BILOU": BILOU}[scheme])
            for sentence, entities in zip(document, strict.entities, strict=True):
                for entity in entities:
                    words = "".join(row[0] for row in sentence[entity.start : entity.end])
                    spans.append((entity.tag, words))
            if scheme == "IOB2":
                lenient = sum(len(get_entities(sentence)) for sentence in tags)
                assert lenient == sum(map(len, strict.entities)), f"{name}: not strict IOB2"
        found.append(spans)
    check_words(name, found, lossless=False)
    told(name, f"seqeval, strict {scheme}", found)


def check_spacy():
    from spacy.training.converters import conll_ner_to_docs

    data = (FOLDER / "conll2003.conll").read_text("utf-8")
    docs = list(conll_ner_to_docs(data, n_sents=0, no_print=True))
    found = [[(entity.label_, entity.text) for entity in doc.ents] for doc in docs]
    # spaCy leaves out documents without words.
    for at, article in enumerate(ARTICLES):
        if not article["text"].strip():
            found.insert(at, [])
    check_words("conll2003", found, lossless=False)
    told("conll2003", "spaCy convert", found)


def check_offsets(name):
    lines = (FOLDER / f"{name}.offsets").read_text("utf-8").splitlines()
    rows = tag_rows(name)
    for article, line, document in zip(ARTICLES, lines, rows, strict=True):
        line = json.loads(line)
        assert line["id"] == article["id"] and line["text"] == article["text"]
        words = [row[0] for sentence in document for row in sentence]
        assert words == [line["text"][start:end] for start, end in line["tokens"]]


def check_conllu():
    import conllu

    data = (FOLDER / "conllu.conllu").read_text("utf-8")
    documents = []
    for sentence in conllu.parse(data):
        if "newdoc id" in sentence.metadata:
            documents.append((sentence.metadata["newdoc id"], []))
        documents[-1][1].append(sentence)
    found = []
    for article, (name, sentences) in zip(ARTICLES, documents, strict=True):
        assert urllib.parse.unquote(name) == article["id"]
        spans, open_spans = [], {}
        for sentence in sentences:
            text = ""
            for token in sentence:
                misc = token["misc"]
                start, end = map(int, misc["TokenRange"].split(":"))
                assert article["text"][start:end] == token["form"]
                text += token["form"] + ("" if misc.get("SpaceAfter") == "No" else " ")
                # As udapi takes entities apart.
                for chunk in filter(
                    None, re.split(r"(\([^()]+\)?|[^()]+\))", misc.get("Entity", ""))
                ):
                    parts = chunk.strip("()").split("-")
                    if chunk.startswith("("):
                        open_spans[parts[0]] = (start, urllib.parse.unquote(parts[1]))
                    if chunk.endswith(")"):
                        start_of, label = open_spans.pop(parts[0])
                        words = article["text"][start_of:end]
                        spans.append((start_of, end, label, words))
            if len(sentence):
                assert sentence.metadata["text"] == text.rstrip(), sentence.metadata["text"]
            assert not open_spans, "a span goes over the end of a sentence"
        assert set(spans) == spans_of(article), f"conllu: {article['id']}"
        found.append(spans)
    told("conllu", "conllu", found)


def check_brat():
    found = []
    for article in ARTICLES:
        stem = FOLDER / "brat" / file_name(article)
        # brat's own parser: the words must be those of the pieces, joined by a space.
        with open(f"{stem}.txt", encoding="utf-8") as file:
            text = file.read()
        assert text == article["text"].replace("\r\n", "\n").replace("\r", "\n")
        spans, names = [], set()
        with open(f"{stem}.ann", encoding="utf-8", newline="\n") as file:
            lines = file.read().splitlines()
        for line in lines:
            name, data, *rest = line.split("\t", 2)
            if name.startswith("T"):
                label, places = data.split(" ", 1)
                pieces = [tuple(map(int, piece.split(" "))) for piece in places.split(";")]
                assert rest == [" ".join(text[start:end] for start, end in pieces)], line
                assert name not in names
                names.add(name)
                spans.append((label, rest[0]))
        for line in lines:
            for target in re.findall(
                r"\b(T\d+)\b", line.split("\t")[1] if line[0] in "RA#" else ""
            ):
                assert target in names, line
        found.append(spans)
    check_words("brat", found, lossless=True)
    conf = (FOLDER / "brat" / "annotation.conf").read_text("utf-8")
    types = conf.split("[entities]\n")[1].split("\n\n")[0].split("\n")
    assert all(label in types for spans in found for label, _ in spans)
    told("brat", "the rules of its annotation.py", found)


def utf16(text, start, end):
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def check_webanno():
    """The steps of INCEpTION's Tsv3XDeserializer."""
    unescape = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
    found = []
    for article in ARTICLES:
        path = FOLDER / "webanno" / f"{file_name(article)}.tsv"
        lines = path.read_bytes().decode("utf-8").split("\n")
        assert lines[0] == "#FORMAT=WebAnno TSV 3.3"
        header = [line for line in lines if line.startswith("#T_SP=")]
        columns = [name for line in header for name in line.split("|")[1:]]
        text, length, sentence, units, spans = "", 0, "", [], {}
        for number, line in enumerate(lines[len(header) + 3 :]):
            if line.startswith("#Text="):
                words = re.sub(r"\\(.)", lambda m: unescape.get(m[1], m[1]), line[6:])
                sentence += words + "\n"
            elif line:
                name, place, word, *cells = line.split("\t")
                start, end = map(int, place.split("-"))
                if sentence:
                    if length > start:
                        assert length == start + 1 and text.endswith("\n")
                        text, length = text[:-1], length - 1
                    text += " " * (start - length) + sentence
                    length = start + len(sentence.encode("utf-16-le")) // 2
                    sentence = ""
                assert utf16(text, start, end) == word, line
                assert len(cells) == len(columns) + 1 and cells[-1] == "", line
                units.append((name, start, end))
                at = 0
                for layer in header:
                    features = layer.split("|")[1:]
                    cell = cells[at]
                    at += len(features)
                    if cell == "_":
                        continue
                    for stacked, value in enumerate(re.split(r"(?<!\\)\|", cell)):
                        match = re.fullmatch(r"(.*?)(?:\[(\d+)\])?", value)
                        label = re.sub(r"\\(.)", r"\1", match[1])
                        key = (layer, match[2] or (number, stacked))
                        first = spans.get(key, (start, end, label))
                        spans[key] = (first[0], end, label)
        found.append([(label, utf16(text, start, end)) for start, end, label in spans.values()])
        if article["text"].strip():
            assert text[:-1] == article["text"], f"webanno: the text of {article['id']}"
    check_words("webanno", found, lossless=True)
    told("webanno", "the steps of INCEpTION's reader", found)


def check_table(name, delimiter):
    import duckdb
    import pandas
    import polars

    ending = "tsv" if name == "tsv" else "csv"
    main, beside = FOLDER / f"{name}.{ending}", FOLDER / f"{name}.articles.{ending}"

    def safe(cell):
        return cell[1:] if name == "excel-csv" and cell.startswith("'") else cell

    def with_csv(path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=delimiter, strict=True))

    def with_pandas(path):
        table = pandas.read_csv(path, sep=delimiter, dtype=str, keep_default_na=False)
        return table.to_dict("records")

    def with_polars(path):
        table = polars.read_csv(path, separator=delimiter, infer_schema=False)
        return [{name: cell or "" for name, cell in row.items()} for row in table.to_dicts()]

    def with_duckdb(path):
        table = duckdb.read_csv(str(path), sep=delimiter, all_varchar=True, header=True)
        rows = table.fetchall()
        return [dict(zip(table.columns, [cell or "" for cell in row])) for row in rows]

    for reader, read in [
        ("csv", with_csv),
        ("pandas", with_pandas),
        ("polars", with_polars),
        ("duckdb", with_duckdb),
    ]:
        texts = {safe(row["id"]): safe(row["text"]) for row in read(beside)}
        assert texts == {
            article["id"]: article["text"] for article in ARTICLES
        }, f"{name}: {reader}"
        found = {article["id"]: set() for article in ARTICLES}
        for row in read(main):
            start, end = int(row["start_codepoint"]), int(row["end_codepoint"])
            name_of, words = safe(row["doc_id"]), safe(row["text"])
            assert texts[name_of][start:end] == words
            found[name_of].add((start, end, safe(row["label"]), words))
        assert found == {
            article["id"]: spans_of(article) for article in ARTICLES
        }, f"{name}: {reader}"
        told(name, reader, list(found.values()))


for tags, scheme_of_tags in [("conll2003", "IOB2"), ("iob2", "IOB2"), ("bilou", "BILOU")]:
    check_tags(tags, scheme_of_tags)
    check_offsets(tags)
check_spacy()
check_conllu()
check_brat()
check_webanno()
check_table("csv", ",")
check_table("tsv", "\t")
check_table("excel-csv", ",")
