"""The pieces of the page "Voor de raad"."""
