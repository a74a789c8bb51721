"""The exit codes, alone in a file that costs nothing to import."""

DONE, NO, USAGE, UNDECIDED, BUG, INTERRUPTED = 0, 1, 2, 3, 4, 130
