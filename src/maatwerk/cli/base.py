"""Commands, groups and options with help from the catalogue; a group imports a command only when it is called."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from maatwerk.basics.text import LANGUAGES, say, use_language
from maatwerk.cli.width import WIDTH, columns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SETTINGS = {"max_content_width": WIDTH, "terminal_width": WIDTH}


def _told(option: click.Option | None) -> click.Option | None:
    """`--help` itself, in the language in use now: click keeps the text of the first time."""
    if option is not None:
        option.help = say("cli.option.help")
    return option


class Fitting(click.Command):
    """A command whose help fits in the terminal."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's own signature
    ) -> click.Context:
        """Click's context, as wide as the screen is now."""
        return super().make_context(info_name, args, parent, **{"terminal_width": columns(sys.stdout), **extra})


class Command(Fitting):
    """A command with its help at `cli.<key>.help` and an example at `cli.<key>.example`."""

    def __init__(self, *args: Any, key: str = "", **kwargs: Any) -> None:  # noqa: ANN401 - click's own signature
        """Take click's arguments and the key of the texts."""
        super().__init__(*args, **{"context_settings": SETTINGS, **kwargs})
        self.key = key

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, in the language in use now."""
        return _told(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line in the language in use now."""
        self.options_metavar = say("cli.usage.options")
        return super().collect_usage_pieces(ctx)

    def get_help(self, ctx: click.Context) -> str:
        """The help in the language in use now."""
        self.help = say(f"cli.{self.key}.help")
        return super().get_help(ctx)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Close with an example that can be copied."""
        with formatter.section(say("cli.usage.example")):
            for line in say(f"cli.{self.key}.example").splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")


class Option(click.Option):
    """An option with its help at `cli.option.<key>`; the key is its name unless said."""

    def __init__(self, *args: Any, key: str = "", **kwargs: Any) -> None:  # noqa: ANN401 - click's own signature
        """Take click's arguments and the key of the text."""
        super().__init__(*args, **kwargs)
        self.key = key or self.name

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The help in the language in use now."""
        self.help = say(f"cli.option.{self.key}")
        return super().get_help_record(ctx)


def _use(ctx: click.Context, param: click.Parameter, value: str | None) -> None:  # noqa: ARG001 - click's signature
    if value is not None:
        use_language(value)


def _tell_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001
    if value:
        from importlib.metadata import version

        click.echo(version("maatwerk"))
        ctx.exit()


LANG: dict[str, Any] = {"type": click.Choice(LANGUAGES), "callback": _use, "expose_value": False, "is_eager": True}
VERSION: dict[str, Any] = {"is_flag": True, "callback": _tell_version, "expose_value": False, "is_eager": True}


class Group(Fitting, click.Group):
    """Subcommands by name: a module of `maatwerk.cli.commands` that holds `command`, or another group."""

    def __init__(self, key: str, members: Mapping[str, str | Group]) -> None:
        """Take the key of the texts and the members in the order in which help lists them."""
        params: list[click.Parameter] = [Option(["--lang"], **LANG)]
        if key == "program":
            params.append(Option(["--version"], **VERSION))
        super().__init__(name=key, params=params, context_settings=SETTINGS, no_args_is_help=True)
        self.key = key
        self.members = dict(members)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in order of the story."""
        return list(self.members)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command itself; only now is its module imported."""
        member = self.members.get(cmd_name)
        if not isinstance(member, str):
            return member
        found: click.Command = import_module(f"maatwerk.cli.commands.{member}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called. A name that does not exist gets the nearest that does."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as wrong:
            raise click.exceptions.NoSuchCommand(wrong.command_name, possibilities=self.members, ctx=ctx) from None

    def get_help(self, ctx: click.Context) -> str:
        """The help in the language in use now."""
        self.help = say(f"cli.{self.key}.help")
        return super().get_help(ctx)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, in the language in use now."""
        return _told(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line in the language in use now."""
        self.options_metavar = say("cli.usage.options")
        self.subcommand_metavar = say("cli.usage.command")
        return super().collect_usage_pieces(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line for each command from the catalogue, without importing any."""
        rows = [(name, say(f"cli.{self._key_of(name)}.short")) for name in self.list_commands(ctx)]
        with formatter.section(say("cli.usage.commands")):
            formatter.write_dl(rows)

    def _key_of(self, name: str) -> str:
        return name if self.key == "program" else f"{self.key}.{name}"


def new_command(key: str) -> Callable[[Callable[..., int]], Command]:
    """A decorator that makes a function the command whose texts stand at `cli.<key>`."""
    return click.command(key.rpartition(".")[2], cls=Command, key=key)


option = partial(click.option, cls=Option)
