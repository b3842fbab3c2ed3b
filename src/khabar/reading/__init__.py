"""An edition to its reading: sentences, quotes, statements, certainty, figures, people, places, times."""
