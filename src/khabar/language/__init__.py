"""One folder a language: lexicons as data; numbers, dates and offices; identification."""
