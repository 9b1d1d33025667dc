"""Reports: what a report says (content), apart from how it is rendered (PDF and others)."""
