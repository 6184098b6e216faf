using ChatRoom.Domain.Data;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Somebody who was there at a moment.</summary>
/// <param name="Account">Null for a guest.</param>
/// <param name="Away">Their words for being away; null while they were here.</param>
/// <param name="Connections">Over how many.</param>
public sealed record ReportedPerson(
    string Nick, long Person, string? Account, string RealName, string Since, string? Away, int Connections, IReadOnlyList<string> Rooms)
{
    public static ReportedPerson Of(Person person, World world)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(world);
        return new ReportedPerson(
            person.Nick.Text, person.Id.Number, person.Who.Account.TryGet(out var account) ? account.Name.Text : null,
            person.RealName.Text, TimestampText.Format(person.Since), person.Away.TryGet(out var away) ? away.Text : null, person.Connections.Count,
            [.. person.Rooms.AsEnumerable().Select(room => world.Rooms[room].Name.Text).Order(StringComparer.Ordinal)]);
    }
}
