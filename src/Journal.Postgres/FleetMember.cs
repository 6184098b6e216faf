using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Postgres;

/// <summary>A server that has the journal open, as the database knows it.</summary>
/// <param name="Server">Its number; null until it has said in the journal that it begins.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="Version">Of its program.</param>
/// <param name="Opened">When it opened the journal.</param>
/// <param name="Behind">Events that it had still to hear of, at its last beat.</param>
/// <param name="SinceBeat">How long ago that was.</param>
/// <param name="IsConnected">Whether the connection for its turns is there.</param>
/// <param name="HasTurn">Whether the turn is its own; null while it has nothing to do with it, false while it waits for it.</param>
/// <param name="TurnFor">For how long it does.</param>
public sealed record FleetMember(
    ServerId? Server, string Name, string Version, DateTimeOffset Opened, long Behind, TimeSpan SinceBeat, bool IsConnected, bool? HasTurn, TimeSpan TurnFor);
