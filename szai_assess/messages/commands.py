"""Help texts of the commands and their options."""

from szai_assess.messages import Message

MESSAGES = {
    "cli.app": Message(
        "依《深圳经济特区人工智能产业促进条例》第六十六条的思路，对人工智能应用自评分级，并写出相应文书。不联网；作答只留在本机。",
        "Grades an AI application along Article 66 of the Shenzhen AI Regulation and writes the papers that follow. "
        "No network; answers stay on this machine.",
    ),
    "cli.version": Message("显示版本后退出。", "Show the version and exit."),
    "cli.lang": Message("语言：zh 或 en。", "Language: zh or en."),
    "cli.pack": Message("题包的编号，或者题包文件夹的路径。", "The id of a pack, or the path of a pack's folder."),
    "cli.out": Message("文书写入的文件夹。", "The folder that the papers go to."),
    "cli.format": Message(
        "文书的格式，以逗号分隔：md、html、docx、pdf；供机器读取的：yaml、json（预警指标表）、ics、csv（跟踪日历）、xlsx（义务和待办清单）。"
        "docx、pdf、xlsx 需要另装附加组件。",
        "Formats of the papers, separated by commas: md, html, docx, pdf; for machines: yaml, json (warning table), ics, csv (calendar), "
        "xlsx (obligations and to-do list). docx, pdf and xlsx need an extra.",
    ),
    "cli.force": Message(
        "替换手工修改过的文书；修改过的一份先存为 .bak。",
        "Replace papers that were edited by hand; each is kept as .bak first.",
    ),
    "cli.assess": Message(
        "问答、判定、写出文书；随时可停，下次接着答。", "Interview, verdict, papers; stop at any time and go on later."
    ),
    "cli.assess.file": Message("作答文件。", "The answers file."),
    "cli.assess.no_input": Message(
        "不提问，直接按文件判定并写出文书。", "Ask nothing: judge the file as it is and write the papers."
    ),
    "cli.assess.quick": Message(
        "只问能改变结论的题和禁止行为，先看结论，再决定是否答完。",
        "Ask only what can change the outcome, and the prohibited acts; see the result, then decide whether to go on.",
    ),
    "cli.assess.only": Message(
        "只问由这一角色回答的题：developer、legal、data、business。",
        "Ask only what this role answers: developer, legal, data, business.",
    ),
    "cli.assess.plain": Message(
        "逐行问答，不移动光标：用于读屏软件、盲文显示器和管道。",
        "Ask line by line without moving the cursor: for screen readers, braille lines and pipes.",
    ),
    "cli.check": Message(
        "放行门禁：以退出码给出结论（0 未拦截，1 拦截，3 未作出判定）。",
        "The release gate: the exit code carries the result (0 lets through, 1 blocks, 3 no verdict).",
    ),
    "cli.check.paths": Message(
        "作答文件、文件夹或者通配符；文件夹中查找 szai.yaml 和 *.szai.yaml。",
        "Answers files, folders or patterns; folders are searched for szai.yaml and *.szai.yaml.",
    ),
    "cli.check.format": Message(
        "报告格式：text、json、sarif、junit 或 github。", "Format of the report: text, json, sarif, junit or github."
    ),
    "cli.check.max_tier": Message(
        "允许的最高等级，例如 medium；默认不设上限。",
        "The highest tier let through, such as medium; no cap by default.",
    ),
    "cli.check.output": Message(
        "另存一份报告，写作 格式=文件，可以多次使用：text、json、sarif、junit、github、summary、html、csv。",
        "Write a report into a file as well, FORMAT=FILE, any number of times: text, json, sarif, junit, github, summary, html, csv.",
    ),
    "cli.check.policy": Message(
        "门禁政策文件；不写的，用当前文件夹中的 szai-policy.yaml（如有）。",
        "The policy file; without it szai-policy.yaml of this folder, if there is one.",
    ),
    "cli.check.new_policy": Message(
        "写出一份门禁政策样本，每一项都是默认值。", "Write a sample policy with every setting at its default."
    ),
    "cli.check.today": Message(
        "以这一天判断题包是否陈旧、评估时效、豁免和批准（默认今天）。",
        "The day by which the ages of pack and assessment, waivers and approvals are judged (default: today).",
    ),
    "cli.render": Message("只写出文书。", "Write the papers only."),
    "cli.render.origins": Message(
        "另写一份，每段注明来源：法律、清单、标准、本工具判断、作答、固定文字。",
        "Write copies that say of each paragraph where it comes from: law, list, standard, this tool's judgement, answer, fixed text.",
    ),
    "cli.render.only": Message("只写这些文书，以逗号分隔。", "Only these papers, separated by commas."),
    "cli.explain": Message(
        "说明结论：依据、差一项就成立的规则、哪些设计会改变结论、查明什么就能定下来。",
        "Explain the outcome: its grounds, the nearest misses, what design would change it, what would settle it.",
    ),
    "cli.explain.format": Message("格式：text、markdown、json 或 html。", "Format: text, markdown, json or html."),
    "cli.explain.law": Message("附上所引条文的原文。", "Add the words of the provisions cited."),
    "cli.merge": Message(
        "把两人对同一应用的作答合并成一份：一方未填或者不清楚的以另一方为准，不一致的留空并记入说明。",
        "Make one file of two people's answers for the same application: what one leaves open the other fills in, what "
        "differs stays open and is noted.",
    ),
    "cli.merge.file": Message("一份作答文件。", "An answers file."),
    "cli.merge.output": Message(
        "写入这个文件（默认输出到标准输出）；可以是 A 或 B 自身。",
        "Write the result to this file (default: standard output); it may be A or B itself.",
    ),
    "cli.diff": Message(
        "比较两份作答：哪些回答、结论、义务和文书变了，是否属于重大变更。",
        "Compare two answers files: which answers, outcome, duties and papers changed, and whether the change is material.",
    ),
    "cli.diff.old": Message(
        "原来的作答文件，或者 git 中的一份：REV:path，如 origin/main:szai.yaml。",
        "The older answers file, or one in git: REV:path, such as origin/main:szai.yaml.",
    ),
    "cli.diff.new": Message("现在的作答文件，或者 git 中的一份。", "The newer answers file, or one in git."),
    "cli.diff.format": Message(
        "输出格式：text、json 或 markdown（用于合并请求的评论）。",
        "Output: text, json or markdown (for a comment on a pull request).",
    ),
    "cli.diff.exit_code": Message("属于重大变更时以 1 退出。", "Exit 1 where the change is material."),
    "cli.approve": Message(
        "批准一份应用的文书：写出一个小文件，绑定作答、题包和文书的摘要。编制人与批准人须不是同一人、不是同一角色。",
        "Approve an application's papers: writes a small file bound to the digests of answers, pack and papers. "
        "Author and approver must differ by name and by role.",
    ),
    "cli.approve.role": Message("批准人的角色，例如 legal。", "The approver's role, such as legal."),
    "cli.approve.by": Message("批准人的姓名。", "The approver's name."),
    "cli.approve.author": Message("编制人的姓名。", "The author's name."),
    "cli.approve.author_role": Message(
        "编制人的角色（默认为题包的第一个角色）。", "The author's role (default: the first of the pack)."
    ),
    "cli.approve.statement": Message(
        "批准意见（默认为一句通用的意见）。", "What the approver states (default: a sentence for the usual case)."
    ),
    "cli.approve.today": Message("批准日期（默认今天）。", "The day of the approval (default: today)."),
    "cli.verify": Message(
        "核对作答、评估记录、文书和批准是否相符，列出每个不属于这里的文件（0 相符，1 不相符，3 未作出判定）。",
        "Hold answers, record, papers and approvals against each other and name every file that does not belong "
        "(0 all match, 1 something does not, 3 no verdict).",
    ),
    "cli.verify.path": Message(
        "作答文件或者文件夹（默认当前文件夹）。", "An answers file or a folder (default: the current folder)."
    ),
    "cli.verify.out": Message("该作答文件的文书所在的文件夹。", "The folder with the papers of that answers file."),
    "cli.verify.format": Message("输出格式：text 或 json。", "Output: text or json."),
    "cli.verify.today": Message(
        "以这一天判断批准日期（默认今天）。", "The day by which approvals are judged (default: today)."
    ),
    "cli.due": Message(
        "列出将到或者已过的日期：复评、豁免、批准、跟踪和题包的时效。",
        "List the days that fall due or have passed: reviews, waivers, approvals, tracking, the age of the pack.",
    ),
    "cli.due.paths": Message(
        "作答文件或者文件夹（默认当前文件夹）。", "Answers files or folders (default: the current folder)."
    ),
    "cli.due.within": Message("往后看多久：30d、6w、3m。", "How far to look ahead: 30d, 6w, 3m."),
    "cli.due.today": Message("从这一天算起（默认今天）。", "The day to count from (default: today)."),
    "cli.due.policy": Message(
        "门禁政策文件：其中的豁免和评估有效期也列出；不写的，用当前文件夹中的 szai-policy.yaml（如有）。",
        "The policy file: its waivers and the age it allows are listed too; without it szai-policy.yaml of this folder, if there is one.",
    ),
    "cli.due.format": Message("输出格式：text、json 或 ics（日历）。", "Output: text, json or ics (calendar)."),
    "cli.law": Message("显示条文。", "Show the text of an article."),
    "cli.law.article": Message(
        "条号：66、66.2、72.2.3；其他规定：PIPL-24。", "The article: 66, 66.2, 72.2.3; other instruments: PIPL-24."
    ),
    "cli.packs": Message(
        "题包：查看、新建、校对、试跑、试判、方法说明。", "Packs: list, show, begin, proofread, test, try, method page."
    ),
    "cli.packs.list": Message("列出可用的题包。", "List the packs at hand."),
    "cli.packs.show": Message("显示一个题包的问题和决策表。", "Show the questions and tables of a pack."),
    "cli.packs.show.table": Message("只显示这张决策表。", "Show this decision table only."),
    "cli.packs.proofread": Message(
        "校对题包：引用、译文、引文、未用到的问题和规则。",
        "Proofread a pack: references, translations, quotations, unused questions and rows.",
    ),
    "cli.packs.proofread.prove": Message(
        "对全部作答证明：规则行、问题、文书都能用到，更重的回答不降低结果，禁止行为都能拦住。",
        "Prove for all answers: rows, questions and papers come into play, no worse answer lowers, every red line blocks.",
    ),
    "cli.packs.proofread.output": Message(
        "把证明写入这个文件（Markdown）。", "Write the proof to this file (Markdown)."
    ),
    "cli.packs.test": Message("运行题包自带的案例。", "Run the cases of a pack."),
    "cli.packs.test.mutate": Message(
        "逐行删去规则、改动其结果，看有没有案例失败。",
        "Leave out each row, or change what it gives: some case must fail.",
    ),
    "cli.packs.test.coverage": Message("列出每一行规则由几项案例触发。", "List how many cases fire each row."),
    "cli.packs.new": Message(
        "写出一个可以起步的题包：小而完整，校对无误。", "Write a pack to begin with: small, complete, without a fault."
    ),
    "cli.packs.new.name": Message("题包的编号，也是文件夹的名称。", "The id of the pack, and the name of its folder."),
    "cli.packs.new.out": Message(
        "写在这个文件夹下（默认当前文件夹）。", "Write it into this folder (default: the current one)."
    ),
    "cli.packs.schema": Message(
        "输出作答文件或者题包文件的 JSON Schema。", "Print the JSON Schema of answers files or of a pack's files."
    ),
    "cli.packs.schema.kind": Message(
        "answers（默认），或者题包文件的种类。", "answers (default), or a kind of pack file."
    ),
    "cli.packs.schema.output": Message("写入这个文件。", "Write it to this file."),
    "cli.packs.try": Message(
        "按另一个题包重新判定一批应用：结论、监管方式、文书、义务变在哪里，因哪些规则行。不改动作答文件。",
        "Judge applications by another pack: where outcome, supervision, papers or obligations change, and by which rows. "
        "No answers file is touched.",
    ),
    "cli.packs.try.new": Message(
        "新题包：编号，或者其文件夹的路径。", "The new pack: its id, or the path of its folder."
    ),
    "cli.packs.try.old": Message(
        "原题包（默认为作答文件写明的题包）。", "The pack to compare with (default: the one that each file names)."
    ),
    "cli.packs.try.format": Message("输出格式：text、json 或 markdown。", "Output: text, json or markdown."),
    "cli.packs.try.exit_code": Message("有应用发生变化时以 1 退出。", "Exit 1 where an application changes."),
    "cli.packs.method": Message(
        "写出方法说明：问题、决策表、依据和条文、对条文的理解、已知局限、校对证明，成一份可以通读的规则书。",
        "Write the method page: questions, tables, grounds and law, readings taken, known limits, proofs: a rule book to be read.",
    ),
    "cli.packs.method.format": Message("格式：markdown 或 html。", "Format: markdown or html."),
    "cli.packs.method.output": Message(
        "写入这个文件（默认输出到标准输出）。", "Write it to this file (default: standard output)."
    ),
}
