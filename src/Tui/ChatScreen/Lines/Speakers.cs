using System.Runtime.CompilerServices;
using ChatRoom.Client.Chat;
using ChatRoom.Client.Text;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Settings;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.ChatScreen.Lines;

/// <summary>
/// Who has spoken lately in a conversation: how wide their nicknames are, and a colour for each. Looked up for every row of a picture, and so
/// remembered with the conversation, which is a value.
/// </summary>
public sealed class Speakers
{
    /// <summary>Some screens' worth; who was silent for longer is hardly in sight together with those who speak.</summary>
    private const int Lately = 150;

    private static readonly ConditionalWeakTable<Conversation, Speakers> Known = [];

    private readonly Theme _theme;
    private readonly uint? _seed;
    private readonly Dictionary<string, Rgb?> _colours = new(StringComparer.Ordinal);

    private Speakers(TalkModel model, Theme theme, uint? seed)
    {
        (_theme, _seed) = (theme, seed);
        var entries = model.Current.Entries;
        var from = model.Reading.Place is { } place ? Math.Max(0, entries.IndexOfNumber(place.Number) - (Lately / 2)) : Math.Max(0, entries.Count - Lately);
        var taken = new HashSet<int>();
        foreach (var entry in entries.Skip(from).Take(Lately))
        {
            if (entry.What is not EntryWhat.Said { Nick: var nick, Notice: var isNotice })
                continue;
            Widest = Math.Max(Widest, TextWidth.Of(TerminalText.Sanitize(nick)) + (isNotice ? 2 : 0));
            if (!model.Chat.Client.IsOwn(nick) && !_colours.ContainsKey(model.Folded(nick)))
                _colours[model.Folded(nick)] = NicknameColours.Of(model.Folded(nick), theme, seed, taken);
        }
        Widest = Math.Max(Widest, TextWidth.Of(TerminalText.Sanitize(model.Chat.Client.Nick)));
    }

    public int Widest { get; }

    public static Speakers Of(TalkModel model)
    {
        var seed = model.Preferences.Palette == Palette.Random ? model.PaletteSeed : (uint?)null;
        if (Known.TryGetValue(model.Current, out var known) && ReferenceEquals(known._theme, model.Theme) && known._seed == seed)
            return known;
        var found = new Speakers(model, model.Theme, seed);
        Known.AddOrUpdate(model.Current, found);
        return found;
    }

    /// <summary>Null in a theme without colours. Who has not spoken has the colour of their letters.</summary>
    public Rgb? ColourOf(string folded) => _colours.TryGetValue(folded, out var colour) ? colour : NicknameColours.Of(folded, _theme, _seed);
}
