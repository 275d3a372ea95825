"""python -m credscore: the command line."""

from credscore.cli import main

if __name__ == "__main__":
    main()
