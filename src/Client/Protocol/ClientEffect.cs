using ChatRoom.Irc;

namespace ChatRoom.Client.Protocol;

/// <summary>What the shell has to do after an update, in this order.</summary>
public abstract record ClientEffect
{
    private ClientEffect()
    {
    }

    /// <summary>Send this line to the server.</summary>
    public sealed record Send(Message Line) : ClientEffect;

    /// <summary>Show this to the person.</summary>
    public sealed record Tell(ChatEvent Event) : ClientEffect;

    /// <summary>Send what is still to be sent and close the connection. Nothing comes after it.</summary>
    public sealed record End(Ending Ending) : ClientEffect;
}
