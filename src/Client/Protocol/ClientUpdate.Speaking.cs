using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// What we say and what becomes of it. Three ways to know that a line was kept, the best one that the server has: it answers under our
/// label; it repeats the line to us; or the PONG of a PING sent behind the line comes back and no refusal came before it.
/// </summary>
public static partial class ClientUpdate
{
    /// <summary>Sends what waits, in its order, as far as rooms are open and not too much is under way.</summary>
    private static Step SendWaiting(ClientModel model)
    {
        var step = Step.Of(model);
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
    private static Step SendText(ClientModel model, ClientMessage.Say said)
    {
        var step = Step.Of(model);
        var isWhole = said.IsAgain || Multiline.Pieces(model, said.Target, said.Text, said.Manner) is not null;
        var pieces = isWhole ? [said.Text] : TextSplitter.Split(said.Text, LineBudget.ForText(model, said.Target, said.Manner));
        var sent = Math.Min(pieces.Count, model.MaySend);
        for (var i = 0; i < sent; i++)
        {
            var now = step.Model;
            var line = new OutgoingLine(now.LastLine + 1, said.Target, pieces[i], said.Manner, said.Id + (UInt128)i)
            {
                ReplyTo = i == 0 ? said.ReplyTo : null,
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
    private static Step AskWhetherSeen(ClientModel model)
    {
        var unasked = model.Lines.Exists(line => line.Round == 0);
        if (!unasked || model.Has(Caps.Labels) || (model.Has(Caps.Echo) && model.LastRound > model.LastRoundBack))
            return Step.Of(model);
        return Ping(model).Then(asked => Step.Of(asked with
        {
            Lines = asked.Lines.ConvertAll(line => line.Round == 0 ? line with { Round = asked.LastRound } : line),
        }));
    }

    private static Step HearPong(ClientModel model, in Incoming line)
    {
        if (!long.TryParse(line.Words, out var round) || round <= model.LastRoundBack || round > model.LastRound)
            return Step.Of(model);
        var at = new Stamp(line.At.Time);
        var step = Step.Of(WithLag(model, round) with { LastRoundBack = round });
        foreach (var seen in model.Lines.Where(own => own.Round > 0 && own.Round <= round))
        {
            step = model.Has(Caps.Echo)
                ? step.Then(m => Fail(m, seen, at, "the server did not repeat it, so nobody may have received it"))
                : step.Then(m => Keep(m, seen, at));
        }
        return step.Then(OpenSilentRooms).Then(EndSilentGaps).Then(FinishSilentPages).Then(FinishOrders).Then(AskWhetherSeen);
    }

    private static ClientModel WithLag(ClientModel model, long round) =>
        model.Measured is { } measured && round >= measured.Round ? model with { Measured = null, Lag = model.HeardAt - measured.At } : model;

    /// <summary>A label was answered with nothing else: the server has done what the line asked for.</summary>
    private static Step HearAck(ClientModel model, Incoming line) =>
        Labelled(model, line.Label) is { } own ? Keep(model, own, line.At) : Step.Of(model);

    private static Step HearMessage(ClientModel model, Incoming line)
    {
        // What is said again after a change of nickname comes back as it was said first, under the old one. Its label is ours all the same.
        var own = model.IsOwn(line.Who.Nick) || Labelled(model, line.Label) is not null;
        return own && Echoed(model, line, line.Line.Parameter(0), line.Line.Parameter(1)) is { } mine
            ? Keep(model, mine, line.At)
            : Step.Of(model).Tell(SaidBy(model, line));
    }

    private static ChatEvent SaidBy(ClientModel model, Incoming line)
    {
        var (target, text, nick) = (line.Line.Parameter(0), line.Line.Parameter(1), line.Who.Nick);
        if (Ctcp.TryRead(text, out var command, out var rest) && command != "ACTION")
            return new ChatEvent.Info(line.At, $"{nick} asks for CTCP {command}; it was not answered");
        var manner = rest is null ? Manner.Message : Manner.Action;
        return new ChatEvent.Said(line.At, model.RoomOf(target), nick, target, rest ?? text, manner, model.IsOwn(nick))
        {
            ReplyTo = AnswerTo(line),
        };
    }

    private static Step HearNotice(ClientModel model, in Incoming line)
    {
        // ngIRCd says goodbye with the statistics of the connection; nobody who leaves asked for them.
        var isGoodbye = line.IsFromServer && model.Phase == ClientPhase.Leaving;
        return isGoodbye ? Step.Of(model) : Step.Of(model).Tell(NoticedBy(model, line));
    }

    private static ChatEvent NoticedBy(ClientModel model, in Incoming line)
    {
        var (target, text, nick) = (line.Line.Parameter(0), line.Line.Parameter(1), line.Who.Nick);
        return line.IsFromServer
            ? new ChatEvent.Info(line.At, text)
            : new ChatEvent.Noticed(line.At, model.RoomOf(target), nick, target, text, model.IsOwn(nick));
    }

    /// <summary>Servers pass the tag on under the name with which it was given; both are in use.</summary>
    private static string? AnswerTo(in Incoming line) => line.Line.Tag(Caps.ReplyTag) ?? line.Line.Tag("+reply");

    /// <summary>
    /// Which of our lines the server repeats. By its label; by the id that we gave it; and where there are no labels by its text, else as
    /// the oldest to that target, because some servers strip colours or censor words and all of them keep the order.
    /// </summary>
    private static OutgoingLine? Echoed(ClientModel model, Incoming line, string target, string text)
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

    private static OutgoingLine? Labelled(ClientModel model, string? label) =>
        label is null ? null : model.Lines.Find(own => own.Label == label);

    /// <summary>The line is where it should be; only now does its sender see it.</summary>
    private static Step Keep(ClientModel model, OutgoingLine line, Stamp at) => IsTold(model, at)
        ? Step.Of(model with { Lines = model.Lines.Remove(line) })
        : Step.Of(model with { Lines = model.Lines.Remove(line) })
            .Tell(new ChatEvent.Said(at, model.RoomOf(line.Target), model.Nick, line.Target, line.Text, line.Manner, Own: true)
            {
                ReplyTo = line.ReplyTo,
            });

    private static Step Fail(ClientModel model, OutgoingLine line, Stamp at, string reason) =>
        Step.Of(model with { Lines = model.Lines.Remove(line) })
            .Tell(new ChatEvent.Failed(at, line.Target, line.Text, reason) { Manner = line.Manner, Id = line.Id, ReplyTo = line.ReplyTo });
}
