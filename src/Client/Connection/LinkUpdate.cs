using System.Collections.Immutable;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>
/// The rules of reconnecting, with exponential back-off (reconnect back-off) and jitter: what is tried by itself and when, what a person has to decide, and what becomes of what is said
/// meanwhile. Pure: time and chance come in with the messages.
/// </summary>
public static class LinkUpdate
{
    public static LinkStep Update(LinkModel model, LinkMessage message) => model.Phase == LinkPhase.Left
        ? LinkStep.Of(model)
        : message switch
        {
            LinkMessage.Begun => model.Phase == LinkPhase.Fresh ? Dial(model) : LinkStep.Of(model),
            LinkMessage.Reached => model.Phase == LinkPhase.Dialling ? Talk(model) : LinkStep.Of(model),
            LinkMessage.Unreached m => model.Phase == LinkPhase.Dialling
                ? Rest(model, new LinkFault.Unreached(m.Result), IsHopeless(model, m.Result), m.Now, m.Chance)
                : LinkStep.Of(model),
            LinkMessage.Ended m => End(model, m),
            LinkMessage.Due => model.Phase == LinkPhase.Waiting ? Dial(model) : LinkStep.Of(model),
            LinkMessage.TryNow m => TryNow(model, m.Changed),
            LinkMessage.Posted m => Post(model, m.Message),
        };

    private static LinkStep Dial(LinkModel model) =>
        LinkStep.Of(model with { Phase = LinkPhase.Dialling, State = new LinkState.Connecting(), IsHurried = false }, new LinkEffect.Dial());

    private static LinkStep Talk(LinkModel model) => LinkStep.Of(model with { Phase = LinkPhase.Talking }, new LinkEffect.Talk(model.Client));

    private static LinkStep End(LinkModel model, LinkMessage.Ended ended)
    {
        var steady = ended.Client.ReadyAt is { } since && ended.Now - since >= model.Settings.Steady;
        var (client, effects) = ClientUpdate.Suspend(ended.Client);
        ImmutableList<LinkEffect> told = [.. Told(effects)];
        var next = model with { Client = client, Attempt = steady ? 0 : model.Attempt };
        var fault = new LinkFault.Ended(ended.Ending);
        if (model.IsLeaving || ended.Ending is Ending.Left)
            return new(next with { Phase = LinkPhase.Left, State = new LinkState.Over("you have left") { Fault = fault } }, told);
        var rest = model.IsHurried ? Dial(next) : Rest(next, fault, IsHopeless(next, ended.Ending), ended.Now, ended.Chance);
        return rest with { Effects = told.AddRange(rest.Effects) };
    }

    /// <summary>Until the next try, or until a person has decided.</summary>
    private static LinkStep Rest(LinkModel model, LinkFault fault, bool hopeless, DateTimeOffset now, double chance)
    {
        var why = LinkWords.Of(fault);
        if (hopeless)
            return LinkStep.Of(model with { Phase = LinkPhase.Stuck, State = new LinkState.Over(why) { Fault = fault } });
        var attempt = model.Attempt + 1;
        var after = Backoff(model.Settings, attempt, chance);
        var state = new LinkState.Waiting(why, now + after, attempt) { Fault = fault };
        return LinkStep.Of(model with { Phase = LinkPhase.Waiting, State = state, Attempt = attempt }, new LinkEffect.Wake(after));
    }

    /// <summary>Twice as long each time, and by chance up to twice that, so that a server that comes back is not met by all at once.</summary>
    private static TimeSpan Backoff(LinkSettings settings, int attempt, double chance)
    {
        var most = settings.Shortest * Math.Pow(2, Math.Min(attempt, 30));
        return (most < settings.Longest ? most : settings.Longest) * ((1 + chance) / 2);
    }

    /// <summary>
    /// Where we were before, the network and the server come back by themselves. A certificate that changed does not, and to go on
    /// without asking would be to fall for anybody who stands in between.
    /// </summary>
    private static bool IsHopeless(LinkModel model, DialResult result) => IsStranger(model) || result switch
    {
        DialResult.Untrusted or DialResult.OtherCertificate => true,
        DialResult.Connected or DialResult.NobodyListens or DialResult.UnknownHost or DialResult.TimedOut or DialResult.Failed or DialResult.NoTls => false,
    };

    /// <summary>A nickname that is taken when we come back is held by our own connection, which the server does not know to be dead yet.</summary>
    private static bool IsHopeless(LinkModel model, Ending ending) => IsStranger(model) || ending switch
    {
        Ending.PasswordRefused or Ending.AccountRefused => true,
        Ending.Left or Ending.NicknameTaken or Ending.NicknameRefused or Ending.NotAdmitted or Ending.ServerClosed or Ending.Lost => false,
    };

    private static bool IsStranger(LinkModel model) => !model.Client.HasBeenHere && !model.Settings.WasThereBefore;

    private static LinkStep TryNow(LinkModel model, ClientSettings? changed)
    {
        var next = changed is null ? model : Change(model, changed);
        return model.Phase switch
        {
            LinkPhase.Waiting or LinkPhase.Stuck or LinkPhase.Fresh => Prepend(new LinkEffect.StopWaiting(), Dial(next)),
            LinkPhase.Talking => LinkStep.Of(
                next with { IsHurried = true }, new LinkEffect.Pass(new ClientMessage.Lost("a new connection is wanted"))),
            LinkPhase.Dialling or LinkPhase.Left => LinkStep.Of(next),
        };
    }

    private static LinkModel Change(LinkModel model, ClientSettings changed) => model with
    {
        Settings = model.Settings with { Client = changed },
        Client = model.Client with { Settings = changed, Nick = changed.Nick.Text },
    };

    /// <summary>While a session talks, it hears everything; else what needs a server is refused, and what can wait waits.</summary>
    private static LinkStep Post(LinkModel model, ClientMessage message)
    {
        var leaves = message is ClientMessage.Leave or ClientMessage.Finish;
        if (model.Phase == LinkPhase.Talking)
            return LinkStep.Of(model with { IsLeaving = model.IsLeaving || leaves }, new LinkEffect.Pass(message));
        if (leaves)
            return LinkStep.Of(model with { Phase = LinkPhase.Left, State = new LinkState.Over("you have left") }, new LinkEffect.StopWaiting());
        // What a session did not take before its end is no wish of anybody.
        if (message is ClientMessage.Passed or ClientMessage.Lost or ClientMessage.Heard or ClientMessage.Opened)
            return LinkStep.Of(model);
        var (client, effects) = ClientUpdate.Update(model.Client, message);
        return new(model with { Client = client }, [.. Told(effects)]);
    }

    private static IEnumerable<LinkEffect> Told(ImmutableList<ClientEffect> effects) =>
        effects.OfType<ClientEffect.Tell>().Select(told => new LinkEffect.Tell(told.Event));

    private static LinkStep Prepend(LinkEffect first, LinkStep step) => step with { Effects = step.Effects.Insert(0, first) };
}
