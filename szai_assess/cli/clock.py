"""Day and instant, read from the clock: the only place that does."""


def today() -> str:
    """The user's own day."""
    from datetime import date

    return date.today().isoformat()  # noqa: DTZ011


def now() -> str:
    """This instant in UTC, as ISO 8601 writes it."""
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="seconds")
