"""What typer itself says, as it comes out of the command line."""

import pytest

from ui.cli import run

ENGLISH = ("Usage", "Options", "Commands", "Arguments", "required", "default", "Show this")


def said_in_russian(capsys, *words):
    """Both streams of a command that is given in Russian."""
    run(["--language", "ru", *words])
    streams = capsys.readouterr()
    return streams.out + streams.err


@pytest.mark.parametrize("words", [["--help"], ["load", "--help"], ["run", "--help"]])
def test_the_help_says_none_of_typers_english_words_in_russian(capsys, words):
    said = said_in_russian(capsys, *words)

    assert [word for word in ENGLISH if word in said] == []
    assert "Использование: sverka" in said
    assert "Показать эту справку и выйти." in said


def test_the_help_of_a_command_marks_what_is_required(capsys):
    said = said_in_russian(capsys, "load", "--help")

    assert "[обязательно]" in said
    assert "[по умолчанию: " in said


def test_the_help_speaks_english_again_when_asked_to(capsys):
    said_in_russian(capsys, "load", "--help")
    run(["--language", "en", "load", "--help"])

    said = capsys.readouterr().out
    assert all(word in said for word in ("Usage: sverka", "Options", "Arguments", "[required]"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("lod", "Команды lod нет; может быть, load?"),
        ("nonsense", "Команды nonsense нет."),
        ("load --kin", "Параметра --kin нет; может быть, --kind?"),
        ("load --nope", "Параметра --nope нет."),
        ("load", "Не указано: BASE."),
        ("load a b", "Не указан параметр --kind."),
        ("load a b --kind", "После параметра --kind нужно значение."),
        ("report a --json=yes", "Параметр --json указывают без значения."),
        ("report a b c", "Лишние слова: b c."),
        ("approve a --at x", "Значение --at должно быть числом, например 0.99."),
        ("run --base a --out b", "--sales: Укажите файл продаж или сервиса."),
    ],
)
def test_wrong_usage_is_told_in_russian(capsys, words, sentence):
    assert said_in_russian(capsys, *words.split()) == sentence + "\n"
