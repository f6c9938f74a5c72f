"""Documents to attributions: who said what, by which cue, through whom, when."""
