"""`python -m tools publication check`."""

from assessment.publication import dpia_form, fillings
from tools.__main__ import main


def test_files_that_come_with_the_app_have_no_fault(capsys):
    assert main(["publication", "check"]) == 0
    assert capsys.readouterr().out.endswith("fields and questions: no faults.\n")


def test_faults_in_both_files_are_told_with_their_lines(capsys, tmp_path, monkeypatch):
    register, form = tmp_path / "register.yaml", tmp_path / "form.yaml"
    register.write_text(fillings.FILE.read_text("utf-8").replace("text: [i_naam]", "text: [naam]"), "utf-8")
    form.write_text(dpia_form.FILLING.read_text("utf-8").replace("ap17:", "ap99:"), "utf-8")
    monkeypatch.setattr(fillings, "FILE", register)
    monkeypatch.setattr(dpia_form, "FILLING", form)

    assert main(["publication", "check"]) == 1
    told = capsys.readouterr().err
    assert "register.yaml:26: field 'naam' names the question 'naam', which does not exist." in told
    assert "names the option 'ap99', which does not exist." in told
