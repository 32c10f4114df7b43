"""Background work without threads, and a list in memory."""

from datetime import UTC, datetime

NOW = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)


class Now:
    """Background that runs everything at once, on the spot."""

    def __init__(self):
        self.writes = []
        self.errors = []

    def read(self, work, then, failed=None):
        self._run(work, then, failed)

    def follow(self, work, then, *, told, failed=None):
        self._run(lambda: work(Quiet()), then, failed)
        return lambda: None

    def write(self, title, work, then, failed=None):
        self.writes.append(title)
        self._run(lambda: work(Quiet()), then, failed)

    def _run(self, work, then, failed):
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - as the real one does
            if failed is None or not failed(error):
                self.errors.append(error)
        else:
            then(result)


class Later:
    """Background that keeps work until it is told to go on."""

    def __init__(self):
        self.waiting = []
        self.stopped = []
        self.heard = []

    def follow(self, work, then, *, told, failed=None):
        place = len(self.heard)
        self.heard.append(told)
        self.waiting.append((lambda: work(Quiet()), then))
        return lambda: self.stopped.append(place)

    def read(self, work, then, failed=None):
        self.waiting.append((work, then))

    def write(self, title, work, then, failed=None):
        self.waiting.append((lambda: work(Quiet()), then))

    def go_on(self):
        work, then = self.waiting.pop(0)
        then(work())


class Quiet:
    """Progress nobody watches."""

    def stage(self, name):
        pass

    def report(self, done, total):
        pass


class ListSource:
    """Rows of a list, or of what a function answers by then, as a page source."""

    def __init__(self, rows, names=()):
        self.read = rows if callable(rows) else lambda: self.rows
        self.rows = [] if callable(rows) else rows
        self.names = names
        self.fetched = []

    def count(self):
        return len(self.read())

    def fetch(self, offset, limit, sort):
        self.fetched.append((offset, limit, sort))
        rows = list(self.read())
        if sort is not None:
            place = self.names.index(sort.column) + 1
            rows.sort(key=lambda row: row[place], reverse=sort.descending)
        return rows[offset : offset + limit]
