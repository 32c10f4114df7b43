"""A seeded generator of a dealer's files with the truth about them.

The levels light, medium and heavy measure how right matching is, clean and typed whether reports
count right.

The world comes first (``people``, ``firms``, ``garage``, ``life``), then two departments type it
(``clerk``, ``dirt`` and the ``spoil_*`` modules), then the files are laid out and written
(``headers``, ``sheet``, ``spill``, ``files``). ``build`` runs it all, one district at a time.
``rumours`` adds bookings, claims and surveys about the orders of a service file.

``service_life`` is the world of the levels clean and typed, with all that a funnel is about, and
``truth`` counts the funnels of it.
"""
