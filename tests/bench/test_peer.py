import sys

import pytest

from bench import peer


def test_a_missing_peer_says_in_one_sentence_how_to_install_it(monkeypatch, tmp_path):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setenv(peer.VARIABLE, str(python))
    with pytest.raises(peer.PeerMissingError, match=r"\[peers\]") as raised:
        peer.interpreter()
    assert peer.VARIABLE in str(raised.value)


def test_the_peer_runs_in_the_interpreter_that_is_named(monkeypatch, tmp_path):
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\n[ "$1" = -c ] && exit 0\nexec \'{sys.executable}\' "$@"\n')
    python.chmod(0o755)
    monkeypatch.setenv(peer.VARIABLE, str(python))
    assert peer.interpreter() == str(python)
