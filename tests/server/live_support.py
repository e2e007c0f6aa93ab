"""What somebody who watches a wall is told, one look after the other."""

import json
from typing import Any

from server.auth.people import Person
from server.live.wall import Wall, Watch


def told(wall: Wall, watch: Watch, person: Person) -> dict[str, Any] | None:
    """The next frame after another look at the database; None where nothing is new."""
    wall.show(wall.look(person))
    text = watch.catch_up() if watch.is_behind() else watch.changes()
    return None if text is None else json.loads(text)
