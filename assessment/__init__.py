"""The domain, pure: no screen, no database, no network. Where to find what:

- *the framework as data*: `parts` (what a file may hold), `framework`, `loader` with `strict_yaml`, `origin`,
  `faults`, `fault_words` and `yaml_words`, `checker` with `condition_checks`, `citations` and `cycles`,
  `cases` (worked cases), `usage`;
- *answers*: `answers`, `amounts`, `numbers`, `months`, `own_lines` (cost lines that somebody adds), `wording`
  (in words), `entries` (what was filled in in a form), `clock` (which time people read);
- *judging*: `truth` (three values, four worlds), `findings`, `comparisons`, `conditions`, `weighing` (one set
  of answers), `evaluation` and its result `outcome`, `relevance` (which open questions matter);
- *judging many at once*: `columns` (the same conditions over columns of answers, for two versions);
- *showing the framework*: `catalogue` (every part in words, two versions side by side);
- *explaining*: `explanation` (why, why not), `lowering` (what would lower it), `phrasing` (a rule in words);
- *besides the risk*: `success` (the ten success factors), `costs` (against the work without an algorithm);
- *afterwards*: `road` (from concept to use, with `road_entries`, `road_words`), `review` (a session of the
  ethics network), `decisions`, `reweighing` (when it is due again, with `reweigh_checks`), `override` (a
  level set by hand, beside what is computed, with `override_words`) and `carrying` (what that does to
  instruments), `audit` (the trail, with `audit_words`), `precedents` (earlier ones with the same deciding
  answers);
- *all algorithms*: `register` (its fields, entries and imports), `second_look` (what the register says in the
  framework), `portfolio` (counting, norms, the self-scan), `council` (what is public);
- *handing over*: `snapshot` (frozen, as JSON), `dossier` (what a report is made from), `publication` (the
  national register and the DPIA forms), `translation` (the same framework in another language).
"""
