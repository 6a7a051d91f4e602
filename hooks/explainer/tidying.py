"""The house style of content files: fields in the order in which a kind declares them, text in lines that fit.

Works on the text, so that comments stay where they belong; what the file says is the same before and after.
"""

from __future__ import annotations

import dataclasses
import re
import textwrap
from collections.abc import Sequence

from explainer.kinds import BY_FOLDER, plan
from explainer.reading import understand

WIDTH = 112
"""The longest line of a text, in characters, its indentation included."""


def tidied(text: str, file: str, folder: str) -> str:
    """Return a file in the house style; as it is, if it cannot be read or would say something else."""
    kind = BY_FOLDER.get(folder)
    before, _ = understand(text.encode(), file, folder)
    if kind is None or before is None:
        return text
    lines = text.split("\n")
    heads = [number for number, line in enumerate(lines) if re.match(r"[^\s#-][^#]*:\s*(?:#.*)?$", line)]
    if not heads:
        return text
    found = lines[: heads[0]]
    for head, after in zip(heads, [*heads[1:], len(lines)], strict=True):
        found += [lines[head], *_block(lines[head + 1 : after], kind.record)]
    new = "\n".join(found)
    after_, problems = understand(new.encode(), file, folder)
    same = after_ is not None and not problems and after_.data() == before.data()
    return new if same else text


def _block(lines: list[str], record: type) -> list[str]:
    """Return the fields of one record, or of one item of a list, in order; what follows them stays behind them."""
    indent = next((_indent(line) for line in lines if line.strip() and not line.lstrip().startswith("#")), 0)
    if not indent:
        return lines
    end = len(lines)
    while end and (
        not lines[end - 1].strip()
        or (lines[end - 1].lstrip().startswith("#") and _indent(lines[end - 1]) < indent)
    ):
        end -= 1
    parts: list[list[str]] = []
    ahead: list[str] = []
    for line in lines[:end]:
        bare = line.strip()
        if bare and _indent(line) == indent and re.match(r"[a-z_]+:", bare):
            parts.append([*ahead, line])
            ahead = []
        elif (not bare or bare.startswith("#")) and _indent(line) <= indent and not _in_text(parts):
            ahead.append(line)
        elif parts:
            parts[-1] += [*ahead, line]
            ahead = []
        else:
            ahead.append(line)
    order = {field.name: number for number, field in enumerate(dataclasses.fields(record))}
    inner = {field.name: field.inner for field in plan(record) if field.inner}
    parts.sort(key=lambda part: order.get(_name(part), len(order)))
    done = [line for part in parts for line in _field(part, inner.get(_name(part)), indent)]
    return [*done, *ahead, *lines[end:]]


def _in_text(parts: Sequence[Sequence[str]]) -> bool:
    """Tell whether the last field is a text in a block, in which empty lines and “#” are text."""
    return bool(parts) and re.search(r":\s*[|>][+-]?\d?\s*(?:#.*)?$", _head(parts[-1])) is not None


def _name(part: Sequence[str]) -> str:
    return _head(part).strip().partition(":")[0]


def _head(part: Sequence[str]) -> str:
    return next(line for line in part if line.strip() and not line.lstrip().startswith("#"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _field(part: list[str], inner: type | None, indent: int) -> list[str]:
    at = part.index(_head(part))
    head, body = part[at], part[at + 1 :]
    if inner is not None and body:
        return [*part[: at + 1], *_items(body, inner)]
    if re.search(r":\s*>-\s*$", head):
        return [*part[: at + 1], *_wrapped(body)]
    value = re.match(r"(?P<name> *[a-z_]+:) (?P<text>[^\s\"'#\[{>|&*!%@`-].*)$", head)
    if (
        value
        and not body
        and len(head) > WIDTH
        and " " in value["text"]
        and " #" not in head
        and ": " not in value["text"]
    ):
        lines = _fitting(value["text"], indent + 2)
        return [*part[:at], f"{value['name']} >-", *lines]
    return part


def _items(body: list[str], inner: type) -> list[str]:
    """Return the items of a list of records, each with its fields in order."""
    first = next((line for line in body if line.lstrip().startswith("- ")), None)
    if first is None:
        return body
    hyphen = _indent(first)
    starts = [n for n, line in enumerate(body) if _indent(line) == hyphen and line.lstrip().startswith("- ")]
    found = body[: starts[0]]
    for start, after in zip(starts, [*starts[1:], len(body)], strict=True):
        item = [body[start].replace("- ", "  ", 1), *body[start + 1 : after]]
        done = _block(item, inner)
        at = next(
            (n for n, line in enumerate(done) if line.strip() and not line.lstrip().startswith("#")), None
        )
        if at is None or at > 0 or _indent(done[at]) != hyphen + 2:
            found += body[start:after]  # a comment stands above its first field: nothing to move
            continue
        found += [f"{' ' * hyphen}- {done[0].lstrip()}", *done[1:]]
    return found


def _wrapped(body: list[str]) -> list[str]:
    """Return a folded text whose lines fit; one that fits, or is set by hand, stays as it is."""
    if not body or all(len(line) <= WIDTH for line in body):
        return body
    indent = _indent(body[0])
    if any(line.strip() and _indent(line) != indent for line in body) or any(
        not line.strip() for line in body
    ):
        return body
    return _fitting(" ".join(line.strip() for line in body), indent)


def _fitting(text: str, indent: int) -> list[str]:
    space = " " * indent
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=space,
        subsequent_indent=space,
        break_long_words=False,
        break_on_hyphens=False,
    )
