"""A client's name while it is being read: what is left of the text, and what was set aside."""

from dataclasses import dataclass, field

from rules.finding import Rule

_AROUND = ' ()[]{}<>"«»“”„/,;'


@dataclass(slots=True)
class Draft:
    """The text of a name's cell on its way to words; ``raw`` is how it came.

    ``noted`` are the findings so far (a rule and the piece it speaks of), ``remarks`` what was
    set aside as a remark, ``spare`` what belongs to other fields.
    """

    raw: str
    text: str
    noted: list[tuple[Rule, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def note(self, rule: Rule, value: str) -> None:
        """Note a finding, once a rule and piece."""
        if (rule, value) not in self.noted:
            self.noted.append((rule, value))

    def set_aside(self, rule: Rule, piece: str) -> None:
        """Keep a piece as a remark and note it, both without the brackets and signs around it."""
        bare = piece.strip(_AROUND)
        self.remarks.append(bare)
        self.note(rule, bare)
