"""What every funnel must say, counted from the facts themselves: no base, no matching, no frames.

``known`` tells what counts, and the modules beside it count, a few funnels each; ``funnels``
gathers them. Persons and cars are the true ones, and nothing here knows how ``reports`` counts.
"""
