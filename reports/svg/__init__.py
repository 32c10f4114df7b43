"""Charts as SVG, drawn by hand: they stand in a page of HTML and on paper."""
