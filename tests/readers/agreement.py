"""Agreement as other programs compute it: the same random annotations by three people, measured by
`copydesk agreement` and by scikit-learn, statsmodels, krippendorff and pygamma-agreement.

Cohen's and Fleiss' kappa and Krippendorff's alpha are equal to 1e-6, gamma to 0.01. The corpus of random
words has a token wherever a space is, so that everyone counts the same tokens."""

import itertools
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import krippendorff
import numpy
from pyannote.core import Segment
from pygamma_agreement import CombinedCategoricalDissimilarity, Continuum, ShuffleContinuumSampler
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

PEOPLE = ["anna", "ben", "carla"]
LABELS = ["person", "place", "figure"]
ARTICLES = 6
SAMPLES = 200


def words(dice):
    return [dice.choice(["uno", "dos", "tres", "cuatro", "siete"]) for _ in range(90)]


def gold(dice):
    """Spans of tokens that do not overlap."""
    spans, at = [], dice.randrange(4)
    while at < 80:
        length = dice.randrange(1, 5)
        spans.append((at, at + length, dice.choice(LABELS)))
        at += length + dice.randrange(2, 9)
    return spans


def version(spans, dice):
    """What somebody makes of it: some missed, some moved, some under another label."""
    made, end = [], 0
    for start, stop, label in spans:
        if dice.random() < 0.15:
            continue
        if dice.random() < 0.2:
            stop += 1
        if dice.random() < 0.15:
            label = dice.choice(LABELS)
        if start >= end:
            made.append((start, stop, label))
            end = stop
    return made or [spans[0]]


def offsets(article):
    starts, at = [], 0
    for word in article:
        starts.append(at)
        at += len(word) + 1
    return starts


def written(texts, versions, out, copydesk):
    """One folder of article files for each person."""
    folders = []
    for person in PEOPLE:
        lines = []
        for number, article in enumerate(texts):
            starts = offsets(article)
            spans = [
                {"start": starts[a], "end": starts[b - 1] + len(article[b - 1]), "label": label}
                for a, b, label in versions[person][number]
            ]
            lines.append(json.dumps({"id": f"a{number}", "text": " ".join(article), "spans": spans}))
        path = out / f"{person}.jsonl"
        path.write_text("\n".join(lines) + "\n")
        folder = out / person
        subprocess.run([copydesk, "import", path, "-o", folder], check=True, capture_output=True)
        folders.append(folder)
    return folders


def token_labels(spans, length):
    said = ["none"] * length
    for start, stop, label in spans:
        said[start:stop] = [label] * (stop - start)
    return said


def gamma(texts, versions):
    """Of the corpus: the disorders of articles, weighted by how many units a person marked."""
    numpy.random.seed(7)
    dissimilarity = CombinedCategoricalDissimilarity()
    observed = expected = observed_category = expected_category = 0.0
    for number, article in enumerate(texts):
        starts = offsets(article)
        continuum = Continuum()
        for person in PEOPLE:
            for a, b, label in versions[person][number]:
                segment = Segment(starts[a], starts[b - 1] + len(article[b - 1]))
                continuum.add(person, segment, label)
        result = continuum.compute_gamma(
            dissimilarity, n_samples=SAMPLES, sampler=ShuffleContinuumSampler()
        )
        weight = continuum.avg_num_annotations_per_annotator
        observed += weight * result.observed_disorder
        expected += weight * result.expected_disorder
        chance = [it.gamma_k_disorder(dissimilarity, None) for it in result.chance_alignments]
        observed_category += weight * result.best_alignment.gamma_k_disorder(dissimilarity, None)
        expected_category += weight * float(numpy.mean(chance))
    return 1 - observed / expected, 1 - observed_category / expected_category


def main():
    out, copydesk = Path(sys.argv[1]) / "agreement", os.environ["COPYDESK"]
    out.mkdir()
    dice = random.Random(3)
    texts = [words(dice) for _ in range(ARTICLES)]
    right = [gold(dice) for _ in texts]
    versions = {person: [version(spans, dice) for spans in right] for person in PEOPLE}
    folders = written(texts, versions, out, copydesk)
    command = [copydesk, "agreement", *folders, "--json", "--resamples", "0"]
    ours = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

    tokens = {
        person: list(
            itertools.chain.from_iterable(
                token_labels(spans, len(article))
                for spans, article in zip(versions[person], texts, strict=True)
            )
        )
        for person in PEOPLE
    }
    numbers = {"none": 0, **{label: index + 1 for index, label in enumerate(LABELS)}}
    table = numpy.array([[numbers[label] for label in tokens[person]] for person in PEOPLE])
    pairs = list(itertools.combinations(PEOPLE, 2))
    # Names and figures are layers of their own: every token is looked at once for each.
    in_names = numpy.where(table == numbers["figure"], 0, table)
    in_figures = numpy.where(table == numbers["figure"], table, 0)
    both = numpy.concatenate([in_names, in_figures], axis=1)
    theirs = {
        "cohen_kappa": numpy.mean(
            [cohen_kappa_score(both[PEOPLE.index(a)], both[PEOPLE.index(b)]) for a, b in pairs]
        ),
        "fleiss_kappa": fleiss_kappa(aggregate_raters(both.T)[0]),
        "krippendorff_alpha": krippendorff.alpha(both, level_of_measurement="nominal"),
    }
    for name, value in theirs.items():
        difference = abs(ours["together"][name]["estimate"] - value)
        assert difference < 1e-6, (name, ours["together"][name], value)
    for label in LABELS:
        one = (table == numbers[label]).astype(int)
        theirs = {
            "cohen_kappa": numpy.mean(
                [cohen_kappa_score(one[PEOPLE.index(a)], one[PEOPLE.index(b)]) for a, b in pairs]
            ),
            "fleiss_kappa": fleiss_kappa(aggregate_raters(one.T)[0]),
            "krippendorff_alpha": krippendorff.alpha(one, level_of_measurement="nominal"),
        }
        for name, value in theirs.items():
            difference = abs(ours["labels"][label][name]["estimate"] - value)
            assert difference < 1e-6, (label, name, ours["labels"][label][name], value)
    for pair in ours["pairs"]:
        a, b = pair["annotators"]
        sets = [
            {(number, *span) for number, spans in enumerate(versions[it]) for span in spans}
            for it in (a, b)
        ]
        f1 = 2 * len(sets[0] & sets[1]) / (len(sets[0]) + len(sets[1]))
        assert abs(pair["strict_f1"]["estimate"] - f1) < 1e-9, (pair, f1)
    both_gammas = gamma(texts, versions)
    for name, value in zip(["gamma", "gamma_cat"], both_gammas, strict=True):
        estimate = ours["together"][name]["estimate"]
        print(f"  {name}: {estimate:.4f}, pygamma-agreement {value:.4f}")
        assert abs(estimate - value) < 0.01, (name, estimate, value)
    print("agreement: equal to scikit-learn, statsmodels, krippendorff and pygamma-agreement")


if __name__ == "__main__":
    main()
