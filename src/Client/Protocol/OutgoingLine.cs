using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>A line of ours that is sent and not confirmed: one PRIVMSG, short enough never to be cut.</summary>
/// <param name="Number">Counts our lines; it is the label on the wire.</param>
/// <param name="Id">Said again under this id it is the same message, for servers with <c>chatroom/once</c>.</param>
public sealed record OutgoingLine(long Number, string Target, string Text, Manner Manner, UInt128 Id)
{
    private const string ActionStart = "\u0001ACTION ";

    private const string ActionEnd = "\u0001";

    /// <summary>The PING that follows it, whose PONG says that the server has seen it; 0 for none yet.</summary>
    public long Round { get; init; }

    /// <summary>The id of the message that it answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>It was sent on an earlier connection, and may have been kept then.</summary>
    public bool IsAgain { get; init; }

    public string Label => Number.ToString();

    /// <summary>Exactly 32 digits, lower case, so that the same id is always the same tag.</summary>
    public string OnceId => Id.ToString("x32");

    /// <summary>What PRIVMSG carries.</summary>
    public string Wire => Manner == Manner.Action ? ActionStart + Text + ActionEnd : Text;

    /// <summary>Bytes that are spent on the manner.</summary>
    public static int Wrapping(Manner manner) => manner == Manner.Action ? ActionStart.Length + ActionEnd.Length : 0;

    /// <summary>
    /// What goes out: one line or, for a text that is none, a batch of several (IRCv3 draft/multiline), with what is about the whole on its
    /// beginning.
    /// </summary>
    public IEnumerable<Message> ToMessages(ClientModel model)
    {
        if (Multiline.Pieces(model, Target, Text, Manner) is not { } pieces)
            return [About(model, Message.Of("PRIVMSG", Target, Wire))];
        var batch = $"m{Number}";
        var lines = pieces.Select(piece => Message.Of("PRIVMSG", Target, piece.Text).WithTag("batch", batch))
            .Zip(pieces, (line, piece) => piece.Continues ? line.WithTag(Multiline.Concat, "") : line);
        return [About(model, Message.Of("BATCH", $"+{batch}", Caps.Multiline, Target)), .. lines, Message.Of("BATCH", $"-{batch}")];
    }

    private Message About(ClientModel model, Message line)
    {
        if (model.Has(Caps.Labels))
            line = line.WithTag("label", Label);
        if (ReplyTo is not null && model.Passes(Caps.ReplyTag))
            line = line.WithTag(Caps.ReplyTag, ReplyTo);
        return model.Has(Caps.Once) ? line.WithTag(Caps.OnceTag, OnceId) : line;
    }
}
