"""Words to things: mentions to agents, propositions to claims, as judgements."""
