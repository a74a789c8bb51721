"""Changes of a pack that its cases do not notice."""

from szai_assess.messages import Message

MUTATING = {
    "P160": Message(
        "删去规则行 {name}，没有一项案例失败",
        "Without the row {name} every case still comes out",
        "补一项案例：没有这一行，结果就不同。",
        "Add a case that comes out otherwise without the row.",
    ),
    "P161": Message(
        "规则行 {name} 的结果改为 {output}，没有一项案例失败",
        "With {output} as what the row {name} gives, every case still comes out",
        "补一项案例，写明触发该行时的结果；表很小的，写在 cases/tables/。",
        "Add a case that says what comes out when the row fires; for a single table, under cases/tables/.",
    ),
}
