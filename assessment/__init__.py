"""The domain, pure: framework, conditions, evaluation, explanation. No screen, no database."""
