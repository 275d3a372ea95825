"""The tests of credscore; a package, so that benchmarks read the same inputs."""
