"""Snelle check: eight questions that tell whether a full weighing is needed."""

from ui import here, links, wizard

wizard.run(here.opened(), links.current_step())
