"""What each level says to the reviewer; whole phrases, so that each can be translated."""

from dataclasses import dataclass

from resources.texts import marked


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a level of a field says, and whether it speaks against one client."""

    text: str
    doubt: bool = False


PARTS = {
    "last": marked("surname"),
    "first": marked("first name"),
    "patronymic": marked("patronymic"),
}

FIELDS: dict[str, dict[str, Phrase]] = {
    "company": {
        "equal": Phrase(marked("the company's name is the same")),
        "translit": Phrase(marked("the company's name is the same in another alphabet")),
        "typo": Phrase(marked("the company's names differ by a misprint")),
        "partly": Phrase(marked("one company's name contains the other's")),
        "different": Phrase(marked("the companies' names differ"), doubt=True),
    },
    "form": {
        "different": Phrase(marked("the legal forms differ"), doubt=True),
    },
    "inn": {
        "equal": Phrase(marked("the ИНН is the same")),
        "different": Phrase(marked("the ИНН differ"), doubt=True),
    },
    "birth": {
        "equal": Phrase(marked("the date of birth is the same")),
        "typo": Phrase(marked("the dates of birth differ by a misprint")),
        "partly": Phrase(marked("the dates of birth differ in one part"), doubt=True),
        "different": Phrase(marked("the dates of birth differ"), doubt=True),
    },
    "phone": {
        "same": Phrase(marked("the phone is the same")),
        "family": Phrase(marked("the phone is the same, though several people use it")),
        "crowd": Phrase(marked("the phone is the same, though many people use it")),
        "untold": Phrase(
            marked(
                "the phone is the same, though without a whole first name it may be a relative's"
            )
        ),
        "typo": Phrase(marked("the phones differ by one digit")),
        "different": Phrase(marked("the phones differ"), doubt=True),
    },
    "email": {
        "same": Phrase(marked("the e-mail is the same")),
        "family": Phrase(marked("the e-mail is the same, though several people use it")),
        "crowd": Phrase(marked("the e-mail is the same, though many people use it")),
        "untold": Phrase(
            marked(
                "the e-mail is the same, though without a whole first name it may be a relative's"
            )
        ),
        "typo": Phrase(marked("the e-mails differ by a misprint")),
        "local": Phrase(marked("the e-mails differ only after the @ sign")),
        "different": Phrase(marked("the e-mails differ"), doubt=True),
    },
    "address": {
        "house": Phrase(marked("the address is the same")),
        "street": Phrase(marked("the street is the same")),
        "city": Phrase(marked("the town is the same")),
        "other_street": Phrase(marked("the streets differ"), doubt=True),
        "other_city": Phrase(marked("the towns differ"), doubt=True),
    },
    "car": {
        "same": Phrase(marked("the car is the same at the same time")),
        "undated": Phrase(marked("the car is the same")),
        "succession": Phrase(marked("the car is the same, first with one and then with the other")),
        "resold": Phrase(
            marked("the car is the same but was sold to another owner in between"), doubt=True
        ),
        "different": Phrase(marked("the cars differ"), doubt=True),
    },
    "gender": {"different": Phrase(marked("the genders differ"), doubt=True)},
    "order": {"swapped": Phrase(marked("parts of the name have changed places"))},
    "others": {
        "rival": Phrase(
            marked("another card fits just as one of the two does, and cannot be both"), doubt=True
        ),
        "third": Phrase(marked("a third card goes with both")),
    },
    "rare": {"name": Phrase(marked("such a name is rare"))},
}

KEYS = {
    "phone": marked("phone"),
    "e-mail": marked("e-mail"),
    "mailbox": marked("name of the mailbox"),
    "car": marked("car"),
    "inn": marked("ИНН"),
    "phone front and surname": marked("beginning of the phone with the surname"),
    "phone front and name": marked("beginning of the phone with the given names"),
    "phone back and surname": marked("end of the phone with the surname"),
    "phone back and name": marked("end of the phone with the given names"),
    "full name": marked("full name"),
    "surname and name": marked("surname with the first name"),
    "name skeleton": marked("consonants of the name"),
    "surname and initials": marked("surname with the initials"),
    "surname and initial": marked("surname with an initial"),
    "first name and patronymic": marked("first name with the patronymic"),
    "birth date and initial": marked("date of birth with an initial"),
    "birth date and surname": marked("date of birth with the surname"),
    "house and surname": marked("house with the surname"),
    "house and name": marked("house with the first name"),
    "street and name": marked("street with the name"),
    "company": marked("name of the company"),
    "company skeleton": marked("consonants of the company's name"),
    "house": marked("house"),
}
"""What the blocking keys are called."""
