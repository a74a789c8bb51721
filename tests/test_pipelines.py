"""The gate in pipelines: hook, Action and examples run on a repository in which a change raises an application's tier."""

import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import cache

import pytest
import yaml
from desk import ROOT, write
from terminal_session import FENCE, text_of

EXAMPLES = {"github": "docs/examples/github-workflow.yml", "gitlab": "docs/examples/gitlab-ci.yml"}
PAGES = ("docs/pipelines.md", "docs/pipelines.zh-CN.md")
SHOP = text_of("docs/examples/szai.yaml")
MEDIUM = SHOP.replace("product_name: 智选推荐", "product_name: 零件推荐")
HIGH = MEDIUM.replace("market_order: h2", "market_order: h3")
TYPO = MEDIUM.replace("market_order: h2", "market_order: h22")
TYPO_LINE = TYPO[: TYPO.index("h22")].count("\n") + 1
POLICY = "policy: 1\nmax_tier: medium\n"
CAP = "G030"
GENERATED = shutil.ignore_patterns(
    ".git", ".ci", ".venv*", ".*_cache", ".hypothesis", ".coverage*", "__pycache__", "demo"
)
EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")
# Where pip finds how it is set up here; the tests themselves have a home of their own.
FETCHING = {name: os.environ[name] for name in ("HOME", "XDG_CACHE_HOME") if name in os.environ}
OWN = ("GIT_", "GITHUB_", "CI_", "COV_", "PYTHON", "SZAI_", "PRE_COMMIT", "VIRTUAL_ENV", "LC_", "LANG")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are written for a POSIX shell")


def environment(**changes):
    """What a job finds set: nothing of this session's own."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(OWN)}
    by = {"NAME": "Developer", "EMAIL": "developer@example.invalid"}
    person = {f"GIT_{who}_{what}": told for who in ("AUTHOR", "COMMITTER") for what, told in by.items()}
    return {**known, **person, "GIT_CONFIG_GLOBAL": os.devnull, "SZAI_LANG": "en", **changes}


def ran(command, folder, **changes):
    """A program, run to its end."""
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(**changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def done(command, folder, **changes):
    """A program that must succeed; its output."""
    result = ran(command, folder, **changes)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def git(folder, *arguments):
    """A command of git."""
    return done(["git", *arguments], folder)


def commit(folder, message, texts):
    """Files (path → text), written and committed."""
    for path, text in texts.items():
        write(os.path.join(folder, path), text)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


@pytest.fixture
def sample(tmp_path):
    """A repository with two applications and a policy, cloned, so that there is an ``origin``."""
    kept, folder = str(tmp_path / "origin"), str(tmp_path / "sample")
    os.mkdir(kept)
    git(kept, "init", "--quiet", "--initial-branch=main")
    commit(kept, "Two applications", {"szai.yaml": SHOP, "parts/szai.yaml": MEDIUM, "szai-policy.yaml": POLICY})
    git(kept, "clone", "--quiet", ".", folder)
    return folder


def proposed(folder, texts):
    """A change as a code host builds it for a pull request: its branch merged into main, nothing else checked out."""
    git(folder, "checkout", "--quiet", "-b", "change")
    commit(folder, "A change", texts)
    git(folder, "checkout", "--quiet", "--detach", "origin/main")
    git(folder, "merge", "--quiet", "--no-ff", "--message", "Merged", "change")


@pytest.fixture(scope="session")
def wrapper(tmp_path_factory):
    """A folder with the command as it runs from this checkout."""
    folder = tmp_path_factory.mktemp("commands")
    file = write(
        str(folder / "szai-assess"), f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m szai_assess "$@"\n'
    )
    os.chmod(file, 0o755)
    return str(folder)


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """This checkout as a repository of its own, with what is not committed yet."""
    folder = str(tmp_path_factory.mktemp("published") / "szai-assess")
    shutil.copytree(ROOT, folder, ignore=GENERATED)
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "szai-assess")
    return folder


@pytest.fixture(scope="session")
def offline(published, tmp_path_factory):
    """Settings with which pip installs from one folder, fetched once for all that is installed here."""
    wheels = str(tmp_path_factory.mktemp("wheels"))
    fetch = ["wheel", "--quiet", "--wheel-dir", wheels, published, "hatchling>=1.27"]
    done([sys.executable, "-I", "-m", "pip", *fetch], wheels, **FETCHING)
    return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels, "PIP_CONFIG_FILE": os.devnull, "PIP_NO_COMPILE": "1"}


@cache
def read(path):
    """A file of YAML of the repository; ``on`` is a name, not a truth value."""
    return yaml.load(text_of(path), Loader=yaml.BaseLoader)


class Job:
    """A job of GitHub Actions as its steps see it: files to write to, outputs of the steps before, a path that grows."""

    def __init__(self, folder, home, **changes):
        self.folder, self.changes = folder, changes
        self.path, self.known = os.environ["PATH"], {}
        os.makedirs(f"{home}/temp")
        self.files = {
            name: f"{home}/{name.lower()}" for name in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")
        }
        self.temp = f"{home}/temp"

    def written(self, name):
        """What was written to a file of the job."""
        if not os.path.exists(self.files[name]):
            return ""
        with open(self.files[name], encoding="utf-8") as stream:
            return stream.read()

    def told(self, text):
        """A text with its expressions replaced by what they stand for."""
        return EXPRESSION.sub(lambda found: self.known[found[1]], text)

    def step(self, step):
        """One step with a script, run as the runner runs ``shell: bash``."""
        write(self.files["GITHUB_OUTPUT"], "")
        script = write(f"{self.temp}/step.sh", self.told(step["run"]))
        known = {name: self.told(value) for name, value in step.get("env", {}).items()}
        places = {"GITHUB_ACTION_PATH": self.changes.get("GITHUB_ACTION_PATH", ""), "RUNNER_TEMP": self.temp}
        shell = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script]
        result = ran(shell, self.folder, **{**self.changes, **self.files, **places, "PATH": self.path, **known})
        for line in self.written("GITHUB_OUTPUT").splitlines():
            name, _, value = line.partition("=")
            self.known[f"steps.{step.get('id')}.outputs.{name}"] = value
        for line in self.written("GITHUB_PATH").splitlines():
            self.path = f"{line}{os.pathsep}{os.environ['PATH']}"
        return result

    def action(self, **inputs):
        """The Action's inputs, those that are not given at their defaults."""
        defaults = {name: each.get("default", "") for name, each in read("action.yml")["inputs"].items()}
        self.known |= {f"inputs.{name.replace('_', '-')}": told for name, told in {**defaults, **inputs}.items()}
        return self

    def check(self, wrapper, **inputs):
        """The Action's second step, with the command as it runs from this checkout."""
        self.action(**inputs).known["steps.install.outputs.command"] = f"{wrapper}/szai-assess"
        return self.step(action_steps()[1])

    @property
    def outputs(self):
        """The Action's outputs."""
        return {
            name: EXPRESSION.sub(lambda found: self.known.get(found[1], ""), each["value"])
            for name, each in read("action.yml")["outputs"].items()
        }


