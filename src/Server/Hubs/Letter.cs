namespace ChatRoom.Server.Hubs;

/// <summary>
/// What a session wants from the hub, with the label under which its client wants the answer. One command of a client
/// can become several letters, which lie together; <paramref name="IsLast"/> says where they end.
/// </summary>
public readonly record struct Letter(Seat Seat, Wish Wish, string? Label = null, bool IsLast = true);
