using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ChatRoom.Client.Connection;
using ChatRoom.Irc;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Settings;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Loop;

/// <summary>
/// What was asked for on the command line, over what the person's files say. What goes wrong with a file is a remark on the screen and keeps
/// nobody from chatting.
/// </summary>
internal sealed class AppSettings
{
    private readonly UserSettings _files;
    private readonly bool _hasNoColours;
    private readonly bool _isRemembered;
    private readonly KnownServers _known;
    private string _theme;

    public AppSettings(ScreenOptions options, UserSettings files, KnownServers known, bool hasNoColours)
    {
        (_files, _known, _hasNoColours) = (files, known, hasNoColours);
        _isRemembered = options.IsRemembered;
        (History, Given) = (options.History, (options.Host, options.Encryption));
        Preferences = files.Load(out var wrong);
        _theme = options.Theme ?? Preferences.Theme;
        files.LoadTheme(_theme, isLight: false, out var noTheme);
        Preferences = Preferences with { Palette = options.Palette ?? Preferences.Palette };
        Aliases = files.LoadAliases(out var noAliases);
        Remark = wrong.Concat(noTheme).Concat(noAliases).FirstOrDefault();
    }

    public int History { get; }

    /// <summary>How to speak with the server of the command line, as that says: the one certificate that is right, and our own. No other server is shown that.</summary>
    private (string Host, Encryption? Encryption) Given { get; }

    public Preferences Preferences { get; private set; }

    /// <summary>The person's own commands.</summary>
    public ImmutableSortedDictionary<string, string> Aliases { get; }

    /// <summary>What was wrong with the files.</summary>
    public string? Remark { get; }

    /// <summary>Drawn at this start.</summary>
    public uint PaletteSeed { get; } = (uint)Random.Shared.Next();

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

    /// <summary>Yields what is wrong.</summary>
    public string? SetAlias(string name, string? meaning) => _files.SaveAlias(name, meaning);

    public string? Remember(RecentServer server) => _isRemembered ? _files.Remember(server) : null;

    /// <summary>What was left there at the end of an earlier start; null where nothing was.</summary>
    public LeftServer? LeftAt(FormValues values) =>
        _isRemembered ? _files.LoadLeft().FirstOrDefault(left => left.IsSamePlace(values.Host, values.Port, values.Who)) : null;

    /// <summary>How one was there before; null where nobody knows any more.</summary>
    public FormValues? ValuesOf(string network) => Recent.Select(FormValues.Of).FirstOrDefault(values => values?.Network == network);

    public string? Remember(LeftServer left) => _isRemembered ? _files.Remember(left) : null;

    /// <summary>How to speak to this server; null for plain text. Without a certificate that it has to show, any will do that the system trusts.</summary>
    public bool TryFind(FormValues values, out Encryption? encryption, [NotNullWhen(false)] out string? wrong) =>
        _known.TryComplete(values.Tls ? GivenFor(values.Host) ?? new Encryption(null) : null, values.Host, values.Port, out encryption, out wrong);

    private Encryption? GivenFor(string host) => host.Equals(Given.Host, StringComparison.OrdinalIgnoreCase) ? Given.Encryption : null;

    /// <summary>No certificate is right for the server any more. Yields what is wrong.</summary>
    public string? Unpin(FormValues values) => _known.TryForget(values.Host, values.Port, out var wrong) ? null : wrong;

    /// <summary>From now on this certificate is right for the server. Yields what is wrong.</summary>
    public string? Pin(FormValues values, Fingerprint found) => _known.TryPin(values.Host, values.Port, found, out var wrong) ? null : wrong;
}
