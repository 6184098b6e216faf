using System.Globalization;
using ChatRoom.Domain.Names;

namespace ChatRoom.Journal;

/// <summary>The `msgid` of an event: its epoch and the event's place, so it names the same message for ever.</summary>
public static class MessageIds
{
    public static string Format(Epochs epochs, Sequence sequence)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        return string.Create(CultureInfo.InvariantCulture, $"{epochs.Of(sequence)}-{sequence.Number}");
    }

    /// <summary>Nothing for an id of another journal or of another epoch than that place has, and for what is no id at all.</summary>
    public static Option<Sequence> Parse(Epochs epochs, string text)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        ArgumentNullException.ThrowIfNull(text);
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Option<Sequence>.None;
        var sequence = new Sequence(number);
        return text.AsSpan(0, dash).SequenceEqual(epochs.Of(sequence)) ? sequence : Option<Sequence>.None;
    }
}
