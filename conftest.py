"""What pytest must not import where an extra is not installed; whether the core is compiled."""

from importlib.util import find_spec

EXTRAS = {"dask": "dask", "spacy": "spacy", "spark": "pyspark"}
collect_ignore = [
    f"src/credscore/integrations/{name}.py"
    for name, package in EXTRAS.items()
    if not find_spec(package)
]


def pytest_report_header() -> str:
    """One line at the top: uncompiled, everything is slower and gives the same results."""
    from credscore import scan

    return f"credscore: {'un' if scan.__file__.endswith('.py') else ''}compiled"
