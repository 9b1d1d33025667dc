"""The road to a decision on the screen: where an assessment stands, its next steps, levels set by hand."""
