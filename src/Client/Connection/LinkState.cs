namespace ChatRoom.Client.Connection;

/// <summary>How the connection stands, in what a person has to know about it.</summary>
public abstract record LinkState
{
    private LinkState()
    {
    }

    /// <summary>Why it does not stand, for a program; null while nothing went wrong.</summary>
    public LinkFault? Fault { get; init; }

    public sealed record Connecting : LinkState;

    public sealed record Online : LinkState;

    /// <summary>It broke, or could not be made; the next try comes by itself.</summary>
    /// <param name="Until">When.</param>
    public sealed record Waiting(string Why, DateTimeOffset Until, int Attempt) : LinkState;

    /// <summary>It is over, and nothing will happen by itself.</summary>
    public sealed record Over(string Why) : LinkState;
}
