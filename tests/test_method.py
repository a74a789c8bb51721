"""The method page: nothing of the pack is missing in either language and format, and nothing in it takes effect."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest
import shelf
import yaml
from desk import UNDECIDED, start, write
from jsonschema import Draft202012Validator
from test_replay import put

from szai_assess.authoring import compile as rules
from szai_assess.authoring import readings, schema
from szai_assess.citing import cite
from szai_assess.cli import method
from szai_assess.errors import PackError
from szai_assess.galley import entries
from szai_assess.proofread import proofread
from szai_assess.render.foreign import foreign
from szai_assess.render.markdown import escaped
from szai_assess.rulebook import BASES, rule_book

LANGUAGES = ("zh", "en")
PACK, WORDS = shelf.opened()
HOSTILE = "<script>x</script> | **b** [a](javascript:x) ![i](http://x.cn/i.png) &lt; </td> \\u202e {{ 7*7 }} `c`"


class Page(HTMLParser):
    """The words of a page, its elements and its anchors."""

    def __init__(self, text):
        super().__init__()
        self.found, self.tags, self.ids, self.links, self.skipped = [], set(), [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        self.tags.add(tag)
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"]] if "href" in known else []
        assert not {name for name in known if name.startswith("on")}
        self.skipped = tag == "style"

    def handle_endtag(self, tag):
        self.skipped = False

    def handle_data(self, data):
        self.found += [] if self.skipped else [data]

    @property
    def words(self):
        return plain("".join(self.found))


def plain(text):
    """A text without blanks: where lines and cells end is no matter."""
    return re.sub(r"\s+", "", text)


@cache
def markdown(language):
    return method.markdown("", language)


@cache
def page(language):
    return method.html(markdown(language), language).decode()


@cache
def shown(language):
    """The words of both formats: of Markdown as it escapes them, of HTML as a reader sees them."""
    return plain(markdown(language)), Page(page(language)).words


def missing(language, texts):
    """Those of some texts that one of the formats leaves out."""
    raw, read = shown(language)
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    return [line for line in lines if plain(escaped(line)) not in raw or plain(line) not in read]


def questions(language):
    for ident, words in WORDS.tree["questions"].items():
        yield from (ident, words["ask"][language], words["why"][language])
        yield from (words[key][language] for key in ("help", "notice") if key in words)
        for part in ("rows", "fields"):
            for name, inner in words[part].items():
                yield from (f"{ident}.{name}", inner[language], inner.get("help", {}).get(language, ""))


def options(language):
    for words in WORDS.tree["questions"].values():
        lists = [words["options"], *(row.get("options") or {} for row in words["rows"].values())]
        for each in lists:
            for option, inner in each.items():
                yield from (option, inner[language], inner.get("help", {}).get(language, ""))


def rows(language):
    for ident, words in WORDS.tree["rows"].items():
        yield from (ident, words["because"][language], WORDS.label("pack", "basis", words["basis"], language=language))


def tables(language):
    for name, words in WORDS.tree["tables"].items():
        yield from (name, words["title"][language])
        yield from (each[language] for each in words["outputs"].values())


def citations(language):
    """Every citation of the pack, and the words of every one that are held."""
    for reference in dict.fromkeys(each for entry in entries(WORDS) for each in entry.own):
        found = cite(WORDS, reference, language)
        yield from (found.label, *found.quote)


def red_lines(language):
    for item, table, index in PACK.goals.red_lines:
        yield from (item, WORDS.ask(PACK.variables[index].name, language))
        yield WORDS.label("tables", PACK.table_name(table), "title", language=language)


def the_rest(language):
    tree = WORDS.tree
    for ident, words in tree["readings"].items():
        yield from (ident, *(words[key][language] for key in ("point", "taken", "changes")), *words["rests"])
    for ident, words in tree["limits"].items():
        yield from (ident, words["text"][language])
    for ident, words in tree["obligations"].items():
        yield from (ident, *(words[key][language] for key in ("title", "duty", "trigger")), words.get("quote", ""))
    for ident, words in tree["documents"].items():
        yield from (ident, words["title"][language])
    for ident, words in tree["sources"].items():
        yield from (ident, words["title"][language], words["as_of"], words.get("number", ""))
    yield from (tree["pack"]["looked_at"], PACK.digest.removeprefix("sha256:test"), tree["pack"]["title"][language])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [questions, options, rows, tables, citations, red_lines, the_rest])
def test_nothing_of_the_pack_is_missing(kind, language):
    texts = [text for text in kind(language) if text]

    assert texts
    assert missing(language, texts) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_row_stands_with_its_condition_its_basis_and_its_grounds(language):
    book = rule_book(PACK, WORDS, language)
    lines = [plain(line) for line in markdown(language).splitlines() if line.startswith("|")]
    for sheet in book.sheets:
        for rule in sheet.rules:
            line = next(
                each for each in lines if each.startswith(f"|{escaped(rule.id)}|")
            )  # the proof names it once more
            wanted = [rule.because, rule.basis, rule.then, *rule.when, *(each.label for each in rule.cites)]
            assert [text for text in wanted if plain(escaped(text)) not in line] == []


def test_lists_have_their_blanks():
    assert "**What rests on it** lifecycle\\_stage, CX-10, CX-11, CX-25\n" in markdown("en")
    assert not re.search(r"[a-z],[a-z]", re.sub(r"sha256:\S+", "", markdown("en")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_counted_by_its_basis(language):
    book = rule_book(PACK, WORDS, language)
    found = [row.basis for table in PACK.tables for row in table.rows]

    assert book.totals == {basis: found.count(basis) for basis in BASES}
    assert book.rows == len(found) == sum(len(sheet.rules) for sheet in book.sheets)
    counts = "".join(f"**{book.totals[basis]}** | " for basis in BASES)
    assert f"{counts}**{book.rows}** |" in markdown(language)


def test_no_page_of_one_language_speaks_the_other_beside_quotations():
    spoken = [line for line in markdown("en").splitlines() if not line.startswith(">")]
    numbers = {words["number"] for words in WORDS.tree["sources"].values() if "number" in words}
    terms = {each for line in spoken for each in re.findall("[一-龥]+", line)}

    assert {each for each in terms if not any(each in number for number in numbers)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_html_is_one_file_that_does_nothing(language):
    text = page(language)
    found = Page(text)

    assert not found.tags & {"script", "iframe", "img", "link", "object", "form", "input"}
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import|https?://", text.partition("</style>")[0])
    assert len(found.ids) == len(set(found.ids))
    assert found.links
    assert {link.removeprefix("#") for link in found.links} <= {*found.ids}
    assert text.count("<h1") == 1
    assert text.count('<th scope="col">') == text.count("<th ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_stands_beside_what_rests_on_it(language):
    found = re.findall(r'<div class="beside">.*?<aside class="law">.*?</aside>', page(language), re.DOTALL)
    beside = [each for each in found if ">FH-02<" in each]

    assert len(beside) == 1
    assert plain(cite(WORDS, "PIPL-24.3", language).quote[0]) in Page(beside[0].partition("<aside")[2]).words


@pytest.mark.parametrize("form", method.FORMATS)
def test_the_same_bytes_twice(form, tmp_path):
    for seed in ("1", "2"):
        arguments = ["pack", "method", "--format", form, "--output", str(tmp_path / seed), "--lang", "zh"]
        assert start(arguments, tmp_path, PYTHONHASHSEED=seed).returncode == 0

    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    assert b"\r" not in (tmp_path / "1").read_bytes()


def hostile(tmp_path):
    """A pack whose author's words would do something if they could."""
    words = f'"{HOSTILE}"'
    parts = shelf.changed(
        ("pack.yaml", "zh: 《深圳经济特区人工智能产业促进条例》人工智能应用分级自评", f"zh: {words}"),
        (
            "tables/scope.yaml",
            "zh: 自述未采用所列任何人工智能技术，只是固定公式计算、人工编写的固定规则或者普通信息系统，可能没有用到「感知环境、获取知识、推导演绎等方法」。",
            f"zh: {words}",
        ),
        ("questions/20-scenario.yaml", "{id: admin, zh: 行政、政务服务", f"{{id: admin, zh: {words}"),
        ("readings.yaml", "zh: “事前”指什么之前：研发、试点、上线，还是重大变更？", f"zh: {words}"),
        ("sources.yaml", "zh: 《条例》", f"zh: {words}"),
    )
    put(tmp_path / "szai-2022", parts)
    proof = "# <script>p</script>\n\n```\n<b>code</b>\n```\n\n- a\n  - nested <i>\n\n| a | b |\n| --- | --- |\n| `x` | *y* |\n"
    write(str(tmp_path / "szai-2022" / "PROOF.md"), proof)
    return str(tmp_path / "szai-2022")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_a_stranger_stay_words(tmp_path, language):
    text = method.markdown(hostile(tmp_path), language)
    found = method.html(text, language).decode()

    assert not re.search(r"(?<!\\)<(?:script|b|i|img|/td)\b", text)
    assert "](javascript" not in text.replace("\\]", "")
    assert "49" not in re.findall(r"\{\\?\{.{0,12}", text)
    assert not {"script", "b", "i", "img"} & Page(found).tags
    assert "\u202e" not in text + found
    if language == "zh":
        assert plain(HOSTILE.replace("\\u202e", "\ufffd")) in Page(found).words


