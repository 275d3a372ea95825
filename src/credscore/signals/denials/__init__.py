"""What a denial is, read from the clause around its predicate."""

from credscore.signals.denials.clause import Clause
from credscore.signals.denials.extent import extent_of, shown_start
from credscore.signals.denials.kind import kind_of
from credscore.signals.denials.lone_words import is_verdict
from credscore.signals.denials.meaning import counts
from credscore.signals.denials.non_confirmation import is_unanswered
from credscore.signals.denials.words import words_of_denial
