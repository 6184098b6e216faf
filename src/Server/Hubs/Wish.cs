using ChatRoom.Domain;

namespace ChatRoom.Server.Hubs;

/// <summary>What a letter can ask for. All of it takes its place in the connection's order.</summary>
public abstract record Wish
{
    private Wish() { }

    /// <summary>Let the rules decide.</summary>
    public sealed record Act(Command Command) : Wish;

    /// <summary>Pass these lines on to the client: what the session can say by itself.</summary>
    public sealed record Reply(ReadOnlyMemory<byte> Lines) : Wish;

    /// <summary>Pass on lines that depend on the world at this place, if only on the client's name. Few, for the hub's thread writes them.</summary>
    public sealed record Render(Func<World, ReadOnlyMemory<byte>> Lines) : Wish;

    /// <summary>Answer from the world as it is at this place.</summary>
    public sealed record Ask(Func<World, Answer> Question) : Wish;

    /// <summary>From here on the client hears in another way; these lines tell it so.</summary>
    public sealed record Listen(Hearing Hearing, ReadOnlyMemory<byte> Lines) : Wish;

    /// <summary>The connection is over, or has to be.</summary>
    public sealed record HangUp(string Reason) : Wish;
}
