"""How types of office and medium are printed in English."""

import functools
import tomllib
from importlib.resources import files


@functools.cache
def labels() -> dict[str, str]:
    """The types of general office data with their names."""
    path = files("khabar.language").joinpath("general", "offices.toml")
    return {row["type"]: row["label"] for row in tomllib.loads(path.read_text("utf-8"))["office"] if "label" in row}


def label(type_: str) -> str:
    """The English name of a type; one made of its words where the table lacks it."""
    family, _, rest = type_.partition(".")
    return labels().get(type_, " ".join(w for w in (rest, family) if w).replace("_", " ").title())
