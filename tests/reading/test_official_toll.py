"""An official toll counts everybody; a toll of officials counts them."""

import pytest

from tests.reading.figures_of import document


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The previous official toll was 74.", None),
        ("Ten bodies were found in Cusco. The official toll is now 31.", None),
        ("The official count stood at 31 dead, the mayor of Cusco said.", None),
        ("The toll among police officers rose to 31.", "police officers"),
    ],
)
def test_whose_toll_it_is(text: str, who: str | None) -> None:
    assert document(text, "en").counts[-1].who == who
