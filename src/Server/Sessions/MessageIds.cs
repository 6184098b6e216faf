using System.Globalization;
using ChatRoom.Domain;

namespace ChatRoom.Server.Sessions;

/// <summary>The `msgid` of an event: the journal's epoch and the event's place, so it names the same message for ever.</summary>
public static class MessageIds
{
    public static string Format(string epoch, Sequence sequence) => string.Create(CultureInfo.InvariantCulture, $"{epoch}-{sequence.Number}");

    /// <summary>Nothing for an id of another journal, and for what is no id at all.</summary>
    public static Option<Sequence> Parse(string epoch, string text)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > epoch.Length + 1 && text.StartsWith(epoch, StringComparison.Ordinal) && text[epoch.Length] == '-'
            && long.TryParse(text.AsSpan(epoch.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new Sequence(number)
                : Option<Sequence>.None;
    }
}
