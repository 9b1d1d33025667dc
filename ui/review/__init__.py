"""The review session on the screen: its state live, the ballot, leading it, its results, the advice."""
