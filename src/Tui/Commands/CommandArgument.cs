namespace ChatRoom.Tui.Commands;

/// <summary>One argument. A room that may be left out is recognised by its sign, so that it may stand before others.</summary>
/// <param name="Name">As usage shows it, in capitals.</param>
public sealed record CommandArgument(string Name, ArgumentKind Kind, bool Optional = false)
{
    public string Usage => Optional ? $"[{Name}]" : Name;
}
