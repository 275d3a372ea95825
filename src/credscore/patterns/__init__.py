"""The pattern language of the lexicons. It knows no word and no signal."""

from credscore.patterns.classes import character_class
from credscore.patterns.language import compile_pattern, expression_of, words_of
from credscore.patterns.rule_table import Arrays, Rows, Rule, RuleTable, compile_rules
from credscore.patterns.word_forms import expand
