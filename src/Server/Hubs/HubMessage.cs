using ChatRoom.Domain.Commands;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// What a session wants from the hub, with the label under which its client wants the answer. One command of a client
/// can become several messages, which lie together; <paramref name="IsLast"/> says where they end. A message may come from no session (see
/// <see cref="FromServer"/>), and an empty one, without a request, only wakes the hub.
/// </summary>
public readonly record struct HubMessage(LocalConnection? Connection, HubRequest? Request, string? Label = null, bool IsLast = true)
{
    /// <summary>Whether the answer has to wait for the journal.</summary>
    public bool NeedsJournal => Request is HubRequest.Submit { Command: not Command.Signal } or HubRequest.Disconnect;

    /// <summary>From nobody: a timer, an operator's tool, the journal.</summary>
    public static HubMessage FromServer(Command command) => new(null, new HubRequest.Submit(command));
}
