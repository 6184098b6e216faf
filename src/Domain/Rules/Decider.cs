using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Domain.Rules;

/// <summary>
/// Says yes or no to a command, and changes nothing. The answer depends on the world, the facts and the request alone. Plain
/// early returns, because this is the hot path: chained checks cost fifteen times as much.
/// </summary>
public static partial class Decider
{
    public static Decision Decide(World world, Facts facts, Request request)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(facts);
        return request.Origin.Connection is { } connection
            ? OfSomebody(world, facts, connection, request)
            : OfNobody(world, facts, request);
    }

    private static Decision OfSomebody(World world, Facts facts, ConnectionId connection, Request request)
    {
        if (!world.Person(connection).TryGet(out var person))
            return request.Command is Command.Connect connect ? Connect(world, facts, connection, connect) : No(new Refusal.NotConnected());
        return request.Command switch
        {
            Command.Say say => Say(world, person, say),
            Command.Signal signal => Signal(world, person, signal),
            Command.Join join => Join(world, person, join),
            Command.Leave leave => Leave(world, person, leave),
            Command.Rename rename => Rename(world, person, rename),
            Command.SetAway away => SetAway(world, person, away),
            Command.SetTopic topic => SetTopic(world, person, topic),
            Command.Quit quit => Quit(facts, person, connection, quit),
            Command.Connect => No(new Refusal.AlreadyConnected()),
            _ => throw new InvalidOperationException($"{request.Command.GetType().Name} comes over a connection, or is missing in Decide."),
        };
    }

    /// <summary>What the server itself wants, or somebody who tends it.</summary>
    private static Decision OfNobody(World world, Facts facts, Request request) => request.Command switch
    {
        Command.StartServer start => StartServer(world, start),
        Command.EndServer end => EndServer(world, end),
        Command.ClearEnded => ClearEnded(world, facts, request.At),
        Command.Expire => Expire(world, facts, request.At),
        Command.ChangeLimits change => change.Change.Over(world.Limits) is var limits && limits == world.Limits ? Nothing() : Yes(new Event.LimitsChanged(limits)),
        Command.Forget forget => Yes(new Event.Forgotten(forget.What)),
        _ => throw new InvalidOperationException($"{request.Command.GetType().Name} comes from nobody, or is missing in Decide."),
    };

    private static Decision.Accepted Yes(Event happened) => new([happened]);

    /// <summary>It is so already: nobody hears anything.</summary>
    private static Decision.Accepted Nothing() => new([]);

    private static Decision.Refused No(Refusal why) => new(why);
}
