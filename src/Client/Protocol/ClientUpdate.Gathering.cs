using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>Messages of several lines (IRCv3 draft/multiline): their lines are put together, and heard as one when the batch ends.</summary>
public static partial class ClientUpdate
{
    /// <summary>Null for a line that is part of no such message.</summary>
    private static Step? Gather(ClientModel model, Message line)
    {
        if (line.Tag("batch") is not { } name || !model.Batches.TryGetValue(name, out var batch) || batch.Beginning is not { } beginning)
            return null;
        if (!line.Is("PRIVMSG") && !line.Is("NOTICE"))
            return null;
        var text = line.Parameter(1);
        if (batch.Gathered is not { } gathered)
            return Step.Of(With(model, name, batch, new Message(beginning.Tags, line.Source, line.Command, [line.Parameter(0), text])));
        var between = line.Tag(Multiline.Concat) is null ? "\n" : "";
        var whole = gathered.Parameter(1) + between + text;
        if (whole.Length <= ClientLimits.Gathered)
            return Step.Of(With(model, name, batch, gathered with { Parameters = [gathered.Parameter(0), whole] }));
        // More than anybody allows: what has come is heard, and what follows is a message of its own, without the id of this one.
        var rest = new Message([.. beginning.Tags.Where(tag => tag.Name is "time" or "batch")], line.Source, line.Command, [line.Parameter(0), text]);
        return Hear(With(model, name, batch, rest), new ClientMessage.Heard(gathered, model.HeardAt));
    }

    private static ClientModel With(ClientModel model, string name, OpenBatch batch, Message gathered) =>
        model with { Batches = model.Batches.SetItem(name, batch with { Gathered = gathered }) };

    /// <summary>Not null for a message of several lines. One inside another is none, or they could go round for ever.</summary>
    private static Message? BeginningOf(ClientModel model, Message line, string name)
    {
        var around = line.Tag("batch");
        var isInside = around == name || (around is not null && model.Batches.GetValueOrDefault(around)?.Beginning is not null);
        return line.Parameter(1) == Caps.Multiline && !isInside ? line : null;
    }
}
