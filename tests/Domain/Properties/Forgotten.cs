using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Rules;

namespace ChatRoom.Domain.Tests.Properties;

/// <summary>The same without the words, as redaction and retention leave it.</summary>
public static class Forgotten
{
    public static Request Words(Request request) =>
        request.Command is Command.Say say ? request with { Command = say with { Body = Body.Forgotten } } : request;

    public static Recorded Words(Recorded recorded) => recorded with { Event = Words(recorded.Event) };

    public static Step Words(Step step) => new(
        step.World,
        step.Facts,
        step.Decision is Decision.Accepted accepted ? accepted with { Events = [.. accepted.Events.Select(Words)] } : step.Decision,
        [.. step.Events.Select(Words)],
        step.Changed,
        [.. step.Effects.Select(Words)]);

    private static Event Words(Event happened) => happened is Event.Said said ? said with { Body = Body.Forgotten } : happened;

    private static Effect Words(Effect effect) => effect switch
    {
        Effect.Tell tell => tell with { What = Words(tell.What) },
        Effect.TellRoom tell => tell with { What = Words(tell.What) },
        Effect.TellPeers tell => tell with { What = Words(tell.What) },
        _ => effect,
    };
}
