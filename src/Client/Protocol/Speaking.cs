using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// What we say and what becomes of it. Three ways to know that a line was kept, the best one that the server has: it answers under our
/// label; it repeats the line to us; or the PONG of a PING sent behind the line comes back and no refusal came before it.
/// </summary>
internal static class Speaking
{
    private const string NickServ = "NickServ";

    public static ClientStep Say(ClientModel model, ClientMessage.Say said) => model.Waiting.Count < ClientLimits.Waiting
        ? ClientStep.Of(model with { Waiting = model.Waiting.Add(said) })
        : ClientStep.Of(model).TellNow(Unsaid(model, said, $"{ClientLimits.Waiting} lines wait to be said already; say it again when they are"));

    /// <summary>What waits is not said; what is sent can't be called back.</summary>
    public static ClientStep Discard(ClientModel model, UInt128 id) =>
        ClientStep.Of(model with { Waiting = model.Waiting.RemoveAll(said => said.Id == id) });

    /// <summary>Sends what waits, in its order, as far as rooms are open and not too much is under way.</summary>
    public static ClientStep SendWaiting(ClientModel model)
    {
        var step = ClientStep.Of(model);
        while (step.Model is { Phase: ClientPhase.Ready, Waiting: [var said, ..], MaySend: > 0 } now)
        {
            var room = now.RoomOf(said.Target) is { } name ? now.Room(name) : null;
            if (room?.Phase is RoomPhase.Asked or RoomPhase.Loading || now.Gap(said.Target) is not null)
                break;
            step = step.With(now with { Waiting = now.Waiting.RemoveAt(0) });
            step = room?.Phase == RoomPhase.Closed
                ? step.Tell(Unsaid(now, said, $"you are not in {room.Name}"))
                : step.Then(m => SendText(m, said));
        }
        return step;
    }

    private static ChatEvent.Failed Unsaid(ClientModel model, ClientMessage.Say said, string why) =>
        new(new Stamp(model.HeardAt), said.Target, said.Text, why) { Manner = said.Manner, Id = said.Id, ReplyTo = said.ReplyTo };

    /// <summary>
    /// A text too long for one line becomes several. Those that may not be sent yet wait in front of everything that was said later.
    /// </summary>
    private static ClientStep SendText(ClientModel model, ClientMessage.Say said)
    {
        // Our server answers what is said to NickServ and repeats it to nobody, so there is no echo to wait for.
        if (model.Has(Caps.Once) && model.Same(said.Target, NickServ))
            return ClientStep.Of(model).Send(Message.Of("PRIVMSG", said.Target, said.Text));
        var step = ClientStep.Of(model);
        var isWhole = said.IsAgain || Multiline.Pieces(model, said.Target, said.Text, said.Manner) is not null;
        var pieces = isWhole ? [said.Text] : TextSplitter.Split(said.Text, LineBudget.ForText(model, said.Target, said.Manner));
        var sent = Math.Min(pieces.Count, model.MaySend);
        for (var i = 0; i < sent; i++)
        {
            var now = step.Model;
            var line = new OutgoingLine(now.LastLine + 1, said.Target, pieces[i], said.Manner, said.Id + (UInt128)i)
            {
                ReplyTo = i == 0 ? said.ReplyTo : null,
                IsAgain = said.IsAgain,
            };
            step = step.With(now with { LastLine = line.Number, Lines = now.Lines.Add(line) });
            foreach (var message in line.ToMessages(now))
                step = step.Send(message);
            step = step.Then(AskWhetherSeen);
        }
        if (sent == pieces.Count)
            return step;
        var rest = said with { Text = string.Concat(pieces.Skip(sent)), Id = said.Id + (UInt128)sent };
        return step.With(step.Model with { Waiting = step.Model.Waiting.Insert(0, rest) });
    }

