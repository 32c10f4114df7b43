"""The tests mirror the source: ``rules/vin.py`` is tested by ``tests/rules/test_vin.py``."""
