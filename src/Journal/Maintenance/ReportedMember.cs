using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal.Codec;

namespace ChatRoom.Journal.Maintenance;

/// <summary>Somebody in a room, and as what: their rights, such as "operator" or "operator voice"; empty for none.</summary>
public sealed record ReportedMember(string Nick, string Rights)
{
    public static ReportedMember Of(Person person, Rights rights)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new ReportedMember(person.Nick.Text, StoredNames.Of(rights));
    }
}
