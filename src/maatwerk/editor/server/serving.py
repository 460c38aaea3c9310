"""Serve an editor over standard input and output: what is opened there, and what is asked of it."""

from __future__ import annotations

import asyncio
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from maatwerk.editor.completion import complete
from maatwerk.editor.definition import definition
from maatwerk.editor.diagnosis import diagnosed
from maatwerk.editor.hover import hover
from maatwerk.editor.opened import Opened
from maatwerk.editor.outline import outline
from maatwerk.editor.server.conversion import Conversion, located

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from maatwerk.editor.diagnosis import Diagnosis
    from maatwerk.editor.positions import Units

AFTER_TYPING = 300  # milliseconds of rest before a text that is being typed is examined
_SECOND = 1000
_UNSAVED = "naamloos.md"
_TRIGGERS = [" ", ":", "-", "#", "{", "(", ";", ",", "=", "|"]


class Server(LanguageServer):
    """What is opened in one editor, and what was last found in it."""

    def __init__(self) -> None:
        """Begin with nothing opened. Whole texts come in: a ruleset is small, and so no line can be cut otherwise."""
        super().__init__("maatwerk", version("maatwerk"), text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.opened: dict[str, Opened] = {}
        self.found: dict[str, tuple[Opened, tuple[Diagnosis, ...]]] = {}
        self.looking: dict[str, asyncio.Task[None]] = {}
        self.one_at_a_time = asyncio.Lock()

    def text(self, uri: str) -> Opened:
        """A text as it stands in the editor now."""
        source = self.workspace.get_text_document(uri).source
        known = self.opened.get(uri)
        if known is None or known.text != source:
            known = self.opened[uri] = Opened(source, Path(to_fs_path(uri) or _UNSAVED))
        return known

    @property
    def units(self) -> Units:
        """In which the editor counts columns."""
        agreed = self.workspace.position_encoding
        return "utf-8" if agreed == "utf-8" else "utf-32" if agreed == "utf-32" else "utf-16"

    def conversion(self, uri: str) -> Conversion:
        """To and from the positions of the editor."""
        return Conversion(uri, self.text(uri).lines, self.units)

    def problems(self, uri: str) -> tuple[Diagnosis, ...]:
        """What was found in a text, if it was examined as it is now."""
        known, problems = self.found.get(uri, (None, ()))
        return problems if known is self.text(uri) else ()

    def look(self, uri: str, after: int = 0) -> None:
        """Examine a text after a rest; a look that still waits or works is given up."""
        if uri in self.looking:
            self.looking[uri].cancel()
        self.looking[uri] = self._begin(self._look(uri, after))

    def _begin(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        return asyncio.get_running_loop().create_task(work)

    async def _look(self, uri: str, after: int) -> None:
        await asyncio.sleep(after / _SECOND)
        opened = self.text(uri)
        async with self.one_at_a_time:
            problems = await asyncio.to_thread(diagnosed, opened)
        if self.opened.get(uri) is opened:
            self.found[uri] = opened, problems
            self.publish(uri, problems)

    def publish(self, uri: str, problems: tuple[Diagnosis, ...]) -> None:
        """Show these problems in the editor, and no others."""
        conversion = self.conversion(uri)
        shown = [conversion.diagnostic(each) for each in problems]
        document = self.workspace.get_text_document(uri)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, shown, document.version))

    def look_at_all(self) -> None:
        """Examine every text that is open: a file was saved that they may use."""
        uris = list(self.opened)
        self.opened.clear()
        for uri in uris:
            self.look(uri)

    def forget(self, uri: str) -> None:
        """A text was closed."""
        if uri in self.looking:
            self.looking.pop(uri).cancel()
        self.opened.pop(uri, None)
        self.found.pop(uri, None)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


def serve() -> None:
    """Answer the editor that started this program, until it says goodbye or goes away."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:  # pygls closes what it writes to; ours stays open
        new_server().start_io(stdout=out)


def new_server() -> Server:
    """A server that knows what to do for each thing that an editor can ask."""
    server = Server()
    for feature, answer, *options in _ANSWERS:
        server.feature(feature, *options)(answer)
    return server


def _opened(server: Server, given: lsp.DidOpenTextDocumentParams) -> None:
    server.look(given.text_document.uri)


def _changed(server: Server, given: lsp.DidChangeTextDocumentParams) -> None:
    server.look(given.text_document.uri, AFTER_TYPING)


def _saved(server: Server, given: lsp.DidSaveTextDocumentParams) -> None:
    server.text(given.text_document.uri)
    server.look_at_all()


def _closed(server: Server, given: lsp.DidCloseTextDocumentParams) -> None:
    server.forget(given.text_document.uri)


def _complete(server: Server, given: lsp.CompletionParams) -> lsp.CompletionList:
    uri = given.text_document.uri
    conversion = server.conversion(uri)
    return conversion.completions(complete(server.text(uri), conversion.position(given.position)))


def _hover(server: Server, given: lsp.HoverParams) -> lsp.Hover | None:
    uri = given.text_document.uri
    conversion = server.conversion(uri)
    problems = [each.problem for each in server.problems(uri)]
    found = hover(server.text(uri), conversion.position(given.position), problems)
    return conversion.hover(found) if found else None


def _definition(server: Server, given: lsp.DefinitionParams) -> lsp.Location | None:
    uri = given.text_document.uri
    opened, conversion = server.text(uri), server.conversion(uri)
    place = definition(opened, conversion.position(given.position))
    if place is None:
        return None
    return located(place, server.units, opened.text if place.file == str(opened.file) else None)


def _outline(server: Server, given: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    uri = given.text_document.uri
    conversion = server.conversion(uri)
    return [conversion.symbol(each) for each in outline(server.text(uri))]


def _fixes(server: Server, given: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    uri = given.text_document.uri
    conversion = server.conversion(uri)
    start, end = (conversion.position(each) for each in (given.range.start, given.range.end))
    here = [each for each in server.problems(uri) if each.range.start <= end and start <= each.range.end]
    return [fix for fix in map(conversion.fix, here) if fix]


_ANSWERS = (
    (lsp.TEXT_DOCUMENT_DID_OPEN, _opened),
    (lsp.TEXT_DOCUMENT_DID_CHANGE, _changed),
    (lsp.TEXT_DOCUMENT_DID_SAVE, _saved),
    (lsp.TEXT_DOCUMENT_DID_CLOSE, _closed),
    (lsp.TEXT_DOCUMENT_COMPLETION, _complete, lsp.CompletionOptions(trigger_characters=_TRIGGERS)),
    (lsp.TEXT_DOCUMENT_HOVER, _hover),
    (lsp.TEXT_DOCUMENT_DEFINITION, _definition),
    (lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _outline),
    (lsp.TEXT_DOCUMENT_CODE_ACTION, _fixes, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])),
)
