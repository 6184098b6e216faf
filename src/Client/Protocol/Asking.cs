using System.Globalization;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// What other people's programs ask ours (CTCP), and what they answer to what we asked. Only what is meant for us alone is answered, and only
/// so often: a question costs who asks a line, and so should the answer cost us no more than that.
/// </summary>
internal static class Asking
{
    private const string Known = "ACTION CLIENTINFO PING TIME VERSION";

    /// <summary>A person asks once or twice; more is a flood, to which nothing is said until it is over.</summary>
    private const int Most = 4;

    /// <summary>A longer text to be sent back is no measurement.</summary>
    private const int LongestPing = 64;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(30);

    /// <summary>Somebody, perhaps ourselves, asks; null for what somebody said.</summary>
    public static ClientStep? Hear(ClientModel model, Incoming line)
    {
        var (target, text, nick) = (line.Line.Parameter(0), line.Line.Parameter(1), line.Who.Nick);
        if (!Ctcp.TryRead(text, out var command, out var rest) || command == "ACTION")
            return null;
        if (model.IsOwn(nick))
            return ClientStep.Of(model).Tell(new ChatEvent.Info(line.At, $"you asked {target} for CTCP {command}") { Where = WhereAsked(model) });
        var counted = Count(model);
        var answer = model.Wants(ClientFeatures.Ctcp) && model.IsOwn(target) && !line.IsFromServer && counted.CtcpHeard <= Most ? Answer(model, command, rest) : null;
        var told = ClientStep.Of(counted).Tell(new ChatEvent.Info(line.At, $"{nick} asks for CTCP {command}; it was {(answer is null ? "not " : "")}answered"));
        return answer is null ? told : told.Send("NOTICE", nick, Ctcp.Of(command, answer));
    }

    /// <summary>What came back to a question of ours; null for another notice.</summary>
    public static ChatEvent? Back(ClientModel model, in Incoming line)
    {
        if (!Ctcp.TryRead(line.Line.Parameter(1), out var command, out var rest) || model.IsOwn(line.Who.Nick))
            return null;
        var took = command == "PING" && long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
            ? model.HeardAt.ToUnixTimeMilliseconds() - sent
            : -1;
        var words = took is >= 0 and < 600_000 ? $"{line.Who.Nick} answers after {took} ms" : $"{line.Who.Nick} answers CTCP {command}: {rest}";
        return new ChatEvent.Info(line.At, words) { Where = WhereAsked(model) };
    }

    private static string? Answer(ClientModel model, string command, string rest) => command switch
    {
        "VERSION" => model.Settings.Program,
        "PING" => rest.Length <= LongestPing ? rest : null,
        // In universal time: where we are is nobody's business.
        "TIME" => model.HeardAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
        "CLIENTINFO" => Known,
        _ => null,
    };

    private static ClientModel Count(ClientModel model) => model.HeardAt - model.CtcpSince > Span
        ? model with { CtcpSince = model.HeardAt, CtcpHeard = 1 }
        : model with { CtcpHeard = model.CtcpHeard + 1 };

    private static string? WhereAsked(ClientModel model) => model.LastAsked.Length == 0 ? null : model.LastAsked;
}
