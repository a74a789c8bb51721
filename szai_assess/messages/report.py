"""Words of the reports and of the commands' last lines."""

from szai_assess.messages import Message

MESSAGES = {
    "check.passed": Message("未拦截", "not blocked"),
    "check.blocked": Message("拦截", "blocked"),
    "check.no_verdict": Message("未作出判定（原因见错误输出）", "no verdict was reached (see the error output)"),
    "check.block": Message("拦截", "block"),
    "check.warn": Message("提示", "warn"),
    "check.waived": Message("豁免", "waived"),
    "check.skipped": Message("跳过", "skipped"),
    "check.cites": Message("（参见 {cites}）", " (see {cites})"),
    "check.unblock": Message("怎样放行：", "What would let it through:"),
    "check.times": Message("（{count} 项）", " ({count} findings)"),
    "check.where": Message("（{files}）", " ({files})"),
    "check.and_more": Message("{files} 等 {count} 份", "{files} and others, {count} files"),
    "check.line": Message("（第 {line} 行）", " (line {line})"),
    "check.unnamed": Message("（未填写名称）", "(no name given)"),
    "check.graded": Message("自评结果：{outcome}（{mode}）", "Self-assessed: {outcome} ({mode})"),
    "check.provisional": Message("{outcome}（{mode}）", "{outcome} ({mode})"),
    "check.computed": Message("（测算等级：{tier}，不作为结论）", " (computed tier: {tier}; not a result)"),
    "check.reason": Message(
        "{row} {because}（条件取自：{basis}；{cites}）", "{row} {because} (condition from: {basis}; {cites})"
    ),
    "check.computed_reason": Message(
        "（测算等级的理由，不作为结论）", "(a reason for the computed tier; not a result) "
    ),
    "check.open_reason": Message(
        "{row} 作答不全，尚不能排除：{because}（条件取自：{basis}；{cites}）",
        "{row} not excluded by the answers so far: {because} (condition from: {basis}; {cites})",
    ),
    "check.summary": Message(
        "共 {all} 份：拦截 {blocked} 份，未作出判定 {failed} 份。",
        "{all} files: {blocked} blocked, {failed} without a verdict.",
    ),
    "check.set_aside": Message(
        "豁免 {waived} 项，跳过 {skipped} 项。", " {waived} findings waived, {skipped} skipped."
    ),
    "check.left_out": Message(
        "另有 {count} 份的发现项放不下，见其他格式的报告。",
        "The findings of {count} more files do not fit here; see the report in another format.",
    ),
    "check.policy": Message("门禁政策：{file}（{mode}）", "Policy: {file} ({mode})"),
    "check.policy_enforce": Message("强制执行", "enforced"),
    "check.policy_observe": Message("观察模式，只报告", "observing: it only reports"),
    "check.undecided": Message("未作出判定 / no verdict was reached", "未作出判定 / no verdict was reached"),
    "check.no_papers": Message("判定不变，文书没有写出。", "The verdict stands; its papers were not written."),
    "check.bug": Message(
        "这是本工具的缺陷：请附上面的内容提交问题报告（勿附作答文件）。",
        "This is a defect of the tool: please report it with the lines above (leave your answers file out).",
    ),
    "check.interrupted": Message("已中断。", "Interrupted."),
    "check.saved": Message(
        "已保存到 {file}；再次运行同一命令可接着答。", "Saved in {file}; run the same command to go on."
    ),
    "check.papers": Message("文书写在 {folder}：", "Papers are in {folder}:"),
    "check.paper": Message("{file}（{title}；{blanks}）", "{file} ({title}; {blanks})"),
    "check.blank": Message("待填 {count} 处", "{count} blank"),
    "check.blanks": Message("待填 {count} 处", "{count} blanks"),
    "check.record": Message("{file}（评估记录）", "{file} (record)"),
    "check.removed": Message("已移除不再适用的文书 {file}", "Removed a paper that no longer applies: {file}"),
    "check.outdated": Message(
        "{file} 依据的是另一份作答，没有重写，也没有移除", "Left as it was, though made from other answers: {file}"
    ),
    "check.edited": Message(
        "{file} 已被手工修改，没有改动；新的一版写在 {new}",
        "{file} was edited by hand and left alone; the new version is {new}",
    ),
    "check.replaced": Message(
        "{file} 已被手工修改，现已替换；修改过的一份存为 {backup}",
        "{file} was edited by hand and is replaced; the edited one is kept as {backup}",
    ),
    "check.superseded": Message(
        "已移除不再需要的新版 {file}", "Removed a new version that is no longer needed: {file}"
    ),
    "check.retained": Message(
        "{file} 是改过的新版，没有改动，也没有移除", "An edited new version, left as it was: {file}"
    ),
    "check.obsolete": Message(
        "{file} 不再适用，但已被手工修改，没有移除", "No longer applies, but was edited by hand and left: {file}"
    ),
    "check.idle": Message("没有写出 {formats}：{why}", "Not written: {formats} ({why})"),
    "check.pages_alone": Message("用了 {option} 的，只写文书", "with {option} nothing but papers is written"),
    "check.no_plan": Message("本次结论不要求风险预警方案", "the outcome calls for no risk-warning plan"),
    "check.no_days": Message("上线日期没有确定到日", "the launch date is not stated as a plain day"),
    "check.no_cadence": Message("本次结论没有跟踪日期", "the outcome has no days to keep"),
    "check.no_lists": Message(
        "本次结论没有关联义务清单和待办清单", "the outcome has neither a list of obligations nor a to-do list"
    ),
    "check.stray": Message(
        "{file} 没有用到：没有这个名称的模板，最接近的是 {nearest}",
        "Not used, as no template has this name: {file}; the nearest is {nearest}",
    ),
    "check.own_pack": Message(
        "采用了 {shelf} 中的题包 {pack}，没有用随附的同名题包",
        "Pack {pack} of {shelf}, in place of the shipped pack of that name",
    ),
    "check.own_templates": Message("采用了本项目自己的模板：{files}", "Templates of the project's own: {files}"),
    "check.pack_new": Message(
        "题包写在 {folder}/。先改其中的文件，再运行 szai-assess pack proofread {folder}。",
        "The pack is in {folder}/. Change its files, then run szai-assess pack proofread {folder}.",
    ),
    "check.pack_ok": Message("{pack}：没有发现问题（{count} 项案例）。", "{pack}: nothing found ({count} cases)."),
    "check.pack_faults": Message("{pack}：{count} 处问题。", "{pack}: {count} faults."),
    "check.written": Message("已写入 {file}", "Written: {file}"),
    "check.head.id": Message("题包", "Pack"),
    "check.head.title": Message("名称", "Title"),
    "check.head.folder": Message("位置", "Folder"),
    "check.head.question": Message("问题", "Question"),
    "check.head.type": Message("类型", "Type"),
    "check.head.ask": Message("问法", "As asked"),
    "check.head.table": Message("决策表", "Table"),
    "check.head.row": Message("规则行", "Row"),
    "check.head.cases": Message("案例数", "Cases"),
    "check.head.hit": Message("命中方式", "Hit policy"),
    "check.head.rows": Message("行数", "Rows"),
    "check.new_policy": Message(
        "已写出 {file}：每一项都是默认值，按需修改后提交。",
        "Written: {file}, every setting at its default; change it and commit it.",
    ),
    "check.waived_by": Message(
        "由{approver}豁免至 {until}（{zone}）：{reason}", "Waived by {approver} until {until} ({zone}): {reason}"
    ),
    "check.observed": Message("门禁政策处于观察模式，只报告不拦截", "The policy only observes: reported, not blocked"),
    "check.not_asked_for": Message("按本次结果不出具这份文书", "This outcome does not ask for the paper"),
    "check.blank_fact": Message("待填写项", "fact"),
    "check.blank_evidence": Message("待附证据项", "evidence"),
    "check.blank_signature": Message("待签署项", "signature"),
    "check.blank_to_verify": Message("待核实项", "to verify"),
    "check.blank_authority": Message("由主管部门填写项", "authority"),
}
