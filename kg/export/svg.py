"""Pictures as SVG: sharp at any size, the words in it text that can be searched, copied and read aloud."""

from kg.export._drawn import Drawn

exporter = Drawn("svg", "image/svg+xml")
