"""Faults that whoever runs the machine can mend."""

from szai_assess.messages import Message

MESSAGES = {
    "O001": Message(
        "找不到文件 {file}",
        "There is no file {file}",
        "检查路径；要新建一份，运行 szai-assess assess {file}。",
        "Check the path; to start a new one, run szai-assess assess {file}.",
    ),
    "O002": Message(
        "读不了 {file}：{reason}",
        "{file} cannot be read: {reason}",
        "检查权限和磁盘后再试。",
        "Check permissions and the disk, then try again.",
    ),
    "O003": Message(
        "写不了 {file}：{reason}",
        "{file} cannot be written: {reason}",
        "检查权限和剩余空间，或者换一个位置；原有文件没有改动。",
        "Check permissions and free space, or choose another place; what was there is unchanged.",
    ),
    "O004": Message(
        "没有题包 {pack}⟦；最接近的是 {nearest}⟧",
        "There is no pack {pack}⟦; the nearest is {nearest}⟧",
        "可用的题包：{known}。也可以给出题包文件夹的路径。",
        "Packs at hand: {known}. The path of a pack's folder will do too.",
    ),
    "O005": Message(
        "{folder} 下没有作答文件",
        "There is no answers file below {folder}",
        "作答文件名为 szai.yaml 或者以 .szai.yaml 结尾；请指明文件，或者运行 szai-assess assess。",
        "Answers files are called szai.yaml or end in .szai.yaml; name one, or run szai-assess assess.",
    ),
    "O006": Message(
        "{file} 已存在，且不是本工具写出的文书或者已被修改，没有覆盖",
        "{file} is there already and was not written by this tool, or was changed since; it was left alone",
        "把它移到别处，或者用 --out 指定另一个文件夹。",
        "Move it away, or name another folder with --out.",
    ),
    "O008": Message(
        "{folder} 里是另一份作答文件 {file} 的文书，没有改动",
        "{folder} holds the papers of another answers file, {file}; they were left alone",
        "用 --out 为本应用指定另一个文件夹。",
        "Name a folder of its own for this application with --out.",
    ),
    "O009": Message(
        "{file} 不是普通文件，而是文件夹、管道或者设备",
        "{file} is a folder, a pipe or a device, not a plain file",
        "先把内容存成文件，再给出该文件。",
        "Put what it holds into a file, and name that.",
    ),
    "O010": Message(
        "环境变量 SZAI_PACKS 所指的 {folder} 不是存放题包的文件夹",
        "{folder}, to which SZAI_PACKS is set, is no folder that holds packs",
        "改正 SZAI_PACKS，或者取消设置。",
        "Correct SZAI_PACKS, or unset it.",
    ),
    "O011": Message(
        "{file} 在问答期间被别处改动，没有覆盖；刚才这一项没有保存",
        "{file} was changed elsewhere during the interview and was left alone; the last answer was not saved",
        "再次运行同一命令，从改动后的文件接着答。",
        "Run the same command again to go on from the changed file.",
    ),
    "O012": Message(
        "{file} 已存在，没有覆盖",
        "{file} is there already and was left alone",
        "换一个文件名，或者先把它移走；只有所合并的两份文件自身可以用合并结果替换。",
        "Name another file, or move it away; only the two files that are merged may be replaced by the result.",
    ),
    "O013": Message(
        "另一个窗口正在回答 {file}",
        "{file} is being answered in another window",
        "在那个窗口接着答，或者先在那里按 Ctrl-C 停下，再回到这里。",
        "Go on in that window, or stop there with Ctrl-C first and come back.",
    ),
    "O014": Message(
        "写出 {format} 所需的组件没有装",
        "What {format} needs is not installed",
        "运行 pip install 'szai-assess[{extra}]'。",
        "Run pip install 'szai-assess[{extra}]'.",
    ),
    "O015": Message(
        "“{heading}”下“{around}”中的字符 {sign}（{code}）没有字体可印",
        "No font at hand has the character {sign} ({code}) in “{around}” under “{heading}”",
        "在作答文件中换一种写法；不能换的，改用 html 或者 docx 格式，由显示它的电脑提供字体。",
        "Write it another way in the answers file; where that cannot be, take html or docx, which use the fonts of the computer that shows them.",
    ),
    "O030": Message(
        "{folder} 已存在，没有写入题包",
        "{folder} is there already; no pack was written",
        "换一个编号，或者用 --out 指定另一个文件夹。",
        "Choose another id, or name another folder with --out.",
    ),
    "O016": Message(
        "PDF 没有排成：{reason}",
        "The PDF could not be set: {reason}",
        "先用其他格式，并附上这一行提交问题报告（勿附作答文件）。",
        "Take another format for now, and report it with this line (leave your answers file out).",
    ),
    "O020": Message(
        "这里没有 git，读不了修订版本中的文件",
        "git is not installed here, so no file can be read at a revision",
        "安装 git，或者先把该修订版本的文件另存，再给出那份文件。",
        "Install git, or save the file of that revision first and name the copy.",
    ),
    "O021": Message(
        "当前文件夹不能按 git 仓库读取：{reason}",
        "The current folder cannot be read as a git repository: {reason}",
        "到仓库里运行，或者直接给出文件；文件名本身带冒号的，写成 ./文件名，并检查是否存在。",
        "Run it within the repository, or name files; if the colon belongs to the file's own name, check that the file is there.",
    ),
    "O022": Message(
        "没有修订版本 {revision}",
        "There is no revision {revision}",
        "用 git log 或者 git branch -a 查看；流水线只取了最近一次提交的，先 git fetch 取得该版本。",
        "Look it up with git log or git branch -a; where a pipeline checked out the last commit alone, git fetch the revision first.",
    ),
    "O023": Message(
        "修订版本 {revision} 里没有文件 {file}",
        "There is no file {file} in the revision {revision}",
        "路径从当前文件夹算起；用 git ls-tree -r --name-only 查看该版本有哪些文件。",
        "The path is seen from the current folder; git ls-tree -r --name-only lists the files of a revision.",
    ),
    "O024": Message(
        "{today} 早于评估日期 {day}：本机时钟或者 --today 可能有误，没有计算日期",
        "{today} is before the day of the assessment, {day}: the clock or --today may be wrong; no date was counted",
        "校准时钟，或者改正 --today、assessed_on。",
        "Set the clock, or correct --today or assessed_on.",
    ),
}
