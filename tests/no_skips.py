"""A skipped test is a failed test: what is not run proves nothing, and nobody reads the list of skips."""

from collections.abc import Generator

import pytest

SKIPPED = "this test was skipped, and a skipped test counts as failed: {why}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that skips itself or is marked to be skipped."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = SKIPPED.format(why=report.longrepr)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a module that skips itself."""
    report = yield
    if report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = SKIPPED.format(why=report.longrepr)
    return report