PROVED = "# Proof\n\n## Tables\n\nAll **22** tables, by `proofread`.\n\n| t | n |\n| --- | --- |\n| a\\|b | 1 |\n\n1. one\n2. two\n\n---\n\n> q\n"


def test_a_proof_is_taken_over_below_the_headings_of_the_page(tmp_path):
    put(tmp_path / "szai-2022", shelf.PARTS)
    write(str(tmp_path / "szai-2022" / "PROOF.md"), PROVED)
    text = method.markdown(str(tmp_path / "szai-2022"), "en")

    assert (
        "\n### Proof\n\n#### Tables\n\nAll **22** tables, by proofread.\n\n| t | n |\n| --- | --- |\n| a\\|b | 1 |\n"
        in text
    )
    assert "\n1. one\n2. two\n" in text
    assert "No proof" not in text
    assert "All22tables,byproofread." in Page(method.html(text, "en").decode()).words


def test_without_a_proof_the_page_says_so(tmp_path):
    put(tmp_path / "szai-2022", {name: data for name, data in shelf.PARTS.items() if name != method.PROOF})

    assert "No proof (PROOF.md) comes with the pack." in method.markdown(str(tmp_path / "szai-2022"), "en")


def test_what_cannot_be_laid_out_is_kept_line_by_line():
    assert foreign("- a\n  - <b>\n", 2) == "\\- a\n\n\\- \\<b\\>"


