using ChatRoom.Client.Protocol;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Commands;

/// <summary>A command of the full-screen client: all that help, completion, the documents and the reading of a line need of it.</summary>
/// <param name="Name">Without the '/'.</param>
/// <param name="Help">One line.</param>
/// <param name="Example">A line that does something; a test reads it.</param>
/// <param name="Run">What it does, once its arguments are there.</param>
public sealed record ChatCommand(
    string Name,
    ValueList<CommandArgument> Arguments,
    string Help,
    string Example,
    Func<CommandArguments, CommandContext, CommandResult> Run)
{
    public ValueList<string> Aliases { get; init; } = [];

    /// <summary>What one line does not say; empty where it says all.</summary>
    public string More { get; init; } = "";

    /// <summary>The right, or the ability of the server, without which it is refused; empty if everybody may.</summary>
    public string Needs { get; init; } = "";

    /// <summary>Its arguments are for nobody's eyes: the line is not remembered.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether a server is known not to have what it needs; then nobody is offered it.</summary>
    public Func<ClientModel, bool> IsLacking { get; init; } = _ => false;

    public string Usage => string.Join(' ', Arguments.Select(argument => argument.Usage).Prepend("/" + Name));
}

/// <summary>One argument. A room that may be left out is recognised by its sign, so that it may stand before others.</summary>
/// <param name="Name">As usage shows it, in capitals.</param>
public sealed record CommandArgument(string Name, ArgumentKind Kind, bool Optional = false)
{
    public string Usage => Optional ? $"[{Name}]" : Name;
}
