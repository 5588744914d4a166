import random
import string

TEXTS = [
    "a\n",
    "   a\n",  # spaces before the first word
    "\n\nmot hai\n\n\nba hai\n\n",
    "b a b a\n",  # a tie
    "anh an anh an\n",  # a word that begins another one
    "z y x w\n",  # all words are equally frequent
    "mua mua mua   mua",  # no line end at the end
    "x" * 50 + " " + "x" * 49 + " " + "x" * 49 + "\n",
]


def word(source, length):
    return "".join(source.choice(string.ascii_lowercase) for _ in range(length))


def tests():
    source = random.Random("word-count")
    texts = list(TEXTS)
    few = [word(source, length) for length in (1, 2, 3, 4, 5, 6)]
    texts.append("".join(source.choice(few) + source.choice([" ", "  ", "\n"]) for _ in range(3000)))
    # Nearly all words are different: counting each anew takes a product of times.
    many = [word(source, 4) for _ in range(19990)] + ["zzzzz"] * 10
    source.shuffle(many)
    texts.append(" ".join(many) + "\n")
    texts.append("a " * 60000)
    for number, text in enumerate(texts, 1):
        yield f"{number:02}", text
