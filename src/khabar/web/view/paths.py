"""From the reports that carry a claim to the paths of its chain: copies of one text are one stack."""

from collections.abc import Callable, Iterable, Sequence

from khabar.model.claim import Print
from khabar.web.view.chain import Path

Link = Callable[..., str]


def paths(prints: Sequence[Print], link: Link) -> list[Path]:
    """The paths, the first printed first. What a copy group carries is one path, whatever its members leave out of the chain."""
    stacks: dict[tuple[object, ...], list[Print]] = {}
    for one in prints:
        key = ("group", one.group) if one.group else ("outlet", one.outlet or one.edition, one.links)
        stacks.setdefault(key, []).append(one)
    return [_path(stack, link) for stack in stacks.values()]


def _path(stack: Sequence[Print], link: Link) -> Path:
    first = stack[0]
    fullest = max(stack, key=lambda p: (not p.deepened, len(p.links)))
    return Path(
        links=fullest.links or ("nobody named",),
        outlet=_names(stack),
        copies=len({p.edition for p in stack}),
        one_text=first.group is not None,
        how="carried by" if first.group else "reported by",
        deeper=all(p.deepened for p in stack),
        href=link("/copies", id=first.edition) if first.group else link("/report", id=first.edition),
    )


def _names(stack: Iterable[Print]) -> str:
    names = [*dict.fromkeys(p.outlet or "an outlet without a name" for p in stack)]
    shown = ", ".join(names[:2])
    return f"{shown} and {len(names) - 2} more" if len(names) > 2 else shown
