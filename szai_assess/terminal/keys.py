"""Which key does what. In a list a letter is a command and a sign of another script is sought; in a text letters are letters."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from szai_assess.interview import page as pages

if TYPE_CHECKING:
    from szai_assess.terminal.screen import Screen

FULL_WIDTH = {0xFF01 + place: chr(0x21 + place) for place in range(94)} | {0x3000: " "}
WISHES = {"b": pages.BACK, "u": pages.UNDO, "r": pages.LOOK, "n": pages.REMARK, "e": pages.PROVE}


def bindings(screen: "Screen", buffer: Any) -> Any:
    """The keys of the interview; ``buffer`` holds the text being typed."""
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    keys = KeyBindings()
    reads = Condition(lambda: screen.reading is not None)
    types = Condition(lambda: screen.types)
    lists = ~reads & ~types
    seeks = lists & Condition(lambda: screen.board.seeking)
    empty = Condition(lambda: not buffer.text)

    def on(*names: Any, when: Any = True, do: Callable[[Any], object]) -> None:
        def act(event: Any) -> None:
            screen.remark = ""
            do(event)

        for name in names:
            keys.add(name, filter=when, eager=True)(act)

    on(Keys.Any, when=reads | lists, do=lambda event: sign(screen, event.data))
    on(Keys.Up, Keys.ControlP, Keys.BackTab, when=lists, do=lambda _: screen.move(-1))
    on(Keys.Down, Keys.ControlN, Keys.Tab, when=lists, do=lambda _: screen.move(1))
    on(Keys.PageUp, when=lists, do=lambda _: screen.turn(-1))
    on(Keys.PageDown, when=lists, do=lambda _: screen.turn(1))
    on(Keys.Home, when=lists, do=lambda _: screen.point(0))
    on(Keys.End, when=lists, do=lambda _: screen.point(-1))
    on(Keys.Backspace, when=lists, do=lambda _: screen.erase())
    on(Keys.Enter, when=~reads & ~seeks, do=lambda _: screen.confirm())
    on(Keys.Enter, when=seeks, do=lambda _: screen.keep_found())
    on(Keys.Escape, Keys.ControlB, when=~reads, do=lambda _: screen.retreat())
    on(Keys.F1, when=~reads, do=lambda _: screen.ask_help())
    on("?", "？", when=types & empty, do=lambda _: screen.ask_help())
    on(Keys.F2, when=~reads, do=lambda _: screen.wish(pages.REMARK))
    on(Keys.F3, when=~reads, do=lambda _: screen.wish(pages.PROVE))
    on(Keys.F4, when=~reads, do=lambda _: screen.wish(pages.LOOK))
    on(Keys.ControlZ, when=~reads, do=lambda _: screen.wish(pages.UNDO))
    on(Keys.Up, when=reads, do=lambda _: screen.leaf(-1, page=False))
    on(Keys.Down, when=reads, do=lambda _: screen.leaf(1, page=False))
    on(Keys.PageUp, when=reads, do=lambda _: screen.leaf(-1, page=True))
    on(Keys.PageDown, when=reads, do=lambda _: screen.leaf(1, page=True))
    on(Keys.Escape, Keys.Enter, Keys.F1, when=reads, do=lambda _: screen.close_help())
    on(Keys.BracketedPaste, do=lambda event: screen.paste(event.data))
    on(Keys.ControlC, Keys.SIGINT, do=lambda _: screen.stop())
    on(Keys.ControlD, when=~types | empty, do=lambda _: screen.stop())
    return keys


def sign(screen: "Screen", typed: str) -> None:
    """What a sign does in a list or in help; in a search it is sought."""
    plain = typed.translate(FULL_WIDTH).lower()
    if len(plain) != 1 or not plain.isprintable():
        return
    if screen.reading is not None:
        read_on(screen, plain)
    elif screen.board.seeking:
        screen.seek(typed)
    elif plain == " ":
        screen.tick()
    elif plain == "?":
        screen.ask_help()
    elif plain == "/":
        screen.seek()
    elif plain in WISHES:
        screen.wish(WISHES[plain])
    elif not plain.isascii():
        screen.seek(typed)


def read_on(screen: "Screen", plain: str) -> None:
    """What a sign does in help."""
    if plain == " ":
        screen.leaf(1, page=True)
    elif plain in ("?", "q", "b"):
        screen.close_help()
