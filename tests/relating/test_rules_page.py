import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "rules.md").read_text("utf-8")


def cited() -> set[str]:
    """Every rule name that a verdict can cite."""
    source = "\n".join(p.read_text("utf-8") for p in sorted((ROOT / "src/khabar/relating").glob("*.py")))
    found = set(re.findall(r'rule="([a-z-]+)"', source))
    found |= set(re.findall(r'"((?:withdrawn|corrected|higher|lower|stock|made)-[a-z-]+)"', source))
    return found | {"disowned", "reinstated"}


def test_every_rule_has_its_name_on_the_page() -> None:
    headings = set(re.findall(r"`([a-z-]+)`", "\n".join(line for line in PAGE.splitlines() if line.startswith("### "))))

    assert cited() == headings


def test_every_named_rule_has_an_example_and_a_counter_example() -> None:
    for part in re.split(r"^#+ ", PAGE, flags=re.MULTILINE):
        if part.startswith("`"):
            assert "*Example.*" in part, part.splitlines()[0]
            assert "*Counter-example.*" in part, part.splitlines()[0]
