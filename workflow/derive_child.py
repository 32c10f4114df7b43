"""A process that derives blocks for another one, until that one closes the pipe or dies."""

import gc
import sys

from workflow.derivation import Task, derived
from workflow.frame_stream import receive, send


def main() -> int:
    """Answer each task on the standard input with its cards on the standard output.

    Returns 0 when the input ends, also in the middle: whoever asked is gone then.
    """
    gc.freeze()
    gc.set_threshold(100_000, 50, 1_000)
    try:
        while (frames := receive(sys.stdin.buffer)) is not None:
            send(sys.stdout.buffer, derived(Task.of(frames)).frames())
    except (EOFError, BrokenPipeError):
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
