"""What pytest must not import where an extra is not installed."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("spacy") else ["src/credscore/integrations/spacy.py"]
