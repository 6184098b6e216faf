namespace ChatRoom.Cli.Screen;

/// <summary>The text that a person is writing.</summary>
/// <param name="Caret">How many characters (UTF-16) stand before it; never inside of a cluster.</param>
public sealed record Composer(string Text, int Caret)
{
    public static Composer Empty { get; } = new("", 0);
}
