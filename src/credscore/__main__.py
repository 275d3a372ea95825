"""The command credscore, also as python -m credscore."""

import os


def main() -> None:
    """Run the command line; after Ctrl-C it ends at once, even while libraries load."""
    try:
        from credscore.cli import main

        main()
    except (KeyboardInterrupt, SystemExit) as ended:
        code = getattr(ended, "code", 130)
        if code in (5, 130):
            os._exit(code)  # other processes notice it; waiting for them would take seconds
        raise


if __name__ == "__main__":
    main()
