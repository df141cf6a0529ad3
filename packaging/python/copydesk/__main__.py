"""`python -m copydesk` is the program."""

import os
import subprocess
import sys

from copydesk._program import find_program


def main() -> None:
    command = [str(find_program()), *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


main()
