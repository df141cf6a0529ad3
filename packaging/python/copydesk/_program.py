"""Where the program is, and what it says when something is wrong."""

import os
import shutil
import sys
import sysconfig
from pathlib import Path


class CopydeskError(Exception):
    """The program cannot be started, or something could not be read; in its words."""


class CopydeskWarning(UserWarning):
    """Something is not as one would expect, such as a span that was left out."""


def find_program() -> Path:
    """The program that came with this package, or the one on the search path.

    The environment variable COPYDESK names another one.
    """
    if chosen := os.environ.get("COPYDESK"):
        return Path(chosen)
    name = "copydesk" + (sysconfig.get_config_var("EXE") or "")
    target = Path(__file__).parent.parent
    folders = [
        sysconfig.get_path("scripts"),
        # pip install --user
        sysconfig.get_path("scripts", f"{os.name}_user"),
        # pip install --target, and the environments that uv and pip build in
        target / "bin",
        Path(sys.prefix) / "bin",
    ]
    for folder in folders:
        if (program := Path(folder) / name).is_file():
            return program
    if found := shutil.which(name):
        return Path(found)
    raise CopydeskError(
        f"There is no program “{name}”: install Copydesk with pip, or set COPYDESK to it"
    )
