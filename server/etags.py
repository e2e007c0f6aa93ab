"""Entity tags of what several people may change: told with it, and asked for by a change.

Pure. One rule: a tag is the number of changes so far in quotes (RFC 9110, 8.8.3), so it never
stands for two states.
"""


def etag(version: int) -> str:
    """The strong entity tag of a version."""
    return f'"{version}"'


def matches(if_match: str | None, version: int) -> bool:
    """Whether a change may be made by its If-Match; without one it may."""
    if if_match is None:
        return True
    tags = [tag.strip() for tag in if_match.split(",")]
    return "*" in tags or etag(version) in tags
