using ChatRoom.Domain;

namespace ChatRoom.Server.Hubs;

/// <summary>What a letter can ask for: data, equal to another with equal contents. All of it takes its place in the connection's order.</summary>
public abstract record Wish
{
    private Wish() { }

    /// <summary>Let the rules decide.</summary>
    public sealed record Act(Command Command) : Wish;

    /// <summary>Nothing, but to be known to the hub or to have a label acknowledged.</summary>
    public sealed record Nothing : Wish;

    /// <summary>Write the answer at once, on the hub's thread: a few lines, if any.</summary>
    public sealed record Render(Question Question) : Wish;

    /// <summary>Answer page by page, off the hub, when it is the answer's turn to be sent.</summary>
    public sealed record Ask(Question Question) : Wish;

    /// <summary>From here on the client hears in another way; this tells it so.</summary>
    public sealed record Listen(Hearing Hearing, Question Question) : Wish;

    /// <summary>The connection is over, or has to be.</summary>
    public sealed record HangUp(Ending End) : Wish;
}
