"""What every kind of record is made of: the decorator, references with their way back, the name card."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

from explainer.phrases import enumerated
from explainer.values.grammar import Grammar, parse_prose

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a frozen record whose attribute docstrings describe its fields to contributors."""
    cls.__pydantic_config__ = {"extra": "forbid", "use_attribute_docstrings": True}  # type: ignore[attr-defined]
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


@dataclass(frozen=True, slots=True)
class Ref:
    """Says that a field names a record of these kinds, and what the way back is called.

    The backlink reads as a heading on the other record's page: “Took part in”. Where it depends on another
    field of the same block, `by` names that field and `ways` gives the backlink for each of its words.
    """

    kinds: tuple[str, ...]
    backlink: str
    by: str
    ways: Mapping[str, str] = dataclasses.field(hash=False)

    def __init__(
        self, *kinds: str, backlink: str, by: str = "", ways: Mapping[str, str] | None = None
    ) -> None:
        object.__setattr__(self, "kinds", kinds)
        object.__setattr__(self, "backlink", backlink)
        object.__setattr__(self, "by", by)
        object.__setattr__(self, "ways", ways or {})

    def of(self, value: Any) -> Ref:
        """Return the reference as it stands in one block, with the backlink that fits there."""
        backlink = self.ways.get(getattr(value, self.by), self.backlink) if self.by else self.backlink
        return self if backlink == self.backlink else Ref(*self.kinds, backlink=backlink)


@dataclass(frozen=True, slots=True)
class Back:
    """Says of a field with blocks what the way back is called, in the place of what the blocks say."""

    backlink: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong between the fields of one record; `path` leads to the field."""

    path: tuple[str | int, ...]
    code: str
    message: str
    hint: str = ""


def _nothing(_record: Any) -> Iterator[Problem]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind's name card: its name, plural, folder, address, record type and how one is titled."""

    name: str
    plural: str
    folder: str
    """The folder under content/ whose files hold records of this kind."""
    address: str
    """The first part of the address of every record of this kind."""
    record: type[Any]
    title: Callable[[Any], str]
    """How a record of this kind is called in lists and links."""
    in_sentences: Callable[[Any], str | None] = lambda _record: None
    """How a record is called inside a sentence, where that is not its title."""
    names: Callable[[Any], tuple[str, ...]] = lambda _record: ()
    """Every name under which prose may mention a record, for automatic links."""
    summary: Callable[[Any], str] = lambda _record: ""
    """The sentence that stands under the title in previews and search."""
    gathered: bool = False
    """Whether all records of this kind stand on one page, each under its id."""
    check: Callable[[Any], Iterator[Problem]] = _nothing
    """What must hold between the fields of one record."""

    def __post_init__(self) -> None:
        """Raise TypeError where the record lacks a field on which addresses rest."""
        missing = {"id", "formerly"} - {field.name for field in dataclasses.fields(self.record)}
        if missing:
            names = enumerated(sorted(missing))
            raise TypeError(f"every record has an address that lasts: {self.record.__name__} lacks {names}")


@dataclass(frozen=True, slots=True)
class Field:
    """What a field holds, as far as references are concerned."""

    name: str
    ref: Ref | None = None
    prose: bool = False
    inner: type[Any] | None = None
    shape: str = "one"
    """`one`, `list` or `map`."""
    back: Back | None = None


_PLANS: dict[type[Any], tuple[Field, ...]] = {}


def plan(record_type: type[Any]) -> tuple[Field, ...]:
    """Return the fields of a record type that hold references, prose or further records."""
    if record_type not in _PLANS:
        _PLANS[record_type] = _plan(record_type)
    return _PLANS[record_type]


def _plan(record_type: type[Any]) -> tuple[Field, ...]:
    hints = typing.get_type_hints(record_type, include_extras=True)
    found = (_field(field.name, hints[field.name]) for field in dataclasses.fields(record_type))
    return tuple(field for field in found if field.ref or field.prose or field.inner)


