"""Judges what the interactor wrote."""
import sys

found, wanted = (open(name).read().split() for name in sys.argv[2:4])
sys.exit(0 if found == wanted else 1)
