"""What a guess costs whoever stole the database: the server's own hashes, not the tests' quick."""

import re
import subprocess
import sys

ASKED = """
from server.auth import passwords
print(passwords.hash_password("a long enough password"))
print(passwords._nobody())
"""


def test_a_guess_is_dear_and_as_dear_where_there_is_no_account() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    kept, nobodys = done.stdout.split()
    costs = re.compile(r"\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$")
    found = costs.match(kept)
    assert found is not None
    memory_kib, rounds, lanes = map(int, found.groups())
    assert (memory_kib >= 65_536, rounds >= 3, lanes >= 1) == (True, True, True)
    assert nobodys.startswith(found[0])
