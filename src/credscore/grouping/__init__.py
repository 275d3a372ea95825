"""Groups articles by the story that they are about."""

from credscore.grouping.groups import NO_GROUP, SIMILARITY, group_articles
