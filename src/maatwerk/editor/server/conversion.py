"""From our values to those of the protocol. An editor counts lines from 0, and columns in units that it agreed on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from maatwerk.basics.text import say
from maatwerk.editor.positions import Position, from_units, lines_of, range_of, to_units

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maatwerk.basics.problems import Place
    from maatwerk.editor.diagnosis import Diagnosis
    from maatwerk.editor.hover import Hover
    from maatwerk.editor.offers import Completion
    from maatwerk.editor.outline import Item
    from maatwerk.editor.positions import Range, Units

_OFFERED = {
    "key": lsp.CompletionItemKind.Property,
    "kind": lsp.CompletionItemKind.Class,
    "name": lsp.CompletionItemKind.Variable,
    "function": lsp.CompletionItemKind.Function,
    "word": lsp.CompletionItemKind.Keyword,
    "option": lsp.CompletionItemKind.EnumMember,
    "value": lsp.CompletionItemKind.TypeParameter,
}
_OUTLINED = {
    "": lsp.SymbolKind.Namespace,
    "gegeven": lsp.SymbolKind.Field,
    "norm": lsp.SymbolKind.Constant,
    "geval": lsp.SymbolKind.Event,
}


@dataclass(frozen=True, slots=True)
class Conversion:
    """For the lines of one document and an editor that counts in these units."""

    uri: str
    lines: Sequence[str]
    units: Units

    def position(self, found: lsp.Position) -> Position:
        """A position of the editor as ours; one that is not in the text is past its end."""
        line = self.lines[found.line] if found.line < len(self.lines) else ""
        return Position(found.line + 1, from_units(line, found.character, self.units))

    def range(self, found: Range) -> lsp.Range:
        """A range of ours for the editor."""
        return lsp.Range(self._out(found.start), self._out(found.end))

    def _out(self, found: Position) -> lsp.Position:
        line = self.lines[found.line - 1] if found.line <= len(self.lines) else ""
        return lsp.Position(found.line - 1, to_units(line, found.column, self.units))

    def diagnostic(self, found: Diagnosis) -> lsp.Diagnostic:
        """A problem."""
        severity = lsp.DiagnosticSeverity.Warning if found.problem.warning else lsp.DiagnosticSeverity.Error
        where = located(found.elsewhere, self.units) if found.elsewhere else None
        related = [lsp.DiagnosticRelatedInformation(where, found.problem.text())] if where else None
        return lsp.Diagnostic(
            range=self.range(found.range),
            message=found.text,
            severity=severity,
            code=found.problem.code,
            source="maatwerk",
            related_information=related,
        )

    def fix(self, found: Diagnosis) -> lsp.CodeAction | None:
        """What to write instead, as an action of one click."""
        if found.instead is None:
            return None
        edit = lsp.TextEdit(self.range(found.instead.range), found.instead.text)
        return lsp.CodeAction(
            title=say("editor.write", text=found.instead.text),
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[self.diagnostic(found)],
            edit=lsp.WorkspaceEdit(changes={self.uri: [edit]}),
            is_preferred=True,
        )

    def completions(self, found: Iterable[Completion]) -> lsp.CompletionList:
        """What may be written, in our order."""
        items = [self._completion(number, each) for number, each in enumerate(found)]
        return lsp.CompletionList(is_incomplete=False, items=items)

    def _completion(self, number: int, found: Completion) -> lsp.CompletionItem:
        offer = found.offer
        return lsp.CompletionItem(
            label=offer.label,
            kind=_OFFERED[offer.what],
            detail=offer.detail or None,
            documentation=lsp.MarkupContent(lsp.MarkupKind.Markdown, offer.told) if offer.told else None,
            sort_text=f"{number:04}",
            filter_text=offer.written,
            text_edit=lsp.TextEdit(self.range(found.range), offer.written),
        )

    def hover(self, found: Hover) -> lsp.Hover:
        """Words about a range."""
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, found.text), self.range(found.range))

    def symbol(self, item: Item) -> lsp.DocumentSymbol:
        """A line of the outline with what is below it."""
        return lsp.DocumentSymbol(
            name=item.name,
            kind=_OUTLINED.get(item.kind, lsp.SymbolKind.Class),
            range=self.range(item.range),
            selection_range=self.range(item.chosen),
            detail=item.kind.replace("_", " ") or None,
            children=[self.symbol(each) for each in item.below],
        )


def located(place: Place, units: Units, text: str | None = None) -> lsp.Location | None:
    """A place in any file; `text` is what stands there in the editor. None for a file that cannot be read."""
    try:
        content = Path(place.file).read_text(encoding="utf-8", errors="replace") if text is None else text
    except OSError:
        return None
    uri = from_fs_path(str(Path(place.file).absolute()))
    lines = lines_of(content.removeprefix("\ufeff"))
    return lsp.Location(uri, Conversion(uri, lines, units).range(range_of(place, lines))) if uri else None
