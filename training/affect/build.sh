#!/usr/bin/env bash
# From data to shipped files: training/affect/build.sh PUBLIC WORDS WORK
# PUBLIC: labelled public sets, WORDS: word counts by language, WORK: an empty folder for what lies between (1 GB).
set -euo pipefail
public=$1 words=$2 work=$3
here=$(cd "$(dirname "$0")" && pwd)
model=$here/../../public/models/attune-affect
python=${PYTHON:-python3}
# Threads that wait by spinning take the time of those that work wherever cores are shared.
export OMP_WAIT_POLICY=passive GOMP_SPINCOUNT=0

node "$here/prepare.ts" texts "$public" "$work"
"$python" "$here/tokenizer.py" "$work" "$words"
"$python" "$here/fixtures.py" "$work" "$here/../../tests/unit/affect/fixtures/pieces.json"
node "$here/prepare.ts" inputs "$public" "$work"
"$python" "$here/train.py" "$work" --name held
"$python" "$here/calibrate.py" "$work" held "${VERSION:-1}"
"$python" "$here/export.py" "$work" held
mkdir -p "$model/onnx"
cp "$work"/model/{attune,config,tokenizer,tokenizer_config}.json "$model/"
cp "$work/model/onnx/model_quantized.onnx" "$model/onnx/"
node "$here/evaluate.ts" "$model" --rows umsab --public "$public"
