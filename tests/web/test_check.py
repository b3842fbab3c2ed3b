from starlette.testclient import TestClient

TEXT = "Almaty - At least 12 people were killed, the ministry said on Monday.\nIt gave no <b>details</b>."


def test_a_pasted_text_is_shown_with_its_figures_and_findings(board: TestClient) -> None:
    page = board.post("/check", data={"text": TEXT, "as_of": "2022-01-16T12:00"})

    assert page.status_code == 200
    assert "1 figure" in page.text
    assert "&lt;b&gt;details" in page.text


def test_a_file_is_checked_as_a_text(board: TestClient) -> None:
    page = board.post("/check", files={"file": ("page.txt", TEXT.encode())})

    assert "1 figure" in page.text


def test_a_text_that_cannot_be_read_is_told_with_the_form_as_it_was(board: TestClient) -> None:
    page = board.post("/check", data={"text": "", "outlet": "example.org"})

    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert "example.org" in page.text


def test_a_time_that_is_none_is_told(board: TestClient) -> None:
    assert board.post("/check", data={"text": TEXT, "published": "soon"}).status_code == 400
