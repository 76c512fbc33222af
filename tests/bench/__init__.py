"""How fast minutes are read and stored: ``make bench``. Not a part of the suite.

A figure is the median of several runs and stands beside the machine's load, because on a busy
machine it says little.
"""
