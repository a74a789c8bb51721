"""The words of approve and verify."""

from szai_assess.messages import Message

MESSAGES: dict[str, Message] = {
    "approve.usual": Message(
        "本人已审阅作答、评估记录和所列文书，同意。",
        "I have read the answers, the record and the papers listed, and approve them.",
    ),
    "approve.done": Message("已批准：{name}（{role}），{date}", "Approved: {name} ({role}), {date}"),
    "approve.statement": Message("意见：{statement}", "Statement: {statement}"),
    "approve.bound": Message(
        "绑定当前的作答、题包 {pack} 和 {count} 份文书文件，其中任何一项变动，批准即失效。",
        "Bound to the answers, pack {pack} and {count} paper files as they are now; a change to any of them undoes it.",
    ),
    "approve.edited": Message("按手工修改后的内容批准：{file}", "Approved as edited by hand: {file}"),
    "approve.open": Message(
        "请注意：文书中仍有 {count} 处待填（按填得最全的格式计）。",
        "Note: {count} blanks are still open (of each paper, in the format filled in furthest).",
    ),
    "approve.replaced": Message(
        "取代同一人 {date} 的批准。", "It takes the place of the approval that the same person gave on {date}."
    ),
    "approve.written": Message("已写入 {file}", "Written: {file}"),
    "approve.next": Message(
        "下一步：由批准人本人提交并签名：git add {folder} && git commit -S",
        "Next: the approver commits it, signed: git add {folder} && git commit -S",
    ),
    "verify.matches": Message("相符", "everything matches"),
    "verify.differs": Message("不相符", "something does not match"),
    "verify.unknown": Message("未作出判定（原因见错误输出）", "no verdict was reached (see the error output)"),
    "verify.holds": Message(
        "作答文件 {file}，评估记录，{count} 份文书文件", "Answers file {file}, the record, {count} paper files"
    ),
    "verify.approved": Message(
        "批准有效：{name}（{role}），{date}；编制人 {author}（{file}）",
        "Approval counts: {name} ({role}), {date}; author {author} ({file})",
    ),
    "verify.changed": Message(
        "此后 {file} 另有改动，不影响批准", "{file} changed since in ways that do not bear on it"
    ),
    "verify.wrong": Message("不符", "differs"),
    "verify.note": Message("提示", "note"),
}
