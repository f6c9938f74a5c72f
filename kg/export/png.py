"""Pictures as PNG, for where SVG cannot be shown."""

from kg.export._drawn import Drawn

exporter = Drawn("png", "image/png")
