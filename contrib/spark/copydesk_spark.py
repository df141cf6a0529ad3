"""Answers a corpus of JSON lines by `copydesk suggest --jsonl -` on a Spark cluster.

Every line that is not blank gets one answer, in order, or the job fails and commits nothing. A process
that dies is started again at the line it died at; a line at which it dies twice is answered by an error
of the kind "crash", and the run goes on after it.
"""

import argparse
import collections
import json
import os
import shlex
import shutil
import subprocess
import threading

from pyspark import SparkFiles
from pyspark.sql import SparkSession

# Once may be chance: somebody killed the process, or the memory of the machine ran out.
MOST_TRIES = 2
# So many lines in a row that kill it are no chance but a machine on which it does not run.
MOST_CRASHES_IN_A_ROW = 3
# Its exit code where trying again is of no use.
EXIT_USAGE = 2


class Child:
    """One process. A thread feeds it from `waiting`, the lines without an answer, then from `lines`."""

    def __init__(self, command, waiting, lines):
        # Nothing of this machine's environment, so that the answers are the same on all.
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={}
        )
        self.waiting, self.lines, self.trouble = waiting, lines, None
        self.feeder = threading.Thread(target=self.feed, args=(list(waiting),), daemon=True)
        self.feeder.start()

    def feed(self, again):
        try:
            with self.process.stdin as stdin:
                for line in again:
                    stdin.write(line.encode() + b"\n")
                for line in self.lines:
                    # Before it is sent: what is lost on the way must be sent again.
                    self.waiting.append(line)
                    stdin.write(line.encode() + b"\n")
        except BrokenPipeError:
            pass  # The process died, which the end of its output says too.
        except Exception as trouble:  # The lines could not be read: the task must fail.
            self.trouble = trouble

    def answers(self):
        """Each line with its answer. An answer that was cut off is none."""
        for answer in self.process.stdout:
            if answer.endswith(b"\n"):
                yield self.waiting.popleft(), answer[:-1].decode()

    def end(self):
        """Its exit code, once nobody takes lines any more."""
        code = self.process.wait()
        self.feeder.join()
        if self.trouble:
            raise self.trouble
        return code


def answered(command, lines, count):
    """The answers to `lines`, in order. `count` hears of deaths and errors."""
    lines = (line for line in lines if line.strip())
    waiting, done, tries, crashes_in_a_row = collections.deque(), 0, 0, 0
    while waiting or (first := next(lines, None)) is not None:
        if not waiting:
            waiting.append(first)
        child = Child([*command, "--first-line", str(done + 1)], waiting, lines)
        try:
            for line, answer in child.answers():
                check(line, answer, count)
                done, tries, crashes_in_a_row = done + 1, 0, 0
                yield answer
        except BaseException:
            child.process.kill()
            raise
        code = child.end()
        if not waiting:
            return
        if code == EXIT_USAGE:
            raise RuntimeError(f"{shlex.join(command)} was refused: see the log of this executor")
        count("deaths")
        tries += 1
        if tries == MOST_TRIES:
            done, tries, crashes_in_a_row = done + 1, 0, crashes_in_a_row + 1
            if crashes_in_a_row == MOST_CRASHES_IN_A_ROW:
                raise RuntimeError(f"{shlex.join(command)} dies at every line: exit code {code}")
            count("errors")
            yield crash(waiting.popleft(), done, code)


def check(line, answer, count):
    """That the answer is that of the line."""
    answer = json.loads(answer)
    if "error" in answer:
        count("errors")
    elif "id" in (asked := json.loads(line.removeprefix("\ufeff"))) and asked["id"] != answer["id"]:
        raise RuntimeError(f"The line with the id {asked['id']!r} was answered by {answer['id']!r}")


def crash(line, number, code):
    try:
        given = json.loads(line).get("id")
    except (ValueError, AttributeError):
        given = None
    error = {"kind": "crash", "msg": f"copydesk died at this line {MOST_TRIES} times: exit code {code}"}
    record = {"id": given, "line": number, "error": error}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def command_here(program, options):
    """The command line on this machine, where the program may have been shipped with --files."""
    found = SparkFiles.get(os.path.basename(program))
    if not os.path.exists(found):
        found = shutil.which(program)
    elif not os.access(found, os.X_OK):
        os.chmod(found, 0o755)
    if not found:
        raise RuntimeError(f"There is no {program} on this machine: ship it with --files")
    return [found, "suggest", "--jsonl", "-", "--ok-on-line-errors", *options]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("input", help="a file, folder or pattern of JSON lines, plain or compressed")
    parser.add_argument("output", help="a folder that does not exist yet")
    parser.add_argument("--copydesk", default="copydesk", help="the program")
    parser.add_argument("--options", default="", help="more of its options, such as '--line-timeout 60'")
    parser.add_argument("--split-mb", type=float, help="so much of the input for a task at most")
    args = parser.parse_args()
    context = SparkSession.builder.appName("copydesk").getOrCreate().sparkContext
    counts = {name: context.accumulator(0) for name in ("answers", "errors", "deaths")}
    options = shlex.split(args.options)

    def part(lines):
        def count(name):
            counts[name].add(1)

        for answer in answered(command_here(args.copydesk, options), lines, count):
            count("answers")
            yield answer

    # Lines end at line feeds alone, as copydesk has it: Hadoop would also end them elsewhere.
    reading = {"textinputformat.record.delimiter": "\n"}
    if args.split_mb:
        most = str(int(args.split_mb * 1024 * 1024))
        reading["mapreduce.input.fileinputformat.split.maxsize"] = most
    lines = context.newAPIHadoopFile(
        args.input,
        "org.apache.hadoop.mapreduce.lib.input.TextInputFormat",
        "org.apache.hadoop.io.LongWritable",
        "org.apache.hadoop.io.Text",
        conf=reading,
    ).values()
    lines.mapPartitions(part).saveAsTextFile(args.output)
    # Of tasks that were tried again, all tries are counted.
    print(json.dumps({name: counted.value for name, counted in counts.items()}))


if __name__ == "__main__":
    main()
