"""Faults of an answers file."""

from szai_assess.messages import Message

MESSAGES = {
    "A011": Message(
        "文件里没有作答",
        "There are no answers in the file",
        "运行 szai-assess assess 新建一份，或者按 pack: 与 answers: 的格式填写。",
        "Run szai-assess assess to start one, or write it in the form of pack: and answers:.",
    ),
    "A012": Message(
        "没有 {name} 这一部分⟦；最接近的是 {nearest}⟧",
        "There is no part {name}⟦; the nearest is {nearest}⟧",
        "顶层只能有：{keys}。",
        "At the top level there may only be: {keys}.",
    ),
    "A013": Message(
        "没有问题 {name}⟦；最接近的是 {nearest}⟧",
        "There is no question {name}⟦; the nearest is {nearest}⟧",
        "改正问题的名称；确属多余的，删去这一项。",
        "Correct the name of the question, or delete the entry if it is not needed.",
    ),
    "A014": Message(
        "{question} 没有选项 {name}⟦；最接近的是 {nearest}⟧",
        "{question} has no option {name}⟦; the nearest is {nearest}⟧",
        "从下列选项中选：{options}。",
        "Choose from: {options}.",
    ),
    "A015": Message(
        "{question} 没有 {name} 这一行或者这一栏⟦；最接近的是 {nearest}⟧",
        "{question} has no row or field {name}⟦; the nearest is {nearest}⟧",
        "改用下列名称之一：{parts}。",
        "Use one of: {parts}.",
    ),
    "A016": Message(
        "{where} 应当由若干“名称: 值”组成",
        "{where} should consist of entries, each a name: value",
        "另起一行，缩进两格，逐项写成“名称: 值”。",
        "Start a new line, indent by two spaces, and write each entry as name: value.",
    ),
    "A017": Message(
        "{question} 不能回答“不清楚”",
        "{question} cannot be answered unknown",
        "选一个选项；还不能确定的，删去这一项，待确定后再答。",
        "Choose an option; if it cannot be settled yet, delete the entry and answer it later.",
    ),
    "A018": Message(
        "{question} 的列表是空的",
        "The list for {question} is empty",
        "都不涉及的写 [none]（有此选项时），不清楚的写 unknown，还没有回答的删去这一项。",
        "Write [none] for none of them (where that is an option), unknown if it is not known, or delete the entry if it is unanswered.",
    ),
    "A019": Message(
        "{where} 超过 {limit} 字",
        "{where} has more than {limit} characters",
        "缩短为要点，详细材料作为附件保存，在 evidence 中写其位置。",
        "Shorten it to the essentials, keep the details as an attachment, and say under evidence where it is.",
    ),
    "A020": Message(
        "{where} 含有不完整的字符（单独的代理码）",
        "{where} holds half a character (a lone surrogate)",
        "删去该字符，重新输入。",
        "Delete the character and type it again.",
    ),
    "A021": Message(
        "{question} 的同一选项写了两次",
        "{question} names the same option twice",
        "每个选项只写一次。",
        "Name each option once.",
    ),
    "A022": Message(
        "{question} 中 none 与其他选项同时出现",
        "{question} names none together with something else",
        "都不涉及的只写 [none]；有涉及的，删去 none。",
        "Write [none] alone for none of them; otherwise delete none.",
    ),
    "A023": Message(
        "{where} 的 {value} 不是一个日期",
        "{value} is not a date, in {where}",
        '写作 "2026-11-21"；还不知道的，留空。',
        'Write it as "2026-11-21", or leave it empty if it is not known.',
    ),
    "A024": Message(
        "{where} 中的 {name} 不是问题的名称⟦；最接近的是 {nearest}⟧",
        "{name}, under {where}, is not the name of a question⟦; the nearest is {nearest}⟧",
        "写问题的名称，或者“问题.行”，例如 controls.owner。",
        "Use the name of a question, or question.row, such as controls.owner.",
    ),
    "A025": Message(
        "这份作答针对题包 {pack}，现有的是 {installed}",
        "These answers are for the pack {pack}; the one at hand is {installed}",
        "用 --pack 指定对应的题包，或者改正 pack 一项。",
        "Name the right pack with --pack, or correct the entry pack.",
    ),
    "A026": Message(
        "这份作答针对 {named}，现有的 {installed} 不能据以判定",
        "These answers are for {named}, which {installed} cannot judge",
        "安装含有该版本题包的工具；要改用现有版本的，核对每一项作答后改写 pack 一项。",
        "Install a release of the tool with that version of the pack; or check every answer and then change the entry pack.",
    ),
    "A027": Message(
        "没有写明题包",
        "The file does not say which pack it answers",
        "在文件开头加一行 pack: {pack}。",
        "Add a line pack: {pack} at the top of the file.",
    ),
    "A028": Message(
        "{where} 应当是文字，这里却是列表或者映射",
        "{where} should be text; here it is a list or a mapping",
        "写成一行文字；以方括号、花括号开头或者含有冒号的，用双引号括起来。",
        "Write it as text on one line; put it in double quotes if it begins with a bracket or holds a colon.",
    ),
    "A029": Message(
        "{where} 应当是一个选项或者选项的列表，这里却是“名称: 值”",
        "{where} should be an option or a list of options; here it is name: value",
        "写成 {where}: 选项，或者 {where}: [选项, 选项]。",
        "Write {where}: option, or {where}: [option, option].",
    ),
    "A030": Message(
        "{question} 的列表中有 unknown；“不清楚”只能单独写",
        "The list for {question} holds unknown, which stands alone",
        "从可能的选项中删去 unknown；完全不清楚的，写 {question}: unknown。",
        "Leave unknown out of the list of what it may be; if nothing is known, write {question}: unknown.",
    ),
    "A031": Message(
        "{where} 合并后有 {size} 字，超过 {limit} 字",
        "{where} would have {size} characters once merged, more than {limit}",
        "先在两份文件中缩短这一项的作答、说明或者证据，再合并。",
        "Shorten its answer, note or evidence in both files, then merge them.",
    ),
    "A032": Message(
        "两份作答针对不同的题包：{first} 和 {second}",
        "The two files answer different packs: {first} and {second}",
        "只能合并针对同一题包的作答；写错的，改正 pack 一项。",
        "Only answers to the same pack can be merged; if one of them is a slip, correct the entry pack.",
    ),
}
