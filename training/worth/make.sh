#!/usr/bin/env bash
# Makes assets/model/worth.bin from the data folder: `make.sh DATA`.
set -euo pipefail
cd "$(dirname "$0")"
data=$(cd "$1" && pwd)/claims
out=${OUT:-$(mktemp -d)}
# The suggester's own code writes what is trained from, so that what is trained is what runs.
WORTH_IN=$data/claimbuster-train.jsonl WORTH_OUT=$out/train.jsonl \
  cargo test --release --manifest-path ../../Cargo.toml -p copydesk-suggest --lib -- what_is_trained_from_is_what_runs
OMP_NUM_THREADS=1 python3 train.py "$out/train.jsonl" ../../assets/model/worth.bin --without "$data/claimbuster-test.jsonl"
