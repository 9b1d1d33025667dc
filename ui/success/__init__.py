"""The chance of success on the screen: hints at a question, and the parts of its page."""