def action_steps():
    """The Action's steps."""
    return read("action.yml")["runs"]["steps"]


def named(name):
    """A step of the example workflow."""
    return next(step for step in read(EXAMPLES["github"])["jobs"]["gate"]["steps"] if step.get("name") == name)


@pytest.fixture
def job(sample, tmp_path):
    """A job that stands in the sample repository."""
    return Job(sample, str(tmp_path / "job"))


def annotations(result):
    """The workflow commands of a step's output: (level, properties, message)."""
    found = re.findall(r"^::(\w+) ([^:]*)::(.*)$", result.stdout, re.MULTILINE)
    return [(level, dict(each.split("=", 1) for each in told.split(",")), message) for level, told, message in found]


# --- the hook ---


def hooks():
    """The hooks by their id."""
    return {hook["id"]: hook for hook in read(".pre-commit-hooks.yaml")}


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("szai.yaml", True),
        ("a/b/szai.yaml", True),
        ("智选.szai.yaml", True),
        ("a/credit.szai.yaml", True),
        ("szai-policy.yaml", False),
        ("other-szai.yaml", False),
        ("szai.yaml.bak", False),
        ("szai-papers/record.json", False),
    ],
)
def test_the_hook_takes_the_files_that_a_folder_is_searched_for(path, taken):
    assert bool(re.search(hooks()["szai-assess-check"]["files"], path)) == taken


def test_pre_commit_accepts_the_hooks():
    pytest.importorskip("pre_commit")

    done([sys.executable, "-m", "pre_commit", "validate-manifest", f"{ROOT}/.pre-commit-hooks.yaml"], ROOT)


@pytest.fixture(scope="session")
def cellar(tmp_path_factory):
    """Where pre-commit keeps what it installs, once for this session."""
    return str(tmp_path_factory.mktemp("pre-commit"))


