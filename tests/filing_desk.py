"""An application with everything filed: answers, papers in several formats, the record, and approvals."""

import os
import shutil
from functools import cache

from desk import case_text, opened, write

from szai_assess import approving, filing
from szai_assess.cli import judging, papers
from szai_assess.filed import Party

NAME = "首页商品推荐"
AUTHOR, LEGAL, BUSINESS = Party("developer", "张三"), Party("legal", "李四"), Party("business", "Wang Wu")
DAY = "2026-11-25"
FOLDER, FILE = "szai-papers", "szai.yaml"
TODO = f"{NAME}-todo.zh.md"
ETHICS = f"{NAME}-ethics_review.zh.md"


def file_papers(folder, text="", formats=("md",)):
    """Write the answers of a case and its papers into a folder; gives the path of the answers file."""
    file = write(os.path.join(folder, FILE), text or case_text("03"))
    papers.write(judging.judge(opened(), file), file, papers.Wanted("zh", "", formats))
    return file


def approval_of(file, approver, author=AUTHOR, day=DAY, folder=""):
    """The approval of what is filed now."""
    found = judging.judge(opened(), file)
    filed = filing.filed(folder or papers_of(file), file)
    return approving.made(found, filed, (approver, author), "同意", day)


def approve(file, approver, author=AUTHOR, day=DAY):
    """Put an approval beside the papers; gives its path."""
    approval = approval_of(file, approver, author, day)
    path = os.path.join(papers_of(file), approval.file)
    with open(path, "wb") as stream:
        stream.write(approving.written(approval))
    return path


def papers_of(file):
    """The folder of the papers of an answers file."""
    return os.path.join(os.path.dirname(file), FOLDER)


@cache
def whole(folder):
    """A folder with everything, made once."""
    file = file_papers(folder, "# 注 comment\n" + case_text("03"), ("md", "html", "docx"))
    with open(os.path.join(papers_of(file), ETHICS), "a", encoding="utf-8") as stream:
        stream.write("\n手工填写\n")
    for approver in (LEGAL, BUSINESS):
        approve(file, approver)
    return folder


def copied(source, target):
    """A folder as it is, somewhere else."""
    shutil.copytree(source, target, symlinks=True)
    return os.path.join(target, FILE)
