"""Streamlit pieces that more than one page uses, and the server's side of the interface."""