@pytest.fixture
def hooked(sample, published, offline, cellar):
    """The sample repository with the hooks as the page has them, installed; gives a way to commit."""
    pytest.importorskip("pre_commit")
    asked = yaml.safe_load(block(PAGES[0], "repos:"))
    asked["repos"][0] |= {"repo": published, "rev": git(published, "rev-parse", "HEAD").strip()}
    known = {**offline, "PRE_COMMIT_HOME": cellar}
    commit(sample, "Hooks", {".pre-commit-config.yaml": yaml.safe_dump(asked)})
    done([sys.executable, "-m", "pre_commit", "install", "--install-hooks"], sample, **known)

    def propose(path="", text=""):
        if path:
            write(os.path.join(sample, path), text)
            git(sample, "add", "--all")
        result = ran(["git", "commit", "--message", "A change"], sample, **known)
        return result.returncode, result.stdout + result.stderr

    return propose


@pytest.mark.slow
def test_a_commit_that_keeps_the_tier_goes_through(hooked):
    code, told = hooked("szai.yaml", f"{SHOP}# 复核过\n")

    assert code == 0, told


@pytest.mark.slow
def test_a_commit_that_raises_the_tier_is_refused_and_the_finding_named(hooked, sample):
    code, told = hooked("parts/szai.yaml", HIGH)

    assert code == 1
    assert f"block {CAP}" in told
    assert "parts/szai.yaml" in told
    assert "exit code: 1" in told
    assert git(sample, "log", "-1", "--format=%s").strip() == "Hooks"


@pytest.mark.slow
def test_a_commit_with_a_typo_is_refused_too(hooked):
    code, told = hooked("szai.yaml", TYPO)

    assert code == 1
    assert "exit code: 3" in told
    assert f"szai.yaml:{TYPO_LINE}:" in told


@pytest.mark.slow
@pytest.mark.parametrize(
    ("policy", "code", "found"), [("policy: 1\nmax_tier: low\n", 1, CAP), ("policy: 1\nmax_teir: low\n", 3, "W0")]
)
def test_a_commit_that_changes_the_policy_alone_is_judged(hooked, policy, code, found):
    refused, told = hooked("szai-policy.yaml", policy)

    assert refused == 1
    assert f"exit code: {code}" in told
    assert found in told


@pytest.mark.slow
def test_a_commit_with_an_altered_record_is_refused(hooked, sample, wrapper):
    done([f"{wrapper}/szai-assess", "render", "szai.yaml"], sample)
    with open(f"{sample}/szai-papers/record.json", encoding="utf-8") as stream:
        record = stream.read()
    kept, told = hooked("szai-papers/record.json", record)
    altered, complaint = hooked("szai-papers/record.json", record.replace('"medium"', '"low"'))

    assert kept == 0, told
    assert altered == 1
    assert "szai-assess-verify" in complaint


@pytest.mark.slow
def test_what_is_staged_is_judged_not_what_lies_in_the_folder(hooked, sample):
    write(f"{sample}/szai.yaml", TYPO)
    git(sample, "add", "szai.yaml")
    write(f"{sample}/szai.yaml", SHOP)
    code, told = hooked()

    assert code == 1
    assert "exit code: 3" in told


# --- the Action ---


def test_no_input_is_ever_part_of_a_script():
    """What is put into a script by the host is run as script, whatever it holds."""
    scripts = [step["run"] for step in action_steps()]
    scripts += [step["run"] for step in read(EXAMPLES["github"])["jobs"]["gate"]["steps"] if "run" in step]

    assert [script for script in scripts if "${{" in script] == []


def test_every_input_reaches_the_check_and_every_step_names_its_shell():
    given = " ".join(action_steps()[1]["env"].values())

    assert all(f"${{{{ inputs.{name} }}}}" in given for name in read("action.yml")["inputs"])
    assert [step["shell"] for step in action_steps()] == ["bash", "bash"]


def test_on_main_the_action_lets_through(job, wrapper):
    result = job.check(wrapper)

    assert result.returncode == 0, result.stdout + result.stderr
    assert job.outputs == {"exit-code": "0", "sarif": "szai-assess.sarif"}


