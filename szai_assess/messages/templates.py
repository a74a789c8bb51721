"""What can be wrong with a template, and the name of a paper whose application has none."""

from szai_assess.messages import Message

MESSAGES = {
    "T001": Message(
        "模板语法有误：{why}",
        "The template's syntax is wrong: {why}",
        "请改正该行的模板标记；.j2 文件的语法见 Jinja 文档。",
        "Mend the tag on that line; the syntax of .j2 files is Jinja's.",
    ),
    "T002": Message(
        "模板用到了不存在的名称：{why}",
        "The template uses a name that does not exist: {why}",
        '请核对名称；题号以题包为准，写作 d.said.题号 或者 d.said["题号.行号"]。',
        'Check the name; question ids are the pack\'s, written d.said.ID or d.said["ID.ROW"].',
    ),
    "T003": Message(
        "找不到模板“{name}”",
        "There is no template “{name}”",
        "请在模板文件夹中补上这一文件，或者改正这一名称：在所指的那一行，或者题包 documents.yaml 的 template。",
        "Add that file to the template folder, or mend the name: on that line, or as `template` in the pack's documents.yaml.",
    ),
    "T004": Message(
        "模板做了不允许的事：{why}",
        "The template does what templates may not do: {why}",
        "模板只能读取所给的数据；拼接文字请分开写成两个打印标记。",
        "Templates may only read what they are given; write two print tags instead of joining texts.",
    ),
    "T005": Message(
        "模板这一行无法执行：{why}",
        "This line of the template cannot be carried out: {why}",
        "请核对这一行；.j2 文件只能打印文字或者整数，空缺处用 blank。",
        "Check that line; a .j2 file can print only text and whole numbers, and has blank for what is missing.",
    ),
    "T006": Message(
        "版式文件中没有 {name} 这一项⟦；最接近的是 {nearest}⟧",
        "{name} is no key of the look of papers⟦; the nearest is {nearest}⟧",
        "这里可用的项：{known}。",
        "The keys here are: {known}.",
    ),
    "T007": Message(
        "版式文件中 {name} 的值 {value} 不能用",
        "{value} cannot be the value of {name} in the look of papers",
        "写成这样的值：{wanted}。",
        "Write something like this: {wanted}.",
    ),
    "T008": Message(
        "版式文件 {where} 缺少 {name}",
        "{where}, in the look of papers, lacks {name}",
        "请补上；完整的例子见模板文件夹中的 docx.yaml。",
        "Add it; docx.yaml in the template folder is a whole example.",
    ),
    "T009": Message(
        "信头图片 {name} 读不了，或者不是 PNG 图片",
        "The letterhead {name} cannot be read, or is no PNG image",
        "图片放在模板文件夹中，路径从该文件夹算起；其他格式的图片先转为 PNG。不需要信头的，把 letterhead 留空。",
        "Put the image into the template folder, and write its path from there; turn other images into PNG first. Leave letterhead empty where you need none.",
    ),
    "T010": Message(
        "模板“{name}”在模板文件夹之外",
        "The template “{name}” lies outside the template folder",
        "把文件本身（不是链接）放进模板文件夹，写从该文件夹算起的路径，用 / 分隔，不含 .. 和盘符。",
        "Put the file itself, not a link, into the template folder, and write its path from there, with / and without .. or a drive.",
    ),
    "T011": Message(
        "“{words}”处的 Markdown 写法不能排版",
        "The Markdown at “{words}” cannot be laid out",
        "改用标题、段落、只有段落的引文、每项一段的单层列表、表格或者加粗；* _ ` 要照印的，前面加反斜杠。",
        "Use headings, paragraphs, quotations of paragraphs, flat lists with one paragraph an entry, tables or bold; put a backslash before a literal * _ `.",
    ),
    "T012": Message(
        "样式表中不能有 {sign}",
        "{sign} may not occur in the style sheet",
        "改掉这一处：样式表写在 HTML 文件之中，这样会提前结束它。",
        "Change that place: the style sheet stands within the HTML file, and this would end it early.",
    ),
    "T014": Message(
        "模板要从网上取包 {name}",
        "The template would fetch the package {name} from the network",
        "本工具不联网：把所需的 .typ 文件放在模板旁边，用相对路径引用。",
        "This tool uses no network: put the .typ files you need beside the template and import them by a relative path.",
    ),
    "T013": Message(
        "这一文件不是 UTF-8 编码：{why}",
        "This file is not in UTF-8: {why}",
        "用编辑器把它另存为 UTF-8。",
        "Save it as UTF-8 in your editor.",
    ),
}

UNNAMED = Message("未命名应用", "unnamed-application")
