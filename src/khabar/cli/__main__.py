"""`python -m khabar.cli`: the command line without an installed script."""

from khabar.cli.app import main

main()
