"""JSONL, Prodigy, spaCy, doccano, Label Studio, W3C and Hugging Face: what their readers see.

Run by tests/readers/run with the folder of the exports. Prodigy and doccano are in no registry that
this may use, or are servers: what their sources do with a file is done here step by step.
"""

import json
import pathlib
import subprocess
import sys

from expected import articles

FOLDER = pathlib.Path(sys.argv[1])
ARTICLES = {article["id"]: article for article in articles()}


def spans(article, *states):
    """The spans with one of `states`, as (start, end, label), in order."""
    return sorted(
        (span["start"], span["end"], span["label"])
        for span in article["spans"]
        if span["state"] in states
    )


def rows(name):
    with open(FOLDER / name, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]


def check(reader, got, what):
    """`got` is {id: (text, spans)}; `what` the states that the reader should see."""
    assert got.keys() == ARTICLES.keys(), (reader, got.keys())
    for id, (text, found) in got.items():
        article = ARTICLES[id]
        assert text == article["text"], (reader, id, text)
        assert sorted(found) == spans(article, *what), (reader, id, found)
    count = sum(len(found) for _, found in got.values())
    print(f"{reader}: {len(got)} texts and {count} spans are the same")


def places(found):
    return [(span["start"], span["end"], span["label"]) for span in found]


def jsonl():
    lines = rows("jsonl.jsonl")
    assert {line["id"]: line for line in lines} == ARTICLES
    check(
        "JSONL",
        {line["id"]: (line["text"], places(line["spans"])) for line in lines},
        ("accepted", "suggested", "rejected"),
    )


def prodigy():
    import spacy
    from spacy.tokens import Doc

    vocab = spacy.blank("en").vocab
    got = {}
    for task in rows("prodigy.jsonl"):
        words = [token["text"] for token in task["tokens"]]
        spaces = [token["ws"] for token in task["tokens"]]
        doc = Doc(vocab, words=words, spaces=spaces)
        assert doc.text == task["text"]
        for index, (token, entry) in enumerate(zip(doc, task["tokens"])):
            place = (entry["id"], entry["start"], entry["end"])
            assert place == (index, token.idx, token.idx + len(token)), entry
        for span in task["spans"]:
            inside = doc[span["token_start"] : span["token_end"] + 1]
            assert (inside.start_char, inside.end_char) == (span["start"], span["end"]), span
        got[task["meta"]["id"]] = (task["text"], places(task["spans"]))
    check("Prodigy's rules, in spaCy", got, ("accepted",))


def spacy_json():
    import spacy
    from spacy.tokens import DocBin
    from spacy.training import Example

    nlp = spacy.blank("en")
    got, entities = {}, {}
    for line in rows("spacy.jsonl"):
        example = Example.from_dict(nlp.make_doc(line["text"]), line)
        assert example.reference.text == line["text"]
        entities[line["ids"]["id"]] = {(e.start_char, e.end_char, e.label_) for e in example.reference.ents}
        assert len(example.reference.spans["sc"]) == len(line["spans"]["sc"]), line
        got[line["ids"]["id"]] = (line["text"], [tuple(span[:3]) for span in line["spans"]["sc"]])
    check("spaCy's Example.from_dict", got, ("accepted",))
    for line in rows("spacy.jsonl"):
        reference = Example.from_dict(nlp.make_doc(line["text"]), line).reference
        sc = [(s.start_char, s.end_char, s.label_) for s in reference.spans["sc"]]
        assert sc == [tuple(span[:3]) for span in line["spans"]["sc"]], line

    target = FOLDER / "made.spacy"
    script = [sys.executable, FOLDER / "spacy.to_docbin.py", FOLDER / "spacy.jsonl", target]
    made = subprocess.run(script, check=True, capture_output=True, text=True)
    assert made.stderr == "", made.stderr
    got = {}
    for doc in DocBin(store_user_data=True).from_disk(target).get_docs(nlp.vocab):
        id = doc.user_data["id"]
        got[id] = (doc.text, [(s.start_char, s.end_char, s.label_) for s in doc.spans["sc"]])
        assert {(e.start_char, e.end_char, e.label_) for e in doc.ents} == entities[id]
    check("spaCy's DocBin", got, ("accepted",))


def doccano():
    got = {}
    for line in rows("doccano.jsonl"):
        # backend/data_import/pipeline: text and label columns are taken, others are meta.
        meta = {name: line[name] for name in line if name not in ("text", "label")}
        got[meta["meta"]["id"]] = (line["text"], [tuple(label) for label in line["label"]])
    check("doccano's rules", got, ("accepted",))


