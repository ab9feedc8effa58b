"""Tagging speed of a tagger of the usual kind: CRFsuite (Okazaki 2007) on words, affixes and neighbours, in MB/s.

usage: crfsuite_tagger.py TRAIN.conll TEXT    (python-crfsuite is needed; training takes minutes)
"""

import re
import sys
import tempfile
import time

import pycrfsuite


def features(words):
    out = []
    for at, word in enumerate(words):
        row = ["w=" + word] + ["p%d=%s" % (n, word[:n]) for n in (1, 2, 3)] + ["s%d=%s" % (n, word[-n:]) for n in (1, 2, 3)]
        row += ["%+d=%s" % (d, words[at + d]) for d in (-2, -1, 1, 2) if 0 <= at + d < len(words)]
        out.append(row)
    return out


def sentences(path):
    words, tags = [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip():
                columns = line.split()
                words.append(columns[0])
                tags.append(columns[-1])
            elif words:
                yield words, tags
                words, tags = [], []
    if words:
        yield words, tags


trainer = pycrfsuite.Trainer(verbose=False)
trainer.set_params({"c1": 0.1, "c2": 0.1, "max_iterations": 30})
for words, tags in sentences(sys.argv[1]):
    trainer.append(features(words), tags)
with tempfile.NamedTemporaryFile() as model:
    trainer.train(model.name)
    tagger = pycrfsuite.Tagger()
    tagger.open(model.name)
    with open(sys.argv[2], encoding="utf-8") as file:
        text = file.read()
    cut = [re.findall(r"\w+|[^\w\s]", part) for part in re.split(r"(?<=[.؟!])\s+|\n", text)]
    start = time.perf_counter()
    for words in cut:
        if words:
            tagger.tag(features(words))
    print("%.2f" % (len(text.encode()) / 1e6 / (time.perf_counter() - start)))
