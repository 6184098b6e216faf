using ChatRoom.Domain;

namespace ChatRoom.Server.Keeping;

/// <summary>Somebody who was there at a moment.</summary>
/// <param name="Account">Null for a guest.</param>
/// <param name="Away">Their words for being away; null while they were here.</param>
/// <param name="Connections">Over how many.</param>
public sealed record MomentPerson(
    string Nick, long Person, string? Account, string RealName, string Since, string? Away, int Connections, IReadOnlyList<string> Rooms)
{
    public static MomentPerson Of(Person person, World world)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(world);
        return new MomentPerson(
            person.Nick.Text, person.Id.Number, person.Who.Account.TryGet(out var account) ? account.Name.Text : null,
            person.RealName.Text, Moments.Format(person.Since), person.Away.TryGet(out var away) ? away.Text : null, person.Connections.Count,
            [.. person.Rooms.AsEnumerable().Select(room => world.Rooms[room].Name.Text).Order(StringComparer.Ordinal)]);
    }
}
