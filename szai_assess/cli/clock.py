"""The day, read from the clock: the only place that does."""


def today() -> str:
    """The user's own day."""
    from datetime import date

    return date.today().isoformat()  # noqa: DTZ011
