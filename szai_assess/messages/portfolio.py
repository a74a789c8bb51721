"""The words of the portfolio."""

from szai_assess.messages import Message

MESSAGES = {
    "portfolio.title": Message("人工智能应用登记表", "Register of AI applications"),
    "portfolio.application": Message("应用", "Application"),
    "portfolio.file": Message("作答文件", "Answers file"),
    "portfolio.outcome": Message("自评结果", "Outcome"),
    "portfolio.outcome_id": Message("结果代码", "Outcome code"),
    "portfolio.range": Message("等级范围", "Tier range"),
    "portfolio.gate": Message("门禁", "Gate"),
    "portfolio.owner": Message("负责人", "Owner"),
    "portfolio.approval": Message("批准", "Approval"),
    "portfolio.approved": Message("已批准", "Approved by"),
    "portfolio.wanting": Message("尚缺批准", "Approval missing"),
    "portfolio.due": Message("下一日期", "Next date"),
    "portfolio.due_for": Message("日期事由", "What for"),
    "portfolio.assessed_on": Message("评估日期", "Assessed on"),
    "portfolio.pack": Message("题包", "Pack"),
    "portfolio.digest": Message("作答摘要", "Answers digest"),
    "portfolio.blocks": Message("拦截项", "Blocking"),
    "portfolio.warns": Message("提示项", "Warnings"),
    "portfolio.waived_items": Message("豁免项", "Waived"),
    "portfolio.skipped_items": Message("跳过项", "Skipped"),
    "portfolio.passed": Message("未拦截", "not blocked"),
    "portfolio.blocked": Message("拦截", "blocked"),
    "portfolio.undecided": Message("未作出判定", "no verdict"),
    "portfolio.missing": Message("缺：{roles}", "missing: {roles}"),
    "portfolio.comma": Message("、", ", "),
    "portfolio.semicolon": Message("；", "; "),
    "portfolio.none": Message("—", "–"),
    "portfolio.all": Message("全部", "All"),
    "portfolio.count": Message("{words}（{count}）", "{words} ({count})"),
    "portfolio.filters": Message("筛选", "Filters"),
    "portfolio.counted": Message(
        "共 {all} 项应用：未拦截 {passed} 项，拦截 {blocked} 项，未作出判定 {undecided} 项。",
        "{all} applications: {passed} not blocked, {blocked} blocked, {undecided} without a verdict.",
    ),
    "portfolio.self_assessed": Message(
        "等级均为自评结果，不是主管部门的分级结论。“未拦截”只表示通过本单位的门禁，不表示应用合法。",
        "Tiers are self-assessed; no authority has graded anything here. “Not blocked” says that the gate lets an application "
        "through, not that it is lawful.",
    ),
    "portfolio.table": Message("登记表，一行一项应用", "The register, one application a row"),
    "portfolio.matrix": Message(
        "{title}：各应用所在的格（{pack}）", "{title}: the cell in which each application stands ({pack})"
    ),
    "portfolio.matrix_note": Message(
        "格中的等级只按矩阵得出，另有直接认定、最低等级和调整规则，最终等级见登记表。作答未定的应用列在它可能落入的每一格，以“?”标明；"
        "没有等级的应用不列入。",
        "The tier in a cell is the matrix's alone; rules that settle, floor or raise a tier come on top, and the register shows "
        "what comes out. An application whose answers leave it open stands in every cell it may fall into, marked “?”; one without "
        "a tier is not shown.",
    ),
    "portfolio.scroll": Message("可横向滚动的表格", "A table that scrolls sideways"),
}
