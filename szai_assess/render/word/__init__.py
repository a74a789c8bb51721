"""The parts of a Word paper: its look, its styles, and each kind of block as WordprocessingML."""
