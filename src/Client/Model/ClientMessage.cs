using ChatRoom.Irc;

namespace ChatRoom.Client;

/// <summary>What can happen to a client. Times and ids come in here: <see cref="ClientUpdate"/> has no clock and no chance.</summary>
public abstract record ClientMessage
{
    private ClientMessage()
    {
    }

    /// <summary>The connection stands; nothing has been said yet.</summary>
    public sealed record Opened(DateTimeOffset Now) : ClientMessage;

    /// <summary>The server sent a line.</summary>
    public sealed record Heard(Message Line, DateTimeOffset Now) : ClientMessage;

    /// <summary>The connection broke or was closed by the other side.</summary>
    public sealed record Lost(string Why) : ClientMessage;

    /// <summary>Some time went by. Sent every few seconds, so that a silent server is noticed.</summary>
    public sealed record Passed(DateTimeOffset Now) : ClientMessage;

    /// <summary>
    /// The person says something to a room or to somebody. It may become several lines; the first has this id and each further
    /// one the next number, so that a text said again under the same id is the same lines again.
    /// </summary>
    public sealed record Say(string Target, string Text, Manner Manner, UInt128 Id) : ClientMessage;

    /// <summary>The person wants another nickname.</summary>
    public sealed record Rename(Nickname Nick) : ClientMessage;

    /// <summary>The person typed what is no message and no command. It comes here to keep its place in what is shown.</summary>
    public sealed record Mistyped(string Reason, DateTimeOffset Now) : ClientMessage;

    /// <summary>The person has nothing more to say: leave as soon as every line is confirmed.</summary>
    public sealed record Finish(string Farewell) : ClientMessage;

    /// <summary>Leave now, whatever is still under way.</summary>
    public sealed record Leave(string Farewell) : ClientMessage;

    public T Match<T>(
        Func<Opened, T> opened,
        Func<Heard, T> heard,
        Func<Lost, T> lost,
        Func<Passed, T> passed,
        Func<Say, T> say,
        Func<Rename, T> rename,
        Func<Mistyped, T> mistyped,
        Func<Finish, T> finish,
        Func<Leave, T> leave) => this switch
        {
            Opened m => opened(m),
            Heard m => heard(m),
            Lost m => lost(m),
            Passed m => passed(m),
            Say m => say(m),
            Rename m => rename(m),
            Mistyped m => mistyped(m),
            Finish m => finish(m),
            Leave m => leave(m),
            _ => throw new InvalidOperationException($"unknown message {GetType().Name}"),
        };
}
