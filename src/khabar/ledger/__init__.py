"""Where all is kept: schema, migrations, store, as-of questions, rulings."""
