from khabar.web.view.beside import Pair, Piece, beside


def said(pair: Pair) -> tuple[list[str], list[str]]:
    return [p.words for p in pair.left if p.only], [p.words for p in pair.right if p.only]


def test_a_changed_line_shows_the_words_that_only_one_has() -> None:
    same, changed = beside("First line\nAt least 12 died", "First line\nAt least 14 died", same=True)

    assert said(same) == ([], [])
    assert said(changed) == ([" 12"], [" 14"])


def test_a_line_that_a_cut_lost_stands_alone() -> None:
    (_, lost) = beside("kept\nlost", "kept", same=True)

    assert lost == Pair(left=(Piece(words="lost", only=True),))


def test_a_translation_is_laid_beside_by_its_order_and_not_compared() -> None:
    (first, second) = beside("satu\ndua", "one", same=False)

    assert said(first) == ([], [])
    assert second.right == ()