def label_studio():
    from label_studio_sdk.label_interface import LabelInterface

    config = (FOLDER / "label-studio.config.xml").read_text("utf-8")
    interface = LabelInterface(config)
    tasks = json.loads((FOLDER / "label-studio.json").read_text("utf-8"))
    annotated, predicted = {}, {}
    for task in tasks:
        # With annotations the library's own validate_task calls itself wrongly: they come next.
        assert interface.validate_task({"data": task["data"]}), task
        for annotation in task.get("annotations", []):
            assert interface.validate_annotation(annotation), annotation
        for prediction in task.get("predictions", []):
            errors = interface.validate_prediction(prediction, return_errors=True)
            assert errors == [], errors
        data = task["data"]
        for name, got in (("annotations", annotated), ("predictions", predicted)):
            results = [result for one in task.get(name, []) for result in one["result"]]
            values = [result["value"] for result in results]
            for value in values:
                assert data["text"][value["start"] : value["end"]] == value["text"], value
            found = [(value["start"], value["end"], value["labels"][0]) for value in values]
            got[data["id"]] = (data["text"], found)
    check("label-studio-sdk, annotations", annotated, ("accepted",))
    check("label-studio-sdk, predictions", predicted, ("suggested",))


# The terms of http://www.w3.org/ns/anno.jsonld that are used, so that nothing is fetched.
OA = "http://www.w3.org/ns/oa#"
CONTEXT = {
    "oa": OA,
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "http://schema.org/",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Software": "http://www.w3.org/ns/activitystreams#Application",
    "tagging": "oa:tagging",
    "describing": "oa:describing",
    "commenting": "oa:commenting",
    "questioning": "oa:questioning",
    "moderating": "oa:moderating",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "creator": {"@type": "@id", "@id": "dcterms:creator"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "format": "dc:format",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "name": "http://xmlns.com/foaf/0.1/name",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
}
VALUE = CONTEXT["value"]


def terms(value):
    """How many fields there are, but for ids, types and contexts: none may vanish."""
    if isinstance(value, list):
        return sum(map(terms, value))
    if not isinstance(value, dict):
        return 0
    names = [name for name in value if name.lstrip("@") not in ("id", "type", "context", "value")]
    inner = (value[name] for name in value if name != "@context")
    texts = 1 if "value" in value or VALUE in value else 0
    return len(names) - (VALUE in names) + texts + sum(map(terms, inner))


def w3c():
    from pyld import jsonld

    def load(url, _options):
        assert url == "http://www.w3.org/ns/anno.jsonld", url
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}

    jsonld.set_document_loader(load)
    texts, ids, got = {}, {}, {}
    for line in rows("w3c.jsonld"):
        [annotation] = jsonld.expand(line)
        assert annotation["@type"] == [OA + "Annotation"], annotation
        assert terms(line) == terms(annotation), annotation
        [motivation] = annotation[OA + "motivatedBy"]
        bodies = {body[OA + "hasPurpose"][0]["@id"]: body for body in annotation[OA + "hasBody"]}
        [target] = annotation[OA + "hasTarget"]
        if motivation["@id"] == OA + "describing":
            source = target["@id"]
            texts[source] = bodies[OA + "describing"][VALUE][0]["@value"]
            ids[source] = target[CONTEXT["dc"] + "identifier"][0]["@value"]
            got[ids[source]] = (texts[source], [])
            continue
        source = target[OA + "hasSource"][0]["@id"]
        text = texts[source]
        position, quote = target[OA + "hasSelector"]
        start, end = (int(position[OA + name][0]["@value"]) for name in ("start", "end"))
        prefix, exact, suffix = (quote[OA + name][0]["@value"] for name in ("prefix", "exact", "suffix"))
        assert text[start:end] == exact
        assert text.count(prefix + exact + suffix) == 1
        assert text.index(prefix + exact + suffix) + len(prefix) == start
        if motivation["@id"] == OA + "tagging":
            label = bodies[OA + "tagging"][VALUE][0]["@value"]
            got[ids[source]][1].append((start, end, label))
    check("PyLD, Web Annotation", got, ("accepted",))


def hugging_face():
    from datasets import load_dataset

    loaded = load_dataset(str(FOLDER / "hf"))
    got = {}
    for part in loaded.values():
        for row in part:
            accepted = [span for span in row["spans"] if span["state"] == "accepted"]
            for span in row["spans"]:
                assert row["text"][span["start"] : span["end"]] == span["text"], span
            got[row["id"]] = (row["text"], places(accepted))
            check_tags(part.features, row, accepted)
    check("datasets", got, ("accepted",))


def check_tags(features, row, accepted):
    """The tags of each layer say of which tokens its spans are."""
    columns = [name for name in features if name.endswith("_tags")]
    words = set()
    for name in columns:
        names = features[name].feature.names
        tags = [names[tag] for tag in row[name]]
        assert len(tags) == len(row["tokens"])
        for at, tag in enumerate(tags):
            if tag.startswith("B-"):
                after = next((i for i in range(at + 1, len(tags)) if not tags[i].startswith("I-")), len(tags))
                words.add((tag[2:], "".join(row["tokens"][at:after])))
    bare = {(span["label"], "".join(span["text"].split())) for span in accepted}
    assert words <= bare, words - bare
    crossed = 1 if row["id"] == "crossing/2" else 0
    assert len(bare - words) == crossed, bare - words


for read in (jsonl, prodigy, spacy_json, doccano, label_studio, w3c, hugging_face):
    read()
