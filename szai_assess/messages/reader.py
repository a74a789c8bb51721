"""Faults of the strict reader: text that is no YAML, or more YAML than is meant to be read."""

from szai_assess.messages import Message

MESSAGES = {
    "Y001": Message(
        "不是正确的 YAML：{problem}",
        "This is not valid YAML: {problem}",
        "检查此处及上一行的缩进、冒号和引号；冒号后要有一个空格，含冒号、井号的文字用双引号括起来。",
        "Check the indentation, colons and quotes here and on the line before: a colon needs a space after it, and text that holds "
        "a colon or a hash belongs in double quotes.",
    ),
    "Y002": Message(
        "{key} 出现了两次，第一次在第 {first} 行",
        "{key} occurs twice; the first time is on line {first}",
        "保留一处，删去另一处。",
        "Keep one of the two and delete the other.",
    ),
    "Y003": Message(
        "使用了不支持的 YAML 写法 {what}（锚点、别名、标签或者合并键）",
        "{what} is YAML that is not supported here: an anchor, an alias, a tag or a merge key",
        "把值直接写全；要表示文字本身的，用双引号括起来。",
        "Write the value out in full; if it is meant as text, put it in double quotes.",
    ),
    "Y004": Message(
        "这里开始了第二份文档",
        "A second document begins here",
        "一个文件只写一份：删去这一行的 ---，或者把后面的内容移到另一个文件。",
        "Keep one document a file: delete the --- on this line, or move what follows to a file of its own.",
    ),
    "Y005": Message(
        "键必须是一个名称，这里却是列表或者映射",
        "A key must be a name; here it is a list or a mapping",
        "改成“名称: 值”；花括号开头的文字用双引号括起来。",
        "Write it as name: value; text that begins with a bracket belongs in double quotes.",
    ),
    "Y006": Message(
        "这里用了全角冒号“：”",
        "There is a full-width colon ： here",
        "改成半角冒号，并在后面留一个空格，例如 org_type: company。",
        "Write a plain colon followed by a space, as in org_type: company.",
    ),
    "Y007": Message(
        "嵌套超过 {depth} 层",
        "The nesting is deeper than {depth} levels",
        "检查是否误粘贴了内容；正常的文件不超过五层。",
        "Check whether something was pasted by mistake; a proper file has no more than five levels.",
    ),
    "Y008": Message(
        "文件的编码是 {encoding}，不是 UTF-8",
        "The file is encoded as {encoding}, not as UTF-8",
        "另存为 UTF-8，或者运行 iconv -f {encoding} -t UTF-8 {file} > NEW，再用 NEW 代替原文件。",
        "Save it as UTF-8, or run iconv -f {encoding} -t UTF-8 {file} > NEW and put NEW in its place.",
    ),
    "Y009": Message(
        "文件不是 UTF-8，也不是能识别的其他编码",
        "The file is neither UTF-8 nor any other encoding that is recognised",
        "用文本编辑器打开，另存为 UTF-8；打开后是乱码的，向提供文件的人另要一份。",
        "Open it in a text editor and save it as UTF-8; if it shows up garbled, ask whoever supplied it for another copy.",
    ),
    "Y010": Message(
        "文件有 {size} 字节，超过上限 {limit} 字节",
        "The file has {size} bytes, more than the limit of {limit}",
        "检查是否选错了文件；长篇材料作为附件保存，这里只写其编号或者位置。",
        "Check that it is the right file; keep long material as an attachment and give only its number or where it is.",
    ),
}