def test_without_readings_the_page_says_so(tmp_path):
    put(tmp_path / "szai-2022", {name: data for name, data in shelf.PARTS.items() if name != readings.FILE})

    assert method.markdown(str(tmp_path / "szai-2022"), "en").count("The pack states none.") == 2


BROKEN = {
    "something that is not there": ("P048", "rests: [disclosure]", "rests: [disclosures]"),
    "an id twice": ("P015", "id: RD-02", "id: RD-01"),
    "an id of a reading for a limit": ("P015", "id: LM-02", "id: RD-02"),
    "nothing that rests on it": ("P006", "rests: [disclosure]", "rests: []"),
    "no translation": ("P003", "    taken:\n      zh:", "    taken:\n      cn:"),
    "an unknown key": ("P004", "  - id: RD-03\n", "  - id: RD-03\n    article: x\n"),
}


@pytest.mark.parametrize(("code", "old", "new"), BROKEN.values(), ids=BROKEN)
def test_readings_are_read_strictly(code, old, new):
    with pytest.raises(PackError) as error:
        rules.compiled(shelf.drafted(shelf.changed((readings.FILE, old, new))), "sha256:test")

    assert code in {fault.code for fault in error.value.faults}
    assert {fault.place.file.rpartition("/")[2] for fault in error.value.faults} == {readings.FILE}


PROOFREAD = {
    "a citation that leads nowhere": ("P102", 'cites: ["66.2", "66.3"]', 'cites: ["666.2", "66.3"]'),
    "a quotation that is not there": ("P104", "所称“事前评估”", "所称「事前审批」"),
}


@pytest.mark.parametrize(("code", "old", "new"), PROOFREAD.values(), ids=PROOFREAD)
def test_readings_are_proofread(code, old, new):
    parts = shelf.changed((readings.FILE, old, new))

    assert (code, readings.FILE, shelf.line(parts, readings.FILE, new)) in shelf.brief(proofread(shelf.galley(parts)))


def test_the_command(tool, tmp_path):
    printed = tool("pack", "method", "--lang", "en")
    written = tool("pack", "method", "szai-2022", "--lang", "en", "--format", "html", "--output", "method.html")
    again = tool("pack", "method", "--lang", "en", "--format", "html", "--output", "method.html")
    write(str(tmp_path / "notes.txt"), "mine")
    refused = tool("pack", "method", "--output", "notes.txt")

    assert (printed.code, printed.err, printed.out) == (0, "", markdown("en"))
    assert (written.code, again.code) == (0, 0)
    assert (tmp_path / "method.html").read_text(encoding="utf-8") == page("en")
    assert (refused.code, " O006 " in refused.err, refused.err.endswith(UNDECIDED)) == (3, True, True)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert tool("pack", "method", "--format", "pdf").code == 2
    assert tool("pack", "method", "nothing").code == 3


def test_the_schema_of_readings_takes_them_and_no_misspelt_key():
    validator = Draft202012Validator(schema.pack_schema("readings"))
    content = yaml.load(shelf.PARTS[readings.FILE], yaml.BaseLoader)

    assert list(validator.iter_errors(content)) == []
    assert not validator.is_valid({**content, "misspelt": "x"})
