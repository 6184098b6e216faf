using ChatRoom.Domain;
using ChatRoom.Server.Journal;

namespace ChatRoom.Server.Keeping;

/// <summary>Somebody in a room, and as what: their rights, such as "operator" or "operator voice"; empty for none.</summary>
public sealed record MomentMember(string Nick, string Rights)
{
    public static MomentMember Of(Person person, Rights rights)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new MomentMember(person.Nick.Text, StoredNames.Of(rights));
    }
}
