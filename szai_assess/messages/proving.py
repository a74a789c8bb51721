"""Faults of a pack that only its whole proof finds: P142-P157."""

from szai_assess.messages import Message

PROVING = {
    "P142": Message(
        "没有任何一份作答能使规则行 {name} 成立",
        "No answers at all make the row {name} hold",
        "删去这一行，或者改正其条件；有意保留的，写入 pack.yaml 的 proof.exceptions 并说明理由。",
        "Delete the row or correct its condition; to keep it all the same, list it with the reason under proof.exceptions in pack.yaml.",
    ),
    "P143": Message(
        "规则行 {name} 不起作用：它成立时，本表其他行已经给出不低于它的结果，例如：{example}",
        "The row {name} changes nothing: whenever it holds, other rows of the table give no less, for example with: {example}",
        "删去这一行，或者收窄其他行；有意保留的，写入 pack.yaml 的 proof.exceptions 并说明理由。",
        "Delete the row or narrow the others; to keep it all the same, list it with the reason under proof.exceptions in pack.yaml.",
    ),
    "P144": Message(
        "没有任何一份作答能使规则行 {name} 的第 {number} 种情形成立",
        "No answers at all make way {number} of the row {name} hold",
        "删去这种情形，或者改正其条件；有意保留的，以 {name}.{number} 写入 pack.yaml 的 proof.exceptions 并说明理由。",
        "Delete that way or correct it; to keep it all the same, list it as {name}.{number} with the reason under proof.exceptions in pack.yaml.",
    ),
    "P145": Message(
        "没有任何一份作答能得出 {name}",
        "No answers at all lead to {name}",
        "删去这个输出，或者补上得出它的规则行。",
        "Delete the output, or add a row that gives it.",
    ),
    "P146": Message(
        "没有任何一份作答会问到 {name}，其选项也就无从选择",
        "No answers at all lead to the question {name}, so none of its options can be chosen",
        "放宽这个问题的 when，或者删去这个问题。",
        "Widen the question's when, or delete the question.",
    ),
    "P147": Message(
        "没有任何一份作答会用到 {name}",
        "No answers at all call for {name}",
        "改正其 when，或者删去它。",
        "Correct its when, or delete it.",
    ),
    "P148": Message(
        "没有任何一份作答会使义务 {name} 适用",
        "No answers at all make the obligation {name} apply",
        "改正其 when，或者删去它。",
        "Correct its when, or delete it.",
    ),
    "P149": Message(
        "义务 {name} 带有条件，却对任何作答都适用",
        "The obligation {name} has a condition, yet applies whatever is answered",
        "改正其 when；本应一律适用的，写入 pack.yaml 的 proof.exceptions 并说明理由。",
        "Correct its when; if it is to apply always, list it with the reason under proof.exceptions in pack.yaml.",
    ),
    "P150": Message(
        "没有任何一份作答能得出结论 {name}",
        "No answers at all lead to the outcome {name}",
        "检查得出它的决策表：补上规则行，或者放宽条件。",
        "Look at the tables that lead to it: add a row, or widen a condition.",
    ),
    "P151": Message(
        "{name} 太大，{limit} 步之内无法判定，因而没有证明",
        "{name} is too large to be decided within {limit} steps, so nothing is proved of it",
        "把条件拆小，先用另一张表把输入归并为几级。",
        "Take its conditions apart, or let another table first condense the inputs into a few levels.",
    ),
    "P152": Message(
        "禁止行为 {name} 拦不住，例如：{example}",
        "The red line {name} does not block, for example with: {example}",
        "使最重的回答单独即得出 indicated，不带其他条件。",
        "Let its gravest answer alone lead to indicated, without a further condition.",
    ),
    "P153": Message(
        "禁止行为 {name} 未作答即视为未见",
        "The red line {name} counts as not indicated when nothing is answered",
        "使这一行在未作答时仍可能成立；沉默不能当作没有问题。",
        "Let the row still be possible when nothing is answered: silence is no clearance.",
    ),
    "P154": Message(
        "{name} 列为控制措施，却影响结论：{readers} 读取它",
        "{name} is listed as controls, yet bears on the outcome: {readers} reads it",
        "从这些条件中去掉它，或者把它从 proof.controls 中删去。",
        "Take it out of these conditions, or out of proof.controls.",
    ),
    "P155": Message(
        "决策表 {table} 决定是否适用，却取决于由轻到重的 {name}：更重的回答可能变成不适用",
        "The table {table} decides on the scope, yet rests on {name}, whose options worsen: a worse answer might lead out of scope",
        "只用没有轻重次序的问题决定是否适用。",
        "Let the scope rest only on questions without an order.",
    ),
    "P157": Message(
        "unique 表 {table} 的空缺或者重叠（{rows}），这样作答即可得出：{example}",
        "These answers lead to the gap or overlap ({rows}) of the unique table {table}: {example}",
        "按这份作答补一行，或者收窄其中一行的条件。",
        "Add a row for these answers, or narrow one of the rows.",
    ),
    "P156": Message(
        "proof.exceptions 中的 {fault}（{name}）没有对应的问题",
        "Nothing in the pack needs the exception {fault} for {name}",
        "删去这一项例外，或者改正编号和名称。",
        "Delete the exception, or correct its code and name.",
    ),
}
