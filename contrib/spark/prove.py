"""Proves on this machine what copydesk_spark.py promises: spark-submit must be on the PATH.

    python3 contrib/spark/prove.py target/release/copydesk --count 10000

1. Children and a Spark worker are killed with SIGKILL while the job runs: its output must be that of one
   copydesk process, byte for byte.
2. Some lines kill every process that reads them, some are torn: each has an error in its place, all else
   is as before.
3. A program that dies at every line, one that refuses its options and one that is not there: the job must
   fail and commit nothing.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / "samples"
POISON = "the line that kills"


def corpus(count):
    """Records of a sentence or part of one from the sample articles; ids of many kinds."""
    pieces = []
    for path in sorted(SAMPLES.glob("*.txt")):
        for piece in re.split(r"(?<=[.!?;,])\s+", path.read_text(encoding="utf-8")):
            if 3 <= len(piece.split()) <= 15:
                pieces.append(piece)
    dice = random.Random(7)
    for number in range(count):
        text = dice.choice(pieces)
        if number % 97 == 0:
            text += " 😀\u2028\r\n" + dice.choice(pieces)
        given = [number, f"n-{number}", {"n": number}, "twice"][number % 4]
        yield json.dumps({"id": given, "text": text}, ensure_ascii=number % 2 == 0)


def write(path, lines, end="\n"):
    path.write_text("".join(line + end for line in lines), encoding="utf-8", newline="")


def executable(path, text):
    path.write_text(text)
    path.chmod(0o755)
    return path


def one_process(program, source, target):
    """The output of one process, and how long it took."""
    begun = time.monotonic()
    with source.open("rb") as stdin, target.open("wb") as stdout:
        command = [program, "suggest", "--jsonl", "-", "--ok-on-line-errors"]
        subprocess.run(command, stdin=stdin, stdout=stdout, check=True, env={})
    return time.monotonic() - begun


def submit(source, output, program, more=(), job=()):
    """Spark's exit code, what the job said, and how long it took."""
    begun = time.monotonic()
    megabytes = max(source.stat().st_size / 8 / 2**20, 0.01)
    command = ["spark-submit", "--master", "local[2,4]", *more, HERE / "copydesk_spark.py"]
    command += [source, output, "--copydesk", program, "--split-mb", str(megabytes), *job]
    log = output.with_suffix(".log")
    with log.open("wb") as stderr:
        environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=stderr, env=environment)
    return done.returncode, done.stdout.decode().strip(), time.monotonic() - begun


def joined(output):
    assert (output / "_SUCCESS").exists(), f"nothing was committed: {output}"
    return b"".join(part.read_bytes() for part in sorted(output.glob("part-*")))


class Killer(threading.Thread):
    """Kills children, and once the Spark worker above one, as soon as there are any."""

    def __init__(self, pids):
        super().__init__(daemon=True)
        self.pids, self.children, self.workers, self.is_over = pids, 0, 0, False

    def run(self):
        while not self.is_over and (self.children < 5 or self.workers < 1):
            time.sleep(1.5)
            alive = [path for path in self.pids.iterdir() if pathlib.Path("/proc", path.name).exists()]
            if not alive:
                continue
            child = alive[0]
            is_worker = self.children == 2 and self.workers == 0
            try:
                os.kill(int(child.read_text() if is_worker else child.name), signal.SIGKILL)
            except (ProcessLookupError, ValueError):
                continue
            child.unlink()
            self.workers += is_worker
            self.children += not is_worker


