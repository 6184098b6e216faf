using ChatRoom.Client.Protocol;

namespace ChatRoom.Tui.Settings;

/// <summary>How a person likes the client to be. Each property is a setting: see <see cref="SettingTable"/>.</summary>
public sealed record Preferences
{
    public static Preferences Default { get; } = new();

    /// <summary>"auto" for dark or light, as the terminal's background is.</summary>
    public string Theme { get; init; } = SettingTable.Auto;

    public Palette Palette { get; init; }

    /// <summary>The nickname that is offered first; null for the login name.</summary>
    public Nickname? Nick { get; init; }

    public NotifyOf Notify { get; init; }

    /// <summary>Words that call like one's nickname, with commas between them.</summary>
    public string Highlight { get; init; } = "";

    public IEnumerable<string> Highlights => Highlight.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool Bell { get; init; } = true;

    /// <summary>A format of .NET for the time of a message; empty to show none.</summary>
    public string Time { get; init; } = "HH:mm";

    public JoinsShown Joins { get; init; }

    /// <summary>Tell others that one is writing.</summary>
    public bool Typing { get; init; } = true;

    /// <summary>Answer what other people's programs ask ours.</summary>
    public bool Ctcp { get; init; } = true;

    /// <summary>The mouse is the client's; else it selects text, as in other programs of a terminal.</summary>
    public bool Mouse { get; init; } = true;
}
