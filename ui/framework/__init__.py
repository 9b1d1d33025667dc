"""The framework in view: its parts, two versions side by side, uploading one, and what it would change."""
