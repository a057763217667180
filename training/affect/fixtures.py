"""Writes what sentencepiece itself makes of our own messages, for the test that the extension cuts text the same way.

    python3 training/affect/fixtures.py WORK FILE      ids of every 31st message, by message id
"""
import json
import sys
from pathlib import Path

import sentencepiece

EVERY = 31

if __name__ == '__main__':
    work, out = Path(sys.argv[1]), Path(sys.argv[2])
    processor = sentencepiece.SentencePieceProcessor(model_file=str(work / 'pieces.model'))
    chosen = {}
    with (work / 'texts.jsonl').open(encoding='utf8') as lines:
        own = (row for row in map(json.loads, lines) if row['own'])
        for number, row in enumerate(own):
            if number % EVERY == 0:
                chosen[row['id']] = processor.encode(row['text'])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(chosen, separators=(',', ':')) + '\n', encoding='utf8')
    print(f'{len(chosen)} messages')