def test_on_a_change_that_raises_the_tier_the_action_fails_at_the_file(job, wrapper):
    proposed(job.folder, {"parts/szai.yaml": HIGH})
    result = job.check(wrapper)
    errors = [told for level, told, _ in annotations(result) if level == "error"]

    assert result.returncode == 1
    assert job.outputs["exit-code"] == "1"
    assert [(told["file"], told["title"].split()[0]) for told in errors] == [("parts/szai.yaml", CAP)]


def test_a_typo_in_the_answers_fails_the_action_at_its_line(job, wrapper):
    proposed(job.folder, {"parts/szai.yaml": TYPO})
    result = job.check(wrapper)
    errors = [(told["file"], told["line"]) for level, told, _ in annotations(result) if level == "error"]

    assert result.returncode == 3
    assert job.outputs == {"exit-code": "3", "sarif": "szai-assess.sarif"}
    assert errors == [("parts/szai.yaml", str(TYPO_LINE))]


def test_the_summary_has_the_register_and_keeps_what_other_steps_wrote(job, wrapper):
    proposed(job.folder, {"parts/szai.yaml": HIGH})
    write(job.files["GITHUB_STEP_SUMMARY"], "Before\n")
    job.check(wrapper)
    summary = job.written("GITHUB_STEP_SUMMARY")

    assert summary.startswith("Before\n")
    assert re.search(r"^\| 智选推荐 \| Medium risk \|", summary, re.MULTILINE)
    assert re.search(r"^\| 零件推荐 \| High risk \|", summary, re.MULTILINE)
    assert CAP in summary


def test_no_summary_is_written_where_none_is_wanted(job, wrapper):
    job.check(wrapper, summary="false")

    assert job.written("GITHUB_STEP_SUMMARY") == ""


def test_the_sarif_has_the_finding_at_its_file(job, wrapper):
    proposed(job.folder, {"parts/szai.yaml": HIGH})
    job.check(wrapper, **{"sarif-file": "reports/gate.sarif"})
    with open(f"{job.folder}/{job.outputs['sarif']}", encoding="utf-8") as stream:
        results = json.load(stream)["runs"][0]["results"]
    found = next(result for result in results if result["ruleId"] == CAP)

    assert job.outputs["sarif"] == "reports/gate.sarif"
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "parts/szai.yaml"


def test_without_a_sarif_file_none_is_written(job, wrapper):
    result = job.check(wrapper, **{"sarif-file": ""})

    assert result.returncode == 0, result.stdout + result.stderr
    assert job.outputs["sarif"] == ""
    assert git(job.folder, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"max-tier": "low"}, 1),
        ({"max-tier": "lwo"}, 2),
        ({"policy": "strict.yaml"}, 3),
        ({"policy": "szai-policy.yaml"}, 0),
        ({"paths": "szai.yaml\nparts\n"}, 0),
        ({"paths": "szai.yaml\nnowhere\n"}, 3),
        ({"paths": "*/szai.yaml"}, 0),
        ({"paths": "*/nothing.yaml"}, 3),
        ({"paths": "$(touch stolen); `touch stolen`"}, 3),
        ({"paths": "--help"}, 3),
        ({"policy": '"; touch stolen; "'}, 3),
    ],
)
def test_inputs_are_words_and_the_exit_code_is_kept(job, wrapper, inputs, code):
    result = job.check(wrapper, **inputs)

    assert result.returncode == code, result.stdout + result.stderr
    assert job.outputs["exit-code"] == str(code)
    assert "stolen" not in os.listdir(job.folder)


def test_after_a_wrong_input_no_report_is_announced(job, wrapper):
    job.check(wrapper, **{"max-tier": "lwo"})

    assert job.outputs["sarif"] == ""


@pytest.fixture(scope="module")
def equipped(published, offline, tmp_path_factory):
    """The Action's first step, run for real; gives the job after it."""
    folder = tmp_path_factory.mktemp("equipped")
    os.mkdir(folder / "work")
    write(str(folder / "work" / "venv.py"), "raise SystemExit('a module of the repository under test was run')\n")
    job = Job(str(folder / "work"), str(folder / "job"), GITHUB_ACTION_PATH=published, **offline)
    result = job.action().step(action_steps()[0])
    assert result.returncode == 0, result.stdout + result.stderr
    return job


@pytest.mark.slow
def test_the_action_installs_itself_apart_from_the_python_of_the_job(equipped):
    commands = os.path.dirname(equipped.known["steps.install.outputs.command"])

    assert os.listdir(commands) == ["szai-assess"]
    assert equipped.path.startswith(f"{commands}:")


