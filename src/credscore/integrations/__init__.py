"""credscore inside other libraries: each file thin, each library an extra of the install."""
