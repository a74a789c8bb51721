"""What can be wrong with a template, and the name of a paper whose application has none."""

from szai_assess.messages import Message

MESSAGES = {
    "T001": Message(
        "模板语法有误：{why}",
        "The template's syntax is wrong: {why}",
        "请改正该行的模板标记；语法见 Jinja 文档。",
        "Mend the tag on that line; the syntax is Jinja's.",
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
        "请在模板文件夹中补上这一文件，或者改正题包 documents.yaml 里的 template。",
        "Add that file to the template folder, or mend `template` in the pack's documents.yaml.",
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
        "请核对所打印的值：只能打印文字或者整数，空缺处用 blank。",
        "Check the value printed: only text and whole numbers can be; use blank for what is missing.",
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
        "检查路径；其他格式的图片先转为 PNG。不需要信头的，把 letterhead 留空。",
        "Check the path, and turn other images into PNG first; leave letterhead empty where you need none.",
    ),
}

UNNAMED = Message("未命名应用", "unnamed-application")
