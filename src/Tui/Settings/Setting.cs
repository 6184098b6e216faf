using System.Diagnostics.CodeAnalysis;
using ChatRoom.Client.Text;
using ChatRoom.Irc;

namespace ChatRoom.Tui.Settings;

/// <summary>A setting: all that `/set`, the file and the documents need of it.</summary>
/// <param name="Values">What it can be, for completion and for refusals.</param>
/// <param name="Read">The value of these preferences as one writes it.</param>
/// <param name="Write">These preferences with another value; null if it is none.</param>
public sealed record Setting(
    string Name,
    ValueList<string> Values,
    string Help,
    Func<Preferences, string> Read,
    Func<Preferences, string, Preferences?> Write)
{
    public string Default => Read(Preferences.Default);

    /// <summary>What would be right, in words; by default the list of values.</summary>
    public string Rule { get; init; } = "one of: " + string.Join(", ", Values);

    public bool TrySet(Preferences before, string value, [NotNullWhen(true)] out Preferences? after, [NotNullWhen(false)] out string? refusal)
    {
        after = Write(before, value.Trim());
        refusal = after is null ? $"'{TerminalText.Sanitize(value.Trim())}' is no value for {Name}; give {Rule}" : null;
        return after is not null;
    }
}
