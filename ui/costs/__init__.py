"""The comparison of costs on the screen: in words, in tables, in pictures, and beside the questions."""
