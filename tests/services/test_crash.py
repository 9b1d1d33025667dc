"""Killing the process at any moment loses no answer that was reported as saved."""

import re
import subprocess
import sys

from services import answers, assessments

KILLS = 20
PATIENCE = 120  # seconds; a computer with nothing else to do needs five
# Children are forked from a process that has everything loaded: twenty fresh starts take half a minute.
SAVING = """
import os, random, signal, sys, time
from uuid import UUID
from assessment.answers import Reply
from services import answers, frameworks
from services.users import local_user
from storage.store import Store

url, weighing, kills = sys.argv[1], UUID(sys.argv[2]), int(sys.argv[3])
user, chance = local_user(), random.Random(1)
frameworks.current()


def save_on_and_on(child, ready):
    store = Store(url)
    newest = answers.current(store, user, weighing).get("d_probleem")
    seen = newest.number if newest else 0
    os.write(ready, b".")
    while True:
        text = f"Kind {child}, tekst {seen}"
        seen = answers.save(store, user, weighing, "d_probleem", Reply(text), seen=seen).number
        os.write(1, f"[{seen} {text}]".encode())


for kill in range(kills):
    waiting, ready = os.pipe()
    child = os.fork()
    if child == 0:
        save_on_and_on(kill, ready)
    os.close(ready)
    # A busy machine may need long before the first save. Of a child that died nothing comes.
    if not os.read(waiting, 1):
        sys.exit("a child died before it saved anything")
    time.sleep(chance.uniform(0.05, 0.15))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(waiting)
"""


def test_every_answer_reported_before_a_kill_is_there_after_it(sqlite_store, user, framework):
    weighing = assessments.create(sqlite_store, user, title="Val om", framework=framework).id
    arguments = [str(sqlite_store.engine.url), str(weighing), str(KILLS)]

    saving = subprocess.run(
        [sys.executable, "-c", SAVING, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert saving.returncode == 0, saving.stderr

    # A report that a kill tore in two was never read by anybody.
    reported = re.findall(r"\[(\d+) ([^\[\]]*)\]", saving.stdout)
    kept = {r.number: r.reply.value for r in answers.history(sqlite_store, user, weighing, "d_probleem")}
    assert len({text.partition(",")[0] for _, text in reported}) > KILLS / 2, saving.stderr
    assert [(int(number), text) for number, text in reported if kept.get(int(number)) != text] == []
    assert sorted(kept) == list(range(1, len(kept) + 1))
