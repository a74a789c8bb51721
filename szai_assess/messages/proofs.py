"""Faults of a pack: P10x-P12x what proofreading finds, P13x its cases."""

from szai_assess.messages import Message

PROOFS = {
    "P101": Message(
        "引用 {cite} 的出处 {name} 不在 sources.yaml 中⟦；最接近的是 {nearest}⟧",
        "The source {name} of the citation {cite} is not in sources.yaml⟦; the nearest is {nearest}⟧",
        "改正出处的名称，或者在 sources.yaml 中补上。",
        "Correct the source's id, or add it to sources.yaml.",
    ),
    "P102": Message(
        "引用 {cite} 的条文没有收录在 {source} 中",
        "The article of the citation {cite} is not among those held of {source}",
        "改正条号，或者收录该条原文。",
        "Correct the article number, or add the article's text.",
    ),
    "P103": Message(
        "引用 {cite} 所指的款或者项不存在",
        "The citation {cite} points at a paragraph or item that does not exist",
        "写作“条.款.项”；（一）起始的是项，属于其前一款。",
        "Write article.paragraph.item; an entry that begins （一） is an item of the paragraph before it.",
    ),
    "P104": Message(
        "「{words}」不在所引条文中",
        "The words “{words}” are not in what is cited",
        "照录 {cites} 的原文，或者补上引用；不是引文的改用“”。",
        "Quote {cites} word for word, or add the citation; use other quotes for what is no quotation.",
    ),
    "P105": Message(
        "quote 不在所引条文中：{words}",
        "The quote is not in what is cited: {words}",
        "照录 {cites} 的原文；原文没有收录的，删去 quote，并写 verified: false。",
        "Quote {cites} word for word; if the text is not held, delete the quote and write verified: false.",
    ),
    "P106": Message(
        "义务 {name} 写着 verified: true，却没有引用已收录的原文",
        "The obligation {name} says verified: true but quotes no text that is held",
        "补上 quote，或者改为 verified: false。",
        "Add the quote, or write verified: false.",
    ),
    "P107": Message(
        "两种语言的占位符不同：zh 有 {zh}，en 有 {en}",
        "The placeholders differ between the languages: zh has {zh}, en has {en}",
        "使两种语言的占位符相同。",
        "Use the same placeholders in both languages.",
    ),
    "P108": Message(
        "第 {article} 条原文有 {zh} 段，译文有 {en} 段",
        "Article {article} has {zh} entries in the original and {en} in the translation",
        "逐款逐项翻译，段数和次序与原文相同。",
        "Translate entry by entry, in the order and number of the original.",
    ),
    "P109": Message(
        "被引用的第 {article} 条没有译文",
        "Article {article} is cited but has no translation",
        "在 law.en.yaml 中补上这一条。",
        "Add the article to law.en.yaml.",
    ),
    "P110": Message(
        "译文的第 {article} 条没有对应的原文",
        "Article {article} of the translation has no original",
        "改正条号，或者删去这一条译文。",
        "Correct the article number, or delete the translation.",
    ),
    "P111": Message(
        "没有任何条件、文书用到问题 {name}",
        "No condition and no document uses the question {name}",
        "删去这个问题，或者在决策表、义务、文书中用到它。",
        "Delete the question, or use it in a table, an obligation or a document.",
    ),
    "P112": Message(
        "pack.yaml 的 {kind} 中没有 {name} 的文字",
        "pack.yaml has no words for {name} under {kind}",
        "在 {kind} 下补上 {name}: {{zh: …, en: …}}。",
        "Add {name}: {{zh: …, en: …}} under {kind}.",
    ),
    "P114": Message(
        "{key} 所指的 {name} 不是表单的一栏，也不是文字题",
        "{name}, named by {key}, is neither a field of a form nor a text question",
        "写作“表单.栏”，例如 project_card.product_name。",
        "Write form.field, such as project_card.product_name.",
    ),
    "P115": Message(
        "没有模板 {name}",
        "There is no template {name}",
        "改正模板名称，或者补上该模板的 zh 和 en 两个文件。",
        "Correct the template's name, or add its two files, zh and en.",
    ),
    "P116": Message(
        "条件中的 {name} 没有任何回答能够满足",
        "No answer can meet the condition on {name}",
        "other_than 不能排除全部选项：收窄它，或者删去这一条件。",
        "other_than must not exclude every option: narrow it, or delete the condition.",
    ),
    "P117": Message(
        "没有任何案例触发规则行 {name}",
        "No case fires the row {name}",
        "在 cases/ 或者 cases/tables/ 中补一个触发它的案例；无从触发的，删去这一行。",
        "Add a case that fires it under cases/ or cases/tables/; if none can, delete the row.",
    ),
    "P118": Message(
        "unique 表 {table} 有一种组合没有规则行：{example}",
        "The unique table {table} has a combination without a row: {example}",
        "为这种组合补一行，或者放宽相邻的一行。",
        "Add a row for the combination, or widen a neighbouring one.",
    ),
    "P119": Message(
        "unique 表 {table} 的 {rows} 同时成立，例如：{example}",
        "The rows {rows} of the unique table {table} hold together, for example: {example}",
        "收窄其中一行的条件，或者合并为一行。",
        "Narrow the condition of one of them, or merge them.",
    ),
    "P120": Message(
        "unique 表 {table} 的组合超过 {limit} 种，无法逐一证明",
        "The unique table {table} has more than {limit} combinations, too many to prove one by one",
        "减少输入，或者先用另一张表把输入归并为几级。",
        "Give it fewer inputs, or let another table first condense them into a few levels.",
    ),
    "P121": Message(
        "决策表 {table} 中，{name} 更重一级，结果反而更低，例如：{example}",
        "In the table {table}, a worse {name} gives a lower result, for example from: {example}",
        "把条件写成“及以上”（例如 [H2, H3, H4]），使更重的回答不会使任何一行不再成立。",
        "Write the conditions as “this or worse”, such as [H2, H3, H4], so that no worse answer switches a row off.",
    ),
    "P122": Message(
        "决策表 {table} 的条件不都是“及以上”，组合又超过 {limit} 种，无法证明更重的回答不会降低结果",
        "Not every condition of the table {table} says “this or worse”, and with more than {limit} combinations it cannot be "
        "shown that a worse answer never lowers",
        "把条件写成“及以上”，或者先用另一张表把输入归并为几级。",
        "Write the conditions as “this or worse”, or let another table first condense the inputs into a few levels.",
    ),
    "P123": Message(
        "规则行 {name} 不起作用：凡它成立之处，{by} 也成立，结果不低于它",
        "The row {name} changes nothing: wherever it holds, {by} holds too and gives no less",
        "删去这一行，或者收窄 {by} 的条件。",
        "Delete the row, or narrow the condition of {by}.",
    ),
    "P124": Message(
        "{sentence} 中的 {{{name}}} 不会被填写",
        "Nothing fills in {{{name}}} in {sentence}",
        "这一句只能用：{known}。",
        "This sentence may only name: {known}.",
    ),
    "P125": Message(
        "更重的回答可能使决策表 {table} 不再适用，其结果因而消失",
        "A worse answer may keep the table {table} from being asked, and its result is gone",
        "把 when 写成“及以上”；有意如此的，写入 pack.yaml 的 proof.exceptions 并说明理由。",
        "Let its when say “this or worse”; if it is meant, list it with the reason under proof.exceptions in pack.yaml.",
    ),
    "P140": Message(
        "文件夹名为 {folder}，题包的编号却是 {pack}：按编号找不到这个题包",
        "The folder is called {folder}, the pack {pack}: the pack is not found by its id",
        "改其中一个名称，使两者相同。",
        "Rename one of the two, so that they are the same.",
    ),
}