@pytest.mark.slow
def test_a_second_use_in_the_same_job_installs_nothing(equipped):
    again = equipped.step({**action_steps()[0], "env": {"PIP_FIND_LINKS": "/nowhere"}})

    assert again.returncode == 0, again.stdout + again.stderr


@pytest.mark.slow
def test_the_whole_workflow_on_a_change_that_raises_the_tier(equipped, sample):
    """The steps in their order, with the tool that the first of them installed."""
    proposed(sample, {"parts/szai.yaml": HIGH})
    equipped.folder = sample
    gate = equipped.step(action_steps()[1])
    change = equipped.step(named("What the change comes to"))
    summary = equipped.written("GITHUB_STEP_SUMMARY")

    assert gate.returncode == 1
    assert annotations(gate)[0][1]["file"] == "parts/szai.yaml"
    assert equipped.outputs["sarif"] == "szai-assess.sarif"
    assert change.returncode == 0, change.stderr
    assert CAP in summary.partition("Material change")[0]
    assert "Material change" in summary


# --- the examples ---


def workflow_job(sample, tmp_path, wrapper):
    """A job of the example workflow after its gate: the command is on the path."""
    job = Job(sample, str(tmp_path / "job"))
    job.path = f"{wrapper}{os.pathsep}{job.path}"
    return job


def test_the_workflow_uses_the_action_before_the_command(sample):
    steps = read(EXAMPLES["github"])["jobs"]["gate"]["steps"]
    uses = [step.get("uses", "").partition("@")[0] for step in steps]
    first = next(place for place, step in enumerate(steps) if "szai-assess" in step.get("run", ""))

    assert uses[:2] == ["actions/checkout", "OWNER/szai-assess"]
    assert uses.index("OWNER/szai-assess") < first


def test_the_workflow_goes_on_after_a_block_but_never_swallows_it():
    steps = read(EXAMPLES["github"])["jobs"]["gate"]["steps"][2:]

    assert all("!cancelled()" in step["if"] for step in steps)
    assert not [
        path for path in EXAMPLES.values() if re.search(r"\|\| *true|continue-on-error|allow_failure", text_of(path))
    ]


def test_the_summary_tells_what_the_change_comes_to(sample, tmp_path, wrapper):
    proposed(sample, {"parts/szai.yaml": HIGH})
    job = workflow_job(sample, tmp_path, wrapper)
    result = job.step(named("What the change comes to"))

    assert result.returncode == 0, result.stderr
    assert "Material change" in job.written("GITHUB_STEP_SUMMARY")


def test_a_change_of_something_else_comes_to_nothing(sample, tmp_path, wrapper):
    proposed(sample, {"README.md": "Shop\n"})
    job = workflow_job(sample, tmp_path, wrapper)

    assert job.step(named("What the change comes to")).returncode == 0
    assert job.written("GITHUB_STEP_SUMMARY") == ""


def test_the_schedule_tells_what_falls_due_and_keeps_a_calendar(sample, tmp_path, wrapper):
    job = workflow_job(sample, tmp_path, wrapper)
    told, kept = job.step(named("What falls due")), job.step(named("Calendar"))

    assert told.returncode == kept.returncode
    assert told.returncode in (0, 1)
    with open(f"{sample}/szai-due.ics", encoding="utf-8") as stream:
        assert stream.readline() == "BEGIN:VCALENDAR\n"


def gitlab(name, sample, wrapper, **changes):
    """The script of a job of the GitLab example, in one shell, the tool already there."""
    script = "set -eo pipefail\n" + "\n".join(read(EXAMPLES["gitlab"])[name]["script"])
    return ran(["bash", "-c", script], sample, PATH=f"{wrapper}{os.pathsep}{os.environ['PATH']}", **changes)


@pytest.mark.parametrize(("text", "code"), [(MEDIUM, 0), (HIGH, 1), (TYPO, 3)])
def test_the_job_of_gitlab_ends_as_the_gate_does_and_leaves_its_reports(sample, wrapper, text, code):
    proposed(sample, {"parts/szai.yaml": text + "# 改动\n"})
    result = gitlab("szai-assess", sample, wrapper)
    suites = ET.parse(f"{sample}/szai-assess.xml").getroot()

    assert result.returncode == code, result.stdout + result.stderr
    assert (suites.get("failures"), suites.get("errors")) == (str(int(code == 1)), str(int(code == 3)))
    assert os.path.getsize(f"{sample}/szai-assess.html")


