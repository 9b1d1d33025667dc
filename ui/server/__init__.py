"""What the browser gets besides the pages: document, headers, assets, and a decent word at a failure."""
