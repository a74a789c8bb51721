"""Faults of a pack: P00x its files, P01x-P03x its rules; what proofreading and cases find is in ``proofs``."""

from szai_assess.messages import Message
from szai_assess.messages.mutating import MUTATING
from szai_assess.messages.proofs import CASES, PROOFS
from szai_assess.messages.proving import PROVING

FILES = {
    "P001": Message(
        "题包缺少文件 {file}，或者该文件是空的",
        "The pack has no file {file}, or it is empty",
        "补上这个文件；可以照着随附题包的同名文件写。",
        "Add the file; the shipped pack's file of the same name shows how it is written.",
    ),
    "P002": Message(
        "{name} 的值不对：{problem}",
        "The value of {name} is wrong: {problem}",
        "对照 szai-assess pack schema --kind 给出的格式改正。",
        "Correct it by the format that szai-assess pack schema --kind prints.",
    ),
    "P003": Message(
        "缺少 {name}",
        "{name} is missing",
        "补上这一项；界面文字须有 zh 和 en 两种语言。",
        "Add it; every text needs both zh and en.",
    ),
    "P004": Message(
        "不认识 {name}⟦；最接近的是 {nearest}⟧",
        "{name} is not known here⟦; the nearest is {nearest}⟧",
        "改正名称，或者删去这一项。",
        "Correct the name, or delete the entry.",
    ),
    "P005": Message(
        "{name} 不能是 {value}",
        "{name} cannot be {value}",
        "改为下列之一：{expected}。",
        "Use one of: {expected}.",
    ),
    "P006": Message(
        "{name} 是空的列表",
        "{name} is an empty list",
        "至少写一项；规则行和义务必须写明依据。",
        "Give at least one entry; rows and obligations must say what they rest on.",
    ),
    "P007": Message(
        "{name} 是空的",
        "{name} is empty",
        "填写内容；该项可以没有的，整项删去。",
        "Fill it in, or delete the whole entry if it is optional.",
    ),
    "P008": Message(
        "{name} 的写法不对：{value}",
        "{name} is not written as it should be: {value}",
        '须符合 {expected}；日期写作 "2026-11-21"，版本写作 "1.0.0"。',
        'It must match {expected}; a date is written "2026-11-21", a version "1.0.0".',
    ),
    "P009": Message(
        "{name} 只能是 true 或者 false，这里是 {value}",
        "{name} can only be true or false; here it is {value}",
        "改为 true 或者 false。",
        "Write true or false.",
    ),
}

