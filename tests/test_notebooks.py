"""The notebooks run, and what they show is what is stored in them."""

from __future__ import annotations

from pathlib import Path

import nbclient
import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


def outputs(notebook: nbformat.NotebookNode) -> list[str]:
    """What each cell of a notebook shows; a kernel may print it in one piece or several."""
    return ["".join(map(shown, cell.outputs)) for cell in notebook.cells if cell.cell_type == "code"]


def shown(output: nbformat.NotebookNode) -> str:
    """The text of an output; of a plot, what a viewer says that shows none, and that there is a picture."""
    data = output.get("data", {})
    text: str = output.get("text") or data.get("text/html") or data.get("text/plain", "")
    return text + " a picture" * ("image/png" in data)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_shows_what_it_stores(path: Path) -> None:
    stored = nbformat.read(path, as_version=4)
    fresh = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(fresh, timeout=120, kernel_name="python3").execute()
    assert outputs(fresh) == outputs(stored)
    assert any(outputs(stored))
