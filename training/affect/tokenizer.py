"""Learns the word pieces and writes them as Transformers.js reads them, with the settings that shape inputs.

    python3 training/affect/tokenizer.py WORK WORDS

WORK/texts.jsonl and WORK/concepts.json come from `prepare.ts texts`; WORDS is a folder of word counts (`<lang>.txt.gz`,
`word count` a line). Writes WORK/model/{tokenizer.json,tokenizer_config.json,attune.json}.
"""
import gzip
import json
import random
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Iterator

import sentencepiece

PIECES = 32_000
# Letters of text that each language brings: all languages weigh the same, however much was labelled in them.
LETTERS_A_LANGUAGE = 700_000
WORDS_A_LANGUAGE = 12_000
# What the panel reads; its neighbours bring a little.
LANGUAGES = (
    'ar cs da de el en es fi fr he hi hr hu id it ja ko nb nl pl pt ro ru sl sv th tr uk vi zh'.split()
)
EMOJI = '😀😁😂🤣😃😄😅😆😊🙂😉☺🎉🥳👏👍💪✨🤩❤💙💚💛🧡💜🖤😍🥰😘🙏💕💖😠😡🤬👎💢🤦🙄😤😢😭😞😔☹🙁😟😥😰😨😩😫💔🤔😱😳🔥💩🤮🤷😬😒😑😐🙈🤗'
WINDOW = 128
OVERLAP = 32
MAX_CONCEPTS = 32


def fold(text: str) -> str:
    return unicodedata.normalize('NFKC', text).lower()


def own_and_public(path: Path) -> dict[str, list[str]]:
    """Texts by language, our own first, as many letters as a language may bring."""
    own: dict[str, list[str]] = defaultdict(list)
    public: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding='utf8') as lines:
        for line in lines:
            row = json.loads(line)
            (own if row['own'] else public)[row['lang']].append(row['text'])
    chosen: dict[str, list[str]] = {}
    for language in sorted(set(own) | set(public)):
        texts = public[language]
        random.Random(language).shuffle(texts)
        # Three times our own: these are the texts that look like tickets.
        texts = own[language] * 3 + texts
        budget = LETTERS_A_LANGUAGE if language in LANGUAGES else LETTERS_A_LANGUAGE // 6
        kept = []
        for text in texts:
            if budget <= 0:
                break
            kept.append(text)
            budget -= len(text)
        chosen[language] = kept
    return chosen


def common_words(folder: Path, language: str) -> list[str]:
    """Lines of twelve common words, the commoner ones more often: the tail of the language that labelled text lacks."""
    path = folder / f'{"no" if language == "nb" else language}.txt.gz'
    if not path.exists():
        return []
    counted = []
    with gzip.open(path, 'rt', encoding='utf8') as lines:
        for line in lines:
            word, _, count = line.strip().rpartition(' ')
            if word and len(counted) < WORDS_A_LANGUAGE:
                counted.append((fold(word), int(count)))
    words = [word for word, count in counted for _ in range(1 + min(8, int((count / 2000) ** 0.5)))]
    random.Random(language).shuffle(words)
    return [' '.join(words[i : i + 12]) for i in range(0, len(words), 12)]


def sentences(work: Path, words: Path) -> Iterator[str]:
    for language, texts in own_and_public(work / 'texts.jsonl').items():
        yield from texts
        if language in LANGUAGES:
            yield from common_words(words, language)


def learn(work: Path, words: Path) -> None:
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=sentences(work, words),
        model_prefix=str(work / 'pieces'),
        model_type='unigram',
        vocab_size=PIECES,
        character_coverage=0.9996,
        required_chars=EMOJI,
        # Node has folded the text already; here nothing may change it again.
        normalization_rule_name='identity',
        remove_extra_whitespaces=False,
        max_sentence_length=4000,
        seed_sentencepiece_size=400_000,
        num_threads=2,
        unk_id=0,
        bos_id=-1,
        eos_id=-1,
        pad_id=-1,
        minloglevel=1,
    )


def write(work: Path, concepts: list[str]) -> None:
    processor = sentencepiece.SentencePieceProcessor(model_file=str(work / 'pieces.model'))
    size = processor.get_piece_size()
    vocabulary = [[processor.id_to_piece(i), round(processor.get_score(i), 4)] for i in range(size)]
    space = {'type': 'Metaspace', 'replacement': '▁', 'prepend_scheme': 'always', 'split': True}
    tokenizer = {
        'version': '1.0',
        'truncation': None,
        'padding': None,
        # No added tokens: a customer who types “<unk>” must not write the model's own signs.
        'added_tokens': [],
        'normalizer': {'type': 'Sequence', 'normalizers': [{'type': 'NFKC'}, {'type': 'Lowercase'}]},
        'pre_tokenizer': space,
        'post_processor': None,
        'decoder': space,
        'model': {'type': 'Unigram', 'unk_id': 0, 'byte_fallback': False, 'vocab': vocabulary},
    }
    settings = {
        'format': 1,
        'window': WINDOW,
        'overlap': OVERLAP,
        'maxConcepts': MAX_CONCEPTS,
        'ids': {'pad': size, 'start': size + 1, 'separator': size + 2, 'conceptBase': size + 3},
        'concepts': concepts,
    }
    folder = work / 'model'
    folder.mkdir(exist_ok=True)
    config = {'tokenizer_class': 'PreTrainedTokenizer', 'model_max_length': WINDOW, 'clean_up_tokenization_spaces': False}
    for name, content in (('tokenizer.json', tokenizer), ('tokenizer_config.json', config), ('attune.json', settings)):
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, separators=(',', ':')), encoding='utf8')
    print(f'{size} pieces, {len(concepts)} concepts')


if __name__ == '__main__':
    work_folder, word_folder = map(Path, sys.argv[1:3])
    learn(work_folder, word_folder)
    write(work_folder, json.loads((work_folder / 'concepts.json').read_text(encoding='utf8')))
