"""A real client of the language server: the one of pygls, over standard input and output of another process."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

WAIT = 20.0  # seconds: a busy machine starts a process slowly


class Editor:
    """One editor with one file open."""

    def __init__(self, client: LanguageClient, file: Path) -> None:
        self.client = client
        self.file = file
        self.uri = file.as_uri()
        self.version = 0
        self.lines: list[str] = []
        self.shown: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()

        @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def show(given: lsp.PublishDiagnosticsParams) -> None:
            self.shown.put_nowait(given)

    @property
    def document(self) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri)

    def open(self, text: str) -> None:
        self.lines = text.split("\n")
        item = lsp.TextDocumentItem(self.uri, "markdown", self.version, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def type(self, text: str) -> None:
        self.version += 1
        self.lines = text.split("\n")
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        named = lsp.VersionedTextDocumentIdentifier(self.version, self.uri)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(named, [change]))

    def save(self) -> None:
        self.client.text_document_did_save(lsp.DidSaveTextDocumentParams(self.document))

    def close(self) -> None:
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(self.document))

    async def problems(self) -> list[lsp.Diagnostic]:
        """What is shown of this file the next time that the server shows something."""
        while True:
            given = await asyncio.wait_for(self.shown.get(), WAIT)
            if given.uri == self.uri:
                return list(given.diagnostics)

    def at(self, line: str, word: str) -> lsp.Position:
        """The place in the middle of a word, counted in UTF-16 as the protocol does."""
        number = next(number for number, each in enumerate(self.lines) if line in each)
        column = self.lines[number].index(word, self.lines[number].index(line)) + 1
        return lsp.Position(number, len(self.lines[number][:column].encode("utf-16-le")) // 2)

    async def hover(self, at: lsp.Position) -> str:
        found = await self.client.text_document_hover_async(lsp.HoverParams(self.document, at))
        assert found is None or isinstance(found.contents, lsp.MarkupContent)
        return found.contents.value if found and isinstance(found.contents, lsp.MarkupContent) else ""

    async def completions(self, at: lsp.Position) -> list[lsp.CompletionItem]:
        found = await self.client.text_document_completion_async(lsp.CompletionParams(self.document, at))
        assert isinstance(found, lsp.CompletionList)
        return list(found.items)

    async def definition(self, at: lsp.Position) -> lsp.Location | None:
        found = await self.client.text_document_definition_async(lsp.DefinitionParams(self.document, at))
        assert found is None or isinstance(found, lsp.Location)
        return found

    async def outline(self) -> list[lsp.DocumentSymbol]:
        found = await self.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(self.document))
        return [each for each in found or [] if isinstance(each, lsp.DocumentSymbol)]

    async def fixes(self, range_: lsp.Range) -> list[lsp.CodeAction]:
        context = lsp.CodeActionContext(diagnostics=[])
        asked = lsp.CodeActionParams(self.document, range_, context)
        found = await self.client.text_document_code_action_async(asked)
        return [each for each in found or [] if isinstance(each, lsp.CodeAction)]


@asynccontextmanager
async def editor(file: Path, units: str = "utf-16") -> AsyncIterator[Editor]:
    """An editor that counts columns in these units, with the server started for it and stopped after."""
    client = LanguageClient("tests", "1")
    found = Editor(client, file)
    await client.start_io(sys.executable, "-m", "maatwerk", "rules", "serve")
    capabilities = lsp.ClientCapabilities(general=lsp.GeneralClientCapabilities(position_encodings=[units]))
    folder = file.parent.as_uri()
    asked = lsp.InitializeParams(capabilities, process_id=None, root_uri=folder)
    answer = await asyncio.wait_for(client.initialize_async(asked), WAIT)
    assert units == answer.capabilities.position_encoding
    client.initialized(lsp.InitializedParams())
    try:
        yield found
    finally:
        await asyncio.wait_for(client.shutdown_async(None), WAIT)
        client.exit(None)
        server = client._server  # noqa: SLF001 - its exit code is not told otherwise
        assert server is not None
        assert server.stderr is not None
        assert (b"", 0) == (await server.stderr.read(), await asyncio.wait_for(server.wait(), WAIT))
        await client.stop()  # type: ignore[no-untyped-call]


def in_editor(file: Path, told: Callable[[Editor], Awaitable[None]], units: str = "utf-16") -> None:
    """Do something in an editor with this file."""

    async def whole() -> None:
        async with editor(file, units) as found:
            await asyncio.wait_for(told(found), 3 * WAIT)

    asyncio.run(whole())
