"""The journal of a made-up base."""

from datetime import timedelta

from tests.ui.fakes.background import NOW, ListSource
from ui.pages.journal.ports import Undone


class FakeJournal:
    def __init__(self):
        self.undone = []
        self.rows = [
            (5, NOW, "Olga Demina", "Bulk approval at 99%", "1,204 groups", "b7c1d2e3f4", "stands"),
            (
                4,
                NOW - timedelta(minutes=9),
                "Pavel Rogov",
                "Judged: same client",
                "Group 118, 3 cards",
                "a41f00c9d7",
                "undone",
            ),
            (
                3,
                NOW - timedelta(minutes=31),
                "Olga Demina",
                "Let in as it is",
                "VIN101, card 4512",
                "9e0d11aa02",
                "stands",
            ),
            (2, NOW - timedelta(hours=1), "Olga Demina", "Load", "service_2026_11.csv", "", ""),
            (
                1,
                NOW - timedelta(hours=1, minutes=4),
                "Olga Demina",
                "Load",
                "sales_2026.xlsx",
                "",
                "",
            ),
        ]

    def entries(self, query):
        return ListSource(
            lambda: [
                row
                for row in self.rows
                if (not query.undoable or row[6] == "stands")
                and query.text.lower() in " ".join(map(str, row)).lower()
            ],
            ("at", "by", "what", "about", "decision", "state"),
        )

    def consequence(self, decision_id):
        return "1,204 groups will wait for a decision again."

    def undo(self, decision_id, progress):
        if decision_id in self.undone:
            return Undone(accepted=False, by="Pavel", at=NOW)
        self.undone.append(decision_id)
        self.rows = [(*row[:6], "undone") if row[5] == decision_id else row for row in self.rows]
        return Undone(accepted=True)
