using System.Collections;
using System.Collections.Immutable;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>What is shown of a conversation: its entries, and below them what we said there and nobody has confirmed.</summary>
public sealed class OwnLines : IReadOnlyList<Entry>
{
    /// <summary>Numbers of lines that have none yet lie behind all that are given.</summary>
    private const long Unnumbered = long.MaxValue / 2;

    private readonly Transcript _entries;
    private readonly ImmutableList<EntryWhat.Said> _pending;
    private readonly DateTimeOffset _now;

    private OwnLines(ChatModel chat, Conversation conversation, DateTimeOffset now, bool showsPassing)
    {
        _entries = showsPassing ? conversation.Entries : [.. conversation.Entries.Where(entry => !IsPassing(entry))];
        _pending = chat.Pending(conversation);
        _now = now;
    }

    public int Count => _entries.Count + _pending.Count;

    public Entry this[int index] => index < _entries.Count
        ? _entries[index]
        : new Entry(Unnumbered + index - _entries.Count, new Stamp(_now), _pending[index - _entries.Count]);

    public static OwnLines Of(TalkModel model) => new(model.Chat, model.Current, model.Now, model.Preferences.Joins != JoinsShown.None);

    /// <summary>Somebody came or went.</summary>
    public static bool IsPassing(Entry entry) => entry.What is EntryWhat.Came or EntryWhat.Went or EntryWhat.Quit;

    /// <summary>Where the entry with this number is, or the first one behind it; <see cref="Count"/> if all are before it.</summary>
    public int IndexOf(long number) => number < Unnumbered
        ? _entries.IndexOfNumber(number)
        : (int)Math.Min(Count, _entries.Count + number - Unnumbered);

    /// <summary>The message with this number, if it is one.</summary>
    public (Entry Entry, EntryWhat.Said Said)? Said(long number)
    {
        var index = IndexOf(number);
        return index < Count && this[index] is { What: EntryWhat.Said said } entry && entry.Number == number ? (entry, said) : null;
    }

    public IEnumerator<Entry> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
