"""A dealer's service as it is: what happened to cars and clients, and what was noted about it.

``facts`` says what a fact is, ``fate`` lets clients buy and come to service, ``echoes`` lets them
call, complain and answer surveys. ``typist`` types it all, cleanly with ``tidy`` cards or with
``slips``, and ``build`` writes the five files with the truth: who is who, which VIN is meant, and
every funnel (``bench.generator.truth``).
"""
