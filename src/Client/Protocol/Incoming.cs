using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>A line from the server with what its tags and the batch around it say about it.</summary>
/// <param name="Who">Where it comes from; the nickname alone if that is a server.</param>
/// <param name="Label">The label of the line of ours that it answers.</param>
/// <param name="Page">The page of history that it is part of.</param>
internal readonly record struct Incoming(Message Line, Stamp At, Hostmask Who, string? Label, string? Page)
{
    /// <summary>The last parameter, where servers put the words for people.</summary>
    public string Words => Line.Parameters.Count == 0 ? "" : Line.Parameters[^1];

    /// <summary>A line without a source comes from the server itself; one with a source but without '!' from some server.</summary>
    public bool IsFromServer => Line.Source is null || Who.User.Length == 0;

    public static Incoming Of(ClientModel model, ClientMessage.Heard heard)
    {
        var line = heard.Line;
        var batch = line.Tag("batch") is { } reference ? model.Batches.GetValueOrDefault(reference) : null;
        var time = line.Tag("time") is { } text && ServerTime.TryParse(text, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : heard.Now;
        var at = new Stamp(time, line.Tag("msgid"), batch?.IsPlayed == true);
        return new(line, at, Hostmask.Parse(line.Source ?? ""), line.Tag("label") ?? batch?.Label, batch?.Page);
    }
}
