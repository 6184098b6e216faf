using System.Globalization;
using System.Text;

namespace ChatRoom.Irc;

/// <summary>
/// What a network said about itself in its 005 lines, with what the RFCs say where it said nothing. The client reads it; the server
/// makes one and prints it.
/// </summary>
public sealed record ISupport
{
    /// <summary>What goes into one line: 15 parameters, less the nickname and the closing text.</summary>
    public const int TokensPerLine = 13;

    /// <summary>
    /// The bytes for tokens in one line of 512, each with the space before it: less 63 for the name of a server, 40 for a nickname, 30 for
    /// " :are supported by this server", and 8 for ':', " 005 " and CR LF.
    /// </summary>
    public const int BytesPerLine = LineLimits.Body - 63 - 40 - 30 - 8;

    /// <summary>Networks say some forty things; what goes beyond this is a server that wants to fill our memory, and is not kept.</summary>
    public const int MostTokens = 500;

    private ISupport(ValueList<ISupportToken> tokens)
    {
        Tokens = tokens;
        CaseMapping = Value("CASEMAPPING") is { } name ? CaseFolding.Parse(name) ?? CaseMapping.Ascii : CaseMapping.Rfc1459;
        ChannelTypes = Value("CHANTYPES") ?? "#&";
        Prefixes = PrefixTable.Parse(Value("PREFIX")) ?? PrefixTable.Default;
        ChannelModes = Value("CHANMODES") ?? "";
        StatusPrefixes = Value("STATUSMSG") ?? "";
        Network = Value("NETWORK") ?? "";
        NickLength = Number("NICKLEN") ?? 9;
        ChannelLength = Number("CHANNELLEN") ?? 200;
        TopicLength = Number("TOPICLEN");
        KickLength = Number("KICKLEN");
        AwayLength = Number("AWAYLEN");
        LineLength = Math.Max(Number("LINELEN") ?? 0, LineLimits.Body);
        Modes = Has("MODES") ? Number("MODES") : 3;
        ChatHistory = Number("CHATHISTORY");
        MessageReferenceTypes = ValueList.Create<string>((Value("MSGREFTYPES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries));
        Utf8Only = Has("UTF8ONLY");
        Whox = Has("WHOX");
    }

    /// <summary>A network that said nothing yet.</summary>
    public static ISupport Default { get; } = new([]);

    /// <summary>Everything that was said, in order, known to us or not.</summary>
    public ValueList<ISupportToken> Tokens { get; }

    /// <summary>RFC 1459 section 2.2 if nothing was said; ASCII for a mapping that we don't know, since every mapping folds that.</summary>
    public CaseMapping CaseMapping { get; }

    /// <summary>The characters that the names of channels begin with (RFC 1459 section 1.3).</summary>
    public string ChannelTypes { get; }

    public PrefixTable Prefixes { get; }

    /// <summary>Four groups of mode letters, with commas between them; empty if unknown.</summary>
    public string ChannelModes { get; }

    /// <summary>The prefixes that may stand before the name of a channel to reach only those who have them.</summary>
    public string StatusPrefixes { get; }

    public string Network { get; }

    /// <summary>RFC 1459 section 1.2.</summary>
    public int NickLength { get; }

    /// <summary>RFC 1459 section 1.3.</summary>
    public int ChannelLength { get; }

    public int? TopicLength { get; }

    public int? KickLength { get; }

    public int? AwayLength { get; }

    /// <summary>The bytes of a line without its tags, with CR LF; never less than the 512 of RFC 1459, whatever a server says.</summary>
    public int LineLength { get; }

    /// <summary>How many modes with a parameter go into one MODE (RFC 1459 section 4.2.3); null if there is no limit.</summary>
    public int? Modes { get; }

    /// <summary>The most messages that one CHATHISTORY may ask for, 0 for no limit; null if there is no such command.</summary>
    public int? ChatHistory { get; }

    /// <summary>How CHATHISTORY may refer to a message, the best one first: msgid, timestamp.</summary>
    public ValueList<string> MessageReferenceTypes { get; }

    public bool Utf8Only { get; }

    public bool Whox { get; }

    /// <summary>Whether the network said this at all.</summary>
    public bool Has(string name) => Value(name) is not null;

    /// <summary>The value of a token, empty if it has none; null if the network did not say it.</summary>
    public string? Value(string name)
    {
        foreach (var token in Tokens.AsSpan())
        {
            if (token.Name == name)
                return token.Value;
        }
        return null;
    }

    /// <summary>Whether a target is a channel rather than a person.</summary>
    public bool IsChannel(string target) => target.Length > 0 && ChannelTypes.Contains(target[0], StringComparison.Ordinal);

    /// <summary>
    /// What is known after these tokens as well, written as on the wire: a later one replaces an earlier one, "-NAME" takes it back.
    /// </summary>
    public ISupport With(params IEnumerable<string> tokens)
    {
        var known = new OrderedDictionary<string, string>(Tokens.Select(token => KeyValuePair.Create(token.Name, token.Value)));
        foreach (var word in tokens)
        {
            if (word.StartsWith('-'))
                known.Remove(word[1..]);
            else if (ISupportToken.Parse(word) is { Name.Length: > 0 } token && (known.Count < MostTokens || known.ContainsKey(token.Name)))
                known[token.Name] = token.Value;
        }
        return new ISupport([.. known.Select(token => new ISupportToken(token.Key, token.Value))]);
    }

    /// <summary>What is known after this 005 line: its parameters without the nickname and the closing text.</summary>
    public ISupport With(Message line) => With(line.Parameters.Skip(1).SkipLast(1));

    /// <summary>What somebody has to be told who knows only what was so before.</summary>
    public IReadOnlyList<string> Since(ISupport before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return [.. Tokens.Where(token => !before.Tokens.Contains(token)).Select(token => token.ToString()), .. before.Tokens.Where(token => !Has(token.Name)).Select(token => $"-{token.Name}")];
    }

    /// <summary>The tokens as the server sends them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ToLines() => ToLines(Tokens.Select(token => token.ToString()));

    /// <summary>Tokens cut into lines that have room for their frame.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ToLines(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var lines = new List<IReadOnlyList<string>>();
        var line = new List<string>();
        var bytes = 0;
        foreach (var word in words)
        {
            var size = Encoding.UTF8.GetByteCount(word) + 1;
            if (line.Count == TokensPerLine || (line.Count > 0 && bytes + size > BytesPerLine))
            {
                lines.Add(line);
                (line, bytes) = ([], 0);
            }
            line.Add(word);
            bytes += size;
        }
        if (line.Count > 0)
            lines.Add(line);
        return lines;
    }

    public bool Equals(ISupport? other) => other is not null && Tokens.Equals(other.Tokens);

    public override int GetHashCode() => Tokens.GetHashCode();

    private int? Number(string name) =>
        int.TryParse(Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
