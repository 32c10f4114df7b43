"""The kinds of source: a department's data, or a log of bookings, claims or surveys.

Each row of a source is one event; which one, the kind tells.
"""

SALES = "sales"
SERVICE = "service"
BOOKINGS = "bookings"
CLAIMS = "claims"
SURVEYS = "surveys"

KINDS = (SALES, SERVICE, BOOKINGS, CLAIMS, SURVEYS)
"""The kinds that files are loaded of."""

LOGS = (BOOKINGS, CLAIMS, SURVEYS)
"""The kinds whose rows need not name a client: the number of a work order may be all."""

ENTRY = "entry"
"""What was typed in by hand."""
