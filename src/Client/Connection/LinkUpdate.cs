using System.Collections.Immutable;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>
/// The rules of connecting again: what is tried by itself and when, what a person has to decide, and what becomes of what is said
/// meanwhile. Pure: time and chance come in with the messages.
/// </summary>
public static class LinkUpdate
{
    public static LinkStep Update(LinkModel model, LinkMessage message) => model.Phase == LinkPhase.Left
        ? LinkStep.Of(model)
        : message.Match(
            begun: _ => model.Phase == LinkPhase.Fresh ? Dial(model) : LinkStep.Of(model),
            reached: _ => model.Phase == LinkPhase.Dialling ? Talk(model) : LinkStep.Of(model),
            unreached: m => model.Phase == LinkPhase.Dialling
                ? Rest(model, new LinkFault.Unreached(m.Result), IsHopeless(model, m.Result), m.Now, m.Chance)
                : LinkStep.Of(model),
            ended: m => End(model, m),
            due: _ => model.Phase == LinkPhase.Waiting ? Dial(model) : LinkStep.Of(model),
            tryNow: m => TryNow(model, m.Changed),
            posted: m => Post(model, m.Message));

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
    /// without asking would be to fall for whoever stands in between.
    /// </summary>
    private static bool IsHopeless(LinkModel model, DialResult result) => !model.Client.HasBeenHere || result.Match(
        connected: _ => false,
        nobodyListens: _ => false,
        unknownHost: _ => false,
        timedOut: _ => false,
        failed: _ => false,
        noTls: _ => false,
        untrusted: _ => true,
        otherCertificate: _ => true);

    /// <summary>A nickname that is taken when we come back is held by our own connection, which the server does not know to be dead yet.</summary>
    private static bool IsHopeless(LinkModel model, Ending ending) => !model.Client.HasBeenHere || ending.Match(
        left: _ => false,
        nicknameTaken: _ => false,
        nicknameRefused: _ => false,
        passwordRefused: _ => true,
        accountRefused: _ => true,
        notAdmitted: _ => false,
        serverClosed: _ => false,
        lost: _ => false);

    private static LinkStep TryNow(LinkModel model, ClientSettings? changed)
    {
        var next = changed is null ? model : Change(model, changed);
        return model.Phase switch
        {
            LinkPhase.Waiting or LinkPhase.Stuck or LinkPhase.Fresh => Prepend(new LinkEffect.StopWaiting(), Dial(next)),
            LinkPhase.Talking => LinkStep.Of(
                next with { IsHurried = true }, new LinkEffect.Pass(new ClientMessage.Lost("a new connection is wanted"))),
            LinkPhase.Dialling or LinkPhase.Left => LinkStep.Of(next),
            _ => throw new InvalidOperationException($"unknown phase {model.Phase}"),
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
