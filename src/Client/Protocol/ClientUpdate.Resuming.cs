using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>
/// Going on after a reconnect: the rooms, the words of absence, and what nobody confirmed. Where the server knows our ids, a line that was
/// sent is said again under its own, and is the same line; elsewhere it was perhaps sent, and only the person may say it again.
/// </summary>
public static partial class ClientUpdate
{
    /// <summary>The connection is over: what was held back can't be told in its place any more. The messages are asked for again.</summary>
    public static Step Suspend(ClientModel model)
    {
        var step = Step.Of(model with { Held = [], Played = [], Batches = model.Batches.Clear(), Pages = [], Orders = [] });
        foreach (var held in model.Held.Where(held => KeyOf(held) is null || held.At.MessageId is null))
            step = step.TellNow(held);
        return step.With(step.Model.Next());
    }

    private static Step Say(ClientModel model, ClientMessage.Say said) => model.Waiting.Count < ClientLimits.Waiting
        ? Step.Of(model with { Waiting = model.Waiting.Add(said) })
        : Step.Of(model).TellNow(Unsaid(model, said, $"{ClientLimits.Waiting} lines wait to be said already; say it again when they are"));

    private static Step Rename(ClientModel model, Nickname nick) => model.Phase == ClientPhase.Ready
        ? Step.Of(model with { AskedNick = nick.Text }).Send("NICK", nick.Text)
        : Refuse(model, "", "there is no connection at the moment; the nickname can be changed when there is one");

    private static Step SendToken(ClientModel model) => model.Has(Caps.Resume) && model.Settings.Token is { } token
        ? Step.Of(model).Send("RESUME", token)
        : Step.Of(model);

    /// <summary>The server has let us in again.</summary>
    private static Step Return(ClientModel model)
    {
        var step = SayAgain(model).Then(AskForRooms);
        if (model.Away is { } words)
            step = step.Send("AWAY", words);
        step = step.With(step.Model with { Gaps = step.Model.Gaps.ConvertAll(gap => gap with { AskedAt = model.HeardAt }) });
        foreach (var gap in model.Gaps.Where(gap => model.RoomOf(gap.Target) is null))
            step = step.Then(m => m.Gap(gap.Target) is { } still ? BeginGap(m, still) : Step.Of(m));
        return step;
    }

    private static Step SayAgain(ClientModel model)
    {
        var rest = model with { Lines = [] };
        return model.Has(Caps.Once)
            ? Step.Of(rest with { Waiting = [.. model.Lines.Select(Again), .. model.Waiting] })
            : PerhapsSent(rest, model.Lines.Select(Again));
    }

    private static ClientMessage.Say Again(OutgoingLine line) =>
        new(line.Target, line.Text, line.Manner, line.Id) { ReplyTo = line.ReplyTo, IsAgain = true };

    private static Step PerhapsSent(ClientModel model, IEnumerable<ClientMessage.Say> lines)
    {
        var step = Step.Of(model);
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

    /// <summary>AWAY is given as a command like any other; what it says has to outlive the connection.</summary>
    private static ClientModel Rememberable(ClientModel model, Message line) =>
        line.Is("AWAY") ? model with { Away = line.Parameter(0) is { Length: > 0 } words ? words : null } : model;

    private static bool IsTold(ClientModel model, Stamp at) => at.MessageId is { } id && model.OwnPlayed.Contains(id);
}
