using System.Collections.Immutable;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Client.Connection;

/// <summary>What happened since the last report, and what is known after it.</summary>
/// <param name="Model">Immutable, and so shared.</param>
/// <param name="Events">Perhaps none: then only what is known has changed.</param>
public sealed record LinkReport(ClientModel Model, LinkState State, ImmutableList<ChatEvent> Events);
