"""The register on the screen: finding entries, one entry, and bringing in a file."""
