using ChatRoom.Domain;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// What a session wants from the hub, with the label under which its client wants the answer. One command of a client
/// can become several letters, which lie together; <paramref name="IsLast"/> says where they end. A letter may come from no session (see
/// <see cref="FromServer"/>), and an empty one, without a wish, only wakes the hub.
/// </summary>
public readonly record struct Letter(Seat? Seat, Wish? Wish, string? Label = null, bool IsLast = true)
{
    /// <summary>Whether the answer has to wait for the journal.</summary>
    public bool NeedsJournal => Wish is Wish.Act or Wish.HangUp;

    /// <summary>From nobody: a timer, an operator's tool, the journal.</summary>
    public static Letter FromServer(Command command) => new(null, new Wish.Act(command));
}
