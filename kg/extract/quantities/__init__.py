"""How much and how many: from words to an interval, an operator and a unit.

`numbers` reads one number, `amounts` finds amounts in a text and holds the conventions for what English leaves open,
`counted` says what in a noun phrase an amount counts or measures.
"""

from kg.extract.quantities.amounts import Amount, amounts
from kg.extract.quantities.counted import measure_of, quantity_of, share_of
from kg.extract.quantities.numbers import number

__all__ = ["Amount", "amounts", "measure_of", "number", "quantity_of", "share_of"]
