"""The version, alone in a file that nothing needs to be imported to read."""

VERSION = "0.1.0"
