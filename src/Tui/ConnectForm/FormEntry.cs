using ChatRoom.Tui.Composing;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>What stands in a field.</summary>
/// <param name="Touched">The person wrote in it, or wanted to connect: what is wrong with it may be said now.</param>
/// <param name="Refusal">What the world said to it; gone as soon as it changes.</param>
public sealed record FormEntry(Composer Writing, bool Touched = false, string? Refusal = null)
{
    public static FormEntry Empty { get; } = new(Composer.Empty);

    public string Text => Writing.Text;

    public static FormEntry Of(string text) => new(new Composer(text, text.Length));
}
