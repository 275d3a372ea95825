"""Connects credscore to other libraries: one small file each; each library is an extra."""
