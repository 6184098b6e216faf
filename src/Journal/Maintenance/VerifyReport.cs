using ChatRoom.Domain.Names;

namespace ChatRoom.Journal.Maintenance;

/// <summary>What a walk through a journal found.</summary>
/// <param name="Epoch">The first part of the ids of messages from now on.</param>
/// <param name="Events">How many were sound, from the first one on.</param>
/// <param name="Rooms">How many rooms there ever were.</param>
/// <param name="From">When the first event happened; nothing in an empty journal.</param>
/// <param name="To">When the last sound event happened.</param>
/// <param name="Wrong">The first thing that is wrong and its place, in words.</param>
public sealed record VerifyReport(string Epoch, long Events, long Rooms, Option<Timestamp> From, Option<Timestamp> To, Option<string> Wrong);