    /// <summary>
    /// A PING behind lines that would otherwise never be confirmed. Where the server repeats our lines, one at a time is enough, for those
    /// that it silently drops. Where it doesn't, each line gets its own, so that a refusal is known to be of this line and no other.
    /// </summary>
    public static ClientStep AskWhetherSeen(ClientModel model)
    {
        var unasked = model.Lines.Exists(line => line.Round == 0);
        if (!unasked || model.Has(Caps.Labels) || (model.Has(Caps.Echo) && model.LastRound > model.LastRoundBack))
            return ClientStep.Of(model);
        return Keepalive.Ping(model).Then(asked => ClientStep.Of(asked with
        {
            Lines = asked.Lines.ConvertAll(line => line.Round == 0 ? line with { Round = asked.LastRound } : line),
        }));
    }

    /// <summary>The server has seen all that we sent before this PING.</summary>
    public static ClientStep HearRound(ClientModel model, long round, Stamp at)
    {
        var step = ClientStep.Of(model);
        foreach (var seen in model.Lines.Where(own => own.Round > 0 && own.Round <= round))
        {
            step = model.Has(Caps.Echo)
                ? step.Then(m => Fail(m, seen, at, "the server did not repeat it, so nobody may have received it"))
                : step.Then(m => Keep(m, seen, at));
        }
        return step;
    }

    /// <summary>A label was answered with nothing else: the server has done what the line asked for.</summary>
    public static ClientStep HearAck(ClientModel model, Incoming line) =>
        Labelled(model, line.Label) is { } own ? Keep(model, own, line.At) : ClientStep.Of(model);

    /// <summary>
    /// Which of our lines the server repeats. By its label; by the id that we gave it; and where there are no labels by its text, else as
    /// the oldest to that target, because some servers strip colours or censor words and all of them keep the order.
    /// </summary>
    public static OutgoingLine? Echoed(ClientModel model, Incoming line, string target, string text)
    {
        if (Labelled(model, line.Label) is { } labelled)
            return labelled;
        if (line.Line.Tag(Caps.OnceTag) is { } id && model.Lines.Find(own => own.OnceId == id) is { } known)
            return known;
        if (model.Has(Caps.Labels) || !model.Has(Caps.Echo))
            return null;
        var candidates = model.Lines.FindAll(own => model.Same(own.Target, target));
        return candidates.Find(own => own.Wire == text) ?? candidates.FirstOrDefault();
    }

    public static OutgoingLine? Labelled(ClientModel model, string? label) =>
        label is null ? null : model.Lines.Find(own => own.Label == label);

    /// <summary>
    /// The line is where it should be; only now does its sender see it. What was kept before and is in no history, because its words are
    /// forgotten, stands where it was said.
    /// </summary>
    public static ClientStep Keep(ClientModel model, OutgoingLine line, Stamp at)
    {
        var step = ClientStep.Of(model with { Lines = model.Lines.Remove(line) });
        if (IsTold(model, at))
            return step;
        var said = new ChatEvent.Said(at, model.RoomOf(line.Target), model.Nick, line.Target, line.Text, line.Manner, Own: true) { ReplyTo = line.ReplyTo };
        return step.Tell(line.IsAgain ? Remembering.InItsPlace(model, said) : said);
    }

    private static bool IsTold(ClientModel model, Stamp at) => at.MessageId is { } id && model.OwnPlayed.Contains(id);

    public static ClientStep Fail(ClientModel model, OutgoingLine line, Stamp at, string reason) =>
        ClientStep.Of(model with { Lines = model.Lines.Remove(line) })
            .Tell(new ChatEvent.Failed(at, line.Target, line.Text, reason) { Manner = line.Manner, Id = line.Id, ReplyTo = line.ReplyTo });

    public static ClientStep PerhapsSent(ClientModel model, IEnumerable<ClientMessage.Say> lines)
    {
        var step = ClientStep.Of(model);
        foreach (var line in lines)
        {
            step = step.TellNow(new ChatEvent.PerhapsSent(new Stamp(model.HeardAt), line.Target, line.Text)
            {
                Manner = line.Manner,
                Id = line.Id,
                ReplyTo = line.ReplyTo,
            });
        }
        return step;
    }
}