CASES = {
    "P131": Message(
        "案例中没有 {name} 这一项⟦；最接近的是 {nearest}⟧",
        "A case has no {name} here⟦; the nearest is {nearest}⟧",
        "这里只能有：{keys}。",
        "There may only be: {keys}.",
    ),
    "P132": Message(
        "案例缺少 {name}",
        "The case has no {name}",
        "补上这一项。",
        "Add it.",
    ),
    "P133": Message(
        "{what} 中没有 {name}⟦；最接近的是 {nearest}⟧",
        "{name} is nothing that {what} can be⟦; the nearest is {nearest}⟧",
        "改用题包中的名称。",
        "Use a name that the pack has.",
    ),
    "P134": Message(
        "{name} 的写法不对",
        "{name} is not written as it should be",
        "expect、given、name 写成“名称: 值”，fired、documents、cases 写成列表，其余写成一个词。",
        "Write expect, given and name as name: value, fired, documents and cases as lists, and everything else as one word.",
    ),
    "P135": Message(
        "没有决策表 {name}⟦；最接近的是 {nearest}⟧",
        "There is no table {name}⟦; the nearest is {nearest}⟧",
        "改正表名。",
        "Correct the table's name.",
    ),
    "P136": Message(
        "given 中的 {name} 不是问题、矩阵行或者决策表⟦；最接近的是 {nearest}⟧",
        "{name}, under given, is no question, matrix row or table⟦; the nearest is {nearest}⟧",
        "改正名称；矩阵行写作“问题.行”。",
        "Correct the name; a matrix row is written question.row.",
    ),
    "P137": Message(
        "案例的 {what} 应为 {expected}，得出的是 {found}",
        "The case expects {what} to be {expected}; it comes out as {found}",
        "先按条文判断哪一个对：改规则，或者改案例。",
        "Decide by the law's text which is right, then change the rule or the case.",
    ),
    "P138": Message(
        "决策表 {table} 的 {what} 应为 {expected}，得出的是 {found}",
        "The case of the table {table} expects {what} to be {expected}; it comes out as {found}",
        "先按条文判断哪一个对：改规则，或者改案例。",
        "Decide by the law's text which is right, then change the rule or the case.",
    ),
    "P141": Message(
        "{key} 所指的 {name} 在题包中没有",
        "{name}, named by {key}, is not in the pack",
        "写文书、表单或者题目的编号；题目的一栏写作“题目.栏”。",
        "Name a document, a form or a question; a part of a question is written question.part.",
    ),
}
