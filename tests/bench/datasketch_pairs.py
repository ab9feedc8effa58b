"""How many pairs of articles (one a line, as JSON) have a Jaccard similarity of 0.5 or more over five-word shingles, by datasketch:
MinHash with 128 permutations, LSH, and each candidate compared exactly. The words are those of `warraq duplicates`."""

import json
import re
import sys

from datasketch import MinHash, MinHashLSH

MARKS = re.compile("[\u064b-\u0652\u0640\u0670]")
WORD = re.compile("[\u0621-\u064a\u0660-\u06690-9A-Za-z]+")

lsh = MinHashLSH(threshold=0.5, num_perm=128)
articles = []
for line in open(sys.argv[1], encoding="utf-8"):
    words = WORD.findall(MARKS.sub("", json.loads(line)["text"]))
    shingles = {" ".join(words[at : at + 5]).encode() for at in range(len(words) - 4)}
    if len(shingles) < 8:
        continue
    sketch = MinHash(num_perm=128)
    sketch.update_batch(list(shingles))
    lsh.insert(len(articles), sketch)
    articles.append((shingles, sketch))

pairs = 0
for second, (shingles, sketch) in enumerate(articles):
    for first in lsh.query(sketch):
        if first < second:
            common = len(shingles & articles[first][0])
            pairs += common * 2 >= len(shingles) + len(articles[first][0]) - common
print(pairs)
