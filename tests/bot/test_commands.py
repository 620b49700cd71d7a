"""The commands by which other programs call us: the public contract, through the real executable."""

import json
import os
import pty
import re
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from bot.texts import LOCALES
from tests.bot.hujifen import DAY, EXECUTABLE, hujifen, refusal
from tests.scoring.naive import CONDITIONS, INDICATORS
from tests.scoring.nothing_else import NO_BONUS, NO_RECORDS

GRADUATE = {"birth_date": "1991-05-20", "education": "master", "insured_months_total": 80}
COMPLETE = {
    "birth_date": "1991-05-20",
    "residence_permit": True,
    "permit_expires": "2027-03-01",
    "employed_in_shanghai": True,
    "employer_in_shanghai": True,
    "insured_now": True,
    "insured_months_last_12": 12,
    "education": "bachelor_with_degree",
    "credential": "none",
    "insured_months_total": 60,
    "base_months": {"0.8": 0, "1": 0, "2": 0, "3": 0},
    **NO_BONUS,
    "spouse_shanghai_hukou": False,
    **NO_RECORDS,
}
FILE_COMMANDS = (("score",), ("forecast", "--until", "2027-12-31"), ("plan",))


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A file of one facts object."""
    return written(tmp_path / "facts.json", json.dumps(GRADUATE))


def written(file: Path, content: str | bytes) -> Path:
    """A file with a content."""
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


# ------------------------------------------------------------------------------------------------------------- results


def test_a_score_has_exactly_what_the_contract_names(tmp_path: Path) -> None:
    run = hujifen("score", written(tmp_path / "facts.json", json.dumps(COMPLETE)), "--on", DAY, "--json")
    (result,) = run.results
    assert (run.status, run.err) == (0, "")
    assert list(result) == [
        "on", "rulebook", "standard", "total", "gap", "verdict", "can_apply", "conditions", "items", "warnings",
    ]  # fmt: skip
    assert (result["on"], result["rulebook"], result["standard"]) == (DAY, "2023-01-01", 120)
    # 30 for the age, 90 for the degree, 15 for five insured years.
    assert (result["total"], result["gap"]) == ({"min": 135, "max": 135}, {"min": 0, "max": 0})
    assert (result["verdict"], result["can_apply"]) == ("reached", "yes")


def test_every_indicator_and_every_condition_is_told_with_its_reason_and_source(facts: Path) -> None:
    (result,) = hujifen("score", facts, "--on", DAY, "--json").results
    items, conditions = result["items"], result["conditions"]
    assert isinstance(items, list)
    assert isinstance(conditions, list)
    assert [item["indicator"] for item in items] == list(INDICATORS)
    assert [condition["id"] for condition in conditions] == list(CONDITIONS)
    assert {tuple(item) for item in items} == {("indicator", "min", "max", "cap", "counted", "because", "source")}
    assert {tuple(condition) for condition in conditions} == {("id", "met", "because", "source")}
    for told in (*items, *conditions):
        assert told["because"]
        assert told["source"]["document"]
        assert told["source"]["confidence"] in {"A", "A-", "B", "B-", "C", "D"}


def test_sentences_come_in_the_language_that_was_asked_for(facts: Path) -> None:
    said = {
        language: hujifen("score", facts, "--on", DAY, "--json", "--lang", language).out
        for language in ("zh_Hans", "zh-TW", "en-GB")
    }
    assert len(set(said.values())) == 3
    assert hujifen("score", facts, "--on", DAY, "--json").out == said["zh_Hans"]


def test_a_forecast_names_every_month_after_the_present_up_to_the_last(facts: Path) -> None:
    (result,) = hujifen("forecast", facts, "--on", DAY, "--until", "2027-03-05", "--json").results
    assert list(result) == ["months", "events", "reaches_on", "falls_below_on"]
    months = result["months"]
    assert isinstance(months, list)
    assert [month["month"] for month in months] == ["2026-12", "2027-01", "2027-02", "2027-03"]
    assert all(list(month["total"]) == ["min", "max"] for month in months)


def test_a_plan_tells_its_steps_and_where_they_lead(facts: Path) -> None:
    (result,) = hujifen("plan", facts, "--on", DAY, "--json").results
    assert list(result) == ["plans", "note"]
    plans = result["plans"]
    assert isinstance(plans, list)
    for plan in plans:
        assert list(plan) == ["steps", "reaches_on", "total"]
        assert plan["total"] >= 120
        for step in plan["steps"]:
            assert list(step) == ["id", "label", "facts", "earliest", "gain"]


def test_what_is_understood_is_told_with_the_words_it_came_from() -> None:
    (result,) = hujifen("understand", "我1991年5月20日出生，硕士", "--on", DAY, "--json").results
    assert list(result) == ["facts", "heard", "unclear"]
    assert result["facts"] == {"birth_date": "1991-05-20", "education": "master"}
    heard = result["heard"]
    assert isinstance(heard, list)
    assert {told["key"] for told in heard} == {"birth_date", "education"}
    assert all(told["text"] in "我1991年5月20日出生，硕士" for told in heard)


def test_texts_of_a_file_are_understood_line_by_line_an_empty_one_too(tmp_path: Path) -> None:
    texts = written(tmp_path / "texts.txt", "硕士\n\n本科\r\n")
    results = hujifen("understand", "--lines", texts, "--on", DAY, "--json").results
    assert len(results) == 3
    assert results[1] == {"facts": {}, "heard": [], "unclear": []}


def test_a_line_that_is_not_utf8_is_told_in_its_place(tmp_path: Path) -> None:
    texts = written(tmp_path / "texts.txt", "硕士\n".encode() + "本科\n".encode("gbk") + "硕士\n".encode())
    run = hujifen("understand", "--lines", texts, "--on", DAY, "--json")
    assert run.status == 2
    assert [list(result) for result in run.results] == [
        ["facts", "heard", "unclear"],
        ["error", "line"],
        ["facts", "heard", "unclear"],
    ]
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("command", FILE_COMMANDS, ids=lambda command: str(command[0]))
def test_without_json_a_person_reads_plain_text(command: tuple[str, ...], facts: Path) -> None:
    run = hujifen(*command, facts, "--on", DAY)
    assert run.status == 0
    assert run.out.strip()
    assert "\x1b" not in run.out
    assert not run.err


def test_understanding_without_json_is_plain_text_too() -> None:
    run = hujifen("understand", "硕士", "--on", DAY)
    assert run.status == 0
    assert "硕士" in run.out
    assert "\x1b" not in run.out


def test_a_text_that_tells_nothing_is_answered_so() -> None:
    run = hujifen("understand", "今天天气很好", "--on", DAY, "--lang", "en")
    assert (run.status, run.out) == (0, "Nothing about the points was heard.\n")


def test_a_provisional_wage_that_decides_is_told_with_the_other_total() -> None:
    paid = [{"month": f"2026-{month:02d}", "base": 11400} for month in (7, 8, 9, 10, 11)]
    paid += [{"month": f"{2026 - month // 12}-{12 - month % 12:02d}", "base": 11400} for month in range(6, 37)]
    run = hujifen("score", "-", "--on", DAY, "--json", stdin=json.dumps(COMPLETE | {"contributions": paid}))
    (result,) = run.results
    warnings = result["warnings"]
    assert isinstance(warnings, list)
    (warning,) = [told for told in warnings if told["id"] == "reference_wage_provisional"]
    total = result["total"]
    assert isinstance(total, dict)
    # All 36 months reach 1x (50 points); by the other wage five of them only reach 0.8x (25 points).
    assert warning["other_total"] == {end: points - 25 for end, points in total.items()}


def test_a_day_that_hangs_on_the_provisional_wage_is_never_told_without_the_other_outcome() -> None:
    paid = [
        {"month": f"{month // 12}-{month % 12 + 1:02d}", "base": 12000}
        for month in range(2024 * 12 + 5, 2026 * 12 + 11)
    ]
    person = COMPLETE | {"birth_date": "1990-01-01", "education": "associate", "insured_months_total": 30}
    told = json.dumps({key: value for key, value in person.items() if key != "base_months"} | {"contributions": paid})
    for lang in LOCALES:
        options = ("-", "--on", DAY, "--lang", lang)
        ahead = hujifen("forecast", *options, "--until", "2028-04-30", stdin=told).out
        assert "2027-05" in ahead
        assert ahead.count("12577") == 2
        assert "114" in ahead
        (result,) = hujifen("forecast", *options, "--until", "2028-04-30", "--json", stdin=told).results
        events = result["events"]
        assert isinstance(events, list)
        assert [event["indicator"] for event in events if "12577" in event["because"]] == ["contribution_base"]
        assert "2029-05-01" in hujifen("plan", *options, stdin=told).out
        (plans,) = hujifen("plan", *options, "--json", stdin=told).results
        assert "2029-05-01" in str(plans["note"])


def test_facts_can_come_by_the_standard_input() -> None:
    run = hujifen("score", "-", "--on", DAY, "--json", stdin=json.dumps(GRADUATE))
    assert run.status == 0
    assert len(run.results) == 1


def test_left_out_the_day_is_shanghais(facts: Path) -> None:
    (result,) = hujifen("score", facts, "--json").results
    assert str(result["on"]) >= DAY


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "latin-1"}], ids=str)
def test_the_output_is_utf8_whatever_the_locale(facts: Path, locale: dict[str, str]) -> None:
    expected = hujifen("score", facts, "--on", DAY, "--json").out
    assert "岁" in expected
    assert hujifen("score", facts, "--on", DAY, "--json", env=os.environ | locale).out == expected


def test_it_works_from_any_folder(facts: Path, tmp_path: Path) -> None:
    assert hujifen("score", facts, "--on", DAY, "--json", cwd=tmp_path).status == 0


# --------------------------------------------------------------------------------------------------------------- lines


@pytest.mark.parametrize("command", FILE_COMMANDS, ids=lambda command: str(command[0]))
def test_a_jsonl_file_has_one_result_a_line_and_a_bad_line_stops_nothing(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    lines = [json.dumps(GRADUATE), '{"education": "phd"}', "", "[]", "{", json.dumps(COMPLETE)]
    run = hujifen(*command, written(tmp_path / "people.jsonl", "\n".join(lines)), "--on", DAY, "--json")
    assert run.status == 2
    assert [result.get("line") for result in run.results] == [None, 2, 3, 4, 5, None]
    assert all(list(result) == ["error", "line"] for result in run.results[1:5])
    assert "education" in str(run.results[1]["error"])
    assert run.err.count("\n") == 1
    assert "people.jsonl" in run.err
    assert "line 2" in run.err


def test_a_jsonl_file_of_good_lines_succeeds_and_agrees_with_one_file_each(tmp_path: Path) -> None:
    people = [GRADUATE, COMPLETE]
    together = hujifen(
        "score", written(tmp_path / "a.JSONL", "\n".join(map(json.dumps, people)) + "\n"), "--on", DAY, "--json"
    )
    alone = [hujifen("score", "-", "--on", DAY, "--json", stdin=json.dumps(person)).out for person in people]
    assert (together.status, together.err) == (0, "")
    assert together.out == "".join(alone)


def test_a_bad_line_is_told_in_its_place_to_people_too(tmp_path: Path) -> None:
    run = hujifen("score", written(tmp_path / "a.jsonl", f"{{}}\nnull\n{json.dumps(COMPLETE)}\n"), "--on", DAY)
    assert run.status == 2
    assert "line 2: " in run.out
    assert "135" in run.out


def test_windows_line_ends_and_byte_order_marks_are_read_over(tmp_path: Path) -> None:
    lines = "\r\n".join([json.dumps(GRADUATE), json.dumps(COMPLETE), ""]).encode("utf-8-sig")
    assert hujifen("score", written(tmp_path / "a.jsonl", lines), "--on", DAY, "--json").status == 0
    document = json.dumps(GRADUATE).encode("utf-8-sig")
    assert hujifen("score", written(tmp_path / "a.json", document), "--on", DAY, "--json").status == 0


def test_a_very_long_line_is_an_error_and_the_next_one_is_read(tmp_path: Path) -> None:
    lines = b"\n".join([b"x" * 1_000_000, b'"' + b"y" * 9_000_000 + b'"', json.dumps(GRADUATE).encode()])
    run = hujifen("score", written(tmp_path / "a.jsonl", lines), "--on", DAY, "--json")
    assert run.status == 2
    assert [result.get("line") for result in run.results] == [1, 2, None]
    assert len(run.err) < 300
    assert len(run.out) < 20_000


# ----------------------------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize("command", FILE_COMMANDS, ids=lambda command: str(command[0]))
@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("{", "not JSON"),
        ("nothing", "not JSON"),
        ("[]", "object"),
        ("NaN", "object"),
        ('{"age": NaN}', "age"),
        ('{"education": "phd"}', "education"),
        ('{"wage": 1}', "wage"),
        ('{"age": "young"}', "age"),
        ('{"age": 30, "age": 31}', "age"),
        ('{"birth_date": "1991-13-01"}', "birth_date"),
        ('{"birth_date": "2099-01-01"}', "birth_date"),
        ('{"insured_months_last_12": 13}', "insured_months_last_12"),
        ('{"insured_months_total": -1}', "insured_months_total"),
        ('{"\\u001b[31m\\n": 1}', "facts.json"),
        ('{"education": "\\ud800"}', "education"),
        ("{\x00}", "not JSON"),
        ('{"education": "\x07"}', "not JSON"),
        ("[" * 100_000, "nested"),
        ('{"age": ' + "9" * 10_000 + "}", "facts.json"),
        ("x" * 1_000_000, "not JSON"),
        ("本科".encode("gbk"), "UTF-8"),
        (json.dumps(GRADUATE).encode("utf-16"), "UTF-8"),
        (b" " * 4_000_001, "longer"),
    ],
    ids=lambda value: repr(value)[:30],
)  # fmt: skip
def test_a_bad_file_is_named_with_what_is_wrong(
    command: tuple[str, ...], content: str | bytes, named: str, tmp_path: Path
) -> None:
    file = written(tmp_path / "facts.json", content)
    line = refusal(*command, file, "--on", DAY, "--json")
    assert line.startswith(f"hujifen {command[0]}: {file}: ")
    assert named in line
    assert len(line) < 300


def test_an_empty_jsonl_file_is_named(tmp_path: Path) -> None:
    assert refusal("score", written(tmp_path / "a.jsonl", ""), "--on", DAY).endswith("a.jsonl: empty")


@pytest.mark.parametrize(
    "name", ["missing.json", "missing.jsonl", "folder.json", "folder.jsonl", "locked.json/facts.json"]
)
def test_a_file_that_cannot_be_read_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "folder.jsonl").mkdir()
    written(tmp_path / "locked.json", "{}")
    assert name in refusal("score", tmp_path / name, "--on", DAY)


def test_a_file_name_with_control_characters_stays_one_line() -> None:
    assert r"no\nsuch\x1bfile" in refusal("score", "no\nsuch\x1bfile", "--on", DAY)


def test_bad_standard_input_is_named() -> None:
    assert "standard input: empty" in refusal("score", "-", "--on", DAY)
    assert "standard input: not JSON" in refusal("score", "-", "--on", DAY, stdin="{")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((), "command"),
        (("scor",), "scor"),
        (("--json",), "--json"),
        (("score",), "FILE"),
        (("score", "{facts}", "more"), "more"),
        (("score", "{facts}", "--jsn"), "--jsn"),
        (("score", "{facts}", "--js"), "--js"),
        (("score", "{facts}", "--on"), "--on"),
        (("score", "{facts}", "--on", "today"), "today"),
        (("score", "{facts}", "--on", "2026-02-30"), "2026-02-30"),
        (("score", "{facts}", "--on", "20261122"), "20261122"),
        (("score", "{facts}", "--on", "２０２６-11-22"), "--on"),
        (("score", "{facts}", "--on", "2022-12-31"), "2022-12-31"),
        (("score", "{facts}", "--lang", "fr"), "fr"),
        (("forecast", "{facts}"), "--until"),
        (("forecast", "{facts}", "--until", "soon"), "soon"),
        (("forecast", "{facts}", "--on", DAY, "--until", "2026-10-31"), "--until"),
        (("understand",), "TEXT"),
        (("understand", "硕士", "--lines", "{facts}"), "--lines"),
        (("understand", "--lines", "nowhere.txt"), "nowhere.txt"),
    ],
    ids=str,
)
def test_bad_usage_is_named(arguments: tuple[str, ...], named: str, facts: Path) -> None:
    assert named in refusal(*(argument.replace("{facts}", str(facts)) for argument in arguments))


def test_a_text_that_is_not_utf8_is_named() -> None:
    done = subprocess.run(
        [os.fsencode(EXECUTABLE), b"understand", "本科".encode("gbk"), b"--json"], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"UTF-8" in done.stderr
    assert not done.stdout


# ----------------------------------------------------------------------------------------------------- the surroundings


@pytest.mark.parametrize("command", ["score", "forecast", "plan", "understand", "chat", "rules"])
def test_every_command_has_help(command: str) -> None:
    run = hujifen(command, "--help")
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(f"usage: hujifen {command}")
    assert command in hujifen("--help").out


def test_the_version_is_told() -> None:
    assert hujifen("--version").out.strip() == "0.1.0"


def test_a_reader_that_leaves_early_sees_no_complaint(tmp_path: Path) -> None:
    people = written(tmp_path / "a.jsonl", "{}\n" * 2000)
    with subprocess.Popen(
        [EXECUTABLE, "score", people, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


def test_an_interrupt_ends_it_without_a_complaint(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with (
        subprocess.Popen(
            [EXECUTABLE, "score", pipe],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Tests that run in the background of a shell ignore interrupts, and what they start would too.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ) as process,
        # Opening it for writing waits until the command has opened it for reading.
        pipe.open("wb"),
    ):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_full_disk_is_told_in_one_line(facts: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [EXECUTABLE, "score", facts, "--json"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("script", "status", "said"),
    [
        ('"$0" score "$1" --json >&-', 0, ""),
        ('"$0" score nowhere 2>&-', 2, ""),
        ('"$0" score - 2>&1 <&-', 2, "hujifen score: standard input: empty\n"),
    ],
)
def test_a_closed_stream_is_as_good_as_an_empty_one(script: str, status: int, said: str, facts: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", script, EXECUTABLE, facts], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, said, "")


# ------------------------------------------------------------------------------------------------------------ terminals


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", "{facts}"),
        ("forecast", "{facts}", "--until", "2027-03-01"),
        ("plan", "{facts}"),
        ("understand", "硕士"),
    ],
    ids=lambda arguments: str(arguments[0]),
)
def test_on_a_terminal_the_same_words_come_with_colours(arguments: tuple[str, ...], facts: Path) -> None:
    command = [*(argument.replace("{facts}", str(facts)) for argument in arguments), "--on", DAY]
    shown = on_a_terminal(command)
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "".join(plain.split()) == "".join(hujifen(*command).out.split())


def on_a_terminal(command: Sequence[str]) -> str:
    """What a command prints on a wide terminal with colours."""
    ours, its = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "1000"}
    with subprocess.Popen([EXECUTABLE, *command], stdin=its, stdout=its, stderr=its, env=environment) as process:
        os.close(its)
        shown = b""
        # A terminal whose other end is closed gives an error on Linux, and the end of the file elsewhere.
        with suppress(OSError):
            while piece := os.read(ours, 65536):
                shown += piece
        assert process.wait(60) == 0
    os.close(ours)
    return shown.decode()