def prove_kills(program, folder, count):
    source, single = folder / "corpus.jsonl", folder / "single.jsonl"
    write(source, corpus(count))
    seconds = one_process(program, source, single)
    print(f"one process: {count} records in {seconds:.1f} s, {count / seconds:.0f} a second")
    pids = folder / "pids"
    pids.mkdir()
    noted = executable(
        folder / "noted", f'#!/bin/sh\necho $PPID > {pids}/$$\nexec {program} "$@"\n'
    )
    killer = Killer(pids)
    killer.start()
    code, said, seconds = submit(source, folder / "kills", noted)
    killer.is_over = True
    assert code == 0, f"exit code {code}: {folder}/kills.log"
    output = joined(folder / "kills")
    assert output == single.read_bytes(), "the bytes are others"
    ids = [json.dumps(json.loads(line)["id"]) for line in output.splitlines()]
    asked = [json.dumps(json.loads(line)["id"]) for line in corpus(count)]
    assert ids == asked
    assert killer.children > 0, "the job was over before anything was killed: take a larger --count"
    print(
        f"local[2,4], {killer.children} children and {killer.workers} worker killed: {len(ids)} ids in, "
        f"the same {len(ids)} out in order, bytes those of one process, {seconds:.1f} s, {said}"
    )


def prove_poison(program, folder, count):
    source, clean, single = folder / "poison.jsonl", folder / "clean.jsonl", folder / "clean-out.jsonl"
    lines, poisoned = list(corpus(count)), set()
    for number in range(count // 20, count, max(count // 5, 1)):
        poisoned.add(number)
        lines[number] = json.dumps({"id": f"poison-{number}", "text": POISON})
    for number in range(count // 10, count, max(count // 3, 1)):
        lines[number] = lines[number][:-4]
    write(source, lines, end="\r\n")
    write(clean, ("" if number in poisoned else line for number, line in enumerate(lines)))
    one_process(program, clean, single)
    deadly = executable(folder / "deadly", DEADLY.format(python=sys.executable, program=str(program), poison=POISON))
    deadly.chmod(0o644)
    code, said, seconds = submit(source, folder / "poison", "deadly", more=["--files", deadly])
    assert code == 0, f"exit code {code}: {folder}/poison.log"
    output = joined(folder / "poison").splitlines()
    assert len(output) == len(lines), f"{len(lines)} in, {len(output)} out"
    expected = iter(single.read_bytes().splitlines())
    errors = collections.Counter()
    for number, answer in enumerate(output):
        record = json.loads(answer)
        if number in poisoned:
            assert record["id"] == f"poison-{number}" and record["error"]["kind"] == "crash", record
        else:
            other = next(expected)
            if "error" in record:
                # Its number is that of its partition.
                assert {**record, "line": 0} == {**json.loads(other), "line": 0}, record
            else:
                assert answer == other, f"line {number}"
        errors[record.get("error", {"kind": "none"})["kind"]] += 1
    print(f"poison: {len(output)} in and out, errors {dict(errors)}, {seconds:.1f} s, {said}")


# Passes lines on one by one, and dies at a marked one as a program does that crashes.
DEADLY = """#!{python}
import os, subprocess, sys
command = [{program!r}, *sys.argv[1:]]
child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for line in sys.stdin.buffer:
    if {poison!r}.encode() in line:
        os.kill(os.getpid(), 9)
    child.stdin.write(line)
    child.stdin.flush()
    sys.stdout.buffer.write(child.stdout.readline())
    sys.stdout.buffer.flush()
child.stdin.close()
sys.exit(child.wait())
"""


def prove_failures(program, folder):
    source = folder / "few.jsonl"
    write(source, corpus(100))
    dead = executable(folder / "dead", "#!/bin/sh\nkill -9 $$\n")
    for name, told, job in [
        ("dead", dead, []),
        ("refused", program, ["--options=--no-such-option"]),
        ("absent", folder / "absent-program", []),
    ]:
        code, _said, _seconds = submit(source, folder / name, told, job=job)
        assert code != 0 and not (folder / name / "_SUCCESS").exists(), name
        print(f"{name}: the job fails with {code} and commits nothing")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("copydesk", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=10_000)
    args = parser.parse_args()
    if not shutil.which("spark-submit"):
        sys.exit("There is no spark-submit: pip install pyspark==4.3.0, and Java 17")
    program = args.copydesk.resolve()
    with tempfile.TemporaryDirectory(prefix="copydesk-spark-") as folder:
        folder = pathlib.Path(folder)
        prove_kills(program, folder, args.count)
        prove_poison(program, folder, max(args.count // 10, 100))
        prove_failures(program, folder)


if __name__ == "__main__":
    main()