def test_the_job_of_gitlab_tells_what_the_change_comes_to(sample, wrapper):
    proposed(sample, {"parts/szai.yaml": HIGH})
    base = git(sample, "rev-parse", "origin/main").strip()
    result = gitlab("szai-assess-change", sample, wrapper, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)

    assert result.returncode == 0, result.stderr
    assert "High risk" in result.stdout


def test_the_job_of_gitlab_tells_what_falls_due(sample, wrapper):
    result = gitlab("szai-assess-due", sample, wrapper)

    assert result.returncode in (0, 1)
    assert os.path.getsize(f"{sample}/szai-due.ics")


def test_every_artifact_of_gitlab_is_written_by_its_job():
    for name, each in read(EXAMPLES["gitlab"]).items():
        if "artifacts" in each:
            kept = [*each["artifacts"]["paths"], *each["artifacts"].get("reports", {}).values()]

            assert [path for path in kept if path not in " ".join(each["script"])] == [], name


@pytest.mark.slow
def test_the_gitlab_example_installs_the_tool_for_real(offline, sample):
    jobs = read(EXAMPLES["gitlab"])
    script = "\n".join(["set -eo pipefail", *jobs[".szai-assess"]["before_script"], *jobs["szai-assess"]["script"]])
    known = {"SZAI_ASSESS": "szai-assess", "CI_PROJECT_DIR": sample}
    result = ran(["bash", "-c", script], sample, **offline, **known)

    assert result.returncode == 0, result.stdout + result.stderr
    assert "szai-assess.xml" in os.listdir(sample)


# --- the diff ---


def test_a_change_that_raises_the_tier_is_material(sample, wrapper):
    proposed(sample, {"szai.yaml": HIGH})
    command = [f"{wrapper}/szai-assess", "diff", "origin/main:szai.yaml", "szai.yaml"]

    assert ran([*command, "--exit-code"], sample).returncode == 1
    assert "High risk" in done([*command, "--format", "markdown"], sample)


def test_a_change_of_a_comment_is_not(sample, wrapper):
    proposed(sample, {"szai.yaml": MEDIUM + "# 复核过\n"})

    done([f"{wrapper}/szai-assess", "diff", "origin/main:szai.yaml", "szai.yaml", "--exit-code"], sample)


# --- the pages ---


def blocks(page):
    """The blocks of a page: (kind, text)."""
    return [(fence["kind"], fence["body"]) for fence in FENCE.finditer(text_of(page))]


def block(page, start):
    """The block of a page that begins with a text."""
    return next(body for _, body in blocks(page) if body.startswith(start))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("example", EXAMPLES.values())
def test_the_page_shows_the_examples_as_they_are(page, example):
    assert ("yaml", text_of(example)) in blocks(page)


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_hooks_that_exist_and_every_input_and_output_of_the_action(page):
    text = text_of(page)
    asked = {hook["id"] for hook in yaml.safe_load(block(page, "repos:"))["repos"][0]["hooks"]}
    action = read("action.yml")

    assert asked == set(hooks())
    assert [name for name in (*action["inputs"], *action["outputs"]) if f"| `{name}` |" not in text] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_yaml_of_the_page_can_be_read(page):
    assert all(yaml.safe_load(body) for kind, body in blocks(page) if kind == "yaml")


def test_both_pages_show_the_same_blocks():
    assert blocks(PAGES[0]) == blocks(PAGES[1])


@pytest.mark.parametrize(("text", "code"), [(MEDIUM, 0), (HIGH, 1), (TYPO, 3)])
def test_the_shell_of_the_page_ends_as_the_gate_does(sample, wrapper, text, code):
    proposed(sample, {"parts/szai.yaml": text + "# 改动\n"})
    path = f"{wrapper}{os.pathsep}{os.environ['PATH']}"
    result = ran(["sh", "-c", block(PAGES[0], "szai-assess check")], sample, PATH=path)

    assert result.returncode == code, result.stdout + result.stderr
    with open(f"{sample}/szai-assess.json", encoding="utf-8") as stream:
        assert len(json.load(stream)) == 2


def test_in_observe_mode_the_demands_let_through_and_a_typo_does_not(sample, wrapper):
    observe = f"{POLICY}mode: observe\n"
    command = [f"{wrapper}/szai-assess", "check", "."]
    proposed(sample, {"parts/szai.yaml": HIGH, "szai-policy.yaml": observe})

    assert CAP in done(command, sample)
    write(f"{sample}/szai.yaml", TYPO)
    assert ran(command, sample).returncode == 3
