"""From a pack's files to rules and words: pydantic models, one strict reading, one compilation."""
