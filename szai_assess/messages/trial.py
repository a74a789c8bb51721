"""The words of pack try."""

from szai_assess.messages import Message

MESSAGES = {
    "try.title": Message("按题包 {new} 试判", "Replay under the pack {new}"),
    "try.counted": Message(
        "共 {all} 项应用：有变化 {changed} 项，无变化 {same} 项，未作出判定 {failed} 项。作答文件没有改动。",
        "{all} applications: {changed} changed, {same} unchanged, {failed} without a verdict. No answers file was touched.",
    ),
    "try.silence": Message(
        "新题包另问而尚未作答的，按各种可能计：没有作答只会使结果变宽，不会使它变低。",
        "What the new pack asks besides is unanswered and counts as anything it may be: silence can widen a result and never lowers it.",
    ),
    "try.alike": Message("问题、选项和措辞没有不同。", "Questions, options and words do not differ."),
    "try.packs": Message("{old} → {new}", "{old} → {new}"),
    "try.only_old": Message(
        "只有原题包问的（作答不带入），{count} 项", "Asked by the old pack only (answers are dropped), {count}"
    ),
    "try.only_new": Message(
        "只有新题包问的（尚未作答），{count} 项", "Asked by the new pack only (unanswered), {count}"
    ),
    "try.added": Message(
        "新题包增加了选项的（新选项视为可能），{count} 项",
        "With options that are new (they count as possible), {count}",
    ),
    "try.gone": Message(
        "新题包取消了选项的（选了的须重新作答），{count} 项",
        "With options that are gone (whoever chose one answers again), {count}",
    ),
    "try.reworded": Message(
        "措辞不同的（作答带入，请核对是否仍然属实），{count} 项",
        "Worded differently (answers are kept; see that they still hold), {count}",
    ),
    "try.options": Message("{name}：{options}", "{name}: {options}"),
    "try.application": Message("应用", "Application"),
    "try.before": Message("原结论", "Outcome before"),
    "try.after": Message("新结论", "Outcome after"),
    "try.changes": Message("变化", "Changed"),
    "try.none": Message("无", "nothing"),
    "try.undecided": Message("未作出判定", "no verdict"),
    "try.file": Message("{name}（{file}）", "{name} ({file})"),
    "try.part_outcome": Message("结论", "outcome"),
    "try.part_supervision": Message("监管方式", "supervision"),
    "try.part_red_lines": Message("禁止行为", "prohibited acts"),
    "try.part_results": Message("其他结果", "other results"),
    "try.part_documents": Message("文书", "papers"),
    "try.part_obligations": Message("关联义务", "obligations"),
    "try.moved": Message("{label}：{before} → {after}", "{label}: {before} → {after}"),
    "try.gained": Message("＋ {label}：{after}", "+ {label}: {after}"),
    "try.lost": Message("－ {label}（原：{before}）", "- {label} (was: {before})"),
    "try.rows": Message("规则行", "rows"),
    "try.row_gained": Message("＋ {row}（{after}）：{because}", "+ {row} ({after}): {because}"),
    "try.row_lost": Message("－ {row}（{before}）：{because}", "- {row} ({before}): {because}"),
    "try.row_moved": Message("{row}（{before} → {after}）：{because}", "{row} ({before} → {after}): {because}"),
    "try.came": Message("＋ {label}", "+ {label}"),
    "try.went": Message("－ {label}", "- {label}"),
    "try.certain": Message("{effect}", "{effect}"),
    "try.possible": Message("可能{effect}", "possibly {effect}"),
    "try.more": Message("另有 {count} 行，见 --format json", "{count} more, in --format json"),
    "try.dropped": Message("没有带入的作答：{names}", "Answers dropped: {names}"),
    "try.widened": Message("带入后不再确定的作答：{names}", "Answers that say less than they did: {names}"),
    "try.unasked": Message("新题包另问、须补答的：{names}", "To be answered for the new pack: {names}"),
}
