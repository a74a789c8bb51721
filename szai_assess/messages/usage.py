"""Wrong use of the command line."""

from szai_assess.messages import Message

MESSAGES = {
    "U001": Message(
        "命令行用法有误：{problem}",
        "The command line is not right: {problem}",
        "运行 {command} --help 查看用法。",
        "Run {command} --help to see how it is used.",
    ),
    "U002": Message(
        "这里没有终端，无法提问",
        "There is no terminal here to ask questions at",
        "改用 szai-assess assess --no-input FILE，从文件评估；要从管道逐行回答，加 --plain。",
        "Assess from a file instead: szai-assess assess --no-input FILE; to answer line by line through a pipe, add --plain.",
    ),
    "U003": Message(
        "没有等级 {tier}⟦；最接近的是 {nearest}⟧",
        "There is no tier {tier}⟦; the nearest is {nearest}⟧",
        "可选：{known}。",
        "Choose one of: {known}.",
    ),
    "U004": Message(
        "{option} 不能是 {value}⟦；最接近的是 {nearest}⟧",
        "{option} cannot be {value}⟦; the nearest is {nearest}⟧",
        "可选：{known}。",
        "Choose one of: {known}.",
    ),
    "U005": Message(
        "{option} 的日期 {value} 不是有效日期",
        "{value} is no date for {option}",
        "写成 2026-01-31 这样的日期。",
        "Write a day like 2026-01-31.",
    ),
    "U006": Message(
        "没有第 {article} 条⟦；最接近的是 {nearest}⟧",
        "There is no article {article}⟦; the nearest is {nearest}⟧",
        "写条号，如 66、66.2 或者 72.2.3；其他规定写 PIPL-24 这样的编号。",
        "Name an article like 66, 66.2 or 72.2.3; of other instruments, like PIPL-24.",
    ),
    "U007": Message(
        "所引规定 {cite} 的文本没有收录",
        "The text of {cite} is not held",
        "请核对官方文本。",
        "Consult the official text.",
    ),
    "U008": Message(
        "这个窗口不是 Windows 控制台，无法提问",
        "This window is no Windows console, so no question can be asked",
        "请在 Windows Terminal 中运行；在 Git Bash 中用 winpty szai-assess assess。",
        "Run it in Windows Terminal, or in Git Bash as: winpty szai-assess assess.",
    ),
    "U011": Message(
        "没有选项 {option}⟦；最接近的是 {nearest}⟧",
        "There is no option {option}⟦; the nearest is {nearest}⟧",
        "运行 {command} --help 查看用法。",
        "Run {command} --help to see how it is used.",
    ),
    "U012": Message(
        "缺少 {name}",
        "{name} is missing",
        "运行 {command} --help 查看用法。",
        "Run {command} --help to see how it is used.",
    ),
    "U013": Message(
        "没有命令 {command}⟦；最接近的是 {nearest}⟧",
        "There is no command {command}⟦; the nearest is {nearest}⟧",
        "可用的命令：{known}。",
        "The commands are: {known}.",
    ),
    "U030": Message(
        "{name} 不能作题包的编号",
        "{name} cannot be the id of a pack",
        "以字母开头，只用字母、数字、点、连字符和下划线。",
        "Begin with a letter; use letters, digits, dots, hyphens and underscores only.",
    ),
    "U014": Message(
        "{first} 和 {second} 是同一个文件",
        "{first} and {second} are the same file",
        "给出两份不同的作答文件。",
        "Name two different answers files.",
    ),
    "U015": Message(
        "用了 {option} 的只写文书，而 --format 中只有供机器读取的 {formats}，没有可写的",
        "With {option} nothing but papers is written, and --format names none of their formats: {formats}",
        "给 --format 加上 {known} 之一，或者去掉 {option}。",
        "Add one of {known} to --format, or leave {option} out.",
    ),
    "U020": Message(
        "{option} 不能是 {value}",
        "{option} cannot be {value}",
        "写成天数、周数或者月数：30d、6w、3m。",
        "Give days, weeks or months: 30d, 6w, 3m.",
    ),
    "U021": Message(
        "--output 不能是 {value}",
        "--output cannot be {value}",
        "写作 格式=文件，例如 sarif=szai.sarif；每份报告用一个文件。",
        "Give FORMAT=FILE, as in sarif=szai.sarif, and a file of its own to each report.",
    ),
}
