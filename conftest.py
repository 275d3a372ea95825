"""What pytest must not import where an extra is not installed."""

from importlib.util import find_spec

EXTRAS = {"dask": "dask", "spacy": "spacy", "spark": "pyspark"}
collect_ignore = [
    f"src/credscore/integrations/{name}.py"
    for name, package in EXTRAS.items()
    if not find_spec(package)
]
