"""A seeded generator of a dealer's SALES and SERVICE files with the truth about them.

The world comes first (``people``, ``firms``, ``garage``, ``life``), then two departments type it
(``clerk``, ``dirt`` and the ``spoil_*`` modules), then the files are laid out and written
(``headers``, ``sheet``, ``spill``, ``files``). ``build`` runs it all, one district at a time.
"""
