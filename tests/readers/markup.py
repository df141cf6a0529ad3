"""Reads exports in XML and in binary formats with the programs that they are for.

python markup.py FOLDER, where FOLDER holds xmi/, tei.xml, docbin/, parquet.parquet and html.html.
"""

import re
import sys
import tempfile
from pathlib import Path

from expected import articles

folder = Path(sys.argv[1])
expected = {article["id"]: article for article in articles()}


def facts(article):
    return sorted(
        (span["start"], span["end"], span["label"], span["text"])
        for span in article["spans"]
        if span["state"] == "accepted"
    )


def check(reader, found, only=lambda label: True):
    """`found`: id -> (text, [(start, end, label, words), ...])."""
    assert found.keys() == expected.keys(), (reader, found.keys())
    count = 0
    for name, (text, spans) in found.items():
        article = expected[name]
        assert text == article["text"], (reader, name, text, article["text"])
        wanted = [fact for fact in facts(article) if only(fact[2])]
        assert sorted(spans) == wanted, (reader, name, sorted(spans), wanted)
        for start, end, _, words in spans:
            assert text[start:end] == words, (reader, name, start, end, words)
        count += len(spans)
    print(f"{reader}: {len(found)} articles, {count} spans")


def xmi():
    import cassis

    with open(folder / "xmi" / "TypeSystem.xml", "rb") as file:
        types = cassis.load_typesystem(file)
    found = {}
    for path in sorted((folder / "xmi").glob("*.xmi")):
        with open(path, "rb") as file:
            cas = cassis.load_cas_from_xmi(file, typesystem=types)
        # cassis converts offsets to code points when it loads.
        text = cas.sofa_string or ""
        dkpro = "de.tudarmstadt.ukp.dkpro.core.api"
        (document,) = cas.select(f"{dkpro}.metadata.type.DocumentMetaData")
        spans = [
            (one.begin, one.end, one.value, one.get_covered_text())
            for one in cas.select(f"{dkpro}.ner.type.NamedEntity")
        ]
        for kind in types.get_types():
            if kind.name.startswith("webanno.custom."):
                spans += [
                    (one.begin, one.end, one.kind, one.get_covered_text())
                    for one in cas.select(kind.name)
                ]
        tokens = cas.select(f"{dkpro}.segmentation.type.Token")
        ink = "".join(token.get_covered_text() for token in tokens)
        assert ink == "".join(text.split()), (path, ink)
        found[document.documentId] = (text, spans)
    check("dkpro-cassis", found)


def tei():
    from lxml import etree

    space = {"t": "http://www.tei-c.org/ns/1.0"}
    tree = etree.parse(folder / "tei.xml")
    ids = tree.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    found = {}
    for article in tree.xpath("//t:TEI", namespaces=space):
        (name,) = article.xpath(".//t:idno[@type='article']/text()", namespaces=space)
        (block,) = article.xpath("t:text/t:body/t:ab", namespaces=space)
        text = "".join(block.itertext())
        spans = []
        for annotation in article.xpath(".//t:annotation", namespaces=space):
            kinds = {note.get("type"): note.text for note in annotation}
            target = re.fullmatch(r"#string-range\(([^,]+),(\d+),(\d+)\)", annotation.get("target"))
            assert target[1] == block.get("{http://www.w3.org/XML/1998/namespace}id")
            start, length = int(target[2]), int(target[3])
            if kinds["state"] == "accepted":
                words = text[start : start + length]
                spans.append((start, start + length, kinds["label"], words))
        found[name] = (text, spans)
    check(f"lxml {etree.__version__}, TEI", found)


def docbin():
    import spacy
    from spacy.tokens import DocBin
    from spacy.training import Corpus

    vocab = spacy.blank("en").vocab
    found, entities = {}, {}
    for path in sorted((folder / "docbin").rglob("*.spacy")):
        for doc in DocBin().from_disk(path).get_docs(vocab):
            name = doc.user_data["copydesk"]["id"]
            spans = [
                (span.start_char, span.end_char, span.label_, span.text) for span in doc.spans["sc"]
            ]
            found[name] = (doc.text, spans)
            entities[name] = (
                doc.text,
                [(one.start_char, one.end_char, one.label_, one.text) for one in doc.ents],
            )
    check(f"spaCy {spacy.__version__}, spans", found)
    check(f"spaCy {spacy.__version__}, ents", entities, lambda label: label != "claim")
    examples = list(Corpus(folder / "docbin")(spacy.blank("en")))
    assert len(examples) >= 1
    print(f"spaCy {spacy.__version__}, Corpus: {len(examples)} examples")


def parquet():
    import duckdb
    import polars
    import pyarrow
    import pyarrow.parquet
    from datasets import load_dataset

    path = str(folder / "parquet.parquet")

    def rows(table):
        return {
            row["id"]: (
                row["text"],
                [
                    (one["start"], one["end"], one["label"], one["text"])
                    for one in row["spans"]
                    if one["state"] == "accepted"
                ],
            )
            for row in table
        }

    check(f"pyarrow {pyarrow.__version__}", rows(pyarrow.parquet.read_table(path).to_pylist()))
    check(f"polars {polars.__version__}", rows(polars.read_parquet(path).to_dicts()))
    relation = duckdb.sql(f"select id, text, spans from '{path}'")
    check(
        f"duckdb {duckdb.__version__}",
        rows(dict(zip(("id", "text", "spans"), row)) for row in relation.fetchall()),
    )
    query = f"select id, unnest(spans, recursive := true) from '{path}'"
    assert len(duckdb.sql(query).fetchall()) >= sum(len(one["spans"]) for one in expected.values())
    with tempfile.TemporaryDirectory() as cache:
        data = load_dataset("parquet", data_files=path, split="train", cache_dir=cache)
        check("datasets", rows(data))


def page():
    from lxml import etree
    from lxml import html as reader

    for name, parse in [("XML", etree.parse), ("HTML", reader.parse)]:
        tree = parse(str(folder / "html.html"))
        found = {}
        for article in tree.xpath("//*[local-name()='article']"):
            (block,) = article.xpath(".//*[@data-text]")
            text, pieces = "", {}

            def walk(node, inside):
                nonlocal text
                here = inside + (node.get("data-piece") or "").split()
                for part in [node.text]:
                    for number in here:
                        place = pieces.setdefault(number, [len(text), len(text)])
                        place[1] = len(text) + len(part or "")
                    text += part or ""
                for child in node:
                    walk(child, here)
                    for number in here:
                        pieces.setdefault(number, [len(text), len(text)])[1] = len(text) + len(
                            child.tail or ""
                        )
                    text += child.tail or ""

            walk(block, [])
            spans = []
            for row in article.xpath(".//*[@data-label]"):
                start, end = int(row.get("data-start")), int(row.get("data-end"))
                if row.get("data-state") == "accepted":
                    spans.append((start, end, row.get("data-label"), text[start:end]))
                    assert pieces[row.get("data-span")] == [start, end], (row.attrib, pieces)
            found[article.get("data-id")] = (text, spans)
        check(f"lxml {etree.__version__}, {name} page", found)


chosen = sys.argv[2:] or ["xmi", "tei", "docbin", "parquet", "page"]
for one in chosen:
    globals()[one]()
