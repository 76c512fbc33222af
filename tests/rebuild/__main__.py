"""``python -m tests.rebuild FOLDER OUT``: the minutes of FOLDER in every form, under OUT."""

import argparse
from pathlib import Path

from tests.rebuild.forms import FORMS, rebuild, sources

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--forms", nargs="+", choices=FORMS, default=FORMS)
    options = parser.parse_args()
    rebuild(sources(options.folder), options.out, options.forms)
