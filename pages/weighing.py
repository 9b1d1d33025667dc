"""Weging: one step of the weighing; the address tells which."""

from ui import here, links, wizard

wizard.run(here.opened(), links.current_step())