def _field(name: str, hint: Any, shape: str = "one") -> Field:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        marks = arguments[1:]
        ref = next((mark for mark in marks if isinstance(mark, Ref)), None)
        prose = any(isinstance(mark, Grammar) and mark.parse is parse_prose for mark in marks)
        if ref or prose:
            return Field(name, ref, prose, None, shape)
        back = next((mark for mark in marks if isinstance(mark, Back)), None)
        found = _field(name, arguments[0], shape)
        return dataclasses.replace(found, back=back) if back else found
    if origin is tuple:
        return _field(name, arguments[0], "list")
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _field(name, arguments[1], "map")
    if dataclasses.is_dataclass(hint) and hasattr(hint, "__pydantic_config__"):
        return Field(name, inner=typing.cast("type[Any]", hint), shape=shape)
    for argument in arguments:
        if argument is not type(None):
            return _field(name, argument, shape)
    return Field(name)


Path = tuple[str | int, ...]


def references(value: Any, path: Path = ()) -> Iterator[tuple[Path, str, Ref]]:
    """Yield every reference in a record: where it stands, the id, and what the field asks for."""
    for field in plan(type(value)):
        if field.prose:
            continue
        for at, item in _items(getattr(value, field.name), field, path):
            if field.ref:
                yield at, item, field.ref.of(value)
            else:
                for inner, target, ref in references(item, at):
                    if field.back is not None and inner == (*at, "to"):
                        yield inner, target, Ref(*ref.kinds, backlink=field.back.backlink)
                    else:
                        yield inner, target, ref


def written_references(
    record_type: type[Any], data: Mapping[str, Any], path: Path = ()
) -> Iterator[tuple[Path, str, Ref]]:
    """Yield every reference in a record that could not be understood as a whole, as far as its fields are."""
    for at, item, field in _written(record_type, data, path):
        if field.ref and isinstance(item, str) and item:
            yield at, item, field.ref
        elif field.inner and isinstance(item, Mapping):
            yield from written_references(field.inner, item, at)


_SHAPES: dict[str, type | tuple[type, ...]] = {"one": (str, Mapping), "list": list, "map": Mapping}


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every Markdown text in a record and where it stands."""
    for field in plan(type(value)):
        if field.ref:
            continue
        for at, item in _items(getattr(value, field.name), field, path):
            if field.prose:
                yield at, item
            else:
                yield from texts(item, at)


def without_prose(value: T) -> T:
    """Return a record without its Markdown texts, those of its blocks included."""
    left = {
        field.name: None if field.prose else _each(getattr(value, field.name), without_prose)
        for field in plan(type(value))
        if not field.ref
    }
    return typing.cast("T", dataclasses.replace(typing.cast("Any", value), **left))


def _each(content: Any, change: Callable[[Any], Any]) -> Any:
    """Return what a field of blocks holds, each of them changed: one, a list, a map or none."""
    if content is None:
        return None
    if isinstance(content, Mapping):
        return {key: change(item) for key, item in content.items()}
    return tuple(map(change, content)) if isinstance(content, tuple) else change(content)


def written_texts(
    record_type: type[Any], data: Mapping[str, Any], path: Path = ()
) -> Iterator[tuple[Path, str]]:
    """Yield every Markdown text in a record that could not be understood as a whole, as far as its fields are."""
    for at, item, field in _written(record_type, data, path):
        if field.prose and isinstance(item, str):
            yield at, item
        elif field.inner and isinstance(item, Mapping):
            yield from written_texts(field.inner, item, at)


def _written(
    record_type: type[Any], data: Mapping[str, Any], path: Path
) -> Iterator[tuple[Path, Any, Field]]:
    """Yield the items of fields that have the shape they should have: where one stands, what it holds, its field."""
    for field in plan(record_type):
        content = data.get(field.name)
        if content is not None and isinstance(content, _SHAPES[field.shape]):
            for at, item in _items_of(content, field, path):
                yield at, item, field


def _items(content: Any, field: Field, path: Path) -> Iterator[tuple[Path, Any]]:
    if content is not None:
        yield from _items_of(content, field, path)


def _items_of(content: Any, field: Field, path: Path) -> Iterator[tuple[Path, Any]]:
    if field.shape == "one":
        yield (*path, field.name), content
    elif field.shape == "list":
        for index, item in enumerate(content):
            yield (*path, field.name, index), item
    else:
        for key, item in content.items():
            yield (*path, field.name, key), item
