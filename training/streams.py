"""Makes streams of related articles from gold, to be played by Copydesk.

    python training/streams.py parts GOLD.jsonl FOLDER
    python training/streams.py topics SENTENCES.jsonl FOLDER
    for stream in FOLDER/*.jsonl; do copydesk simulate $stream --learn --json; done

“parts” cuts each article at its paragraphs into parts of some 600 characters, a stream for each article: a story
that is told in installments. “topics” joins consecutive sentences (records with “seq”) to articles, and those that
mention the same name to a stream; a name that is in fewer than ten articles makes none.
"""

import collections
import json
import pathlib
import sys

PART = 600
LEAST_ARTICLES = 10
# In one article of five: they make no topic.
EVERYWHERE = {"U.S.", "United States"}


def parts(record):
    """The parts of one article, in order."""
    text, cuts = record["text"], [0]
    while True:
        cut = text.find("\n\n", cuts[-1] + PART)
        if cut < 0 or len(text) - cut < PART // 2:
            break
        cuts.append(cut + 2)
    for number, (start, end) in enumerate(zip(cuts, cuts[1:] + [len(text)])):
        inside = [span for span in record["spans"] if start <= span["start"] and span["end"] <= end]
        moved = [{**span, "start": span["start"] - start, "end": span["end"] - start} for span in inside]
        yield {"id": f"{record['id']}-{number}", "text": text[start:end], "spans": moved}


def names(record, labels):
    """The words with one of these labels."""
    return {record["text"][span["start"] : span["end"]] for span in record["spans"] if span["label"] in labels}


def articles(sentences):
    """Joins sentences: a new article begins with other names, or where sentences are left out."""
    article, known = [], set()
    for record in sentences:
        new = names(record, ("PERSON", "PLACE", "ORG", "NORP"))
        is_apart = article and record["seq"] != article[-1]["seq"] + 1
        is_other = len(article) >= 3 and new and not new & known
        if is_apart or is_other or len(article) >= 12:
            yield joined(article)
            article, known = [], set()
        article.append(record)
        known |= new
    if article:
        yield joined(article)


def joined(sentences):
    """One article of sentences, each a paragraph."""
    text, spans = "", []
    for record in sentences:
        text += "\n\n" if text else ""
        at = len(text)
        spans += [{**span, "start": span["start"] + at, "end": span["end"] + at} for span in record["spans"]]
        text += record["text"]
    return {"id": sentences[0]["id"], "text": text, "spans": spans}


def topics(records):
    """The articles by the name that most of them mention, then by the next one."""
    found = [names(record, ("PERSON", "PLACE", "ORG")) - EVERYWHERE for record in records]
    left = set(range(len(records)))
    while left:
        counts = collections.Counter(name for index in left for name in found[index])
        if not counts:
            return
        name, count = max(counts.items(), key=lambda item: (item[1], item[0]))
        if count < LEAST_ARTICLES:
            return
        stream = [index for index in sorted(left) if name in found[index]]
        left -= set(stream)
        yield [records[index] for index in stream]


def main():
    """Writes a file for each stream."""
    how, gold, folder = sys.argv[1:]
    with open(gold, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    if how == "parts":
        streams = [list(parts(record)) for record in records]
    else:
        streams = list(topics(list(articles(records))))
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    for number, stream in enumerate(streams):
        path = pathlib.Path(folder) / f"stream-{number:02}.jsonl"
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(json.dumps(record) + "\n" for record in stream)


if __name__ == "__main__":
    main()
