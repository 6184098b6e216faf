using ChatRoom.Client;
using ChatRoom.Irc;

namespace ChatRoom.Cli.Screen;

/// <summary>
/// What was asked for on the command line, over what the person's files say. What goes wrong with a file is a remark on the screen and keeps
/// nobody from chatting.
/// </summary>
internal sealed class AppSettings
{
    private readonly UserSettings _files;
    private readonly bool _hasNoColours;
    private readonly Dictionary<string, Fingerprint> _pins = [];
    private string _theme;

    public AppSettings(JoinOptions options, UserSettings files, bool hasNoColours)
    {
        (_files, _hasNoColours) = (files, hasNoColours);
        (History, Encryption) = (options.History, options.Encryption);
        Preferences = files.Load(out var wrong);
        _theme = Preferences.Theme;
        Remark = wrong.Count > 0 ? wrong[0] : null;
    }

    public int History { get; }

    public Encryption? Encryption { get; }

    public Preferences Preferences { get; private set; }

    /// <summary>What was wrong with the files.</summary>
    public string? Remark { get; }

    public ValueList<string> ThemeNames => _files.ThemeNames();

    public ValueList<RecentServer> Recent => _files.LoadRecent();

    /// <summary>NO_COLOR counts for more than any taste (no-color.org).</summary>
    public Theme Theme(bool isLight) => _hasNoColours
        ? BuiltInThemes.Monochrome
        : _files.LoadTheme(_theme, isLight, out _) ?? (isLight ? BuiltInThemes.Light : BuiltInThemes.Dark);

    /// <summary>Another theme from now on, and kept. Yields what is wrong.</summary>
    public string? Choose(string name, bool isLight)
    {
        if (_files.LoadTheme(name, isLight, out var refusals) is null)
            return refusals.Count > 0 ? refusals[0] : $"the theme '{name}' can't be read";
        _theme = name;
        return Set(SettingTable.Theme, name);
    }

    /// <summary>Yields what is wrong.</summary>
    public string? Set(string name, string value)
    {
        if (SettingTable.Find(name) is not { } setting)
            return SettingTable.Unknown(name);
        if (!setting.TrySet(Preferences, value, out var after, out var refusal))
            return refusal;
        Preferences = after;
        return _files.Save(setting, value);
    }

    public string? Remember(RecentServer server) => _files.Remember(server);

    /// <summary>The certificate that this server has to show; null for any that the system trusts.</summary>
    public Fingerprint? PinOf(FormValues values) => Encryption?.Pinned ?? _pins.GetValueOrDefault(values.Place);

    public string? Pin(FormValues values, Fingerprint found)
    {
        _pins[values.Place] = found;
        return null;
    }
}