RULES = {
    "P010": Message(
        "条件中的 {name} 不是问题、矩阵行或者决策表⟦；最接近的是 {nearest}⟧",
        "{name}, in a condition, is no question, matrix row or table⟦; the nearest is {nearest}⟧",
        "改正名称；矩阵行写作“问题.行”。",
        "Correct the name; a matrix row is written question.row.",
    ),
    "P011": Message(
        "{name} 没有 {option} 这个值⟦；最接近的是 {nearest}⟧",
        "{name} has no value {option}⟦; the nearest is {nearest}⟧",
        "改用该问题的选项或者该表的输出。",
        "Use an option of the question or an output of the table.",
    ),
    "P012": Message(
        "{name} 的条件写法不对",
        "The condition on {name} is not written as conditions are",
        "写一个选项、一个选项列表或者 {{other_than: [选项]}}；条件不能是空的。",
        "Give an option, a list of options, or {{other_than: [options]}}; a condition cannot be empty.",
    ),
    "P013": Message(
        "{name} 的条件用了 none，而它只能用于提示、义务和文书",
        "The condition on {name} uses none, which only caveats, obligations and documents may use",
        "改用 {{other_than: [选项]}}，或者列出成立的选项。",
        "Use {{other_than: [options]}}, or list the options under which it holds.",
    ),
    "P014": Message(
        "条件读取了 {name}，而它没有选项（文字、表单或者日期）",
        "A condition reads {name}, which has no options (a text, a form or a date)",
        "改为读取有选项的问题。",
        "Read a question that has options.",
    ),
    "P015": Message(
        "{name} 用了两次",
        "{name} is used twice",
        "换一个没有用过的名称。",
        "Give one of the two a name that is not in use.",
    ),
    "P016": Message(
        "条件绕成了一圈：{names}",
        "The conditions go round in a circle: {names}",
        "去掉其中一处条件，使每一项只取决于它之前的项。",
        "Take one of these conditions away, so that each depends only on what comes before it.",
    ),
    "P017": Message(
        "本表没有输出 {name}⟦；最接近的是 {nearest}⟧",
        "The table has no output {name}⟦; the nearest is {nearest}⟧",
        "then 写本表 outputs 中的一个。",
        "Let then be one of the table's outputs.",
    ),
    "P018": Message(
        "{name} 的 when 和 not_asked 只写了一个",
        "Of when and not_asked, the table {name} has only one",
        "两个都写，或者都不写。",
        "Give both or neither.",
    ),
    "P019": Message(
        "{name} 没有选项",
        "{name} has no options",
        "补上 options；矩阵还要有 rows。",
        "Add options; a matrix needs rows as well.",
    ),
    "P020": Message(
        "没有决策表 {name}⟦；最接近的是 {nearest}⟧",
        "There is no table {name}⟦; the nearest is {nearest}⟧",
        "改正表名，或者补上这张表。",
        "Correct the name, or add the table.",
    ),
    "P021": Message(
        "与决策表的输出不一致：{name}",
        "This does not agree with the table's outputs: {name}",
        "使其与该表 outputs 的名称和次序完全相同。",
        "Make it the same as the table's outputs, in name and in order.",
    ),
    "P022": Message(
        "{name} 把 unknown 列为选项，而“不清楚”由工具提供",
        "{name} lists unknown as an option, but the tool offers that itself",
        "删去这个选项；不提供“不清楚”的，写 unknown: false。",
        "Delete the option; where not knowing is not offered, write unknown: false.",
    ),
    "P023": Message(
        "决策表 {name} 决定结论，不能带 when",
        "Table {name} decides the outcome, so it cannot have a when",
        "把 when 写进各行的条件：没有问到不能当作没有问题。",
        "Put the when into the conditions of the rows: what is not asked must not count as harmless.",
    ),
    "P024": Message(
        "决策表 {name} 须得出一个值，不能是 collect 或者 level: warn",
        "Table {name} has to give one value, so it cannot collect or warn",
        "改用 unique 或者 priority，并列出 outputs。",
        "Make it unique or priority, and list its outputs.",
    ),
    "P025": Message(
        "决策表 {name} 的 level: warn 只能与 hit: collect 同用",
        "Table {name} has level: warn, which goes with hit: collect only",
        "把 hit 改为 collect，或者去掉 level。",
        "Set hit to collect, or take level away.",
    ),
    "P026": Message(
        "禁止行为的决策表 {name} 须为 priority，outputs 依次为 {statuses}",
        "Table {name} judges a red line, so it has to be priority with the outputs {statuses}, in this order",
        "按此改写 hit 和 outputs。",
        "Write hit and outputs like this.",
    ),
    "P027": Message(
        "verdict 中的等级和监管方式对不上：{name}",
        "Tiers and supervision do not match in verdict: {name}",
        "tier.order 的每一级在 supervision 下各写一行，名称一致。",
        "Give each tier of tier.order one line under supervision, by the same name.",
    ),
    "P028": Message(
        "禁止行为 {name} 的决策表没有读取名为 {name} 的矩阵行",
        "The table of the red line {name} reads no matrix row named {name}",
        "使禁止行为与矩阵的行同名，并由该表的规则行读取这一行。",
        "Give the red line the name of a matrix row, and let a row of its table read that row.",
    ),
    "P029": Message(
        "{name} 写的日期 {value} 在日历上不存在",
        "{name} is {value}, which is no day of the calendar",
        "改为日历上有的日期，例如 2026-11-21。",
        "Write a day that the calendar has, such as 2026-11-21.",
    ),
    "P030": Message(
        "unique 表 {table} 应当恰有一行成立，现在成立的是：{rows}",
        "Exactly one row of the unique table {table} should hold; these do: {rows}",
        "运行 szai-assess pack proofread，按其举出的组合收窄条件或者补上规则行。",
        "Run szai-assess pack proofread, and narrow a condition or add a row for the combination it shows.",
    ),
    "P031": Message(
        "{name} 的项数太多",
        "{name} has too many entries",
        "至多写 {expected} 项。",
        "Give at most {expected}.",
    ),
    "P032": Message(
        "{name} 不能写 unsure",
        "{name} cannot have unsure",
        "unsure 用于单选题、多选题和矩阵的行；矩阵的写在各行之下。",
        "It is for questions of type one or many and for rows of a matrix; a matrix has it under its rows.",
    ),
    "P033": Message(
        "{name} 不提供“不清楚”，却写了 unsure",
        "{name} does not offer “not sure”, yet has unsure",
        "删去 unsure，或者删去 unknown: false。",
        "Delete unsure, or delete unknown: false.",
    ),
    "P034": Message(
        "{name} 是多选题，unsure 中不能写 if_no",
        "Several options of {name} can be chosen, so its unsure cannot have if_no",
        "删去 if_no：回答“否”不排除任何选项。",
        "Delete if_no: a “no” excludes no option.",
    ),
    "P035": Message(
        "{name} 是多选题，unsure 的 if_yes 中不能写 none",
        "Several options of {name} can be chosen, so if_yes in its unsure cannot name none",
        "if_yes 写回答“是”即可确定的选项；“都没有”不能这样确定。",
        "Name the options that a “yes” makes certain; “none of these” cannot become certain like this.",
    ),
    "P036": Message(
        "{name} 的 unsure 中，{reply} 列出了全部选项，等于没有缩小",
        "In the unsure of {name}, {reply} lists every option and so narrows nothing",
        "删去这一回答排除的选项；排除不了任何选项的，换一个问法。",
        "Take out the options that this reply excludes; if it excludes none, ask something else.",
    ),
    "P037": Message(
        "{name} 的 unsure 中，{options} 回答“是”或者“否”都会被排除",
        "In the unsure of {name}, both replies exclude {options}",
        "把它写进 if_yes 或者 if_no；拿不准的，两处都写。",
        "Put it into if_yes or if_no; in doubt, into both.",
    ),
    "P038": Message(
        "{name} 的 unsure 中，这几个回答合在一起不剩任何选项：{replies}",
        "In the unsure of {name}, these replies together leave no option: {replies}",
        "放宽其中一个列表，或者换一个与前面的回答不会矛盾的问法。",
        "Widen one of the lists, or ask something that cannot contradict the reply before.",
    ),
    "P039": Message(
        "cadence 中的 {name} 不是等级",
        "{name}, under cadence, is no tier",
        "写 verdict.tier.order 中的等级。",
        "Name a tier of verdict.tier.order.",
    ),
    "P045": Message(
        "material 中的 {name} 不是问题，也不是矩阵的行或者表单的字段⟦；最接近的是 {nearest}⟧",
        "{name}, under material, is no question, row or field⟦; the nearest is {nearest}⟧",
        "写问题的编号，或者“问题.行”“问题.字段”。",
        "Name a question by its id, or a row or field as question.row or question.field.",
    ),
    "P048": Message(
        "rests 中的 {name} 不是问题、决策表、规则行、文书或者义务⟦；最接近的是 {nearest}⟧",
        "{name}, under rests, is no question, table, row, paper or obligation⟦; the nearest is {nearest}⟧",
        "写以这一理解为前提的问题、决策表、规则行、文书或者义务的编号。",
        "Name by its id what is built on this reading.",
    ),
}

MESSAGES = FILES | RULES | PROOFS | CASES | PROVING | MUTATING
