"""Findings of the gate."""

from szai_assess.messages import Message

MESSAGES = {
    "G001": Message(
        "自述显示可能属于第{item}项禁止行为：{question}",
        "The answers suggest prohibited act no. {item}: {question}",
        "停止相关功能，交法务审查，整改后重新评估；不产出分级文书。",
        "Stop the function concerned, have legal review it, rectify, then assess again; no grading papers are written.",
    ),
    "G002": Message(
        "第{item}项禁止行为待澄清：{question}",
        "Prohibited act no. {item} is unresolved: {question}",
        "查明事实后如实回答本行；所列作答与其他作答矛盾的，先消除矛盾。",
        "Establish the fact and answer this row; where another answer contradicts it, settle the contradiction first.",
    ),
    "G003": Message(
        "还缺一项影响结论的作答 {id}：{question}",
        "An answer that bears on the result is missing, {id}: {question}",
        "运行 szai-assess assess 补答；确实不知道的，选“不清楚”。",
        "Run szai-assess assess to answer it; where nobody knows, answer “not sure”.",
    ),
    "G004": Message(
        "自评结果为{tier}，高于允许的上限{cap}",
        "The self-assessed tier is {tier}, above the cap {cap}",
        "调整应用的设计并重新评估，或者由有权的人修改 --max-tier。",
        "Change the application and assess it again, or have whoever may decide change --max-tier.",
    ),
    "G020": Message(
        "还缺一项只影响附带结论的作答 {id}：{question}",
        "An answer is missing on which only a further result rests, {id}: {question}",
        "需要该项结论的，运行 szai-assess assess 补答。",
        "Where that result is wanted, run szai-assess assess to answer it.",
    ),
    "G021": Message(
        "算法说明（公众版）还缺一项 {id}：{question}",
        "The explanation to the public lacks {id}: {question}",
        "补答后重新写出文书。",
        "Answer it, then write the papers again.",
    ),
    "G022": Message(
        "算法说明（公众版）的 {id} 有 {length} 字，建议不超过 {limit} 字",
        "{id} of the explanation to the public has {length} characters; at most {limit} are suggested",
        "删去公众用不到的内容。",
        "Leave out what the public has no use for.",
    ),
    "G023": Message(
        "算法说明（公众版）的 {id} 有公众不熟悉的词“{term}”",
        "{id} of the explanation to the public has a word that the public need not know, “{term}”",
        "换成“{plainer}”一类的说法，或者在词后用括号解释。",
        "Put it in words such as “{plainer}”, or explain it in brackets after the word.",
    ),
    "G010": Message(
        "自评结果为{tier}，对应“{mode}”",
        "The self-assessed tier is {tier}; the mode of supervision is {mode}",
        "尚未上线的，请在投入使用或者对外提供之前完成；已上线的，建议立即补做（时点均为本工具建议）。",
        "Before launch, finish what comes first before use or offering; if already live, do it now (both are this tool's advice).",
    ),
    "G011": Message(
        "按自述可能不在{law}适用范围内：{because}",
        "By the answers the application may be outside {law}: {because}",
        "请由法务确认；应用的技术发生变化时重新评估。",
        "Have legal confirm it; assess again when the technique changes.",
    ),
    "G012": Message(
        "{id} 选了“有证据”，但没有写证据编号，按“仅自述”处理：{question}",
        "{id} is marked as evidenced but no evidence is named, so it counts as claimed: {question}",
        "在 evidence 下写明 {id} 的证据编号或者位置，或者改选“仅自述”。",
        "Name the document under evidence: {id}, or mark it as claimed.",
    ),
    "G013": Message(
        "{id} 已不再适用，所存作答不起作用：{question}",
        "{id} is no longer asked; its stored answer has no effect: {question}",
        "确认之后删去该作答，或者改回使其适用的作答。",
        "Delete the answer once you are sure, or restore the answer that made it apply.",
    ),
    "G014": Message(
        "{id} 没有说明：{question}",
        "{id} has no note: {question}",
        "在 notes 下为 {id} 写明事实和理由，供法务判断。",
        "Write the facts and the ground under notes: {id}, so that legal can judge.",
    ),
    "G015": Message(
        "作答文件写的是 {named}，本次按已安装的 {used} 判定",
        "The file names {named}; it is judged by the installed {used}",
        "核对题包更新说明；确认后将文件中的版本改为 {used}。",
        "Read what changed in the pack; then name {used} in the file.",
    ),
    "G016": Message(
        "题包 {pack} 最近一次核对法规是在 {day}，已过去较久",
        "The law behind pack {pack} was last looked at on {day}, some time ago",
        "请核对此后有无新的规定，并更新题包。",
        "Check for newer rules and update the pack.",
    ),
    "G017": Message(
        "结论未定。{standing}",
        "The result is not settled. {standing}",
        "查明所列不清楚的事项后重新运行。",
        "Settle the open points listed, then run again.",
    ),
    "G018": Message(
        "信息不足，结论不宜对外使用。{standing}",
        "Too little is known for the result to be used. {standing}",
        "先查明影响结论的事项，再使用本结论。",
        "Settle the points that decide before using this result.",
    ),
    "G019": Message(
        "作答文件没有评估日期，问答尚未完成",
        "The file has no assessment date: the interview has not been finished",
        "运行 szai-assess assess 完成问答，或者填写 assessed_on。",
        "Run szai-assess assess to the end, or fill in assessed_on.",
    ),
}
