"""The house: imports run one way, stages do not know each other, modules can be read in one sitting."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "khabar"
STAGES = {"intake", "reading", "relating", "ledger", "checking", "export"}
MAY_IMPORT = {
    "model": {"model"},
    "language": {"model", "language"},
    **{stage: {"model", "language", stage} for stage in STAGES},
    "keeping": {"model", "language", "keeping", *STAGES},
    "pipeline": {"model", "language", "pipeline", "keeping", *STAGES},
    "web": {"model", "language", "pipeline", "intake", "export", "demo", "web"},
    "cli": {"model", "language", "pipeline", "intake", "export", "demo", "web", "cli"},
    "demo": {"model", "demo"},
    "__init__": {"model", "pipeline", "intake"},
}
MODULES = sorted(SRC.rglob("*.py"))
LINES = 500


def room(path: Path) -> str:
    inner = path.relative_to(SRC)
    return inner.parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms that a module imports from."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("khabar"):
            rest = node.module.split(".")[1:]
            names |= (
                {rest[0]}
                if rest
                else {
                    alias.name
                    for alias in node.names
                    if (SRC / alias.name).exists() or (SRC / f"{alias.name}.py").exists()
                }
            )
        elif isinstance(node, ast.Import):
            names |= {a.name.split(".")[1] for a in node.names if a.name.startswith("khabar.")}
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_run_one_way(path: Path) -> None:
    assert imported(path) <= MAY_IMPORT[room(path)]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_module_is_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LINES


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_no_print_outside_the_command_line_and_no_naked_assert(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    calls = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}

    assert not any(isinstance(n, ast.Assert) for n in ast.walk(tree))
    assert room(path) == "cli" or "print" not in calls


def test_every_module_says_what_it_is() -> None:
    assert [str(p) for p in MODULES if not ast.get_docstring(ast.parse(p.read_text("utf-8")))] == []
