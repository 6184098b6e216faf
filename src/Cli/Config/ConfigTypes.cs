using System.Globalization;
using System.Net;
using System.Text;
using ChatRoom.Journal.Postgres;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Cli.Config;

/// <summary>The types of settings, and how each is read and printed.</summary>
public static class ConfigTypes
{
    public static ConfigType<bool> Switch { get; } = new(
        ConfigShape.Switch, "true or false", " is none of: on, off",
        words => words[^1].ToLowerInvariant() switch
        {
            "on" or "true" or "yes" => (true, null),
            "off" or "false" or "no" => (false, null),
            _ => (false, words[^1]),
        },
        value => value ? "true" : "false") { Choices = ["on", "off"] };

    public static ConfigType<bool?> SwitchOrNone { get; } = new(
        ConfigShape.Switch, "true or false", " is none of: on, off",
        words => Switch.Read(words) is var (value, wrong) && wrong is null ? (value, null) : (null, words[^1]),
        value => value == true ? "true" : "false") { Choices = ["on", "off"] };

    /// <summary>It is the source of what the server says, so it can hold nothing that ends a source; 63 is the common HOSTLEN.</summary>
    public static ConfigType<string> ServerName { get; } = Text(
        "1 to 63 letters, digits, '.' and '-', such as chat.example.org",
        ": a server's name has 1 to 63 letters, digits, '.' and '-', such as chat.example.org",
        word => word.Length is > 0 and <= 63 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'));

    /// <summary>It is a token of a line that also holds others.</summary>
    public static ConfigType<string> NetworkName { get; } = Text(
        "1 to 50 visible characters of ASCII", " has something else than 1 to 50 visible characters of ASCII",
        word => word.Length is > 0 and <= 50 && word.All(c => c is > ' ' and < '\u007f' and not ('=' or '\\')));

    public static ConfigType<string> Host { get; } = Text(
        "a name or an address", " is no host: give a name or an address", word => word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)));

    public static ConfigType<IPAddress> Address { get; } = new(
        ConfigShape.Text, "an address, such as 127.0.0.1 or 0.0.0.0", " is no address, such as 127.0.0.1 or 0.0.0.0",
        words => IPAddress.TryParse(words[^1], out var address) ? (address, null) : (IPAddress.None, words[^1]),
        value => Quoted(value.ToString()));

    public static ConfigType<string?> Path { get; } = new(
        ConfigShape.Text, "a path", " is empty; name a file or a folder", words => words[^1].Length > 0 ? (words[^1], null) : (null, ""), value => Quoted(value ?? "")) { IsPath = true };

    /// <summary>Some words that fit a line of the protocol.</summary>
    public static ConfigType<string?> Line { get; } = TextOrNone(
        "1 to 200 characters on a line", " has something else than 1 to 200 characters on a line", word => word.Length is > 0 and <= 200 && !word.Any(char.IsControl));

    /// <summary>What is wrong with one is said in detail where it is used.</summary>
    public static ConfigType<string?> Journal { get; } = TextOrNone(
        "postgres://user@host/database", " is no address of a PostgreSQL database: write postgres://user@host:port/database", word => PostgresAddress.Parse(word, out _) is not null);

    /// <summary>It is a token of a line that also holds others.</summary>
    public static ConfigType<string?> Icon { get; } = TextOrNone(
        "an https address of at most 200 characters", " is no https address of at most 200 characters",
        word => word.Length <= 200 && word.StartsWith("https://", StringComparison.Ordinal) && word.All(c => c is > ' ' and < '\u007f' and not ('=' or '\\')));

    /// <summary>Addresses and networks; a word from the environment or a flag may hold several, with commas between them.</summary>
    public static ConfigType<IReadOnlyList<IPNetwork>> Networks { get; } = new(
        ConfigShape.List, "a list of addresses and networks", " is no address and no network: write 10.0.0.5 or 10.0.0.0/8",
        words =>
        {
            var all = words.SelectMany(word => word.Split(',')).Select(word => (Word: word, Network: Network(word.Trim()))).ToList();
            return (all.Where(one => one.Network is not null).Select(one => one.Network!.Value).ToList(), all.FirstOrDefault(one => one.Network is null).Word);
        },
        value => $"[{string.Join(", ", value.Select(network => Quoted(network.ToString())))}]");

    /// <summary>Where pages come from; a word from the environment may hold several, with commas between them.</summary>
    public static ConfigType<IReadOnlyList<string>> Origins { get; } = new(
        ConfigShape.List, "a list of origins, or *", " is no origin: write https://chat.example.org, or *",
        words =>
        {
            var all = words.SelectMany(word => word.Split(',')).Select(word => word.Trim()).ToList();
            return (all, all.FirstOrDefault(word => word != "*" && !(Uri.TryCreate(word, UriKind.Absolute, out var page) && $"{page.Scheme}://{page.Authority}" == word)));
        },
        value => $"[{string.Join(", ", value.Select(Quoted))}]");

    /// <summary>Names of tags; a word from the environment may hold several, with commas between them.</summary>
    public static ConfigType<IReadOnlyList<string>> DeniedTags { get; } = new(
        ConfigShape.List, "a list of tags, or * and then -TAG", " can't stand there: write typing or draft/react, or * and then -typing",
        words =>
        {
            var all = words.SelectMany(word => word.Split(',')).Select(word => word.Trim()).ToList();
            return (all, Server.Settings.DeniedTags.Wrong(all));
        },
        value => $"[{string.Join(", ", value.Select(Quoted))}]");

    public static ConfigType<UnixFileMode> Mode { get; } = new(
        ConfigShape.Text, "three octal digits, such as 660", " is no mode: write three octal digits, such as 660",
        words => words[^1] is { Length: 3 } word && word.All(c => c is >= '0' and <= '7') ? ((UnixFileMode)Convert.ToInt32(word, 8), null) : (default, words[^1]),
        value => Quoted(Convert.ToString((int)value, 8).PadLeft(3, '0')));

    /// <summary>Rooms with days; a word from the environment may hold several, with commas between them, which no room's name has.</summary>
    public static ConfigType<IReadOnlyList<RoomDays>> RoomDays { get; } = new(
        ConfigShape.List, "a list such as [\"#tea=7\", \"#log=0\"]", " is no room with its days: write #tea=7",
        words =>
        {
            var all = words.SelectMany(word => word.Split(',')).Select(word => (Word: word, Room: Server.Settings.RoomDays.Parse(word.Trim()))).ToList();
            return (all.Select(one => one.Room).OfType<RoomDays>().ToList(), all.FirstOrDefault(one => one.Room is null).Word);
        },
        value => $"[{string.Join(", ", value.Select(one => Quoted(one.ToString())))}]");

    public static ConfigType<LogLevel> Level { get; } = Choice(
        ("debug", LogLevel.Debug), ("info", LogLevel.Information), ("warning", LogLevel.Warning), ("error", LogLevel.Error));

    public static ConfigType<bool> Json { get; } = Choice(("text", false), ("json", true));

    /// <summary>One of these words, or none.</summary>
    public static ConfigType<string?> Word(IReadOnlyList<string> choices) => new(
        ConfigShape.Text, $"one of: {string.Join(", ", choices)}", $" is none of: {string.Join(", ", choices)}",
        words => choices.Contains(words[^1].ToLowerInvariant()) ? (words[^1].ToLowerInvariant(), null) : (null, words[^1]), value => Quoted(value ?? "")) { Choices = choices };

    public static ConfigType<int> Number(int least, int most) => new(
        ConfigShape.Number, $"a number from {least} to {most}", $" is not a number from {least} to {most}",
        words => Parse(words[^1], least, most) is { } number ? (number, null) : (least, words[^1]), Print);

    public static ConfigType<int?> NumberOrNone(int least, int most) => new(
        ConfigShape.Number, $"a number from {least} to {most}", $" is not a number from {least} to {most}",
        words => Parse(words[^1], least, most) is { } number ? (number, null) : (null, words[^1]), value => Print(value!.Value));

    private static ConfigType<string> Text(string rule, string complaint, Func<string, bool> isRight) => new(
        ConfigShape.Text, rule, complaint, words => (words[^1], isRight(words[^1]) ? null : words[^1]), Quoted);

    private static ConfigType<string?> TextOrNone(string rule, string complaint, Func<string, bool> isRight) => new(
        ConfigShape.Text, rule, complaint, words => (words[^1], isRight(words[^1]) ? null : words[^1]), value => Quoted(value ?? ""));

    private static ConfigType<T> Choice<T>(params (string Word, T Value)[] choices)
        where T : notnull
    {
        var words = choices.Select(choice => choice.Word).ToArray();
        var list = string.Join(", ", words);
        return new ConfigType<T>(
            ConfigShape.Text, $"one of: {list}", $" is none of: {list}",
            given => Array.IndexOf(words, given[^1].ToLowerInvariant()) is >= 0 and var at ? (choices[at].Value, null) : (choices[0].Value, given[^1]),
            value => Quoted(choices.First(choice => choice.Value.Equals(value)).Word)) { Choices = words };
    }

    private static int? Parse(string word, int least, int most) =>
        int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static string Print(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>An address alone is a network of one. It has to be written out: the system takes 10.1 for 10.0.0.1, and nobody means that.</summary>
    private static IPNetwork? Network(string word)
    {
        var address = word.Split('/')[0];
        if (!address.Contains(':') && address.Count(c => c == '.') != 3)
            return null;
        if (IPNetwork.TryParse(word, out var network))
            return network;
        return IPAddress.TryParse(word, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8) : null;
    }

    /// <summary>A basic string of TOML.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (char.IsControl(c))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
