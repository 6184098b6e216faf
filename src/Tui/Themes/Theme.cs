using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Themes;

/// <summary>What things look like, by what they are. Views take every style from here; a theme file names these.</summary>
public sealed record Theme(string Name)
{
    /// <summary>What other styles are painted on.</summary>
    public Style Text { get; init; }

    /// <summary>Times, hints, joins and leaves: what one reads second.</summary>
    public Style Faint { get; init; }

    /// <summary>Bars: the topic above, the state below.</summary>
    public Style Bar { get; init; }

    /// <summary>Lines between the parts of the screen.</summary>
    public Style Border { get; init; }

    /// <summary>The room one is in, the entry of a list that would be chosen, a search hit.</summary>
    public Style Selected { get; init; }

    /// <summary>A room with something new.</summary>
    public Style Unread { get; init; }

    /// <summary>A room, or a line, that names oneself.</summary>
    public Style Mention { get; init; }

    /// <summary>The line above the first unread message, and the one above a day.</summary>
    public Style Divider { get; init; }

    /// <summary>A line of one's own that is not kept yet.</summary>
    public Style Pending { get; init; }

    public Style Error { get; init; }

    public Style Notice { get; init; }

    public Style Link { get; init; }

    /// <summary>What can be clicked like a button.</summary>
    public Style Button { get; init; }

    /// <summary>The box in which one types, of which a form has several.</summary>
    public Style Field { get; init; }

    /// <summary>One's own nickname.</summary>
    public Style Own { get; init; }

    /// <summary>The colours that nicknames get, each readable on <see cref="Text"/>'s background; none in a theme without colours.</summary>
    public Irc.ValueList<Rgb> Nicknames { get; init; } = [];

    public bool IsLight { get; init; }
}
