"""A day in a pack's files: written ``YYYY-MM-DD``, and one that the calendar has."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from szai_assess.text import is_day


def real(day: str) -> str:
    """The day, if the calendar has it."""
    if not is_day(day):
        raise PydanticCustomError("no_day", "not a day of the calendar")
    return day


Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(real)]
